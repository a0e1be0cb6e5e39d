// What axe finds (nothing), and what it cannot see: keyboard, focus, headings, zoom, preferences.
import type { Page } from "@playwright/test";
import { axe, charts, DATASET, drawn, expect, type Lang, open, openStatic, overflow, PATHS, press, sample, section, serve, test } from "./support";

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

  test("persons, all tables open, a search that finds something and one that finds nothing", async ({ page }) => {
    await open(page, "./?groups=persons&open=headline,groups,claims,special-awards&handovers.q=zzz&winners.q=lahat&handovers.sort=insured");
    const closed = page.locator("details:not([open]) > summary");
    while (await closed.count()) await press(closed.first());
    expect(await axe(page)).toEqual([]);
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
    await open(page, "./?groups=persons&open=groups");
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

  test("every chart has a name, a sentence and a table with the same rows", async ({ page }) => {
    await open(page, "./?open=headline,groups,claims,winners,special-awards");
    await expect(charts(page)).toHaveCount(5);
    for (const chart of await charts(page).all()) {
      await expect(chart).toHaveAccessibleName(/\S.{9,}/);
      await expect(chart).toHaveAccessibleDescription(/\S.{19,}\.$/);
      const name = await chart.evaluate((svg) => document.getElementById(svg.getAttribute("aria-labelledby")!)!.textContent!);
      await expect(page.getByRole("table", { name })).toBeVisible();
    }
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
        .filter((element) => !(element instanceof HTMLInputElement && element.type === "radio" && !element.checked))
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
        const shown = element instanceof HTMLInputElement && element.type === "radio" ? element.nextElementSibling! : element;
        if (element.matches(".mark")) return document.querySelector(".mark-ring:not([hidden])[data-focus='1']") !== null;
        const style = getComputedStyle(shown);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
      });
      if (!marked) unmarked.push(reached.at(-1)!);
    }
    expect([...reached].sort()).toEqual([...all].sort());
    expect(unmarked).toEqual([]);
    // As it looks: nobody jumps up the page and down again.
    expect(reached.indexOf("a: English")).toBeLessThan(reached.indexOf("input: Persentase"));
    expect(reached.indexOf("input: Persentase")).toBeLessThan(reached.indexOf("button: Peserta"));
    expect(reached.at(-1)).toBe("a: Tautan tetap edisi ini");
  });

  test("the focus never hides, and follows what is seen", async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await open(page);
    let before = -1;
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press("Tab");
      await drawn(page);
      const top = await page.evaluate(() => {
        const box = document.activeElement!.getBoundingClientRect();
        return box.bottom > 0 && box.top < innerHeight ? box.top + scrollY : NaN;
      });
      expect(top, await focused(page)).not.toBeNaN();
      // Controls of one line stand a little above or below each other.
      expect(top, await focused(page)).toBeGreaterThan(before - 30);
      before = top;
    }
  });

  test("tables open and close with the keyboard", async ({ page }) => {
    await open(page);
    const groups = section(page, "Cakupan per kelompok");
    await groups.getByText("Lihat sebagai tabel").locator("visible=true").focus();
    await page.keyboard.press("Enter");
    await expect(groups.getByRole("table")).toBeVisible();
    await page.keyboard.press("Space");
    await expect(groups.getByRole("table")).toBeHidden();
  });

  test("controls are large enough for a finger", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await open(page);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("button, select, input, summary, nav a, .download, .language")]
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
      await open(page, `${path}?groups=persons&open=groups`);
      expect(await overflow(page)).toEqual([]);
      await page.getByRole("radio", { name: /Persentase|Percentage/ }).check();
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
      await page.getByRole("radio", { name: "Jumlah orang" }).check();
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    }
  });
});
