// Embeds of jamsostek-dashboard in a host page: <jamsostek-embed block="groups" lang="id" theme="auto">,
// and the right height for every frame of ours, whoever wrote it. No dependency, nothing left behind.
(() => {
  const script = document.currentScript;
  if (window.jamsostekEmbed) return;
  window.jamsostekEmbed = true;
  const root = new URL(".", script ? script.src : location.href);
  // How high each block is, until it has told so itself. The build fills this in: widths and heights by
  // turns in tens of pixels, and another such list for English where it differs.
  const HEIGHTS = {};
  const PATH = /\/(en\/)?embed\/([\w-]+)\//;
  const reserved = (address, width) => {
    const [, english, block] = PATH.exec(address);
    const [both, other] = HEIGHTS[block] ?? [[64, 60]];
    const points = (english && other) || both;
    let at = 0;
    while (points[at + 2] < width / 10) at += 2;
    const [left, low, right = left, high = low] = points.slice(at, at + 4);
    const part = (width / 10 - left) / (right - left || 1);
    let height = low + (high - low) * Math.min(1, Math.max(0, part));
    // A title takes a line that the headline does not have, and a short credit leaves one out.
    if (address.includes("title=0") && block !== "headline") height -= 3.6;
    if (address.includes("credit=short")) height -= 2.2;
    return 10 * height;
  };
  const TITLES = ["Jaminan sosial ketenagakerjaan", "Employment social security"];
  const MOST = 20000;
  // The property is the whole address, whatever the page wrote.
  const frames = () =>
    [...document.querySelectorAll("iframe")].filter(({ src }) => src.startsWith(root.href) && PATH.test(src));
  const fit = (frame, height) => {
    // Where boxes are measured with their border, it takes some of the height.
    const border = getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
    frame.style.height = `${Math.ceil(height + border)}px`;
  };
  addEventListener("message", ({ source, data }) => {
    const told = data?.["datawrapper-height"];
    const frame = told && frames().find((frame) => frame.contentWindow === source);
    const height = frame && Number(Object.values(told)[0]);
    if (height > 0 && height <= MOST) fit(frame, height);
  });
  const ask = (frame) => frame.contentWindow?.postMessage({ "jamsostek-embed": "height" }, "*");
  // Frames that stand there already may have told their height to nobody.
  const asked = new WeakSet();
  const scan = () => {
    for (const frame of frames()) {
      if (asked.has(frame)) continue;
      asked.add(frame);
      if (frame.clientWidth) fit(frame, reserved(frame.src, frame.clientWidth));
      frame.addEventListener("load", () => ask(frame));
      ask(frame);
    }
  };
  new MutationObserver(scan).observe(document.documentElement, { childList: true, subtree: true });
  scan();
  class Embed extends HTMLElement {
    static observedAttributes = ["block", "lang", "theme"];
    connectedCallback() {
      const get = (name) => this.getAttribute(name) ?? "";
      const english = get("lang") === "en";
      const block = /^[\w-]+$/.exec(get("block"))?.[0] ?? "report";
      const address = new URL(`${english ? "en/" : ""}embed/${block}/`, root);
      for (const name of ["theme", "transparent", "title", "credit", "accent"]) {
        // The title of the element is what a screen reader says; "0" leaves the block's own out.
        if (this.hasAttribute(name) && (name !== "title" || this.title === "0")) address.searchParams.set(name, get(name));
      }
      const frame = document.createElement("iframe");
      frame.title = this.title && this.title !== "0" ? this.title : (this.words ??= this.textContent.trim()) || TITLES[+english];
      frame.loading = "lazy";
      // From here on the frame keeps the room, not what the page wrote for the time before.
      this.style.display = "block";
      this.style.height = "auto";
      const height = reserved(address.href, this.clientWidth || innerWidth);
      frame.style.cssText = `border:0;width:100%;display:block;height:${Math.ceil(height)}px`;
      // Of another scheme than its page a frame is never transparent.
      if (/^(dark|light)$/.test(get("theme"))) frame.style.colorScheme = get("theme");
      frame.src = address.href;
      this.replaceChildren(frame);
    }
    attributeChangedCallback(_, before) {
      if (before !== null && this.isConnected) this.connectedCallback();
    }
  }
  if (!customElements.get("jamsostek-embed")) customElements.define("jamsostek-embed", Embed);
})();
