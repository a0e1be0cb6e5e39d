// Pages of others: the files in `hosts/`, served from another origin than the site.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Frame, Page } from "@playwright/test";
import { expect, type Lang, type Watch } from "./support";

/** Every block that the shipped dataset has. */
export const BLOCKS = ["headline", "groups", "trend", "claims", "handovers", "winners", "special-awards", "jury", "report"];

/** Files of libraries, as they are published. */
const LIBRARIES: Record<string, string> = {
  "pym.js": "pym.js/dist/pym.v1.min.js",
  "iframe-resizer.js": "@iframe-resizer/parent/index.umd.js",
};

/** What fills the places of the page that is open. A worker has one test at a time. */
let values: Record<string, string> = {};

/**
 * A server of the hosts' pages. A page that the test library makes up counts as one from the
 * internet, and browsers keep such pages from the machine's own servers.
 */
let origin: Promise<string> | undefined;
function serve(): Promise<string> {
  const server = createServer((request, response) => {
    const file = new URL(request.url ?? "/", "http://localhost").pathname.slice(1);
    const library = LIBRARIES[file];
    try {
      if (file === "favicon.ico") {
        response.writeHead(204).end();
        return;
      }
      if (library) {
        response.setHeader("content-type", "text/javascript");
        response.end(readFileSync(new URL(`../node_modules/${library}`, import.meta.url)));
        return;
      }
      const text = readFileSync(new URL(`../hosts/${file}`, import.meta.url), "utf8");
      response.setHeader("content-type", "text/html");
      response.end(
        text.replace(/\{\{(\w+)\}\}/g, (_, place: string) => {
          const value = values[place];
          if (value === undefined) throw new Error(`${file}: nothing for {{${place}}}`);
          return value;
        }),
      );
    } catch (error) {
      response.statusCode = 404;
      response.end(String(error));
    }
  });
  server.unref();
  return new Promise((ready) => {
    // Another name than the site's, so that the site is a stranger there.
    server.listen(0, "127.0.0.1", () => ready(`http://localhost:${(server.address() as AddressInfo).port}`));
  });
}

/** The address of a block's page. */
export function address(site: string, block: string, lang: Lang = "id", query = ""): string {
  return `${site}${lang === "en" ? "en/" : ""}embed/${block}/${query}`;
}

/**
 * Opens a host's page with its places filled in: `{{site}}`, `{{src}}` and whatever else is given.
 * The page sums up its layout shifts in `shifts`.
 */
export async function visit(page: Page, watch: Watch, site: string, name: string, given: Record<string, string> = {}): Promise<void> {
  expect(new URL(site).hostname, "the site under test").toBe("127.0.0.1");
  const host = await (origin ??= serve());
  values = { site, height: "300", room: "300px", lang: "id", ...given };
  watch.expect(new RegExp(`^request to another place: ${host}/`));
  await page.addInitScript(() => {
    (window as any).shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as any[]) if (!entry.hadRecentInput) (window as any).shifts += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  const answer = await page.goto(`${host}/${name}.html${given.query ?? ""}`, { waitUntil: "domcontentloaded" });
  expect(answer!.status(), await answer!.text()).toBe(200);
}

/** The sum of the page's layout shifts, once it has come to rest. */
export async function shifts(page: Page): Promise<number> {
  await page.waitForTimeout(300);
  return page.evaluate(() => (window as any).shifts);
}

/** The frame of a block, with its application. */
export async function frame(page: Page, block: string): Promise<Frame> {
  const element = page.locator(`iframe[src*="embed/${block}/"]`);
  await element.scrollIntoViewIfNeeded();
  const found = await (await element.elementHandle())!.contentFrame();
  await expect(found!.locator("html")).toHaveAttribute("data-app", "ready");
  return found!;
}

/** What is wrong with a frame's height now, or was two frames ago. */
function misfits(inner: Frame): Promise<string[]> {
  return inner.evaluate(async () => {
    const measure = () => {
      const root = document.documentElement;
      const slack = innerHeight - root.getBoundingClientRect().height;
      const [across, down] = [root.scrollWidth - innerWidth, root.scrollHeight - innerHeight];
      return [
        Math.abs(slack) > 2 ? `${slack} px higher than its content` : "",
        across > 0 ? `scrolls by ${across} px across` : "",
        down > 0 ? `scrolls by ${down} px down` : "",
      ].filter(Boolean);
    };
    const before = measure();
    await new Promise((seen) => {
      requestAnimationFrame(() => requestAnimationFrame(seen));
      // A frame that nobody sees is not drawn.
      setTimeout(seen, 500);
    });
    return [...before, ...measure()];
  });
}

/** Waits until the frame is as high as its content, within 2 px, nothing scrolls in it, and both hold still. */
export async function fits(inner: Frame): Promise<void> {
  await expect.poll(() => misfits(inner), `height of ${inner.url()}`).toEqual([]);
}

/** Turns the phone; the frame has its new width then, whatever its height. */
export async function turn(page: Page, inner: Frame, viewport = { width: 360, height: 740 }): Promise<void> {
  const width = () => inner.evaluate(() => innerWidth);
  const before = await width();
  await page.setViewportSize(viewport);
  await expect.poll(width, "a frame is as wide as its place").not.toBe(before);
}

/** After load, after a search that leaves less, and after a turn of the phone. */
export async function follows(page: Page): Promise<void> {
  const inner = await frame(page, "winners");
  await fits(inner);
  const height = () => inner.evaluate(() => innerHeight);
  const before = await height();
  await inner.getByLabel("Cari").fill("palembang");
  await expect.poll(height, "a frame shrinks with its content").toBeLessThan(before);
  await fits(inner);
  await turn(page, inner);
  await fits(inner);
}

/** What was measured for the shipped dataset, interpolated. */
export function heightAt(block: string, lang: Lang, width: number): number {
  const file = new URL("../../public/data/sumsel-2025-08.heights.json", import.meta.url);
  const points: [number, number][] = JSON.parse(readFileSync(file, "utf8")).heights[block][lang];
  const after = points.findIndex(([at]) => at >= width);
  if (after < 1) return points.at(after)![1];
  const [[left, low], [right, high]] = [points[after - 1]!, points[after]!];
  return Math.round(low + ((high - low) * (width - left)) / (right - left));
}

/** The room that a snippet keeps by itself: one height on phones and one beside them (`docs/embedding.md`). */
export function room(block: string, lang: Lang): string {
  return `clamp(${heightAt(block, lang, 640)}px,(700px - 100vw)*9,${heightAt(block, lang, 358)}px)`;
}
