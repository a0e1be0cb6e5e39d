// The start of a report that is one file. What the application asks for is in the file; nothing else is loaded.
{
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  root.dataset.app = "loading";
  const theme = query.get("theme");
  if (theme && /^(auto|light|dark)$/.test(theme)) root.dataset.theme = theme;

  /** @type {(reason: string, error?: unknown) => void} */
  const fail = (reason, error) => {
    const notice = /** @type {HTMLElement} */ (document.getElementById("failed"));
    notice.dataset.reason = reason;
    notice.hidden = false;
    root.dataset.app = "failed";
    if (error) console.error(error);
  };

  /** The text of a part of the file. @type {(name: string) => string | null | undefined} */
  const part = (name) => document.querySelector(`script[data-file="${CSS.escape(name)}"]`)?.textContent;
  /** A part of the application, as a server would send it. @type {(name: string) => Response | null} */
  const module = (name) => {
    const packed = part(name);
    if (!packed) return null;
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream, { headers: { "Content-Type": "application/wasm" } });
  };
  window.fetch = async (input) => {
    const url = input instanceof Request ? input.url : `${input}`;
    const name = url.split(/[?#]/)[0].split("/").pop() ?? "";
    const answer = name === "data.json" ? new Response(part(name)) : module(name);
    if (!answer) throw new TypeError(`${name} is not in this file`);
    return answer;
  };
  // The stylesheets that the application would load stand in the page already.
  const href = Object.getOwnPropertyDescriptor(HTMLLinkElement.prototype, "href");
  if (href?.set) {
    const { set } = href;
    Object.defineProperty(HTMLLinkElement.prototype, "href", {
      ...href,
      set() {
        set.call(this, "data:text/css,");
      },
    });
  }

  addEventListener("DOMContentLoaded", () => {
    for (const block of (query.get("open") ?? "").split(",")) {
      for (const table of document.querySelectorAll(`details[data-block="${CSS.escape(block)}"]`)) {
        table.setAttribute("open", "");
        table.closest(".menu")?.setAttribute("open", "");
      }
    }
    const { jamsostek } = /** @type {any} */ (window);
    if (typeof WebAssembly !== "object" || typeof DecompressionStream !== "function") fail("browser");
    else if (!jamsostek) fail("page");
    else
      jamsostek
        .default({ module_or_path: fetch("app_bg.wasm") })
        .catch((/** @type {unknown} */ error) => fail("browser", error));
  });
  // The dataset is here, and can be taken along.
  addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest("a") : null;
    const dataset = part("data.json");
    const [name] = link?.getAttribute("href")?.match(/[^/]+\.json$/) ?? [];
    if (!link || !dataset || !name) return;
    link.download = name;
    link.setAttribute("href", URL.createObjectURL(new Blob([dataset], { type: "application/json" })));
  }, true);
}
