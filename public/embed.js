// Embeds of jamsostek-dashboard in a host page: <jamsostek-embed block="groups" lang="id" theme="auto">,
// and the right height for every frame of ours, whoever wrote it. No dependency, nothing left behind.
(() => {
  const script = document.currentScript;
  if (window.jamsostekEmbed) return;
  window.jamsostekEmbed = true;
  const root = new URL(".", script ? script.src : location.href);
  // What a block needs at the width of an article and of a phone, until it has told its height.
  const HEIGHTS = {
    headline: [480, 560], groups: [800, 980], trend: [560, 640], claims: [920, 1280], handovers: [980, 1620],
    winners: [2100, 3300], "special-awards": [850, 950], jury: [480, 640], report: [7200, 9800],
  };
  const TITLES = { id: "Jaminan sosial ketenagakerjaan", en: "Employment social security" };
  const MOST = 20000;
  const ours = (frame) => {
    try {
      return new URL(frame.src).href.startsWith(root.href) && /\/embed\/[\w-]+\//.test(frame.src);
    } catch {
      return false;
    }
  };
  const frames = () => [...document.querySelectorAll("iframe")].filter(ours);
  addEventListener("message", ({ source, data }) => {
    const told = data?.["datawrapper-height"];
    const frame = told && frames().find((frame) => frame.contentWindow === source);
    const height = told && Number(Object.values(told)[0]);
    if (!frame || !(height > 0 && height <= MOST)) return;
    frame.style.height = `${Math.ceil(height)}px`;
  });
  const ask = (frame) => frame.contentWindow?.postMessage({ "jamsostek-embed": "height" }, "*");
  // Frames that stand there already may have told their height to nobody.
  const asked = new WeakSet();
  const scan = () => {
    for (const frame of frames()) {
      if (asked.has(frame)) continue;
      asked.add(frame);
      frame.addEventListener("load", () => ask(frame));
      ask(frame);
    }
  };
  new MutationObserver(scan).observe(document.documentElement, { childList: true, subtree: true });
  scan();
  class Embed extends HTMLElement {
    static observedAttributes = ["block", "lang", "theme"];
    connectedCallback() {
      const get = (name, fallback) => this.getAttribute(name) || fallback;
      const lang = get("lang", "id") === "en" ? "en" : "id";
      const block = /^[\w-]+$/.test(get("block", "report")) ? get("block", "report") : "report";
      const address = new URL(`${lang === "en" ? "en/" : ""}embed/${block}/`, root);
      for (const name of ["theme", "transparent", "title", "credit", "accent"]) {
        // The title of the element is what a screen reader says; "0" leaves the block's own out.
        if (this.hasAttribute(name) && (name !== "title" || this.title === "0")) address.searchParams.set(name, this.getAttribute(name));
      }
      const frame = document.createElement("iframe");
      frame.title = this.title && this.title !== "0" ? this.title : `${TITLES[lang]}: ${block}`;
      frame.loading = "lazy";
      const [wide, narrow] = HEIGHTS[block] ?? HEIGHTS.groups;
      this.style.display = "block";
      const height = (this.clientWidth || innerWidth) < 480 ? narrow : wide;
      frame.style.cssText = `border:0;width:100%;display:block;height:${height}px`;
      frame.src = address.href;
      this.replaceChildren(frame);
    }
    attributeChangedCallback(_, before) {
      if (before !== null && this.isConnected) this.connectedCallback();
    }
  }
  if (!customElements.get("jamsostek-embed")) customElements.define("jamsostek-embed", Embed);
})();
