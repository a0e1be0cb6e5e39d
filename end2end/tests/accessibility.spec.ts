// What axe finds (nothing), and what it cannot see: keyboard, focus, headings, zoom, preferences.
import type { Page } from "@playwright/test";
import { axe, charts, DATASET, drawn, expect, type Lang, open, openStatic, overflow, PATHS, press, sample, section, serve, tabulate, test, unfold, unfoldAll } from "./support";

test.describe("axe finds nothing", () => {
  // Several runs of all rules take their time where others use the machine too.
  test.describe.configure({ timeout: 180_000 });

  for (const [lang, scheme] of [["id", "light"], ["id", "dark"], ["en", "light"], ["en", "dark"]] as const) {
    test(`${lang}, ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await open(page, PATHS[lang]);
      expect(await axe(page)).toEqual([]);
    });
  }

  test("every menu, table and folded part open, a search that finds something", async ({ page }) => {
    await open(page, "./?open=headline,groups,trend,claims,winners,special-awards&winners.q=lahat");
    await unfoldAll(page);
    expect(await axe(page)).toEqual([]);
  });

  test("tables with many rows: sorted, all shown, and a search that finds nothing", async ({ page }) => {
    await serve(page, sample("many-rows"));
    await open(page, "./?handovers.sort=insured");
    expect(await axe(page), "ten rows").toEqual([]);
    await press(page.getByRole("checkbox", { name: "Tampilkan semua (12)" }));
    await unfoldAll(page);
    expect(await axe(page), "all rows").toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await axe(page), "rows as cards").toEqual([]);
    await page.locator("#handovers").getByRole("searchbox").fill("zzz");
    await expect(page.getByText("Tidak ada baris yang cocok.")).toBeVisible();
    expect(await axe(page), "no row").toEqual([]);
  });

  test("on a phone, in the theme that the reader chose against the device", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.emulateMedia({ colorScheme: "dark" });
    await open(page, "./?theme=light&open=groups");
    expect(await axe(page)).toEqual([]);
  });

  test("before the application, on failure, with findings, on an empty report and on 404", async ({ page, watch }) => {
    watch.expect(/Failed to load resource/);
    await page.route(DATASET, () => {});
    await openStatic(page);
    await expect(page.getByRole("main")).toBeVisible();
    expect(await axe(page), "before the application").toEqual([]);
    await page.unroute(DATASET);
    await serve(page, "{");
    await page.goto("./");
    await expect(page.getByRole("button", { name: "Coba lagi" })).toBeVisible();
    expect(await axe(page), "failure").toEqual([]);
    await page.unroute(DATASET);
    await serve(page, { ...sample("minimal"), awards: "x", claims: 3 });
    await open(page);
    await page.locator(".problems summary").click();
    expect(await axe(page), "findings").toEqual([]);
    await page.unroute(DATASET);
    await serve(page, { format: "jamsostek-dashboard/1", id: "x", title: "Kosong", region: "x" });
    await open(page);
    expect(await axe(page), "empty").toEqual([]);
    await page.goto("./tidak-ada");
    expect(await axe(page), "404").toEqual([]);
  });

  test("forced colours", async ({ page }) => {
    await page.emulateMedia({ forcedColors: "active" });
    await open(page, "./?open=groups");
    await unfold(page.locator("#groups"));
    expect(await axe(page)).toEqual([]);
    // Bars must not vanish into the background.
    const seen = await section(page, "Cakupan per kelompok").locator("svg .c-covered").first().evaluate((bar) => ({
      bar: getComputedStyle(bar).fill,
      ground: getComputedStyle(document.documentElement).backgroundColor,
    }));
    expect(seen.bar).not.toBe(seen.ground);
    expect(seen.bar).not.toBe("none");
  });
});

test.describe("structure", () => {
  for (const lang of ["id", "en"] as Lang[]) {
    test(`one h1, headings in order, landmarks, languages, ${lang}`, async ({ page }) => {
      await open(page, PATHS[lang]);
      const levels = await page.getByRole("heading").evaluateAll((headings) => headings.map((heading) => Number(heading.tagName.slice(1))));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      expect(levels[0]).toBe(1);
      levels.slice(1).forEach((level, index) => expect(level - levels[index]!, `heading ${index + 1}`).toBeLessThanOrEqual(1));
      await expect(page.getByRole("banner")).toHaveCount(1);
      await expect(page.getByRole("main")).toHaveCount(1);
      await expect(page.getByRole("contentinfo")).toHaveCount(1);
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
      const other = page.getByRole("link", { name: { id: "English", en: "Bahasa Indonesia" }[lang] });
      await expect(other).toHaveAttribute("lang", { id: "en", en: "id" }[lang]);
    });
  }

  test("every chart has a name and a sentence, every card a table with a name", async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await open(page);
    await expect(charts(page)).toHaveCount(8);
    for (const chart of await charts(page).all()) {
      await expect.soft(chart).toHaveAccessibleName(/\S.{9,}/);
      await expect.soft(chart).toHaveAccessibleDescription(/\S.{19,}\.$/);
    }
    const drawn = page.locator(".card").filter({ has: page.locator("svg.chart") });
    await expect(drawn).toHaveCount(7);
    await unfoldAll(page);
    for (const card of await drawn.all()) {
      const table = card.getByRole("table");
      await expect.soft(table, await card.getAttribute("aria-labelledby") ?? "").toBeVisible();
      await expect.soft(table, await card.getAttribute("aria-labelledby") ?? "").toHaveAccessibleName(/\S.{9,}/);
      // What a mark says is a row of the table, or a cell.
      const keys = await card.locator("svg.chart .mark[data-key]").evaluateAll((marks) => marks.map((mark) => mark.getAttribute("data-key")!));
      expect(keys.length).toBeGreaterThan(0);
      for (const key of new Set(keys)) await expect.soft(card.locator(`table [data-key="${key}"]`), key).toHaveCount(1);
    }
  });

  test("each card has a name, and so has each menu; no two say the same", async ({ page }) => {
    await open(page);
    const cards = page.getByRole("article");
    await expect(cards).toHaveCount(8);
    for (const card of await cards.all()) await expect(card).toHaveAccessibleName(/\S.{9,}/);
    const menus = await page.locator("details.menu > summary").allTextContents();
    expect(menus.length).toBe(9);
    expect(new Set(menus).size, menus.join("; ")).toBe(menus.length);
  });
});

/** What has the focus: its words, or those of its label. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (!element || element === document.body) return "";
    const label = (element as HTMLInputElement).labels?.[0]?.querySelector("span")?.textContent;
    return `${element.tagName.toLowerCase()}: ${(label ?? element.textContent ?? "").replace(/\s+/g, " ").trim()}`;
  });
}

test.describe("keyboard", () => {
  test("the first stop skips to the content", async ({ page }) => {
    await open(page);
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Langsung ke isi" });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
    await page.keyboard.press("Tab");
    await expect.poll(() => focused(page)).toBe("a: 31,33%");
  });

  test("Tab reaches every control, in the order of the page, with a visible mark", async ({ page }) => {
    await open(page);
    // The first key makes marks of charts stops, one a chart; then it starts at the top again.
    await page.keyboard.press("Tab");
    await expect(page.locator('.mark[tabindex="0"] >> visible=true').first()).toBeAttached();
    await page.evaluate(() => {
      document.body.tabIndex = -1;
      document.body.focus();
      document.body.removeAttribute("tabindex");
    });
    const all = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('a[href], button, select, input, summary, .mark[tabindex="0"]')]
        .filter((element) => !(element as HTMLInputElement).disabled && element.checkVisibility())
        .map((element) => {
          const label = (element as HTMLInputElement).labels?.[0]?.querySelector("span")?.textContent;
          return `${element.tagName.toLowerCase()}: ${(label ?? element.textContent ?? "").replace(/\s+/g, " ").trim()}`;
        }),
    );
    expect(all.length).toBeGreaterThan(50);
    const reached: string[] = [];
    const unmarked: string[] = [];
    for (let step = 0; step < all.length; step += 1) {
      await page.keyboard.press("Tab");
      reached.push(await focused(page));
      const marked = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const shown = element;
        if (element.matches(".mark")) return document.querySelector(".mark-ring:not([hidden])[data-focus='1']") !== null;
        const style = getComputedStyle(shown);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
      });
      if (!marked) unmarked.push(reached.at(-1)!);
    }
    expect([...reached].sort()).toEqual([...all].sort());
    expect(unmarked).toEqual([]);
    // As it looks: nobody jumps up the page and down again.
    const order = [
      "a: Cakupan per kelompok", "a: English", "a: 31,33%", "summary: Menu: Cakupan per kelompok", "summary: Menu: Klaim dan manfaat",
      "input: Cari", "summary: Menu: Dewan juri", "summary: Acara penyerahan", "summary: Istilah", "select: Tampilan",
    ].map((stop) => reached.findIndex((one) => one.startsWith(stop)));
    expect(order).not.toContain(-1);
    expect([...order].sort((a, b) => a - b)).toEqual(order);
    expect(reached.at(-1)).toBe("a: Tautan permanen edisi ini");
  });

  test("the focus never hides, and follows what is seen", async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await open(page);
    let before = { top: -1, left: -1 };
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press("Tab");
      await drawn(page);
      const now = await page.evaluate(() => {
        const box = document.activeElement!.getBoundingClientRect();
        return { top: box.bottom > 0 && box.top < innerHeight ? box.top + scrollY : NaN, left: box.left };
      });
      expect(now.top, await focused(page)).not.toBeNaN();
      // Controls of one line stand a little above or below each other, and a chart beside its text.
      if (now.left <= before.left + 100) expect(now.top, await focused(page)).toBeGreaterThan(before.top - 30);
      before = now;
    }
  });

  test("menus and tables open and close with the keyboard", async ({ page }) => {
    await open(page);
    const groups = section(page, "Cakupan per kelompok");
    await groups.locator("details.menu > summary").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await expect(groups.getByRole("link", { name: "Dari mana angka ini?", exact: true })).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(groups.getByText("Lihat sebagai tabel")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(groups.getByRole("table")).toBeVisible();
    await page.keyboard.press("Space");
    await expect(groups.getByRole("table")).toBeHidden();
    await groups.locator("details.menu > summary").focus();
    await page.keyboard.press("Space");
    await expect(groups.getByText("Lihat sebagai tabel")).toBeHidden();
  });

  test("controls are large enough for a finger", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await open(page);
    await unfoldAll(page);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("button, select, input:not([type=checkbox]), .show-all, summary, .menu li > a, nav a, .download, .language")]
        .filter((element) => element.checkVisibility())
        .map((element) => ({ box: element.getBoundingClientRect(), name: element.textContent }))
        .filter(({ box }) => box.width < 24 || box.height < 24)
        .map(({ box, name }) => `${name}: ${box.width} × ${box.height}`),
    );
    expect(small).toEqual([]);
  });
});

test.describe("preferences", () => {
  test("at 400 % zoom nothing needs scrolling sideways", async ({ page }) => {
    // 1280 × 1024 at 400 %.
    await page.setViewportSize({ width: 320, height: 256 });
    for (const path of Object.values(PATHS)) {
      await open(page, path);
      expect(await overflow(page)).toEqual([]);
      await unfoldAll(page);
      expect(await overflow(page), "all open").toEqual([]);
    }
  });

  test("text may be spaced as WCAG 1.4.12 asks", async ({ page }) => {
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await open(page);
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          "body * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }",
        );
        document.adoptedStyleSheets.push(sheet);
      });
      expect(await overflow(page)).toEqual([]);
    }
  });

  test("nothing moves by itself", async ({ page }) => {
    for (const reducedMotion of ["reduce", "no-preference"] as const) {
      await page.emulateMedia({ reducedMotion });
      await open(page);
      await unfold(page.locator("#groups"));
      await tabulate(page.locator("#groups"));
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    }
  });
});
