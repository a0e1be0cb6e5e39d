// What the specs share: a test that watches the page, ways to open it, and measures of its layout.
import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Browser, type Frame, type FrameLocator, type Locator, type Page, type PlaywrightWorkerArgs } from "@playwright/test";
import { indulge } from "./firefox";

export { expect };

export type Lang = "id" | "en";

/** The two pages of the report, below the base path. */
export const PATHS: Record<Lang, string> = { id: "./", en: "./en/" };

/** What a page did that nobody asked for: console messages, errors, requests to other places. */
export class Watch {
  readonly found: string[] = [];
  /** Browsers that cannot share by the system's sheet warn of the permission that a host gives for those that can. */
  private readonly expected: RegExp[] = [/Unrecognized feature: 'web-share'/];

  constructor(page: Page, baseURL: string) {
    const origin = new URL(baseURL).origin;
    page.on("console", (message) => this.found.push(`console.${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => this.found.push(`error: ${error.message}`));
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (!["data:", "blob:"].includes(url.protocol) && url.origin !== origin) {
        this.found.push(`request to another place: ${request.url()}`);
      }
    });
  }

  /** Messages that belong to the test. */
  expect(...patterns: RegExp[]): void {
    this.expected.push(...patterns);
  }

  get surprises(): string[] {
    return this.found.filter((entry) => !this.expected.some((pattern) => pattern.test(entry)));
  }
}

/** Every test fails on any console message, any error and any request to another origin. */
export const test = base.extend<{ watch: Watch }, { browser: Browser }>({
  browser: [
    async ({ browser, browserName }, use) => {
      if (browserName === "firefox") indulge(browser);
      await use(browser);
    },
    { scope: "worker" },
  ],
  watch: [
    async ({ page, baseURL }, use) => {
      const watch = new Watch(page, baseURL ?? "");
      await use(watch);
      expect(watch.surprises, "console messages, errors and foreign requests").toEqual([]);
    },
    { auto: true },
  ],
});

/** How often in a row a browser falls before that is a fault: where it does so one time in five, once in 3,000. */
const FALLS = 5;

/**
 * Looks at a page in a browser of its own, again in a new one where the browser itself falls. Whatever the page does
 * wrong while its browser stands fails at once.
 */
export async function outliving(
  { playwright, browserName }: Pick<PlaywrightWorkerArgs, "playwright"> & { browserName: "chromium" | "firefox" | "webkit" },
  look: (page: Page) => Promise<void>,
): Promise<void> {
  for (let falls = 0; ; ) {
    const browser = await playwright[browserName].launch();
    if (browserName === "firefox") indulge(browser);
    const page = await (await browser.newContext()).newPage();
    const watch = new Watch(page, base.info().project.use.baseURL ?? "");
    try {
      await look(page);
      expect(watch.surprises, "console messages, errors and foreign requests").toEqual([]);
      return;
    } catch (error) {
      falls += 1;
      // The page hears of its end a moment before the browser is gone.
      const fell = !browser.isConnected() || (await falling(browser));
      if (!fell || falls === FALLS) throw error;
    } finally {
      await browser.close();
    }
  }
}

/** Whether a browser goes by itself within a moment. */
function falling(browser: Browser): Promise<boolean> {
  return new Promise((resolve) => {
    browser.once("disconnected", () => resolve(true));
    setTimeout(() => resolve(false), 3000);
  });
}

/** Opens a page and waits until the application has taken it over. */
export async function open(page: Page, path: string = PATHS.id): Promise<void> {
  await page.goto(path);
  await takenOver(page);
}

/** Waits until the application has taken the page over. */
export async function takenOver(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("data-app", "ready");
}

/**
 * Opens a page whose application is held back (`held`): all of the static page is there, is styled,
 * and its own scripts have run. The load itself ends with the dataset only.
 */
export async function openStatic(page: Page, path: string = PATHS.id): Promise<void> {
  await page.goto(path, { waitUntil: "domcontentloaded" });
  await expect(page.locator("html")).toHaveAttribute("data-app", "loading");
}

/** Holds the dataset back, and so the application, until it is released. */
export async function held(page: Page): Promise<() => void> {
  let release = () => {};
  const gate = new Promise<void>((resolve) => (release = resolve));
  await page.route(DATASET, async (route) => {
    await gate;
    await route.fallback();
  });
  return () => release();
}

/** The shipped dataset, to be changed by a test. */
export function shipped(): any {
  return JSON.parse(readText("../../public/data/sumsel-2025-08.json"));
}

/** One of the samples in `tests/data/`, to be changed by a test. */
export function sample(name: string): any {
  return JSON.parse(sampleText(name));
}

/** One of the samples as it stands in its file, with the decimals of its numbers. */
export function sampleText(name: string): string {
  return readText(`../../tests/data/${name}.json`);
}

function readText(path: string): string {
  return readFileSync(new URL(path, import.meta.url), "utf8");
}

/** Where the page looks for its dataset. */
export const DATASET = /\/data\/[^/]+\.json$/;

/** Answers the page's request for its dataset with another one. */
export async function serve(page: Page, dataset: unknown): Promise<void> {
  const body = typeof dataset === "string" ? dataset : JSON.stringify(dataset, null, 2);
  await page.route(DATASET, (route) => route.fulfill({ contentType: "application/json", body }));
}

/** A section of the report by its heading. */
export function section(page: Page, name: string | RegExp): Locator {
  return page.getByRole("region", { name });
}

/**
 * Charts that are seen: images, and groups of marks from the first key or pointer on
 * (`src/panels/marks.rs`).
 */
export function charts(within: Page | Locator, name?: string | RegExp): Locator {
  const named = name === undefined ? {} : { name };
  return within.getByRole("img", named).or(within.getByRole("group", named)).and(within.locator("svg.chart"));
}

/** Waits until the page has been drawn twice: what was asked of the layout has come by then. */
export async function drawn(page: Page | Frame): Promise<void> {
  await page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))));
}

/**
 * Brings an element into sight and says where it is, once it stays there: what comes near the window
 * is laid out only then, and moves the rest.
 */
export async function resting(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  let found = { x: NaN, y: NaN, width: NaN, height: NaN };
  await expect(async () => {
    await locator.scrollIntoViewIfNeeded();
    const [before, after] = await locator.evaluate(async (element) => {
      const place = () => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x, y, width, height };
      };
      const before = place();
      await new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)));
      return [before, place()] as const;
    });
    expect(after).toEqual(before);
    expect(after.width * after.height).toBeGreaterThan(0);
    found = after;
  }).toPass();
  return found;
}

/** Clicks what may be far down the page: between button down and up it would move away. */
export async function press(locator: Locator): Promise<void> {
  await resting(locator);
  await locator.click();
}

/** Opens the menu of a card, where its table, its notes and its links are. */
export async function unfold(card: Locator): Promise<void> {
  const summary = card.locator("details.menu > summary").first();
  if (await summary.evaluate((element) => !(element.parentElement as HTMLDetailsElement).open)) await press(summary);
  await expect(card.locator("details.menu").first()).toHaveAttribute("open");
}

/** A link of a card's menu, which is opened for it. */
export async function inMenu(within: Page | FrameLocator, name: string): Promise<Locator> {
  const link = within.getByRole("link", { name, exact: true, includeHidden: true });
  const menu = within.locator("details.menu").filter({ has: link });
  // In somebody else's page links stand below the block.
  if ((await menu.count()) > 0 && (await menu.getAttribute("open")) === null) await menu.locator("> summary").click();
  return link;
}

/** Opens all that can be opened: menus, tables in them, folded parts. */
export async function unfoldAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const summary of document.querySelectorAll<HTMLElement>("details:not([open]) > summary")) {
      summary.click();
      // The address follows before the next one, as it does after a reader's click.
      await new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)));
    }
  });
  await expect(page.locator("details:not([open])")).toHaveCount(0);
}

/** Opens or closes the table behind the charts of a card, of which the menu stands open. */
export async function tabulate(card: Locator): Promise<void> {
  await press(card.locator("details.chart-table > summary").first());
}

/** The texts of a table's body, a list a row. Spaces of all kinds become plain ones. */
export async function cells(table: Locator): Promise<string[][]> {
  return table.locator("tbody tr").evaluateAll((rows) =>
    rows.map((row) =>
      [...row.querySelectorAll("th, td")].map((cell) => (cell.textContent ?? "").replace(/\s+/g, " ").trim()),
    ),
  );
}

/** The text of a part of the page with plain spaces, as a reader sees it. */
export async function text(locator: Locator): Promise<string> {
  await expect(locator).toBeVisible();
  const words = await locator.evaluate((element) => {
    // What is out of sight is not laid out, and has no text to be seen.
    const pieces = [...document.querySelectorAll<HTMLElement>("main > section > *, #winners > *")];
    for (const piece of pieces) piece.style.contentVisibility = "visible";
    const words = (element as HTMLElement).innerText;
    for (const piece of pieces) piece.style.contentVisibility = "";
    return words;
  });
  return words.replace(/\s+/g, " ").trim();
}

/** The query string as pairs. */
export function query(page: Page): Record<string, string> {
  return Object.fromEntries(new URL(page.url()).searchParams);
}

/** How many entries the tab's history has. */
export function entries(page: Page): Promise<number> {
  return page.evaluate(() => history.length);
}

/** What axe finds: every rule of WCAG 2.0 to 2.2, A and AA, and the best practices; but in `without`. */
export async function axe(page: Page, without?: string): Promise<string[]> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
  // What is out of sight is not laid out yet; measures of it would mean nothing.
  await page.evaluate(() => {
    for (const section of document.querySelectorAll<HTMLElement>("main > section > *, #winners > *")) section.style.contentVisibility = "visible";
  });
  const builder = new AxeBuilder({ page }).withTags(tags);
  const { violations, incomplete } = await (without ? builder.exclude(without) : builder).analyze();
  // Contrast that axe cannot decide (text over a chart's bars) is looked at by the colour tests.
  const open = incomplete.filter((result) => result.id !== "color-contrast");
  return [...violations, ...open].flatMap((result) =>
    result.nodes.map((node) => `${result.id}: ${node.target.join(" ")} – ${node.failureSummary ?? ""}`),
  );
}

/** What sticks out of the window or is cut off; empty where the layout holds. */
export function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > window.innerWidth) {
      found.push(`the page is ${root.scrollWidth} wide in a window of ${window.innerWidth}`);
    }
    const name = (element: Element) => {
      const text = (element.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, 40);
      return `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}"> ${text}`;
    };
    for (const element of document.body.querySelectorAll("*")) {
      // The contents are a strip that is scrolled in itself; headings of rows that are cards are heard only.
      if (element.closest(".hidden, .skip, .scroll, svg, .contents > ul, .sortable thead:not(:focus-within)")) continue;
      const box = element.getBoundingClientRect();
      // What is not shown, in a closed menu say, or is only heard.
      if (box.width <= 1 || box.height <= 1 || !element.checkVisibility()) continue;
      if (box.right > window.innerWidth + 0.5 || box.left < -0.5) {
        found.push(`outside the window (${Math.round(box.left)}–${Math.round(box.right)}): ${name(element)}`);
      }
      const style = getComputedStyle(element);
      const clips = style.overflowX !== "visible" || style.textOverflow === "ellipsis";
      if (clips && style.display !== "inline" && element.scrollWidth > element.clientWidth + 1) {
        found.push(`cut off (${element.scrollWidth} in ${element.clientWidth}): ${name(element)}`);
      }
    }
    return found;
  });
}

/** Texts of charts that are too small, outside their chart, or on top of each other. */
export function chartFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const all = [...document.querySelectorAll<SVGSVGElement>("svg.chart")];
    const charts = all.filter((svg) => svg.getBoundingClientRect().width > 0);
    if (charts.length === 0) found.push("there is no chart");
    for (const svg of charts) {
      const frame = svg.getBoundingClientRect();
      const scale = frame.width / svg.viewBox.baseVal.width;
      const texts = [...svg.querySelectorAll<SVGTextElement>("text")];
      const boxes = texts.map((text) => text.getBoundingClientRect());
      texts.forEach((text, index) => {
        const box = boxes[index]!;
        const words = `“${text.textContent}” in “${svg.closest("figure")?.id}”`;
        const size = parseFloat(getComputedStyle(text).fontSize) * scale;
        if (size < 11.9) found.push(`${size.toFixed(1)} px: ${words}`);
        const out =
          // Letters of a slanted text begin before it.
          box.left < frame.left - 3.5 || box.right > frame.right + 1.5 ||
          box.top < frame.top - 1.5 || box.bottom > frame.bottom + 1.5;
        if (out) {
          const by = [frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom];
          found.push(`outside (${by.map((n) => n.toFixed(1)).join(", ")}): ${words}`);
        }
        for (let other = 0; other < index; other += 1) {
          const rival = boxes[other]!;
          const across = Math.min(box.right, rival.right) - Math.max(box.left, rival.left);
          const down = Math.min(box.bottom, rival.bottom) - Math.max(box.top, rival.top);
          // The boxes of lines hold more than their letters.
          if (across > 1 && down > box.height * 0.4) found.push(`over “${texts[other]!.textContent}”: ${words}`);
        }
      });
    }
    return found;
  });
}

/** Words that are broken in the middle, where there is no hyphen. Addresses and code may be. */
export function brokenWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || parent.closest(".hidden, script, noscript, code, svg, select, .sortable thead:not(:focus-within)")) continue;
      // What waits in a closed part is not laid out.
      if (!parent.checkVisibility()) continue;
      for (const { 0: word, index } of (node.textContent ?? "").matchAll(/[\p{L}\p{N}.,]{4,}/gu)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const tops = new Set([...range.getClientRects()].filter((box) => box.width > 0).map((box) => Math.round(box.top)));
        if (tops.size > 1) found.push(`“${word}” in <${parent.tagName.toLowerCase()} class="${parent.className}">`);
      }
    }
    return found;
  });
}
