// The form that makes snippets: on its own page (`embed/`), and in a dialog on the report, which
// takes it from there. Its words and the templates of the snippets stand in that page.
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text) => text.replace(/[&<>"]/g, (letter) => ESCAPES[letter]);
const filled = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** Makes a form work. `from` is the document that it came from, `page` that document's address. */
const start = (form, from, page) => {
  const field = form.elements;
  const { code, copy, edition } = field;
  const [status, picture, hint] = ["[role=status]", ".builder-picture", ".builder-hint"].map((part) => form.querySelector(part));
  const named = from.querySelector("meta[name=jamsostek-edition]")?.content ?? "";
  const kept = /^[\w.-]+$/.test(named) ? `v/${named}/` : "";
  // Pages of an edition lie below the site's own.
  const above = (address) => (kept && address.endsWith(`/${kept}`) ? address.slice(0, -kept.length) : address);
  // What lies here is previewed, whichever edition it is.
  const here = new URL(form.dataset.root, page).href;
  const site = above(form.dataset.site || here);
  edition.closest("label").hidden = !kept;
  let preview = form.querySelector("iframe");

  const show = (src, title, width) => {
    // A new frame each time: a new address in an old one would be a step of the reader's history.
    const fresh = preview.cloneNode();
    fresh.removeAttribute("style");
    if (src) {
      fresh.src = src;
      fresh.title = title;
      fresh.style.inlineSize = width ? `${width}px` : "100%";
    }
    fresh.hidden = !src;
    // Keys that are pressed in the preview do not reach the dialog.
    fresh.addEventListener("load", () => {
      fresh.contentWindow?.addEventListener("keydown", ({ key }) => key === "Escape" && form.closest("dialog")?.close());
    });
    preview.replaceWith(fresh);
    preview = fresh;
  };

  const update = () => {
    const { value: block, dataset: about } = field.block.selectedOptions[0];
    const kind = form.querySelector("input[name=kind]:checked");
    const lang = field.lang.value;
    const [title, alt, height, room] =
      lang === "en" ? [about.titleEn, about.altEn, about.heightEn, about.roomEn] : [about.titleId, about.altId, about.heightId, about.roomId];
    // A link and a picture are what they are.
    const plain = kind.value === "link" || kind.value === "picture";
    for (const name of ["theme", "width", "title"]) field[name].disabled = plain;
    const asked = plain ? [] : [...(field.theme.value ? [["theme", field.theme.value]] : []), ...(field.title.checked ? [] : [["title", "0"]])];
    // The line of a title; the headline has none.
    const less = plain || field.title.checked || block === "headline" ? 0 : 36;
    const version = edition.value ? kept : "";
    const report = lang === "en" ? "en/" : "";
    const folder = `${report}embed/${block}/`;
    const query = asked.length ? `?${new URLSearchParams(asked)}` : "";
    const width = field.width.value;
    const attributes = asked.map(([name, value]) => ` ${name}="${value}"`).join("");
    const values = {
      block, lang,
      src: `${site}${version}${folder}${query}`,
      report: `${site}${version}${report}`,
      picture: `${site}${version}${folder}picture.png`,
      script: `${site}${version}${form.dataset.script}`,
      integrity: form.dataset.integrity,
      height: height - less,
      room: room.replace(/\d+(?=px,|px\)$)/g, (pixels) => pixels - less),
      width: width || "100%",
      attributes,
      limit: width ? `;max-width:${width}px` : "",
      title: escaped(title),
      alt: escaped(alt),
    };
    code.value = filled(kind.dataset.template, values);
    hint.textContent = kind.dataset.hint;
    status.textContent = "";
    const image = kind.value === "picture" ? `${here}${folder}picture.png` : "";
    picture.hidden = !image;
    if (image) {
      picture.querySelector("a").href = picture.querySelector("img").src = image;
      picture.querySelector("img").alt = alt;
    }
    const src = image ? "" : `${here}${folder}${query}`;
    const shown = plain ? "" : width;
    if (src !== preview.src || preview.style.inlineSize !== (shown ? `${shown}px` : "100%")) show(src, title, shown);
  };

  form.addEventListener("change", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.value);
      status.textContent = form.dataset.copied;
    } catch {
      code.focus();
      code.select();
      status.textContent = form.dataset.selected;
    }
  });
  addEventListener("message", ({ source, data }) => {
    const [height] = Object.values(data?.["datawrapper-height"] ?? {});
    if (source && source === preview.contentWindow && height > 0 && height <= 20000) preview.style.blockSize = `${height}px`;
  });
  form.hidden = false;
  return {
    choose: (block) => {
      if ([...field.block.options].some((option) => option.value === block)) field.block.value = block;
      update();
    },
    rest: () => show(""),
  };
};

const stylesheet = (href) =>
  new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: resolve, onerror: reject });
    document.head.append(link);
  });

const load = async (page) => {
  const response = await fetch(page);
  if (!response.ok) throw new Error(`${response.status} ${page}`);
  const from = new DOMParser().parseFromString(await response.text(), "text/html");
  const form = document.adoptNode(from.getElementById("builder"));
  await stylesheet(new URL("embed-builder.css", import.meta.url));
  const dialog = document.createElement("dialog");
  dialog.className = "builder-dialog";
  dialog.setAttribute("aria-labelledby", "builder-h");
  dialog.append(form);
  document.body.append(dialog);
  const builder = start(form, from, page);
  const close = form.elements.close;
  close.hidden = false;
  close.addEventListener("click", () => dialog.close());
  return { dialog, form, ...builder };
};

let loading;

/** Opens the form in a dialog for the block that a link names; fails where that cannot be done. */
export const open = async (link) => {
  const href = link.getAttribute("href");
  loading ??= load(link.href);
  const { dialog, form, choose, rest } = await loading.catch((error) => {
    loading = undefined;
    throw error;
  });
  if (dialog.open) return;
  choose(link.hash.slice(1));
  const back = () => {
    rest();
    // The application may have put another link in the place of this one.
    (link.isConnected ? link : document.querySelector(`a[href="${href}"]`))?.focus();
  };
  dialog.addEventListener("close", back, { once: true });
  dialog.showModal();
  form.elements.block.focus();
};

const own = document.getElementById("builder");
if (own) {
  document.getElementById("ready").hidden = true;
  start(own, document, location.href).choose(location.hash.slice(1));
}
