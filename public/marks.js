// Marks of charts by keyboard, pointer and finger: one stop a chart, arrows between its marks, a
// tooltip, and the panel of a mark's figure. What a mark says stands in the chart's table.
const NAMES = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };
/** A finger needs 44 px. */
const REACH = 22;

const squeezed = (text) => text.replace(/\s+/g, "");
const plain = (text) => text.replace(/\s+/g, " ").trim();
const chart = (canvas) => [...canvas.querySelectorAll("svg")].find((svg) => svg.getBoundingClientRect().width);
const marksOf = (svg) => [...svg.querySelectorAll(".mark")];

/** What a mark says: its name, the values that it shows, and how it compares. */
const spoken = (mark) => {
  const figure = mark.closest(".chart-figure");
  const { key } = mark.dataset;
  const row = figure.querySelector(`tr[data-key="${CSS.escape(key)}"]`);
  const headings = [...figure.querySelectorAll("thead th")].map((heading) => heading.textContent);
  if (!row) {
    // One of several marks of a row.
    const link = [...figure.querySelectorAll("td .ask")].find(({ hash }) => decodeURIComponent(hash) === `#${key}`);
    if (!link) return { name: plain(mark.textContent), values: [], links: [] };
    const cell = link.closest("td");
    const value = { heading: headings[cell.cellIndex], text: plain(cell.textContent) };
    return { name: plain(cell.parentElement.cells[0].textContent), values: [value], links: [link] };
  }
  const shown = squeezed(mark.textContent);
  const [name, ...cells] = [...row.cells].map((cell, index) => ({ cell, heading: headings[index], text: plain(cell.textContent) }));
  // Charts leave out what tables say in brackets.
  const seen = cells.filter(({ text }) => text && shown.includes(squeezed(text.replace(/ \(.+\)$/, ""))));
  const values = seen.length ? seen : cells.slice(0, 1);
  const links = values.map(({ cell }) => cell.querySelector(".ask")).filter(Boolean);
  return { name: name.text, values, links, say: row.dataset.say };
};

const label = ({ name, values, say }) => [name, ...values.map(({ heading, text }) => `${heading} ${text}`), say].filter(Boolean).join(", ");

/** Makes the marks of a chart stops: one for Tab, all for arrows. */
const prepare = (canvas, key) => {
  const svg = chart(canvas);
  if (!svg || svg.dataset.marks) return;
  svg.dataset.marks = "";
  // An image hides what it is made of.
  svg.setAttribute("role", "group");
  for (const rest of svg.querySelectorAll(".frame")) rest.setAttribute("aria-hidden", "true");
  const all = marksOf(svg);
  const first = all.find((mark) => mark.dataset.key === key) ?? all[0];
  for (const mark of all) {
    mark.setAttribute("role", "button");
    mark.setAttribute("aria-label", label(spoken(mark)));
    mark.setAttribute("tabindex", mark === first ? "0" : "-1");
  }
};

/** The mark at a place: the one that is hit, or the nearest one within reach or in the same row. */
const at = (canvas, x, y) => {
  const svg = chart(canvas);
  if (!svg) return undefined;
  const away = (from, to, at) => Math.max(from - at, 0, at - to);
  const found = marksOf(svg).map((mark) => {
    const box = mark.getBoundingClientRect();
    return { mark, down: away(box.top, box.bottom, y), across: away(box.left, box.right, x) };
  });
  const near = found.filter(({ down, across }) => down <= REACH && (across <= REACH || !down));
  return near.sort((a, b) => a.down + a.across - b.down - b.across)[0]?.mark;
};

let tip, ring, active, keys;

const hide = () => {
  if (tip) tip.hidden = ring.hidden = true;
  active = undefined;
};

const element = (tag, className) => {
  const made = Object.assign(document.createElement(tag), { className, hidden: true });
  // A mark's own name says the same.
  made.setAttribute("aria-hidden", "true");
  document.body.append(made);
  return made;
};

/** Shows what a mark says beside it, inside the window. */
const show = (mark) => {
  if (!mark || mark === active) return;
  tip ??= element("div", "mark-tip");
  ring ??= element("div", "mark-ring");
  active = mark;
  const { name, values, say } = spoken(mark);
  const lines = [["strong", name], ...values.map(({ heading, text }) => ["span", `${heading}: ${text}`]), ...(say ? [["span", say]] : [])];
  tip.replaceChildren(...lines.map(([tag, text]) => Object.assign(document.createElement(tag), { textContent: text })));
  tip.hidden = ring.hidden = false;
  const box = mark.getBoundingClientRect();
  Object.assign(ring.style, { left: `${box.left + scrollX - 4}px`, top: `${box.top + scrollY - 3}px`, width: `${box.width + 8}px`, height: `${box.height + 6}px` });
  ring.dataset.focus = document.activeElement === mark ? "1" : "";
  // At the end of the row, so that the way to the rows above stays free.
  const left = Math.max(8, Math.min(box.right, document.documentElement.clientWidth - 8) - tip.offsetWidth);
  const above = box.top - tip.offsetHeight - 8;
  const top = above >= 4 ? above : Math.min(box.bottom + 8, innerHeight - tip.offsetHeight - 4);
  Object.assign(tip.style, { left: `${left + scrollX}px`, top: `${Math.max(0, top) + scrollY}px` });
};

/** Opens the panel of a mark's figure: of its second part, where that was hit. */
const ask = (mark, target) => {
  const { links } = spoken(mark);
  const link = target?.matches?.(".c-implied, .c-value-implied") ? links.at(-1) : links[0];
  if (!link) return;
  hide();
  import("./ask.js").then((script) => script.open(link, mark)).catch(() => location.assign(link.href));
};

const canvasOf = (target) => target.closest?.(".canvas");
const all = () => document.querySelectorAll(".canvas");

/** The application draws charts anew: their marks become stops again, and keep the focus. */
const watch = new MutationObserver(() => {
  if (active && !active.isConnected) hide();
  for (const canvas of all()) {
    const held = keys?.figure === canvas.closest(".chart-figure").id;
    prepare(canvas, held ? keys.key : undefined);
    if (held && document.activeElement === document.body) {
      chart(canvas)?.querySelector('.mark[tabindex="0"]')?.focus({ preventScroll: true });
    }
  }
});

const pointed = (event) => {
  if (event.target === tip || event.target.parentElement === tip) return;
  const canvas = canvasOf(event.target);
  const mark = canvas && at(canvas, event.clientX, event.clientY);
  if (canvas) canvas.style.cursor = mark ? "pointer" : "";
  // A finger asks at once; a tooltip would be under it.
  if (event.pointerType === "touch") return;
  if (mark) show(mark);
  else if (active && active !== document.activeElement) hide();
};

const stylesheet = () =>
  new Promise((resolve, reject) => {
    const href = new URL("marks.css", import.meta.url);
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: resolve, onerror: reject }));
  });

const clicked = (event) => {
  const canvas = canvasOf(event.target);
  const mark = canvas && (event.target.closest(".mark") ?? at(canvas, event.clientX, event.clientY));
  if (mark) ask(mark, event.target);
};

const begin = async () => {
  await stylesheet();
  for (const canvas of all()) prepare(canvas);
  watch.observe(document.getElementById("app"), { childList: true, subtree: true });
  addEventListener("pointermove", pointed);
  addEventListener("pointerover", pointed);
  addEventListener("click", clicked);
  // Whoever points elsewhere has left the marks.
  addEventListener("pointerdown", () => (keys = undefined));
  addEventListener("focusin", ({ target }) => {
    const mark = target.closest?.(".canvas .mark");
    keys = mark && { figure: mark.closest(".chart-figure").id, key: mark.dataset.key };
    if (mark) {
      active = undefined;
      show(mark);
    } else hide();
  });
  addEventListener("keydown", (event) => {
    const mark = event.target.closest?.(".canvas .mark");
    if (event.key === "Escape") hide();
    if (!mark || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      ask(mark);
    } else if (event.key in NAMES) {
      event.preventDefault();
      const marks = marksOf(mark.ownerSVGElement);
      const next = marks[Math.max(0, Math.min(marks.indexOf(mark) + NAMES[event.key], marks.length - 1))];
      mark.setAttribute("tabindex", "-1");
      next.setAttribute("tabindex", "0");
      next.focus();
    }
  });
  addEventListener("resize", () => {
    hide();
    for (const canvas of all()) prepare(canvas);
  });
  addEventListener("scroll", () => active && !active.matches(":focus") && hide(), { passive: true });
};

let begun, ready;

/** Starts with the events that came before the script. */
export const start = async (event) => {
  if (ready) return;
  await (begun ??= begin());
  ready = true;
  if (event.type === "click") clicked(event);
  else if (event.type === "pointerover") pointed(event);
};
