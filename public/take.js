// Taking a block along: its chart as a picture or a drawing, the figures that are shown as CSV or JSON,
// its table as text, the address of the view. The panel (`ask.js`) shows the section this fills; words
// and files that the build wrote stand in it.

const plain = (text) => text.replace(/\s+/g, " ").trim();
const NAMESPACE = "http://www.w3.org/2000/svg";

/** CSV after RFC 4180 for spreadsheet programs, as src/table/csv.rs writes it. */
const defused = (text) =>
  /^[ \u00a0\ufeff\u200b]*[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^-\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
const field = (text) => (/[,;"\r\n\t]|^ | $/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csv = (rows) => `\ufeff${rows.map((row) => `${row.map((text) => field(defused(text))).join(",")}\r\n`).join("")}`;

/** Rows of CSV as tabs and lines, for documents. */
const cells = (text) => {
  const rows = [[""]];
  for (const [, quoted, bare, end] of text.replace(/^\ufeff/, "").matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n"]+))|(,|\r?\n)/g)) {
    if (end === ",") rows.at(-1).push("");
    else if (end) rows.push([""]);
    else rows.at(-1)[rows.at(-1).length - 1] = quoted?.replaceAll('""', '"') ?? bare;
  }
  return rows.filter((row) => row.some(Boolean));
};

/** What a block shows: its charts, and the part of the page that it is. */
const shown = (block) => {
  const part = document.getElementById(block);
  // A section holds blocks that are taken along by themselves.
  const own = (figure) => figure.closest(".block, section") === part;
  return { part, charts: [...(part?.querySelectorAll(".chart-figure") ?? [])].filter(own) };
};

const titleOf = (figure) => plain(figure.querySelector("h3").textContent);

/** The figures of a chart, one a row, from what the page of figures says of each. */
const figures = (figure, page) => {
  const headings = [...figure.querySelectorAll("thead th")].map((heading) => plain(heading.textContent));
  return [...figure.querySelectorAll("tbody tr")].flatMap((row) =>
    [...row.querySelectorAll(".ask")].map((link) => {
      const key = decodeURIComponent(link.hash.slice(1));
      const { value = "", low = "", high = "", unit = "", time = "" } = page.getElementById(key)?.dataset ?? {};
      const source = page.getElementById(key)?.querySelector('a[rel~="external"]')?.href ?? "";
      return { name: plain(row.cells[0].textContent), measure: headings[link.closest("td, th").cellIndex], value, low, high, unit, time, shown: plain(link.textContent), figure: key, source };
    }),
  );
};

/** The table of a block as it is shown: the file that is offered, a chart's table, or a list. */
const table = async ({ charts, part }) => {
  const file = part?.querySelector("a.download");
  if (file) {
    const { href } = file;
    return cells(href.startsWith("data:") ? decodeURIComponent(href.slice(href.indexOf(",") + 1)) : await (await fetch(href)).text());
  }
  if (charts.length) {
    return charts.flatMap((figure) => [...figure.querySelectorAll("tr")].map((row) => [...row.cells].map((cell) => plain(cell.textContent))));
  }
  return [...(part?.querySelectorAll("li") ?? [])].map((item) => [...item.children].map((child) => plain(child.textContent)));
};

/** A colour or a size of the page. */
const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const LOOKS = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "font-size", "font-weight", "font-style"];

/** A chart that needs no stylesheet, with its title above and its source below. */
const drawing = (figure, credit) => {
  const svg = [...figure.querySelectorAll("svg")].find((svg) => svg.getBoundingClientRect().width);
  const { width, height } = svg.viewBox.baseVal;
  const font = getComputedStyle(document.documentElement).fontFamily;
  const chart = svg.cloneNode(true);
  const [from, to] = [svg, chart].map((root) => [...root.querySelectorAll("*")]);
  to.forEach((element, index) => {
    const style = getComputedStyle(from[index]);
    for (const name of LOOKS) {
      const value = style.getPropertyValue(name);
      if (value && !value.includes("url(")) element.setAttribute(name, value);
    }
    for (const name of ["tabindex", "role", "aria-label", "aria-hidden"]) element.removeAttribute(name);
  });
  const measure = document.createElement("canvas").getContext("2d");
  const lines = (text, size, weight) => {
    measure.font = `${weight} ${size}px ${font}`;
    return text.split(" ").reduce((lines, word) => {
      const longer = `${lines.at(-1)} ${word}`.trim();
      if (measure.measureText(longer).width <= width || !lines.at(-1)) lines[lines.length - 1] = longer;
      else lines.push(word);
      return lines;
    }, [""]);
  };
  const make = (name, attributes, text = "") => {
    const element = document.createElementNS(NAMESPACE, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.textContent = text;
    return element;
  };
  const margin = 16;
  let y = margin;
  const whole = make("svg", { "font-family": font });
  const write = (text, size, weight, fill) => {
    for (const line of lines(text, size, weight)) {
      y += size * 1.4;
      whole.append(make("text", { x: margin, y: y - size * 0.35, "font-size": `${size}px`, "font-weight": weight, fill }, line));
    }
  };
  write(titleOf(figure), 18, 650, token("--ink"));
  y += margin / 2;
  const top = y;
  y += height + margin / 2;
  write(credit, 12, 400, token("--ink-muted"));
  y = Math.ceil(y + margin);
  const wide = width + 2 * margin;
  for (const [name, value] of Object.entries({ width: wide, height: y, viewBox: `0 0 ${wide} ${y}`, role: "img" })) whole.setAttribute(name, value);
  for (const [name, value] of Object.entries({ x: margin, y: top, width, height })) chart.setAttribute(name, value);
  for (const name of ["class", "role", "aria-labelledby", "aria-describedby"]) chart.removeAttribute(name);
  chart.setAttribute("font-size", "14px");
  const said = plain(figure.querySelector(".chart-text").textContent);
  whole.prepend(make("title", {}, titleOf(figure)), make("desc", {}, said), make("rect", { width: wide, height: y, fill: token("--paper") }), chart);
  return { text: new XMLSerializer().serializeToString(whole), width: wide, height: y };
};

/** A drawing as a picture with twice as many pixels each way. */
const picture = async ({ text, width, height }) => {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: 2 * width, height: 2 * height });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"));
};

/** Fills the section of a block in its panel. `page` is the page that it came from. */
export const fill = (section, page) => {
  const { block, file, credit } = section.dataset;
  // A sandbox without an origin saves nothing.
  const sealed = self.origin === "null";
  const status = section.querySelector("[role=status]");
  const live = section.querySelector(".take-live");
  const button = (name) => live.querySelector(`[name=${name}]`);
  const { charts, part } = shown(block);
  const offered = [...(charts.length ? ["png", "svg", "csv", "json"] : []), ...(part?.querySelector("li, table") ? ["text"] : []), "link"];
  const say = (what) => (status.textContent = status.dataset[what]);
  const clear = () => {
    for (const made of section.querySelectorAll(".take-copy, .take-picture")) made.remove();
    status.textContent = "";
  };
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      say("copied");
    } catch {
      const area = Object.assign(document.createElement("textarea"), { className: "take-copy", readOnly: true, rows: 4, value: text });
      area.setAttribute("aria-labelledby", "ask-h");
      status.after(area);
      area.focus();
      area.select();
      say("selected");
    }
  };
  // Further charts of a block are told apart by their names.
  const named = (figure) => (figure.id === `${block}-chart` ? "" : `-${figure.id.replace(/-chart$/, "")}`);
  const save = (blob, ending) => {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: `${file}${ending}` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    say("saved");
  };
  const text = (content, ending, type) => (sealed ? copy(content) : save(new Blob([content], { type: `${type};charset=utf-8` }), ending));
  const rows = () => shown(block).charts.flatMap((figure) => figures(figure, page));
  const acts = {
    png: async () => {
      for (const figure of shown(block).charts) {
        const blob = await picture(drawing(figure, credit));
        if (sealed) {
          status.after(Object.assign(new Image(), { className: "take-picture", src: URL.createObjectURL(blob), alt: titleOf(figure) }));
          say("shown");
        } else save(blob, `${named(figure)}.png`);
      }
    },
    svg: async () => {
      for (const figure of shown(block).charts) await text(drawing(figure, credit).text, `${named(figure)}.svg`, "image/svg+xml");
    },
    csv: () => {
      const all = rows();
      return text(csv([Object.keys(all[0] ?? {}), ...all.map(Object.values)]), ".csv", "text/csv");
    },
    json: () => {
      const number = (name, value) => (/^(value|low|high)$/.test(name) ? (value === "" ? null : Number(value)) : value);
      const all = rows().map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, number(name, value)])));
      return text(`${JSON.stringify({ titles: shown(block).charts.map(titleOf), credit, figures: all }, null, 2)}\n`, ".json", "application/json");
    },
    text: async () => copy((await table(shown(block))).map((row) => row.join("\t")).join("\n")),
    link: () => copy(`${location.href.split("#")[0]}${document.getElementById(block) ? `#${block}` : ""}`),
  };
  for (const name of offered) {
    const one = button(name);
    one.hidden = false;
    if (sealed) one.textContent = one.dataset.copy;
    one.addEventListener("click", async () => {
      clear();
      await acts[name]();
    });
  }
  live.hidden = false;
};
