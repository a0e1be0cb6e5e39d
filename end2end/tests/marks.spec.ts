// Marks of charts: by keyboard, pointer and finger, and what is heard of them.
import type { Locator, Page } from "@playwright/test";
import { axe, charts, drawn, expect, open, resting, test } from "./support";

const chart = (page: Page, name: string | RegExp) => page.getByRole("group", { name }).locator("xpath=self::*[local-name()='svg']");
const groups = (page: Page) => chart(page, "Persentase terlindungi");
const persons = (page: Page) => chart(page, "Terlindungi, belum (hitungan kami)");
const menu = (page: Page, card: string) => page.locator(`#${card} details.menu > summary`).first();
const marks = (chart: Locator) => chart.getByRole("button");
const tip = (page: Page) => page.locator(".mark-tip");

/** Points at a mark until its tooltip is there. Says where the mark is. */
async function point(page: Page, mark: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  let box = await resting(mark);
  // Scrolling hides the tooltip; the pointer then moves again.
  await expect(async () => {
    box = await resting(mark);
    await page.mouse.move(box.x + box.width / 2 + 1, box.y + box.height / 2);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await expect(tip(page)).toBeVisible({ timeout: 500 });
  }).toPass();
  return box;
}

/** Tab to a chart from what stands before it. */
async function enter(page: Page): Promise<void> {
  await menu(page, "headline").focus();
  await expect(marks(groups(page))).toHaveCount(5);
  await page.keyboard.press("Tab");
}

test.describe("by keyboard", () => {
  test("one stop a chart, arrows, Home and End inside, the same words as under the pointer", async ({ page }) => {
    await open(page);
    await enter(page);
    await expect(marks(groups(page)).first()).toBeFocused();
    await expect(tip(page)).toContainText("Kepala dan perangkat desa");
    for (const [key, name] of [
      ["ArrowDown", /^Pekebun sawit/], ["ArrowRight", /^Pegawai pemerintah non-ASN/], ["ArrowUp", /^Pekebun sawit/],
      ["End", /^Sumatera Selatan/], ["ArrowDown", /^Sumatera Selatan/], ["Home", /^Kepala dan perangkat desa/], ["ArrowLeft", /^Kepala/],
    ] as const) {
      await page.keyboard.press(key);
      await expect(groups(page).getByRole("button", { name }), key).toBeFocused();
    }
    const heard = await tip(page).innerText();
    await page.keyboard.press("Escape");
    await expect(tip(page)).toBeHidden();
    await page.keyboard.press("Tab");
    await expect(marks(persons(page)).first()).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(page.locator("#groups .credit a")).toBeFocused();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await expect(marks(groups(page)).first()).toBeFocused();
    await page.mouse.move(1, 1);
    await menu(page, "headline").focus();
    await expect(tip(page)).toBeHidden();
    await point(page, marks(groups(page)).first());
    await expect.poll(() => tip(page).innerText()).toBe(heard);
  });

  test("what is heard: group, value, comparison", async ({ page }) => {
    await open(page);
    await enter(page);
    await expect.soft(groups(page)).toMatchAriaSnapshot(`
      - group "Persentase terlindungi":
        - button "Kepala dan perangkat desa, Persentase 89,1%, 57,8 poin persen di atas Sumatera Selatan"
        - button "Pekebun sawit (DBH Sawit), Persentase 80,6%, 49,3 poin persen di atas Sumatera Selatan"
        - button "Pegawai pemerintah non-ASN, Persentase 46,7%, 15,4 poin persen di atas Sumatera Selatan"
        - button "RT/RW, Persentase 15,1%, 16,2 poin persen di bawah Sumatera Selatan"
        - button "Sumatera Selatan, Persentase 31,33%"
    `);
    await expect.soft(persons(page)).toMatchAriaSnapshot(`
      - group "Terlindungi, belum (hitungan kami)":
        - button "Pegawai pemerintah non-ASN, Terlindungi (orang) 86.007, Belum terlindungi, hitungan kami (orang) 97.966–98.359"
        - button "RT/RW, Terlindungi (orang) 13.117, Belum terlindungi, hitungan kami (orang) 73.464–74.039"
        - button "Pekebun sawit (DBH Sawit), Terlindungi (orang) 40.011, Belum terlindungi, hitungan kami (orang) 9.600–9.661"
        - button "Kepala dan perangkat desa, Terlindungi (orang) 44.547, Belum terlindungi, hitungan kami (orang) 5.422–5.477"
    `);
    await expect.soft(chart(page, "Nilai per klaim dan per anak")).toMatchAriaSnapshot(`
      - group "Nilai per klaim dan per anak":
        - button /^Contoh klaim Jaminan Kematian, Nilai Rp42.juta$/
        - button /^Rata-rata manfaat per klaim, Nilai Rp16,617.juta$/
        - button /^Rata-rata beasiswa per anak, Nilai Rp3,906.juta$/
    `);
    await expect.soft(chart(page, /^Tiap titik mewakili/)).toMatchAriaSnapshot(`
      - group /Tiap titik mewakili/:
        - button /Sumatera Selatan, Nilai 31,33%, 68,67.poin persen lagi/
    `);
    await expect.soft(chart(page, /dari angka terakhir ke sasaran/)).toMatchAriaSnapshot(`
      - group /dari angka terakhir ke sasaran/:
        - button /per 1.Agustus.2025, Persentase 31,33%/
    `);
  });

  test("Enter asks the figure, Escape comes back to the mark", async ({ page }) => {
    await open(page);
    await enter(page);
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Tingkat kepesertaan, RT/RW" })).toBeVisible();
    await expect(tip(page)).toBeHidden();
    await page.keyboard.press("Escape");
    await expect(groups(page).getByRole("button", { name: /^RT\/RW/ })).toBeFocused();
    await page.keyboard.press("Space");
    await expect(page.getByRole("dialog", { name: "Tingkat kepesertaan, RT/RW" })).toBeVisible();
  });

  test("persons have marks of their own, and another width keeps the focus", async ({ page }) => {
    await open(page);
    await enter(page);
    await expect(marks(persons(page))).toHaveCount(4);
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const third = persons(page).getByRole("button", { name: /^Pekebun sawit.*, Terlindungi \(orang\) 40\.011, Belum terlindungi, hitungan kami \(orang\) 9\.600–9\.661/ });
    await expect(third).toBeFocused();
    await page.setViewportSize({ width: 500, height: 800 });
    await expect(third).toBeFocused();
    await expect(marks(groups(page))).toHaveCount(5);
  });

  test("another width keeps the focus that the browser took first", async ({ page }) => {
    await open(page);
    await enter(page);
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    const second = persons(page).getByRole("button", { name: /^RT\/RW/ });
    await expect(second).toBeFocused();
    const [wide] = await second.elementHandles();
    if (!wide) throw new Error("there is no such mark");
    // What is not laid out loses the focus, which may be before scripts hear of the new size.
    await wide.evaluate((mark) => addEventListener("resize", () => (mark as SVGElement).blur(), { capture: true, once: true }));
    await page.setViewportSize({ width: 500, height: 800 });
    await expect(second).toBeFocused();
    expect(await wide.isVisible(), "another drawing is shown").toBe(false);
    // A focus that a reader took elsewhere is left there.
    const other = page.getByRole("link", { name: "English" }).first();
    await other.focus();
    await page.setViewportSize({ width: 1280, height: 720 });
    expect(await wide.isVisible(), "the first drawing is shown again").toBe(true);
    await expect(other).toBeFocused();
  });
});

test.describe("by pointer", () => {
  test("the whole row counts, a click asks, and so does the hatched part", async ({ page }) => {
    await open(page);
    const mark = charts(page.locator("#groups-persons-chart")).locator('[data-key="rt-rw"]');
    const box = await point(page, mark);
    await expect(tip(page)).toContainText("RT/RW");
    await expect(tip(page)).toContainText("13.117");
    await page.mouse.click(box.x + 4, box.y + 4);
    await expect(page.getByRole("dialog", { name: "Pekerja terlindungi, RT/RW" })).toBeVisible();
    await page.keyboard.press("Escape");
    await mark.locator(".c-implied").click();
    await expect(page.getByRole("dialog", { name: "Belum terlindungi (hitungan kami), RT/RW" })).toBeVisible();
    await page.keyboard.press("Escape");
    await page.mouse.move(1, 1);
    await menu(page, "headline").focus();
    await expect(tip(page)).toBeHidden();
  });

  test("the tooltip stays in the window, and under the pointer", async ({ page }) => {
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 700 });
      await open(page);
      for (const figure of ["headline", "groups", "groups-persons", "trend", "claims", "winners-places", "special-awards"]) {
        const mark = page.locator(`#${figure}-chart .mark >> visible=true`).first();
        await point(page, mark);
        const box = (await tip(page).boundingBox())!;
        expect(box.x, figure).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width, figure).toBeLessThanOrEqual(width);
        expect(box.y, figure).toBeGreaterThanOrEqual(-1);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
        await drawn(page);
        await expect(tip(page)).toBeVisible();
        await page.keyboard.press("Escape");
        await expect(tip(page)).toBeHidden();
        await page.mouse.move(1, 1);
      }
    }
  });
});

test.describe("by finger", () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });
  test("a mark is as high as its row, a tap asks, the first one too", async ({ page }) => {
    await open(page);
    for (const [figure, key, name] of [
      ["claims", "computed.per-child", /^Rata-rata beasiswa per anak/],
      ["groups", "rt-rw", /RT\/RW$/],
      ["special-awards", "special-ogan-komering-ulu-selatan", /Selatan$/],
    ] as const) {
      const mark = page.locator(`#${figure}-chart .mark[data-key="${key}"] >> visible=true`);
      const { height } = await resting(mark);
      expect(height, figure).toBeGreaterThanOrEqual(30);
      for (const from of [10 - height, -height / 2, -2, 0]) {
        const box = await resting(mark);
        // Beside the line of the region, which can be asked, too.
        await page.touchscreen.tap(box.x + box.width * 0.6, box.y + box.height + from);
        await expect(page.getByRole("dialog", { name }), `${key} ${from}`).toBeVisible();
        await expect(page.locator(".mark-tip >> visible=true")).toHaveCount(0);
        await page.keyboard.press("Escape");
        await expect(page.getByRole("dialog")).toBeHidden();
      }
    }
  });
});

test.describe("preferences", () => {
  test("axe finds nothing with a mark in focus, light and dark; nothing moves", async ({ page }) => {
    test.slow();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await open(page);
      await enter(page);
      await expect(tip(page)).toBeVisible();
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
      expect(await axe(page), colorScheme).toEqual([]);
    }
  });

  test("forced colours show the focus", async ({ page }) => {
    await page.emulateMedia({ forcedColors: "active" });
    await open(page);
    await enter(page);
    const ring = page.locator(".mark-ring");
    await expect(ring).toBeVisible();
    expect(await ring.evaluate((element) => getComputedStyle(element).borderTopStyle)).toBe("solid");
  });
});

test("code and stylesheet come with the first key or pointer", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const marked = () => asked.filter((url) => /split_marks\.wasm$|marks\.css$/.test(url));
  await open(page);
  expect(marked()).toEqual([]);
  await page.keyboard.press("Tab");
  await expect(marks(groups(page))).toHaveCount(5);
  expect(marked()).toHaveLength(2);
});
