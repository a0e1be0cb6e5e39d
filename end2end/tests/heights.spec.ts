// How high a block is in the column of a page, and where the first screen of a report ends.
import { expect, type Lang, open, PATHS, test } from "./support";

/** The blocks whose height does not depend on how many entries they list, at most as high as a card may be. */
const CARDS = ["headline", "groups", "trend", "claims", "special-awards", "jury"];

/** The most that a card may be high in a column of this width, in CSS pixels. */
const MOST = [[640, 420], [360, 520]] as const;

for (const [width, most] of MOST) {
  for (const lang of ["id", "en"] as Lang[]) {
    for (const block of CARDS) {
      test(`${block}, ${lang}: at most ${most} px at ${width} px`, async ({ page }) => {
        await page.setViewportSize({ width, height: 200 });
        await open(page, `${PATHS[lang]}embed/${block}/`);
        const height = await page.evaluate(() => document.body.getBoundingClientRect().height);
        expect(Math.round(height)).toBeLessThanOrEqual(most);
        expect(height).toBeGreaterThan(100);
      });
    }
  }
}

test("lists show ten rows, and the rest on request", async ({ page }) => {
  for (const width of [640, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await open(page, "./embed/winners/");
    const rows = page.locator(".winners li").locator("visible=true");
    expect(await rows.count()).toBeLessThanOrEqual(10);
    await page.getByRole("checkbox", { name: "Tampilkan semua (22)" }).check();
    await expect(rows).toHaveCount(22);
  }
});

for (const lang of ["id", "en"] as Lang[]) {
  test(`a desk's first screen: title, figure, sentence and three cards, ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await open(page, PATHS[lang]);
    for (const part of ["h1", "#headline", "#groups .card", "#claims .card >> nth=0"]) {
      const box = (await page.locator(part).boundingBox())!;
      expect(box.y + box.height, part).toBeLessThanOrEqual(900);
    }
  });

  test(`a phone's first screen: title, figure, sentence and the dots; the whole in nine screens, ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await open(page, PATHS[lang]);
    for (const part of ["h1", "#headline .figure", "#headline .lead", "#headline-chart"]) {
      const box = (await page.locator(part).boundingBox())!;
      expect(box.y + box.height, part).toBeLessThanOrEqual(800);
    }
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(9 * 800);
  });
}
