// What must be known before anything is painted, and the start of the application. Where it does not start, the
// page says why, and can be read all the same.
{
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  const isCopy = location.protocol === "file:";
  root.dataset.app = "loading";
  const theme = query.get("theme");
  if (theme && /^(auto|light|dark)$/.test(theme)) root.dataset.theme = theme;
  // What a host asks of an embed.
  for (const name of ["transparent", "title", "credit", "notes", "accent"]) {
    if (query.has(name)) root.dataset[name] = query.get(name) ?? "";
  }
  // Parts that will look otherwise once the application is there wait for it, but not for ever.
  root.dataset.pending = [...query.keys()].map((key) => key.split(".")[0]).join(" ");
  setTimeout(() => delete root.dataset.pending, 5000);

  /** @type {(reason: string) => void} */
  const say = (reason) => {
    const notice = /** @type {HTMLElement} */ (document.getElementById("failed"));
    notice.dataset.reason = reason;
    notice.hidden = false;
  };
  /** @type {(reason: string, error?: unknown) => void} */
  const fail = (reason, error) => {
    say(reason);
    delete root.dataset.pending;
    root.dataset.app = "failed";
    if (error) console.error(error);
  };
  const isLoading = () => root.dataset.app === "loading";
  setTimeout(() => isLoading() && say("slow"), 4000);

  /** The addresses of script and module, which stand in the head: so this script is the same at every depth. */
  const files = () =>
    [...document.querySelectorAll("link[rel=modulepreload], link[type='application/wasm']")].map(
      (link) => /** @type {HTMLLinkElement} */ (link).href,
    );
  addEventListener("DOMContentLoaded", () => {
    // What the address says of charts is shown before the application is there.
    for (const block of (query.get("open") ?? "").split(",")) {
      for (const table of document.querySelectorAll(`details[data-block="${CSS.escape(block)}"]`)) {
        table.setAttribute("open", "");
        table.closest(".menu")?.setAttribute("open", "");
      }
    }
    const [script, , module] = files();
    if (isCopy) fail("copy");
    else if (typeof WebAssembly !== "object") fail("browser");
    else if (!module || !document.getElementById("notice") || !document.querySelector("meta[name=jamsostek-root]")) fail("page");
    else
      import(script)
        .then((app) => app.default({ module_or_path: module }))
        .catch((error) => fail("connection", error));
  });
  addEventListener("error", ({ error }) => {
    if (isLoading() && error instanceof WebAssembly.RuntimeError) fail("connection", error);
  });
  addEventListener("click", async ({ target }) => {
    const pressed = target instanceof Element ? target : null;
    const retry = /** @type {HTMLButtonElement | null | undefined} */ (pressed?.closest("#failed button"));
    if (retry) {
      retry.disabled = true;
      // The browser may keep a bad answer; a good one takes its place.
      await Promise.allSettled([location.href, ...files()].map((file) => fetch(file, { cache: "reload" })));
      location.reload();
    }
    // Of a folder on a device no server picks the page.
    const link = isCopy && pressed?.closest("a");
    if (link && link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  }, true);
  // On paper a reader sees where the page is to be found.
  addEventListener("beforeprint", () => {
    for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#edition, .embed-credit"))) {
      place.dataset.address = location.href;
    }
  });
}
