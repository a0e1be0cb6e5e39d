// Embeds of jamsostek-dashboard in a host page: <jamsostek-embed block="groups" lang="id">,
// and the right height for every frame of ours, whoever wrote it. No dependency, nothing left behind.
(() => {
  // An element of the page can stand for a variable of ours, by its name, but not for this.
  if (customElements.get("jamsostek-embed")) return;
  // A module is nobody's current script, and neither is what was imported or stands in a shadow tree:
  // there the trace of a call has our address. Where nothing has it, the page stays as it was written.
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript ?? {});
  const root = /[\s(@]((https?|file):[^\s?#]*\/)embed(-\w+)?\.js\b/.exec(` ${src} ${new Error().stack}`)?.[1];
  if (!root) return;
  // How high each block is, until it has told so itself. The build fills this in: widths and heights by
  // turns in tens of pixels, and another such list for English where it differs.
  /** @type {Record<string, number[][]>} */
  const HEIGHTS = {};
  const PATH = /\/(en\/)?embed\/([\w-]+)\//;
  // The address is one of ours.
  /** @type {(address: string, width: number) => number} */
  const reserved = (address, width) => {
    const [, english, block] = /** @type {string[]} */ (PATH.exec(address));
    // A page may write any word, such as `constructor`.
    const [both, other] = Object.hasOwn(HEIGHTS, block) ? HEIGHTS[block] : [[64, 60]];
    const points = (english && other) || both;
    let at = 0;
    while (points[at + 2] < width / 10) at += 2;
    const [left, low, right = left, high = low] = points.slice(at, at + 4);
    const part = (width / 10 - left) / (right - left || 1);
    let height = low + (high - low) * Math.min(1, Math.max(0, part));
    // Without a title the caption is left out, and a line that the headline does not have; a host's own is a line more.
    const title = new URL(address).searchParams.get("title");
    if (title === "0") height -= block === "headline" ? 3 : 6.6;
    else if (title) height += 2;
    return 10 * height;
  };
  const TITLES = ["Jaminan sosial ketenagakerjaan", "Employment social security"];
  // The property is the whole address, whatever the page wrote.
  const frames = () =>
    [...document.querySelectorAll("iframe")].filter(({ src }) => src.startsWith(root) && PATH.test(src));
  /** @type {(frame: HTMLIFrameElement, height: number) => void} */
  const fit = (frame, height) => {
    // Where boxes are measured with their border, it takes some of the height.
    const border = getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
    frame.style.height = `${Math.ceil(height + border)}px`;
  };
  addEventListener("message", ({ source, origin, data }) => {
    const height = Object.values(data?.["datawrapper-height"] ?? {})[0];
    if (typeof height !== "number" || !(height > 0 && height <= 20000)) return;
    const frame = frames().find((frame) => frame.contentWindow === source);
    // A sandbox, its own or that of the page, leaves a frame without an origin. All others must still
    // show what they were made for.
    const sandbox = frame?.getAttribute("sandbox") ?? "allow-same-origin";
    const nobody = origin === "null" && (self.origin === origin || !/allow-same-origin/i.test(sandbox));
    if (frame && (nobody || root.startsWith(`${origin}/`))) fit(frame, height);
  });
  /** @type {(frame: HTMLIFrameElement) => void} */
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
  new MutationObserver(scan).observe(document, { childList: true, subtree: true });
  scan();
  class Embed extends HTMLElement {
    static observedAttributes = ["block", "lang", "theme"];
    /** @type {string | undefined} */
    words;
    connectedCallback() {
      /** @type {(name: string) => string} */
      const get = (name) => this.getAttribute(name) ?? "";
      const english = get("lang") === "en";
      const block = /^[\w-]+$/.exec(get("block"))?.[0] ?? "report";
      const address = new URL(`${english ? "en/" : ""}embed/${block}/`, root);
      for (const name of ["theme", "transparent", "title", "credit", "notes", "accent"]) {
        if (this.hasAttribute(name)) address.searchParams.set(name, get(name));
      }
      const frame = document.createElement("iframe");
      frame.title = this.title && this.title !== "0" ? this.title : (this.words ??= this.textContent.trim()) || TITLES[+english];
      frame.loading = "lazy";
      frame.allow = "clipboard-write; web-share";
      // From here on the frame keeps the room, not what the page wrote for the time before.
      this.style.display = "block";
      this.style.height = "auto";
      const height = reserved(address.href, this.clientWidth || innerWidth);
      frame.style.cssText = `border:0;width:100%;display:block;height:${Math.ceil(height)}px`;
      // Of another scheme than its page a frame is never transparent.
      const theme = get("theme") || "light";
      if (theme !== "auto") frame.style.colorScheme = theme;
      frame.src = address.href;
      this.replaceChildren(frame);
    }
    /** @type {(name: string, before: string | null) => void} */
    attributeChangedCallback(_, before) {
      if (before !== null && this.isConnected) this.connectedCallback();
    }
  }
  customElements.define("jamsostek-embed", Embed);
})();
