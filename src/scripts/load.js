// Starts the application. Its addresses are those of the links in the head, so that the script is the
// same at every depth. Where it does not start, the page says so and can be read all the same.
{
  /** @type {(selector: string) => string} */
  const address = (selector) => /** @type {HTMLLinkElement} */ (document.querySelector(selector)).href;
  import(address("link[rel=modulepreload]"))
    .then((app) => app.default({ module_or_path: address('link[type="application/wasm"]') }))
    .catch((error) => {
      /** @type {HTMLElement} */ (document.getElementById("failed")).hidden = false;
      delete document.documentElement.dataset.pending;
      document.documentElement.dataset.app = "failed";
      console.error(error);
    });
  // Tables of charts that the address says are open are open before the application is there.
  for (const block of (new URLSearchParams(location.search).get("open") ?? "").split(",")) {
    document.getElementById(`${block}-chart`)?.querySelector("details")?.setAttribute("open", "");
  }
}
