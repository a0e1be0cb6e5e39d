// Keeps the studio for those without a connection. What is named after its content is taken from what is kept; the
// page and the dataset are asked for first.
{
  const worker = /** @type {any} */ (self);
  /** What is kept, filled in by the build. @type {{ name: string, files: string[] }} */
  const kept = JSON.parse('{"name":"","files":[]}');
  const prefix = `jamsostek ${worker.registration.scope} `;
  const name = prefix + kept.name;

  addEventListener("install", (event) => {
    const keep = async () => {
      const cache = await caches.open(name);
      await cache.addAll(kept.files);
      await worker.skipWaiting();
    };
    /** @type {any} */ (event).waitUntil(keep());
  });
  addEventListener("activate", (event) => {
    const tidy = async () => {
      for (const other of await caches.keys()) {
        if (other.startsWith(prefix) && other !== name) await caches.delete(other);
      }
      await worker.clients.claim();
    };
    /** @type {any} */ (event).waitUntil(tidy());
  });
  addEventListener("fetch", (event) => {
    const { request } = /** @type {{ request: Request }} */ (/** @type {unknown} */ (event));
    if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
    const isNamed = /[-/][0-9a-f]{16}[./]/.test(request.url);
    const answer = async () => {
      const cache = await caches.open(name);
      const found = await cache.match(request, { ignoreSearch: true });
      if (found && isNamed) return found;
      try {
        return await fetch(request);
      } catch (error) {
        if (found) return found;
        throw error;
      }
    };
    /** @type {any} */ (event).respondWith(answer());
  });
}
