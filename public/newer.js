// Where the dataset is newer than the pages: answers about its figures, from a module that nobody else
// loads (src/explain.rs), in the place of those that the build wrote.

/** Renews the page of all figures. */
export const renew = async (found) => {
  const meta = (name) => document.querySelector(`meta[name=jamsostek-${name}]`).content;
  const { lang, dataset } = document.documentElement;
  const [file, root] = [meta("dataset"), new URL(meta("root"), document.baseURI)];
  const [explain, text] = await Promise.all([
    import("./explain.js"),
    fetch(new URL(file, root)).then((response) => response.text()),
  ]);
  await explain.default();
  found.getElementById("app").innerHTML = explain.figures(text, lang, dataset.newer, file);
  // Pictures and tables are files that the build wrote, of the earlier figures.
  for (const link of found.querySelectorAll(".take-list a[download]")) {
    if (!link.getAttribute("href").endsWith(`/${file}`)) link.parentElement.remove();
  }
};
