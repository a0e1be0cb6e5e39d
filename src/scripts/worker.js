// Starts the studio's worker. It stands beside the module that it starts.
const beside = (/** @type {string} */ name) => new URL(name, import.meta.url).href;
const { default: start } = await import(beside("studio-worker.js"));
await start({ module_or_path: beside("studio-worker_bg.wasm") });
