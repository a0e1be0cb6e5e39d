// What readers met: large type, the whole page at once, paper, forced colours, words without an end.
import { readFileSync } from "node:fs";
import type { Browser, Page, TestInfo } from "@playwright/test";
import { address, BLOCKS } from "./hosts";
import { brokenWords, drawn, expect, held, open, openStatic, overflow, PATHS, serve, shipped, test } from "./support";

const EVERY_TABLE = "open=headline,groups,claims,special-awards";
/** The report with every table open, and each block alone. */
const PAGES = [`./?${EVERY_TABLE}`, ...BLOCKS.map((block) => address("./", block))];

/** A browser whose reader asked for larger type: not zoom, but the default size of letters. */
async function reading(playwright: any, info: TestInfo, size: number, work: (browser: Browser) => Promise<void>): Promise<void> {
  const options = info.project.use.launchOptions ?? {};
  const args = [...(options.args ?? []), `--blink-settings=defaultFontSize=${size}`];
  const browser: Browser = await playwright.chromium.launch({ ...options, args });
  try {
    await work(browser);
  } finally {
    await browser.close();
  }
}

/** The smallest text of the charts that are seen, in CSS pixels; `but` leaves some out. */
function smallestType(page: Page, but = "*:not(*)"): Promise<number> {
  return page.evaluate((but) =>
    Math.min(
      ...[...document.querySelectorAll<SVGTextElement>(`svg.chart:not(${but}) text`)]
        .filter((text) => text.getBoundingClientRect().width > 0)
        .map((text) => {
          const svg = text.ownerSVGElement!;
          return (parseFloat(getComputedStyle(text).fontSize) * svg.getBoundingClientRect().width) / svg.viewBox.baseVal.width;
        }),
    ),
    but,
  );
}

test.describe("larger type", () => {
  for (const size of [20, 24, 32]) {
    test(`a default of ${size} px: nothing sticks out, at any width`, async ({ playwright, baseURL }, info) => {
      test.slow();
      await reading(playwright, info, size, async (browser) => {
        const page = await browser.newPage({ baseURL: baseURL! });
        for (const path of PAGES) {
          await open(page, path);
          for (const width of [320, 360, 768, 1280]) {
            await page.setViewportSize({ width, height: 800 });
            await drawn(page);
            expect.soft(await overflow(page), `${path} at ${width}`).toEqual([]);
          }
        }
        // Before the application is there, too.
        await held(page);
        for (const width of [320, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          await openStatic(page);
          expect.soft(await overflow(page), `static at ${width}`).toEqual([]);
        }
      });
    });

    test(`a default of ${size} px: the text of charts grows along`, async ({ playwright, baseURL }, info) => {
      await reading(playwright, info, size, async (browser) => {
        const page = await browser.newPage({ baseURL: baseURL! });
        await held(page);
        for (const width of [360, 768, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          await openStatic(page);
          // The narrowest drawing is for columns of 13 of the reader's em.
          const least = width === 360 && size === 32 ? 16 : (11.8 * size) / 16;
          // Tiles that are narrower hold no words, so theirs is scaled.
          const but = width === 360 ? ":has(.c-tile-label)" : undefined;
          expect.soft(await smallestType(page, but), `at ${width}`).toBeGreaterThan(least);
        }
      });
    });
  }
});

test.describe("the whole page", () => {
  test("is as high before it is scrolled as after, and a picture of it has all", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await held(page);
    await openStatic(page);
    const height = () => page.evaluate(() => document.documentElement.scrollHeight);
    const before = await height();
    for (let top = 0; top < (await height()); top += 700) {
      await page.evaluate((top) => scrollTo(0, top), top);
      await drawn(page);
    }
    expect(await height()).toBe(before);
    const unseen = await page.evaluate(() =>
      [...document.body.querySelectorAll("*")].filter((element) => getComputedStyle(element).contentVisibility === "auto").length,
    );
    expect(unseen, "parts that are laid out only when they come near").toBe(0);
  });
});

test.describe("on paper", () => {
  test("a closed table is not there, other closed text is", async ({ page }) => {
    await open(page, "./?open=groups");
    await page.emulateMedia({ media: "print" });
    const told = await page.locator(".chart-table, .folded").evaluateAll((all) =>
      (all as HTMLDetailsElement[]).map((details) => {
        const inside = details.querySelector<HTMLElement>("summary ~ *")!;
        const words = inside.checkVisibility({ contentVisibilityAuto: true }) && inside.getBoundingClientRect().height > 0;
        return { table: details.matches(".chart-table"), open: details.open, words };
      }),
    );
    expect(told.filter(({ table }) => table).length).toBeGreaterThan(3);
    expect(told.filter(({ table, open }) => table && open).length).toBe(1);
    expect(told.filter(({ table }) => !table).length).toBeGreaterThan(3);
    for (const { table, open, words } of told) expect(words).toBe(!table || open);
  });

  test("addresses are those of pages, not of words in them; the page's own has its place", async ({ page }) => {
    await open(page);
    await page.emulateMedia({ media: "print" });
    const printed = await page.locator("a").evaluateAll((links) =>
      links.filter((link) => link.checkVisibility()).map((link) => getComputedStyle(link, "::after").content),
    );
    expect(printed.filter((content) => content.includes(":~:text="))).toEqual([]);
    expect(printed.filter((content) => content.includes("https://")).length).toBeGreaterThan(0);
    // As the browser does before it prints.
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const own = await page.locator("#edition").evaluate((place) => getComputedStyle(place, "::after").content);
    expect(own).toBe(JSON.stringify(page.url()));
  });
});

test.describe("the page for unknown addresses", () => {
  test("has the tokens of the site", () => {
    const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
    const [tokens, html] = [read("public/styles/tokens.css"), read("crates/site/src/404.css")];
    const values = (css: string) =>
      [...css.matchAll(/--([a-z-]+): ([^;]+);/g)].reduce((all, [, name, value]) => all.set(name!, value!), new Map<string, string>());
    const [light, dark] = tokens.split("@media (prefers-color-scheme: dark)").map((css) => values(css.split("data-accent")[0]!));
    const [lightHere, darkHere] = html.split("@media print")[0]!.split("@media (prefers-color-scheme: dark)").map(values);
    for (const [here, there] of [[lightHere!, light!], [darkHere!, dark!]] as const) {
      expect(here.size).toBeGreaterThan(5);
      for (const [name, value] of here) expect(there.get(name), name).toBe(value);
    }
  });

  for (const scheme of ["light", "dark"] as const) {
    test(`looks like the others, ${scheme}, in both languages`, async ({ page, watch }) => {
      watch.expect(/Failed to load resource/);
      await page.emulateMedia({ colorScheme: scheme });
      const look = () =>
        page.evaluate(() => {
          const [root, link] = [document.documentElement, document.querySelector("main a:not(.ask, .source a, .credit a)")!].map((element) => getComputedStyle(element));
          return [root!.backgroundColor, root!.color, root!.fontFamily, link!.color];
        });
      await open(page);
      const wanted = await look();
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 640 });
        await page.goto("./tidak-ada/di-sini");
        expect(await look()).toEqual(wanted);
        expect(await overflow(page)).toEqual([]);
      }
      await expect(page.getByRole("link", { name: "Buka laporannya" })).toHaveAttribute("href", new URL("./", page.url()).pathname.replace(/tidak-ada.*/, ""));
      await page.getByRole("link", { name: "Open the report in English" }).click();
      await expect(page.locator("html")).toHaveAttribute("lang", "en");
    });
  }
});

test("headings that sort are called what they say: arrows are not heard", async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  for (const path of ["./", "./embed/handovers/?handovers.sort=insured"]) {
    await open(page, path);
    const labels = await page.locator(".sortable thead button").allTextContents();
    const { nodes } = (await session.send("Accessibility.getFullAXTree")) as any;
    const names: string[] = nodes
      .filter((node: any) => !node.ignored && ["button", "columnheader"].includes(node.role?.value))
      .map((node: any) => node.name?.value ?? "");
    expect(names.filter((name) => /[↕↑↓]/.test(name))).toEqual([]);
    for (const label of labels) expect(names, label).toContain(label.trim());
    // They are seen all the same.
    const arrows = await page.locator(".sortable thead button").evaluateAll((buttons) =>
      buttons.map((button) => getComputedStyle(button, "::after").content),
    );
    for (const arrow of arrows) expect(arrow).toMatch(/[↕↑↓]/);
  }
});

test.describe("forced colours", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`every mark can be told from its ground, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ forcedColors: "active", colorScheme });
      for (const path of ["./", "./embed/winners/", "./embed/claims/"]) {
        await open(page, path);
        const faint = await page.evaluate(() => {
          const light = (colour: string) => {
            const [r, g, b] = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
              const value = Number(part) / 255;
              return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
            });
            return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
          };
          const ground = light(getComputedStyle(document.documentElement).backgroundColor);
          const contrast = (colour: string) => {
            if (!/^rgb\(/.test(colour)) return 1;
            const [low, high] = [light(colour), ground].sort((a, b) => a - b);
            return (high! + 0.05) / (low! + 0.05);
          };
          return [...document.querySelectorAll("svg.chart .mark :is(rect, circle, path, text)")]
            .filter((shape) => shape.getBoundingClientRect().height > 0 && !shape.matches(".c-halo"))
            // What is written on a bar, and what is hatched, is looked at below; what is in a ring is told by the ring.
            .filter((shape) => !shape.matches(".c-value-inside, .c-tile-label, .c-implied, .c-dots-rest"))
            .filter((shape) => {
              const style = getComputedStyle(shape);
              return Math.max(contrast(style.fill), contrast(style.stroke)) < 3;
            })
            .map((shape) => `${shape.getAttribute("class")} in ${shape.closest("figure")?.id}`);
        });
        expect(faint, path).toEqual([]);
      }
      await open(page, "./");
      const seen = await page.evaluate(() => {
        const style = (selector: string, pseudo?: string) => getComputedStyle(document.querySelector(selector)!, pseudo);
        const text = style("html").color;
        return {
          covered: style("#groups .c-covered").fill, outline: style("#groups .c-covered").stroke,
          hatch: style("#groups .c-hatch").stroke, hatchGround: style("#groups .c-hatch-ground").fill,
          text, ground: style("html").backgroundColor,
        };
      });
      expect(seen.covered).not.toBe(seen.ground);
      expect([seen.outline, seen.hatch]).toEqual([seen.text, seen.text]);
      expect(seen.hatchGround).toBe(seen.ground);
    });
  }
});

/** A word that nothing can be as wide as. */
const ENDLESS = "Pertanggungjawabankeselamatandankesehatankerjaperkebunankelapasawitberkelanjutan";

/** Every text of the dataset that a reader sees, with such a word in it. */
function endless(value: any, key = ""): any {
  const kept = [
    "$schema", "format", "id", "edition", "updated", "region", "currency", "headline", "source", "url", "published", "language", "figure",
    "level", "parent", "codes", "unit", "role", "numerator", "denominator", "part_of", "indicator", "time", "date", "programme", "group",
    "event", "severity", "about", "members", "basis", "languages", "privacy", "tile", "licence", "status", "qualifier", "missing",
  ];
  // Words in two languages, whatever their key.
  if (value && typeof value === "object" && !Array.isArray(value) && Object.keys(value).every((lang) => ["id", "en"].includes(lang)) && "en" in value) {
    return { id: endless(value.id), en: endless(value.en) };
  }
  if (typeof value === "string") return kept.includes(key) ? value : `${ENDLESS} ${value}`;
  if (Array.isArray(value)) return value.map((one) => (typeof one === "string" && kept.includes(key) ? one : endless(one)));
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, ["codes", "tile", "privacy", "time"].includes(name) ? inner : endless(inner, name)]));
  }
  return value;
}

test.describe("words without an end stay in their place", () => {
  for (const path of PAGES) {
    test(path, async ({ page }) => {
      await serve(page, endless(shipped()));
      await open(page, path);
      await page.locator("details").evaluateAll((all) => all.forEach((details) => details.setAttribute("open", "")));
      for (const width of [320, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await drawn(page);
        expect.soft(await overflow(page), `at ${width}`).toEqual([]);
      }
    });
  }

  test("ordinary ones stay whole, in tables, too", async ({ page }) => {
    for (const path of [`./?${EVERY_TABLE}`, `./en/?${EVERY_TABLE}`]) {
      await open(page, path);
      // The narrowest table is one at 704 px; below it rows are cards.
      for (const width of [703, 704, 768, 1024, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await drawn(page);
        expect.soft(await brokenWords(page), `words of ${path} at ${width}`).toEqual([]);
        expect.soft(await overflow(page), `layout of ${path} at ${width}`).toEqual([]);
      }
    }
  });

  test("in the panel of a figure, and on the page of all figures", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page);
    await page.locator(".intro .ask").first().click();
    const panel = page.getByRole("dialog");
    await expect(panel).toBeVisible();
    await panel.evaluate((panel, word) => {
      for (const element of panel.querySelectorAll("h3, dt, dd, dd a, .asked-value, p, li")) element.prepend(word);
    }, ENDLESS);
    expect(await panel.evaluate((panel) => panel.scrollWidth - panel.clientWidth)).toBeLessThanOrEqual(0);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 640 });
      await page.goto("./figures/");
      await page.evaluate((word) => {
        for (const element of document.querySelectorAll("main :is(h1, h2, h3, dt, dd, dd a, .asked-value, p, li)")) element.prepend(word);
      }, ENDLESS);
      expect(await overflow(page), `at ${width}`).toEqual([]);
    }
  });
});

test("at 400 % zoom and in the narrowest frame each block needs no scrolling sideways", async ({ page }) => {
  test.slow();
  for (const path of [...PAGES, ...BLOCKS.map((block) => address("./", block, "en")), PATHS.en]) {
    await open(page, path);
    for (const width of [320, 280]) {
      await page.setViewportSize({ width, height: 256 });
      await drawn(page);
      expect.soft(await overflow(page), `${path} at ${width}`).toEqual([]);
    }
  }
});
