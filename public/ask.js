// Where a figure comes from: its section of the page of all figures (`figures/`), in a panel beside
// the figure. Words and sections stand in that page.
const pages = new Map();
let panel, header, trail, from, page, offset;

/** The beginning of the hash of a dataset that is newer than the pages (src/takeover.js). */
const newer = () => document.documentElement.dataset.newer;

/** The page of all figures, fetched once, and once more where the figures became newer than it. */
const load = (address) => {
  const kept = `${address} ${newer()}`;
  const found = pages.get(kept) ?? fetch(address).then(async (response) => {
    if (!response.ok) throw new Error(`${response.status} ${address}`);
    // Its stylesheets are not those of an embed, whose policy would refuse them.
    const found = new DOMParser().parseFromString((await response.text()).replace(/<style>[^]*?<\/style>/g, ""), "text/html");
    if (newer()) await (await import("./newer.js")).renew(found);
    return found;
  });
  pages.set(kept, found);
  found.catch(() => pages.delete(kept));
  return found;
};

let styled;
const stylesheet = () =>
  (styled ??= new Promise((resolve, reject) => {
    const href = new URL("ask.css", import.meta.url);
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: resolve, onerror: reject }));
  }).catch((error) => {
    styled = undefined;
    throw error;
  }));

/** Beside the figure, inside the window. */
const place = () => {
  const gap = 8;
  const figure = current()?.getBoundingClientRect() ?? from.box;
  const [width, height] = [panel.offsetWidth, panel.offsetHeight];
  const [right, bottom] = [document.documentElement.clientWidth, innerHeight];
  const left = Math.max(gap, Math.min(figure.left, right - width - gap));
  let top = figure.bottom + gap;
  if (top + height > bottom - gap) top = figure.top - gap - height;
  if (top < gap) top = Math.max(gap, Math.min(figure.bottom + gap, bottom - height - gap));
  offset = [left - figure.left, top - figure.top];
  put(figure);
};

const put = ({ left, top }) => {
  panel.style.left = `${left + offset[0] + scrollX}px`;
  panel.style.top = `${top + offset[1] + scrollY}px`;
};

/** The page was laid out anew: what is out of sight has its height only when it comes near. */
const follow = () => {
  const figure = panel.matches(":popover-open") && current()?.getBoundingClientRect();
  // In a table that was closed it stands nowhere.
  if (figure?.width) put(figure);
};

/** The figure that was asked; the application may have put another element in its place. */
const current = () => {
  if (from.element.isConnected) return from.element;
  const same = document.querySelectorAll(from.same);
  return same[from.index] ?? same[0];
};

/** The address that a citation gives: that of the edition, where the page does not say it. */
const cited = (key) => {
  const [, root, lang] = /^(.*?)(en\/)?figures\/$/.exec(page.address);
  const edition = document.querySelector("meta[name=jamsostek-edition]")?.content;
  // Newer figures have no edition of their own yet.
  const kept = edition && !newer() && !root.endsWith(`/v/${edition}/`) ? `v/${edition}/` : "";
  return `${root}${kept}${lang ?? ""}figures/#${key}`;
};

const show = async () => {
  const key = trail.at(-1);
  const section = document.importNode(page.document.getElementById(key), true);
  for (const link of section.querySelectorAll("a[href]")) {
    const href = link.getAttribute("href");
    if (href.startsWith("#")) continue;
    link.href = new URL(href, page.address);
    link.target = "_blank";
    link.rel = "noopener external";
  }
  // Names of parts are the page's own; here there may be others.
  section.removeAttribute("id");
  section.removeAttribute("aria-labelledby");
  const heading = section.querySelector("h3");
  heading.id = "ask-h";
  const take = section.classList.contains("take") && (await import("./take.js"));
  const area = section.querySelector("textarea");
  if (area && !area.value.includes("/figures/#")) area.value += ` ${cited(key)}`;
  header = document.importNode(page.document.getElementById("panel").content, true);
  const [back, close, copy] = ["back", "close", "copy"].map((name) => header.querySelector(`[name=${name}]`));
  const status = header.querySelector("[role=status]");
  back.hidden = trail.length < 2;
  back.addEventListener("click", () => {
    trail.pop();
    show();
  });
  close.addEventListener("click", () => panel.hidePopover());
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(area.value);
      status.textContent = status.dataset.copied;
    } catch {
      area.focus();
      area.select();
      status.textContent = status.dataset.selected;
    }
  });
  const own = header.querySelector(".ask-copy");
  if (area) section.append(own);
  else own.remove();
  panel.replaceChildren(header, section);
  take?.fill?.(section, page.document);
  // Shown when it is filled: before, it would stand at the end of the page.
  if (!panel.matches(":popover-open")) panel.showPopover();
  panel.scrollTop = 0;
  place();
  heading.focus({ preventScroll: true });
};

const make = () => {
  panel = document.createElement("div");
  panel.popover = "auto";
  panel.className = "ask-panel";
  panel.setAttribute("role", "dialog");
  panel.setAttribute("aria-labelledby", "ask-h");
  panel.addEventListener("click", (event) => {
    const input = event.target.closest?.('a[href^="#"]');
    if (!input) return;
    event.preventDefault();
    trail.push(decodeURIComponent(input.hash.slice(1)));
    show();
  });
  // The panel stands at the end of the page: Tab leaves it to where its figure stands.
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Tab") return;
    const stops = [...panel.querySelectorAll("a[href], button, textarea")].filter((stop) => stop.checkVisibility());
    const last = event.shiftKey ? stops[0] : stops.at(-1);
    if (document.activeElement !== last && !(event.shiftKey && document.activeElement.id === "ask-h")) return;
    if (event.shiftKey) event.preventDefault();
    panel.hidePopover();
  });
  panel.addEventListener("beforetoggle", ({ newState }) => {
    if (newState !== "closed" || !(panel.contains(document.activeElement) || document.activeElement === document.body)) return;
    const element = current();
    element?.focus({ preventScroll: true });
  });
  addEventListener("resize", () => panel.matches(":popover-open") && place());
  // The panel stands outside the flow and does not count in that height.
  new ResizeObserver(follow).observe(document.body);
  document.body.append(panel);
};

/** Opens the panel for a link to a figure; `mark` is what was asked, where it is not the link. */
export const open = async (link, mark = link) => {
  if (!("popover" in HTMLElement.prototype)) throw new Error("no popovers");
  const address = link.href.split("#")[0];
  const key = decodeURIComponent(link.hash.slice(1));
  const [found] = await Promise.all([load(address), stylesheet()]);
  if (!found.getElementById(key)) throw new Error(`no ${key}`);
  if (!panel) make();
  page = { document: found, address };
  trail = [key];
  const same = mark === link
    ? `.ask[href="${CSS.escape(link.getAttribute("href"))}"]`
    : `#${mark.closest("figure").id} .mark[data-key="${CSS.escape(mark.dataset.key)}"]`;
  from = { element: mark, same, index: [...document.querySelectorAll(same)].indexOf(mark), box: mark.getBoundingClientRect() };
  await show();
};
