// In a frame: tells the host how high the content is, in the words of every listener that hosts use,
// before the application is there and after. Formats: docs/embedding.md.
(() => {
  if (parent === window) return;
  const query = new URLSearchParams(location.search);
  let secret = /[#&?]secret=([\w-]+)/.exec(location.hash)?.[1];
  const pym = query.get("childId");
  const id = /embed\/[\w-]+/.exec(location.pathname)?.[0] ?? "embed";
  // A sandbox without an origin opens no windows either.
  const opaque = self.origin === "null";
  /** @type {(message: unknown) => void} */
  const post = (message) => parent.postMessage(message, "*");
  /** @type {string | null} */
  let resizer = null;
  let sent = 0;
  let waiting = false;
  const measure = () => Math.ceil(document.documentElement.getBoundingClientRect().height);
  // A host may keep a frame lower than its content: then a link to all of it stands at the edge, where it leads
  // anywhere and unless the end is seen.
  const check = () => {
    const link = document.getElementById("whole");
    if (link) link.hidden = (opaque && !secret) || measure() - innerHeight - scrollY < 9;
  };
  // A host takes its time to follow.
  const checkLater = () => setTimeout(check, 2000);
  const tell = (again = false) => {
    const height = measure();
    checkLater();
    // Of a page that is still coming the height says nothing; a host would shrink the frame to it.
    if (document.readyState === "loading" || !height || (height === sent && !again)) return;
    sent = height;
    post({ "datawrapper-height": { [id]: height } });
    post({ sentinel: "amp", type: "embed-size", height });
    post(JSON.stringify({ src: location.href, context: "iframe.resize", height }));
    if (pym) post(`pymxPYMx${pym}xPYMxheightxPYMx${height}`);
    if (resizer) post(`[iFrameSizer]${resizer}:${height}:${innerWidth}:mutationObserver`);
    if (secret) post({ message: "height", value: height, secret });
  };
  // At most one round of messages a frame.
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      tell();
    });
  };
  new ResizeObserver(soon).observe(document.documentElement);
  document.addEventListener("DOMContentLoaded", soon);
  addEventListener("scroll", check);
  addEventListener("resize", checkLater);
  addEventListener("load", () => {
    tell(true);
    post("[iFrameResizerChild]Ready");
  });
  // A page may send anything: what is read here is looked at first.
  addEventListener("message", ({ source, data }) => {
    if (source !== parent) return;
    if (data?.["jamsostek-embed"] === "height") tell(true);
    // WordPress' script may come after the load, and says when it listens.
    if (data?.message === "ready" && typeof data.secret === "string" && /^[\w-]+$/.test(data.secret)) {
      secret = data.secret;
      tell(true);
    }
    if (typeof data === "string" && data.startsWith("[iFrameSizer]")) {
      const [name] = data.slice(13).split(":");
      if (name && resizer === null) {
        resizer = name;
        post(`[iFrameSizer]${name}:${sent || measure()}:${innerWidth}:init`);
      }
    }
  });
  // A link leaves the frame, where the host lets it.
  addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href]");
    // Links of drawings are of another kind.
    if (!(link instanceof HTMLAnchorElement) || link.matches("[download], .ask") || link.getAttribute("href")?.startsWith("#")) return;
    if (secret && link.host === location.host) {
      post({ message: "link", value: link.href, secret });
      event.preventDefault();
    } else if (!opaque) {
      link.target = "_blank";
      link.rel = "noopener external";
    }
  });
})();
