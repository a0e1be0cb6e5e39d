// A report with more single claims than a page writes: all of them are in a grid.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { axe, expect, open, overflow, PATHS, press, query, sample, section, serve, test, text } from "./support";

const CASES = 3000;
const PROGRAMMES = ["jkm", "jkk"];

/** As many claims; each is invented, and named by its place. */
function many(): any {
  const data = sample("many-rows");
  data.claims.cases_are_examples = false;
  data.claims.cases = Array.from({ length: CASES }, (_, at) => ({
    id: `case-${at}`,
    insured: { name: `Pekerja n${at} (rekaan)` },
    beneficiary: { name: `Keluarga n${at} (rekaan)` },
    programme: PROGRAMMES[at % 3 === 0 ? 1 : 0],
    place: { region: at % 2 === 0 ? "kota-satu" : "kota-dua", basis: "stated" },
    amount: 1000 * (((at * 7) % CASES) + 1),
  }));
  return data;
}

const claims = (page: Page) => section(page, /Klaim dan manfaat|Claims and benefits/);
const card = (page: Page) => page.locator("#handovers").getByRole("article");
const grid = (page: Page) => card(page).getByRole("grid");
const heading = (page: Page, name: string) => grid(page).getByRole("columnheader", { name });
const row = (page: Page, place: number) => grid(page).locator(`[aria-rowindex="${place + 1}"]`);
const count = (page: Page) => card(page).getByRole("status").first();

async function openMany(page: Page, path: string = PATHS.id): Promise<void> {
  await serve(page, many());
  await open(page, path);
  await expect(grid(page)).toBeVisible();
}

test("the grid counts all claims, and few of its rows stand in the page", async ({ page }) => {
  await openMany(page);
  await expect(grid(page)).toHaveAttribute("aria-rowcount", `${CASES + 1}`);
  await expect(grid(page)).toHaveAttribute("aria-colcount", "6");
  expect(await grid(page).getByRole("row").count()).toBeLessThan(60);
  await expect(count(page)).toHaveText("3.000 baris");
  await expect(row(page, 1)).toContainText("Pekerja n0 (rekaan)");
  await expect(card(page).getByRole("table")).toHaveCount(0);
  await grid(page).scrollIntoViewIfNeeded();
  await grid(page).evaluate((grid) => (grid.scrollTop = grid.scrollHeight));
  await expect(row(page, CASES)).toContainText(`Pekerja n${CASES - 1} (rekaan)`);
  await expect(row(page, CASES)).toBeInViewport();
});

test("headings sort all claims, by pointer and by key", async ({ page }) => {
  await openMany(page);
  await press(heading(page, "Manfaat"));
  await expect(heading(page, "Manfaat")).toHaveAttribute("aria-sort", "descending");
  await expect(row(page, 1)).toContainText("Rp3 juta");
  await heading(page, "Manfaat").press("Enter");
  await expect(heading(page, "Manfaat")).toHaveAttribute("aria-sort", "ascending");
  await expect(row(page, 1)).toContainText("Pekerja n0 (rekaan)");
  await expect.poll(() => query(page)).toEqual({ "handovers.sort": "amount" });
  await page.reload();
  await expect(heading(page, "Manfaat")).toHaveAttribute("aria-sort", "ascending");
  await heading(page, "Peserta").press("Enter");
  await expect(row(page, 3)).toContainText("Pekerja n2 (rekaan)");
});

test("keys lead through all claims, and a figure says where it comes from", async ({ page }) => {
  await openMany(page);
  await heading(page, "Peserta").focus();
  await page.keyboard.press("ArrowDown");
  await expect(row(page, 1).getByRole("gridcell").first()).toBeFocused();
  await page.keyboard.press("Control+End");
  const figure = row(page, CASES).getByRole("link", { name: /dari mana angka ini/ });
  await expect(figure).toBeFocused();
  await expect(grid(page).locator("[tabindex='0']")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(figure).toBeFocused();
});

test("search and filters reach all claims; count, total and file follow", async ({ page }) => {
  await openMany(page);
  await expect(card(page).getByRole("group", { name: "Jumlah", exact: true })).toContainText(/Rp4\.501,5\sjuta/);
  await claims(page).getByRole("searchbox", { name: "Cari" }).fill("n29");
  // 29, 290 to 299, 2900 to 2999.
  await expect(count(page)).toHaveText("111 dari 3.000 baris");
  await expect(grid(page)).toHaveAttribute("aria-rowcount", "112");
  await expect(card(page).getByRole("group", { name: "Jumlah yang tampil" })).toContainText("Rp");
  const programme = card(page).getByRole("combobox", { name: "Program" });
  const label = (await programme.locator("option").allTextContents()).find((label) => label.startsWith("JKK"))!;
  const left = Number(/\((\d+)\)/.exec(label)![1]);
  await programme.selectOption({ label });
  await expect(count(page)).toHaveText(`${left} dari 3.000 baris`);
  await expect.poll(() => query(page)).toEqual({ "handovers.q": "n29", "handovers.programme": "jkk" });
  const coming = page.waitForEvent("download");
  // The page was built with a few claims, so no worker that makes workbooks is beside it.
  await expect(card(page).getByRole("button", { name: "Excel (XLSX)" })).toHaveCount(0);
  await press(card(page).getByRole("button", { name: "CSV" }));
  const file = await coming;
  expect(file.suggestedFilename()).toBe("many-rows-handovers.csv");
  const lines = (await readFile(await file.path(), "utf8")).trim().split("\r\n");
  expect(lines).toHaveLength(left + 1);
  expect(lines.slice(1).every((line) => line.includes("n29") && line.includes("JKK"))).toBe(true);
  await claims(page).getByRole("searchbox").fill("tidak-ada");
  await expect(card(page).getByText("Tidak ada baris yang cocok.")).toBeVisible();
  await expect(grid(page)).toBeHidden();
  await press(card(page).getByRole("button", { name: "Hapus pencarian dan filter" }));
  await expect(count(page)).toHaveText("3.000 baris");
});

test("the address is where the table begins, in English too", async ({ page }) => {
  await openMany(page, `${PATHS.en}?handovers.q=n7+town&handovers.sort=-amount`);
  await expect(claims(page).getByRole("searchbox")).toHaveValue("n7 town");
  await expect(count(page)).toHaveText("111 of 3,000 rows");
  await expect(grid(page).locator("[aria-sort='descending']")).toHaveCount(1);
});

test("on a phone each claim is a few lines, and is sorted by a field", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await openMany(page);
  await expect(grid(page)).toHaveClass(/narrow/);
  await card(page).getByRole("combobox", { name: "Urutkan" }).selectOption({ label: "Manfaat" });
  await expect(row(page, 1)).toContainText("Rp3 juta");
  expect(await text(row(page, 1))).toContain("Keluarga n");
  expect(await overflow(page)).toEqual([]);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`nothing is found by axe, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openMany(page);
    expect(await axe(page)).toEqual([]);
  });
}

test("four claims load nothing of it", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await open(page);
  await expect(card(page).getByRole("table")).toBeVisible();
  expect(asked.filter((url) => /grid/.test(url))).toEqual([]);
});
