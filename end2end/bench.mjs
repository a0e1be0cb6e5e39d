// How fast a page is seen and can be used, as ratios to the same text without anything else.
// Run by `cargo xtask bench`, which serves the site and a bare page beside it.
import { SLOW, launch, median } from "./bench-support.mjs";

const BASE = process.env.BASE_URL;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7);

const PROFILES = [
  { name: "none", slow: null, warm: false },
  { name: "slow", slow: SLOW, warm: false },
  { name: "warm reload", slow: null, warm: true },
];
const PAGES = [
  { name: "bare", path: "bare/", app: false },
  { name: "report", path: "", app: true },
  { name: "embed", path: "embed/winners/", app: true },
];

/** How many visits more there are in each round for the first paint only. */
const PAINTS = 2;

/** A new window is busy with itself at first, in ms. */
const SETTLE = 800;

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs in the page, after the fact: when a search among the winners works, null as long as it does not. */
async function searches() {
  const field = document.querySelector('input[name="winners.q"]');
  const count = document.querySelector("#winners [role=status]");
  if (!field || field.disabled || !count) return null;
  // What was typed too early may be answered between two visits.
  const before = (window.countBefore ??= count.textContent);
  field.value = "bpr";
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  for (let tries = 0; tries < 50 && count.textContent === before; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return count.textContent === before ? null : performance.now();
}

/** Runs in the page: when all of it is the application's, null as long as it is not. */
function ready() {
  return document.documentElement.dataset.app === "ready" ? performance.now() : null;
}

/** Runs in the page: everything the browser has noted since it began to load. */
async function noted() {
  const entries = (type) =>
    new Promise((resolve) => {
      const all = [];
      const observer = new PerformanceObserver((list) => all.push(...list.getEntries()));
      observer.observe({ type, buffered: true });
      setTimeout(() => resolve(all), 50);
    });
  const tasks = (await entries("longtask")).map(({ startTime, duration }) => [startTime, duration]);
  const shifts = await entries("layout-shift");
  const fcp = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN;
  const [navigation] = performance.getEntriesByType("navigation");
  return {
    fcp,
    loaded: navigation.domContentLoadedEventEnd,
    blocking: tasks
      .filter(([start, duration]) => start + duration > fcp)
      .reduce((sum, [, duration]) => sum + Math.max(0, duration - 50), 0),
    longest: Math.max(0, ...tasks.map(([, duration]) => duration)),
    shift: shifts.reduce((sum, { value }) => sum + value, 0),
    heap: performance.memory ? performance.memory.usedJSHeapSize / 1e6 : NaN,
  };
}

/** One visit: `what` is seen of it all, only its first `paint`, or when it can be used (`asking`). */
async function measure(browser, page, profile, what) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  // Plain expressions: helpers of the test library would be compiled in the page and be measured.
  const run = async (what) => {
    const expression = `(${what})()`;
    const { result } = await session.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    return result.value;
  };
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
  const until = async (what) => {
    const end = Date.now() + 30_000;
    while (Date.now() < end) {
      const when = await run(what);
      if (when !== null) return when;
      await wait(25);
    }
    throw new Error(`${page.name}: nothing came of “${what.name}” within 30 seconds`);
  };
  // The search comes as soon as there is a field for it.
  const untilUsable = async () => ({ usable: await until(searches), ready: await until(ready) });
  const loaded = (start) => Promise.all([tab.waitForEvent("domcontentloaded"), start()]);
  const load = async (settle) => {
    await wait(SETTLE);
    await loaded(() => session.send("Page.navigate", { url: BASE + page.path }));
    if (profile.warm) {
      await wait(1500);
      await loaded(() => session.send("Page.reload"));
    }
    return settle();
  };
  // Asking whether a search works is work for the page, so it is a visit of its own.
  let result;
  if (what === "asking") {
    result = await load(untilUsable);
  } else {
    const paint = what === "paint";
    await load(() => wait(profile.slow ? (paint ? 1000 : 3500) : paint ? 400 : 1500));
    result = await run(noted);
    if (paint) result = { fcp: result.fcp };
  }
  await context.close();
  return result;
}

const browser = await launch();
const results = new Map();
for (let round = 0; round < ROUNDS; round += 1) {
  for (const profile of PROFILES) {
    // Side by side in each round, so that a slow moment of the machine meets all of them.
    for (const page of PAGES) {
      const key = `${profile.name}/${page.name}`;
      const seen = await measure(browser, page, profile, "all");
      const used = page.app ? await measure(browser, page, profile, "asking") : {};
      results.set(key, [...(results.get(key) ?? []), { ...seen, ...used }]);
    }
    // A first paint comes with a frame, 16 ms apart: few of them make a rough ratio.
    for (let more = 0; more < PAINTS; more += 1) {
      for (const page of PAGES) results.get(`${profile.name}/${page.name}`).push(await measure(browser, page, profile, "paint"));
    }
  }
  console.error(`round ${round + 1} of ${ROUNDS}`);
}
await browser.close();

const of = (profile, page, what) => median(results.get(`${profile}/${page}`).map((result) => result[what]));
const row = (...cells) => console.log(`| ${cells.join(" | ")} |`);
const ms = (value) => (Number.isNaN(value) ? "–" : value.toFixed(0));
row("profile", "page", "first paint ms", "× bare", "all there ms", "search works ms", "every control works ms", "blocking ms", "longest task ms", "shift", "heap MB");
row("---", "---", "--:", "--:", "--:", "--:", "--:", "--:", "--:", "--:", "--:");
for (const profile of PROFILES) {
  for (const page of PAGES) {
    const value = (what) => of(profile.name, page.name, what);
    row(
      profile.name, page.name, ms(value("fcp")), (value("fcp") / of(profile.name, "bare", "fcp")).toFixed(2),
      ms(value("loaded")), page.app ? ms(value("usable")) : "–", page.app ? ms(value("ready")) : "–", ms(value("blocking")), ms(value("longest")),
      value("shift").toFixed(3), value("heap").toFixed(1),
    );
  }
}

const ratio = (profile, what) => of(profile, "report", what) / of(profile, "bare", what);
const later = (profile) => of(profile, "report", "fcp") - of(profile, "bare", "fcp");
const limits = [
  ["first paint, slow, × bare", ratio("slow", "fcp"), 1.15],
  ["first paint, not throttled, ms later than bare", later("none"), 20],
  ["first paint, warm reload, ms later than bare", later("warm reload"), 20],
  ["everything visible, slow, × bare", ratio("slow", "loaded"), 1.4],
  ["every control works, slow, ms", of("slow", "report", "ready"), 1900],
  ["total blocking time, slow, ms", of("slow", "report", "blocking"), 50],
  ["longest task, slow, ms", of("slow", "report", "longest"), 100],
  ["shift", Math.max(...PROFILES.map(({ name }) => of(name, "report", "shift"))), 0],
];
console.log();
for (const [what, value, limit] of limits) {
  console.log(`${what}: ${value.toFixed(2)}, ${value <= limit ? "within" : "OVER"} ${limit}`);
}
