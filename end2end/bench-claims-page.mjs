// When the page of claims has its figures and its rows on a slow line, as ratios to a page of the same text that only
// fetches the same files. Run by `cargo xtask bench claims`, which serves the site and the bare page beside it.
import { SLOW, launch, median } from "./bench-support.mjs";

const BASE = process.env.BASE_URL;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7);
const REGION = process.env.BENCH_REGION;

const PAGES = [
  { name: "bare and its files", path: "bare/" },
  { name: "claims/", path: "claims/" },
  { name: "claims/?region=…&programme=…", path: `claims/?region=${REGION}&programme=jht` },
];

/** Runs before the page's own scripts: remembers when figures and rows were there first. */
function watch() {
  const times = (window.times = {});
  const look = () => {
    // What the build wrote are the figures of the whole; others come with the application, and with them the table.
    const figures = location.search ? "#claims-rows" : "#claims-explorer dl.measures .value";
    if (!times.figures && document.querySelector(figures)) times.figures = performance.now();
    if (!times.rows && document.querySelector("#claims-rows .grid-body [role=row]")) times.rows = performance.now();
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
}

/** Runs in the page: what it has seen, once everything is there; null before. */
function seen() {
  const bare = performance.getEntriesByName("files")[0]?.startTime;
  const { figures, rows } = window.times;
  const fcp = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
  if (!fcp || (location.pathname.endsWith("/bare/") ? !bare : !rows)) return null;
  return { fcp, figures: bare ?? Math.max(figures, fcp), rows: rows ?? NaN };
}

async function visit(browser, page) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
  const tab = await context.newPage();
  await tab.addInitScript(watch);
  const session = await context.newCDPSession(tab);
  await session.send("Network.enable");
  const line = { downloadThroughput: SLOW.download, uploadThroughput: SLOW.download };
  await session.send("Network.emulateNetworkConditions", { offline: false, latency: SLOW.latency, ...line });
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOW.cpu });
  await tab.waitForTimeout(800);
  await tab.goto(BASE + page.path, { waitUntil: "commit" });
  const handle = await tab.waitForFunction(seen, null, { polling: 250, timeout: 60_000 });
  const result = await handle.jsonValue();
  const bytes = await tab.evaluate(() =>
    performance.getEntries().reduce((sum, { transferSize }) => sum + (transferSize ?? 0), 0),
  );
  await context.close();
  return { ...result, bytes };
}

const browser = await launch();
const results = new Map(PAGES.map(({ name }) => [name, []]));
for (let round = 0; round < ROUNDS; round += 1) {
  for (const page of PAGES) results.get(page.name).push(await visit(browser, page));
  console.error(`round ${round + 1} of ${ROUNDS}`);
}
await browser.close();

const of = (name, what) => median(results.get(name).map((result) => result[what]));
const whole = (value) => (Number.isNaN(value) ? "–" : value.toFixed(0));
console.log("| page, slow profile, cold | first paint ms | figures ms | × bare | rows ms | KB |");
console.log("|---|--:|--:|--:|--:|--:|");
for (const { name } of PAGES) {
  const times = [whole(of(name, "fcp")), whole(of(name, "figures"))];
  const ratio = (of(name, "figures") / of(PAGES[0].name, "figures")).toFixed(2);
  console.log(`| ${[name, ...times, ratio, whole(of(name, "rows")), whole(of(name, "bytes") / 1000)].join(" | ")} |`);
}
