// A report that was built with more single claims than a page writes: files of what its grid shows.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, open, press, query, test } from "./support";
import { sheetRows } from "./workbook";

const DIR = process.env.MANY_CASES_DIR;
const HEADINGS = ["Peserta", "Ahli waris", "Program", "Kelompok dan tempat kerja", "Daerah", "Manfaat"];

const card = (page: Page) => page.locator("#handovers");
const grid = (page: Page) => card(page).getByRole("grid");
const files = (page: Page) => card(page).getByRole("group", { name: "Unduh yang tampil" });
const said = (page: Page) => card(page).locator(".take-rows").getByRole("status");

/** The claims of the dataset, as a table of the page says them; numbers as they are. */
async function cases(): Promise<(string | number)[][]> {
  const data = JSON.parse(await readFile(join(DIR!, "data/kasus-rekaan.json"), "utf8"));
  return data.claims.cases.map((claim: any) => [
    claim.insured.name,
    claim.beneficiary.name,
    data.programmes[claim.programme].abbreviation,
    claim.workplace?.id ?? "",
    data.regions[claim.place.region].name.id,
    claim.amount ?? "",
  ]);
}

/** The claims that are shown after a search and a filter, by amount, the largest first: no two amounts are alike. */
async function shownCases(): Promise<(string | number)[][]> {
  const found = (await cases()).filter(([insured, , programme]) => String(insured).includes("n4") && programme === "JKM");
  return found.sort((a, b) => Number(b[5]) - Number(a[5]));
}

/** Opens the report, searches, filters, and sorts by amount. */
async function show(page: Page, path: string): Promise<void> {
  await open(page, path);
  await expect(grid(page)).toHaveAttribute("aria-rowcount", "421");
  await card(page).getByRole("searchbox", { name: "Cari" }).fill("n4");
  await card(page).getByRole("combobox", { name: "Program" }).selectOption("jkm");
  await press(grid(page).getByRole("columnheader", { name: "Manfaat" }));
  await expect(grid(page).getByRole("columnheader", { name: "Manfaat" })).toHaveAttribute("aria-sort", "descending");
  const expected = await shownCases();
  await expect(grid(page)).toHaveAttribute("aria-rowcount", `${expected.length + 1}`);
  await expect(grid(page).locator('[aria-rowindex="2"]')).toContainText(String(expected[0]![0]));
  await expect(grid(page)).toHaveAttribute("aria-busy", "false");
}

/** The file that a button gives. */
async function taken(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent("download");
  await press(files(page).getByRole("button", { name: button, exact: true }));
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** Rows as a CSV file has them. */
function csvOf(rows: (string | number)[][]): string {
  return rows.map((row) => `${row.join(",")}\r\n`).join("");
}

test.beforeEach(async ({ page, baseURL }) => {
  test.skip(!DIR, "`cargo xtask test` builds the site");
  const base = new URL(baseURL!).pathname;
  await page.route(`${baseURL}**`, (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname).slice(base.length);
    return route.fulfill({ path: join(DIR!, path.replace(/(^|\/)$/, "$1index.html")) });
  });
});

for (const [what, path] of [["the report", "./"], ["the block", "./embed/handovers/"]] as const) {
  test(`${what}: a workbook has the rows that are shown, and its worker is loaded for it`, async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await show(page, path);
    expect(asked.filter((url) => /claims-work/.test(url))).toEqual([]);
    const { name, bytes } = await taken(page, "Excel (XLSX)");
    expect(name).toBe("kasus-rekaan-handovers.xlsx");
    const expected = await shownCases();
    expect(expected.length).toBeGreaterThan(10);
    expect(sheetRows(bytes)).toEqual([HEADINGS, ...expected]);
    await expect(said(page)).toBeEmpty();
    await expect(files(page).getByRole("button", { name: "CSV" })).toHaveAttribute("aria-disabled", "false");
    // The one that holds published claims is not there.
    expect(asked.filter((url) => url.includes("claims-worker"))).toEqual([]);
  });
}

test("a CSV file has the rows that are shown", async ({ page }) => {
  await show(page, "./");
  const { name, bytes } = await taken(page, "CSV");
  expect(name).toBe("kasus-rekaan-handovers.csv");
  expect(bytes.toString("utf8")).toBe("\ufeff" + csvOf([HEADINGS, ...(await shownCases())]));
});

test("both files have all rows where nothing narrows them, and none is offered where no row is shown", async ({ page }) => {
  await open(page);
  await expect(grid(page)).toHaveAttribute("aria-rowcount", "421");
  // All of them are shown, so nothing says that some are not.
  await expect(page.getByText("Yang tampil di sini baru")).toHaveCount(0);
  const all = [HEADINGS, ...(await cases())];
  expect((await taken(page, "CSV")).bytes.toString("utf8")).toBe("\ufeff" + csvOf(all));
  // A workbook has no cell where a row ends without an amount.
  const rows = sheetRows((await taken(page, "Excel (XLSX)")).bytes);
  expect(rows.map((row) => [...row, ""].slice(0, HEADINGS.length))).toEqual(all);
  await card(page).getByRole("searchbox", { name: "Cari" }).fill("tidak-ada");
  await expect(files(page)).toBeHidden();
});

test("the worker does not come, or is damaged: it is said, and CSV is there all the same", async ({ page, watch }) => {
  watch.expect(/404|Failed to load|Failed to fetch|console\.(error|warning):|^error:/);
  let broken = /claims-workbook\.js$/;
  await page.route(/claims-workbook/, (route) => {
    if (!broken.test(route.request().url())) return route.fallback();
    return route.request().url().endsWith(".js")
      ? route.fulfill({ status: 404 })
      : route.fulfill({ contentType: "application/wasm", body: "damaged" });
  });
  await show(page, "./");
  const workbook = files(page).getByRole("button", { name: "Excel (XLSX)" });
  for (const pattern of [/claims-workbook\.js$/, /claims-workbook_bg\.wasm$/]) {
    broken = pattern;
    await press(workbook);
    await expect(said(page)).toHaveText("Berkasnya tidak dapat dibuat di sini.");
    await expect(workbook).toHaveAttribute("aria-disabled", "false");
    // It stays there until a file has come.
    await grid(page).scrollIntoViewIfNeeded();
    await expect(said(page)).toHaveText("Berkasnya tidak dapat dibuat di sini.");
    const { bytes } = await taken(page, "CSV");
    expect(bytes.toString("utf8").trim().split("\r\n")).toHaveLength((await shownCases()).length + 1);
    await expect(said(page)).toBeEmpty();
  }
  broken = /nothing/;
  expect((await taken(page, "Excel (XLSX)")).bytes.subarray(0, 2).toString()).toBe("PK");
});

test("on paper it is said how many rows there are, and where all of them are", async ({ page }) => {
  await open(page);
  await expect(grid(page)).toHaveAttribute("aria-rowcount", "421");
  const line = card(page).getByText(/^Tabel ini memuat 420 baris dan tidak dicetak seluruhnya/);
  await expect(line).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(line).toBeVisible();
  await expect(line).toContainText("berkas CSV");
  await expect(files(page)).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await card(page).getByRole("searchbox", { name: "Cari" }).fill("n41");
  await expect.poll(() => query(page)).toEqual({ "handovers.q": "n41" });
  await page.emulateMedia({ media: "print" });
  await expect(card(page).getByText(/^Tabel ini memuat 11 baris/)).toBeVisible();
});
