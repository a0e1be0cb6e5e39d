// The page at the widths that readers have, and on paper.
import type { Page } from "@playwright/test";
import { brokenWords, chartFaults, charts, expect, open, overflow, PATHS, tabulate, test, unfold, unfoldAll } from "./support";

const SIZES = [
  { width: 320, height: 640 },
  { width: 360, height: 800 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];

/** Cards that have a chart, and a chart of each. */
const CHARTS = ["headline", "groups", "groups-persons", "trend", "claims", "winners-places", "special-awards"];

/** The width that a chart was drawn for, and the width it has. */
const widths = (page: Page, id: string) =>
  charts(page.locator(`#${id}-chart`)).evaluate((svg) => ({
    drawn: (svg as SVGSVGElement).viewBox.baseVal.width,
    shown: svg.getBoundingClientRect().width,
  }));

for (const viewport of SIZES) {
  test(`nothing sticks out and every label is readable at ${viewport.width} × ${viewport.height}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    for (const path of ["./", "./en/?open=headline,groups,trend,claims,winners,special-awards"]) {
      await open(page, path);
      if (path !== "./") await unfoldAll(page);
      expect.soft(await overflow(page), `layout of ${path}`).toEqual([]);
      expect.soft(await brokenWords(page), `words of ${path}`).toEqual([]);
      expect.soft(await chartFaults(page), `charts of ${path}`).toEqual([]);
    }
  });
}

test("another drawing of each chart is shown at another width, and uses all of it", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page);
  const fits = async (id: string) => {
    await expect.poll(async () => {
      const { drawn, shown } = await widths(page, id);
      return shown / drawn > 0.91 && shown / drawn < 1.45;
    }, `${id} is drawn for about its width`).toBe(true);
    // No room is wasted at the sides of a drawing.
    const room = await page.locator(`#${id}-chart .canvas`).evaluate((canvas) => canvas.getBoundingClientRect().width);
    // Tiles of a map do not grow: there is one drawing of them.
    if (id !== "winners-places") expect((await widths(page, id)).shown / room, id).toBeGreaterThan(0.97);
  };
  for (const id of CHARTS) await fits(id);
  const groups = charts(page.locator("#groups-chart"));
  const wide = await groups.innerHTML();
  await page.setViewportSize({ width: 360, height: 800 });
  for (const id of CHARTS) {
    await expect.poll(async () => (await widths(page, id)).drawn, id).toBeLessThan(361);
    await fits(id);
    expect((await widths(page, id)).shown, id).toBeGreaterThan(310);
  }
  await page.setViewportSize({ width: 768, height: 1024 });
  for (const id of CHARTS) await fits(id);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect.poll(() => groups.innerHTML()).toBe(wide);
});

test("at the same width of the window a chart follows the room it has: rates and persons stand side by side", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page);
  const [half, whole] = await Promise.all(["groups", "special-awards"].map(async (id) => (await widths(page, id)).drawn));
  expect(half).toBeLessThan(whole!);
});

test("lines of prose are not too long to read", async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 900 });
  await open(page);
  const long = await page.evaluate(() =>
    [...document.querySelectorAll("main p, main li")]
      .filter((element) => element.checkVisibility() && (element.textContent ?? "").length > 200)
      .map((element) => element.getBoundingClientRect().width / parseFloat(getComputedStyle(element).fontSize))
      .filter((ems) => ems > 48),
  );
  expect(long).toEqual([]);
});

test("the layout does not move once the report is there", async ({ page }) => {
  await page.addInitScript(() => {
    (window as any).shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as any[]) if (!entry.hadRecentInput) (window as any).shifts.push(entry.value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.setViewportSize({ width: 360, height: 800 });
  await open(page);
  await page.waitForTimeout(500);
  const shift = await page.evaluate(() => (window as any).shifts.reduce((sum: number, value: number) => sum + value, 0));
  expect(shift).toBeLessThan(0.1);
});

test.describe("on paper", () => {
  test("controls are left out, the evidence stays", async ({ page }) => {
    await page.emulateMedia({ media: "print" });
    await open(page);
    for (const control of [
      page.getByRole("searchbox"), page.getByRole("combobox"), page.getByRole("radio"), page.getByText("Unduh CSV"),
      page.getByRole("link", { name: "English" }), page.getByRole("navigation"), page.getByText("Langsung ke isi"),
      page.getByText("Lihat sebagai tabel"), page.getByText("Unduh dan bagikan"), page.getByText("Sematkan"), page.getByRole("checkbox"),
      page.locator("details.menu > summary"),
    ]) {
      for (const one of await control.all()) await expect(one).toBeHidden();
    }
    for (const id of CHARTS) await expect(charts(page.locator(`#${id}-chart`)), id).toBeVisible();
    await expect(page.getByText("Dedi Firmansyah")).toBeVisible();
    await expect(page.getByRole("columnheader", { name: "Manfaat" })).toBeVisible();
    // What waits on a screen for somebody to ask is all there: the eighth category, the method, the ceremony.
    await expect(page.getByText("Mie Pangsit ATADC")).toBeVisible();
    await expect(page.getByText("Dinas-dinas terkait")).toBeVisible();
    await expect(page.getByText("Keadaan ketika semua orang yang bekerja terlindungi")).toBeVisible();
    for (const source of await page.locator(".credit:not(.embed-it)").all()) await expect(source).toBeVisible();
  });

  test("a table that was asked for is printed, its menu is not", async ({ page }) => {
    await open(page);
    await unfold(page.locator("#groups"));
    await tabulate(page.locator("#groups"));
    await page.emulateMedia({ media: "print" });
    await expect(page.locator("#groups").getByRole("table")).toBeVisible();
    await expect(page.locator("#groups").getByText("Unduh dan bagikan")).toBeHidden();
    await expect(page.locator("#groups").getByText("Lihat sebagai tabel")).toBeHidden();
  });

  test("a sheet is wider than a phone: charts are there all the same", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await open(page);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 794, height: 1123 });
    for (const id of CHARTS) {
      const chart = charts(page.locator(`#${id}-chart`));
      await expect(chart, id).toBeVisible();
      expect((await chart.boundingBox())!.width).toBeLessThanOrEqual(794);
    }
  });

  test("a dark screen prints black on white", async ({ page }) => {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await open(page, "./?theme=dark");
    const colours = await page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      return [style.backgroundColor, style.color];
    });
    expect(colours).toEqual(["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
  });

  test("a PDF comes out, with a few pages", async ({ page }) => {
    await open(page, PATHS.en);
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(2);
    expect(pages).toBeLessThan(16);
  });
});
