// The pages as files: complete without scripts, and taken over without a visible change.
import type { Page } from "@playwright/test";
import { axe, cells, chartFaults, DATASET, drawn, expect, held, open, openStatic, overflow, serve, shipped, tabulate, takenOver, test, unfold } from "./support";

const BLOCKS = ["headline", "groups", "trend", "claims", "handovers", "winners", "special-awards", "jury", "report"];
const PAGES = ["", ...BLOCKS.map((block) => `embed/${block}/`)].flatMap((path) => [`./${path}`, `./en/${path}`]);

/** Gives every element and text below `#app` a mark that no copy of it has. */
const label = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector("#app")!, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    let count = 0;
    while (walker.nextNode()) ((walker.currentNode as any).built = true), (count += 1);
    return count;
  });

/** How many elements and texts have that mark, and what is new or says something else. */
const labelled = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector("#app")!, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    let count = 0;
    const fresh: string[] = [];
    while (walker.nextNode()) {
      const node = walker.currentNode as any;
      if (node.built) count += 1;
      // Empty texts are places that the application keeps for texts to come.
      else if (node.nodeName !== "#text" || node.nodeValue !== "") fresh.push(node.nodeName + ": " + node.textContent);
    }
    return { count, fresh };
  });

for (const viewport of [{ width: 360, height: 800 }, { width: 1440, height: 900 }]) {
  test(`nothing is replaced when the application takes over, on every page at ${viewport.width}`, async ({ page }) => {
    test.slow();
    await page.setViewportSize(viewport);
    for (const path of PAGES) {
      const release = await held(page);
      await openStatic(page, path);
      const count = await label(page);
      expect(count, path).toBeGreaterThan(10);
      const seen = () => page.locator("#app").evaluate((app) => (app as HTMLElement).innerText);
      const before = await seen();
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      release();
      await takenOver(page);
      expect(await labelled(page), path).toEqual({ count, fresh: [] });
      expect(await seen(), path).toBe(before);
      expect(await page.evaluate(() => document.documentElement.scrollHeight), `height of ${path}`).toBe(height);
      await page.unroute(DATASET);
    }
  });
}

test("nothing moves when the application takes over", async ({ page }) => {
  await page.addInitScript(() => {
    (window as any).shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as any[]) (window as any).shifts += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  const state = () => page.evaluate(() => [(window as any).shifts, scrollY] as const);
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ["./", "./en/#awards", "./embed/handovers/", "./embed/winners/"]) {
      await page.goto("about:blank");
      const release = await held(page);
      await openStatic(page, path);
      let before = await state();
      await expect(async () => {
        before = await state();
        await page.waitForTimeout(200);
        await drawn(page);
        expect(await state()).toEqual(before);
      }).toPass();
      // A jump while the page is still coming may show some of it on the move, application or not.
      // Where a table has columns they may move as its rows come.
      const columns = path.includes("handovers") && width > 700;
      if (!path.includes("#")) expect(before[0], `${path} at ${width}, as it comes`).toBeLessThanOrEqual(columns ? 0.005 : 0);
      release();
      await takenOver(page);
      await page.waitForTimeout(300);
      expect(await state(), `${path} at ${width}`).toEqual(before);
      await page.unroute(DATASET);
    }
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  // The browser fetched a module that nobody will start.
  test.beforeEach(({ watch }) => watch.expect(/was preloaded using link preload but not used/));

  for (const width of [320, 1440]) {
    test(`every page is complete at ${width}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      for (const path of PAGES) {
        await page.goto(path);
        await expect(page.locator("h1"), path).toHaveCount(1);
        await expect(page.locator("#notice")).toBeEmpty();
        await expect(page.locator("#failed")).toBeHidden();
        // The field that shows a whole list is the stylesheet's.
        for (const control of ["input:not(.show-all input)", "select", "button"]) {
          await expect(page.locator(`${control} >> visible=true`), `${control} of ${path}`).toHaveCount(0);
        }
      }
    });
  }

  test("text, charts, tables and lists are there; details open, sections can be jumped to", async ({ page }) => {
    await page.goto("./");
    await expect(page.getByText("31,33%", { exact: true }).first()).toBeVisible();
    await expect(page.locator("svg.chart >> visible=true")).toHaveCount(8);
    await expect(page.locator("#handovers tbody tr")).toHaveCount(4);
    await expect(page.locator("#winners .winners li")).toHaveCount(22);
    const table = page.locator("#groups").getByRole("table").first();
    await expect(table).toBeHidden();
    await page.locator("#groups details.menu > summary").click();
    await page.locator("#groups .chart-table > summary").click();
    await expect(table).toBeVisible();
    await page.getByRole("navigation").getByRole("link", { name: "Penghargaan", exact: true }).click();
    await expect(page.locator("#awards-h")).toBeInViewport();
  });
});

test("the static page fits and reads at phone and desktop widths", async ({ page }) => {
  await held(page);
  for (const width of [280, 320, 360, 768, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ["./", "./en/embed/groups/"]) {
      await openStatic(page, path);
      expect.soft(await overflow(page), `${path} at ${width}`).toEqual([]);
      if (width >= 320) expect.soft(await chartFaults(page), `${path} at ${width}`).toEqual([]);
    }
  }
});

test("embed pages have no findings", async ({ page }) => {
  test.slow();
  for (const block of BLOCKS) {
    await open(page, `./embed/${block}/`);
    expect(await axe(page), block).toEqual([]);
  }
});

test.describe("takeover keeps", () => {
  test("scroll position, focus, an opened detail and selected text", async ({ page }) => {
    const release = await held(page);
    await page.setViewportSize({ width: 360, height: 800 });
    await openStatic(page);
    await unfold(page.locator("#groups"));
    await page.getByRole("link", { name: "Klaim dan manfaat", exact: true }).focus();
    await page.evaluate(() => {
      const text = document.querySelector("#claims .text p")!.firstChild!;
      document.getSelection()!.setBaseAndExtent(text, 3, text, 15);
      scrollTo(0, 900);
    });
    const place = () => page.evaluate(() => [scrollY, document.getSelection()!.toString()]);
    let before = await place();
    await expect(async () => {
      before = await place();
      await drawn(page);
      await drawn(page);
      expect(await place()).toEqual(before);
    }).toPass();
    release();
    await takenOver(page);
    expect(await place()).toEqual(before);
    await expect(page.getByRole("link", { name: "Klaim dan manfaat", exact: true })).toBeFocused();
    await expect(page.locator("#groups details.menu").first()).toHaveAttribute("open");
  });

  test("a chart's table that was opened, and the address says so", async ({ page }) => {
    const release = await held(page);
    await openStatic(page);
    await unfold(page.locator("#groups"));
    await tabulate(page.locator("#groups"));
    release();
    await takenOver(page);
    await expect(page.locator("#groups").getByRole("table").first()).toBeVisible();
    await expect.poll(() => page.url()).toContain("open=groups");
  });

  test("a click that is under way", async ({ page }) => {
    const release = await held(page);
    await openStatic(page);
    const link = page.getByRole("link", { name: "English" });
    const box = (await link.boundingBox())!;
    await page.mouse.move(box.x + 5, box.y + box.height / 2);
    await page.mouse.down();
    release();
    await page.waitForTimeout(500);
    await page.mouse.up();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
  });
});

test("a newer dataset than the page's is shown", async ({ page }) => {
  const data = shipped();
  const headline = data.observations.find((o: any) => o.id === data.headline);
  headline.value = 34.56;
  await serve(page, JSON.stringify(data));
  await open(page);
  await expect(page.locator("#headline .figure")).toHaveText("34,56%");
});

test("dataset, script and module are asked for together, before anything is painted", async ({ page }) => {
  const names: string[] = [];
  page.on("request", (request) => names.push(new URL(request.url()).pathname.replace(/^.*\./, "")));
  for (const path of ["./", "./embed/winners/"]) {
    names.length = 0;
    await open(page, path);
    expect(names.filter((name) => ["json", "js", "wasm"].includes(name)).sort(), path).toEqual(["js", "js", "json", "wasm"]);
    const [painted, ...asked] = await page.evaluate(() => {
      const files = performance.getEntriesByType("resource").filter(({ name }) => /\.(json|js|wasm)$/.test(name));
      return [performance.getEntriesByName("first-contentful-paint")[0]!.startTime, ...files.map(({ startTime }) => startTime)];
    });
    expect(asked.length, path).toBe(4);
    for (const when of asked) expect(when, path).toBeLessThan(painted!);
  }
});

test("the first frame has the theme that the address asks for", async ({ page }) => {
  await page.addInitScript(() => {
    const seen: string[] = ((window as any).seen = []);
    const look = () => {
      if (document.body?.innerText) seen.push(getComputedStyle(document.documentElement).backgroundColor);
      if (seen.length < 5) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  for (const path of ["./?theme=dark", "./embed/groups/?theme=dark"]) {
    await page.goto(path);
    await expect.poll(() => page.evaluate(() => (window as any).seen.length), path).toBe(5);
    expect(await page.evaluate(() => [...new Set((window as any).seen)]), path).toEqual(["rgb(15, 22, 20)"]);
  }
});

test("a state in the address is applied without a flash of another", async ({ page }) => {
  const release = await held(page);
  await openStatic(page, "./?winners.q=bpr&theme=dark&open=groups");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const list = page.locator("#winners .categories");
  await expect(list).not.toBeVisible();
  await expect(page.locator("#groups").getByRole("table").first()).toBeVisible();
  release();
  await takenOver(page);
  await expect(list).toBeVisible();
  await expect(list.locator("li >> visible=true")).toHaveCount(2);
});

test("a part that waits is shown after a while, whatever happens", async ({ page }) => {
  await held(page);
  await openStatic(page, "./?winners.q=bpr");
  await expect(page.locator("#winners .winners li").first()).toBeVisible({ timeout: 8000 });
});
