// How fast a page is seen and can be used, as ratios to the same text without anything else.
// Run by `cargo xtask bench`, which serves the site and a bare page beside it.
import { chromium } from "@playwright/test";

const BASE = process.env.BASE_URL;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7);

// A mid-range phone on mobile data, as in Lighthouse's mobile profile.
const SLOW = { download: (1.6e6 / 8), latency: 150, cpu: 4 };
const PROFILES = [
  { name: "none", slow: null, warm: false },
  { name: "slow", slow: SLOW, warm: false },
  { name: "warm reload", slow: null, warm: true },
];
const PAGES = [
  { name: "bare", path: "bare/", app: false },
  { name: "report", path: "", app: true },
  { name: "embed", path: "embed/handovers/", app: true },
];

/** Notes in the page: long tasks, the moment when everything is there, and when a sort click works. */
function watch() {
  const notes = { tasks: [], shift: 0, visible: null, usable: null };
  window.bench = notes;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) notes.tasks.push([entry.startTime, entry.duration]);
  }).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) notes.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  const look = () => {
    const now = performance.now();
    const table = document.querySelector("#handovers tbody tr, .embed-credit");
    if (notes.visible === null && document.readyState !== "loading" && table) notes.visible = now;
    if (notes.usable === null && document.documentElement.dataset.app === "ready") {
      const heading = document.querySelector("#handovers thead th");
      heading?.querySelector("button")?.click();
      if (heading?.getAttribute("aria-sort") !== "ascending") return requestAnimationFrame(look);
      notes.usable = performance.now();
    }
    if (notes.visible === null || notes.usable === null) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function measure(browser, page, profile) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  await tab.addInitScript(watch);
  if (profile.slow) {
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: profile.slow.latency,
      downloadThroughput: profile.slow.download,
      uploadThroughput: profile.slow.download,
    });
    await session.send("Emulation.setCPUThrottlingRate", { rate: profile.slow.cpu });
  }
  const settle = async () => {
    if (page.app) await tab.waitForFunction(() => window.bench.usable !== null, null, { timeout: 60_000 });
    await tab.waitForTimeout(300);
  };
  await tab.goto(BASE + page.path);
  await settle();
  if (profile.warm) {
    await tab.reload();
    await settle();
  }
  const result = await tab.evaluate(() => {
    const fcp = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN;
    const { tasks, shift, visible, usable } = window.bench;
    const after = tasks.filter(([start, duration]) => start + duration > fcp);
    return {
      fcp,
      visible,
      usable,
      blocking: after.reduce((sum, [, duration]) => sum + Math.max(0, duration - 50), 0),
      longest: Math.max(0, ...tasks.map(([, duration]) => duration)),
      shift,
      heap: performance.memory ? performance.memory.usedJSHeapSize / 1e6 : NaN,
    };
  });
  await context.close();
  return result;
}

const median = (values) => {
  const sorted = values.filter((value) => value !== null && !Number.isNaN(value)).sort((a, b) => a - b);
  return sorted.length ? sorted[Math.floor(sorted.length / 2)] : NaN;
};

const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
});
const results = new Map();
for (let round = 0; round < ROUNDS; round += 1) {
  for (const profile of PROFILES) {
    // Side by side in each round, so that a slow moment of the machine meets all of them.
    for (const page of PAGES) {
      const key = `${profile.name}/${page.name}`;
      results.set(key, [...(results.get(key) ?? []), await measure(browser, page, profile)]);
    }
  }
  console.error(`round ${round + 1} of ${ROUNDS}`);
}
await browser.close();

const of = (profile, page, what) => median(results.get(`${profile}/${page}`).map((result) => result[what]));
const row = (...cells) => console.log(`| ${cells.join(" | ")} |`);
const ms = (value) => (Number.isNaN(value) ? "–" : value.toFixed(0));
row("profile", "page", "first paint ms", "× bare", "all there ms", "sort works ms", "blocking ms", "longest task ms", "shift", "heap MB");
row("---", "---", "--:", "--:", "--:", "--:", "--:", "--:", "--:", "--:");
for (const profile of PROFILES) {
  for (const page of PAGES) {
    const value = (what) => of(profile.name, page.name, what);
    row(
      profile.name, page.name, ms(value("fcp")), (value("fcp") / of(profile.name, "bare", "fcp")).toFixed(2),
      ms(value("visible")), page.app ? ms(value("usable")) : "–", ms(value("blocking")), ms(value("longest")),
      value("shift").toFixed(3), value("heap").toFixed(1),
    );
  }
}

const limits = [
  ["first paint, slow, × bare", of("slow", "report", "fcp") / of("slow", "bare", "fcp"), 1.1],
  ["first paint, none, × bare", of("none", "report", "fcp") / of("none", "bare", "fcp"), 1.1],
  ["total blocking time, slow, ms", of("slow", "report", "blocking"), 100],
  ["longest task, slow, ms", of("slow", "report", "longest"), 100],
  ["sort works, slow, ms", of("slow", "report", "usable"), 1600],
];
console.log();
for (const [what, value, limit] of limits) {
  console.log(`${what}: ${value.toFixed(2)}, ${value <= limit ? "within" : "OVER"} ${limit}`);
}
