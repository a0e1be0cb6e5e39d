// Keeps pages for those without a connection. What is named after its content is taken from what is kept; all else is
// asked for first.
{
  const worker = /** @type {any} */ (self);
  /** Filled in by the build: `files` are kept from the first, and files whose addresses begin as `visited` says once they
   * are visited. @type {{ name: string, files: string[], visited: string[] }} */
  const kept = JSON.parse('{"name":"","files":[],"visited":[]}');
  /** How many visited files are kept. */
  const most = 400;
  const prefix = `jamsostek ${worker.registration.scope} `;
  const name = prefix + kept.name;
  const seen = (/** @type {string} */ address) => new URL(address, location.href).href;
  const files = new Set(kept.files.map(seen));
  const visited = kept.visited.map(seen);
  const isNamed = (/** @type {string} */ address) => /[-/][0-9a-f]{16}[./]/.test(address);
  const isVisited = (/** @type {string} */ address) => visited.some((start) => address.startsWith(start));

  /** What is kept of an address. @type {(address: string) => Promise<Response | undefined>} */
  const find = async (address) => {
    try {
      return await caches.match(address, { cacheName: name, ignoreSearch: true });
    } catch {
      return undefined;
    }
  };
  /** Keeps a file; the oldest of those that were visited go. @type {(address: string, answer: Response) => Promise<void>} */
  const keep = async (address, answer) => {
    try {
      const cache = await caches.open(name);
      await cache.put(address, answer);
      const others = (await cache.keys()).filter(({ url }) => !files.has(url));
      for (const old of others.slice(0, -most)) await cache.delete(old);
    } catch {
      // A full disk is no reason for a page not to work.
    }
  };

  /** Takes over what was visited of an older release and is named after its content. @type {(older: string) => Promise<void>} */
  const take = async (older) => {
    try {
      const [before, cache] = [await caches.open(older), await caches.open(name)];
      for (const { url } of await before.keys()) {
        const answer = isNamed(url) && isVisited(url) && !files.has(url) && (await before.match(url));
        if (answer) await cache.put(url, answer);
      }
    } catch {
      // It is asked for again where it is visited again.
    }
  };

  addEventListener("install", (event) => {
    const keepAll = async () => {
      const cache = await caches.open(name);
      // An older page would name files that are gone.
      const fresh = [...files].map((file) => new Request(file, { cache: isNamed(file) ? "default" : "no-cache" }));
      await cache.addAll(fresh);
      await worker.skipWaiting();
    };
    /** @type {any} */ (event).waitUntil(keepAll());
  });
  addEventListener("activate", (event) => {
    const tidy = async () => {
      for (const other of await caches.keys()) {
        if (!other.startsWith(prefix) || other === name) continue;
        await take(other);
        await caches.delete(other);
      }
      await worker.clients.claim();
    };
    /** @type {any} */ (event).waitUntil(tidy());
  });
  // The page says what came before this was there to see it.
  addEventListener("message", (event) => {
    const keepAll = async () => {
      for (const address of event.data) {
        if (!isVisited(address) || (await find(address))) continue;
        const answer = await fetch(address, { cache: "force-cache" }).catch(() => undefined);
        if (answer?.ok) await keep(address, answer);
      }
    };
    /** @type {any} */ (event).waitUntil(keepAll());
  });
  addEventListener("fetch", (event) => {
    const { request } = /** @type {{ request: Request }} */ (/** @type {unknown} */ (event));
    const { origin, pathname } = new URL(request.url);
    if (request.method !== "GET" || origin !== location.origin) return;
    const address = origin + pathname;
    const answer = async () => {
      const found = await find(address);
      // What came damaged is asked for again.
      if (found && isNamed(address) && request.cache !== "reload") return found;
      try {
        const fresh = await fetch(request);
        if (fresh.ok && isVisited(address)) /** @type {any} */ (event).waitUntil(keep(address, fresh.clone()));
        return fresh;
      } catch (error) {
        if (found) return found;
        throw error;
      }
    };
    /** @type {any} */ (event).respondWith(answer());
  });
}
