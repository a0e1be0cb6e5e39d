// The explorer of published claims: its page without scripts, its choices, its figures, its table.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { axe, cells, expect, held, open, openStatic, overflow, press, query, serve, takenOver, test, text, unfold } from "./support";
import { sheetRows } from "./workbook";

const DIR = process.env.CLAIMS_DIR;
const CLAIMS = { id: "./claims/", en: "./en/claims/" };

/** Answers with the site that has claims. */
async function site(page: Page, baseURL: string): Promise<void> {
  const base = new URL(baseURL).pathname;
  // What a service worker asks for is not answered here: `explorer-offline.spec.ts` has it.
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "serviceWorker"));
  await page.route(`${baseURL}**`, (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname).slice(base.length);
    return route.fulfill({ path: join(DIR!, path.replace(/(^|\/)$/, "$1index.html")) });
  });
}

/** The code of fields, charts, filters and files. */
const REST = /split_explorer_rest\.wasm/;

const figures = (page: Page) => page.getByRole("article").first();
const finding = (page: Page) => figures(page).getByRole("heading", { level: 3 });
const region = (page: Page) => page.getByRole("combobox", { name: "Daerah" }).first();
const period = (page: Page) => page.getByRole("combobox", { name: "Periode" }).first();
const programme = (page: Page) => page.getByRole("combobox", { name: "Program" }).first();
const grid = (page: Page) => page.getByRole("grid", { name: "Klaim satu per satu" });
const rows = (page: Page) => grid(page).getByRole("row");
const counted = (page: Page) => page.locator("#claims-rows .count").first();

/** Chooses a region by its name, with keys. */
async function choose(page: Page, name: string): Promise<void> {
  await region(page).fill(name);
  await expect(page.getByRole("option", { name }).first()).toBeVisible();
  await region(page).press("Enter");
  await expect(region(page)).toHaveValue(new RegExp(name));
}

/** Opens the list of a column's filter. */
async function unfoldFilter(page: Page, name: string): Promise<void> {
  await press(page.locator(".filters summary").filter({ hasText: new RegExp(`^${name}:`) }));
  await expect(page.getByRole("group", { name: `Filter ${name}` }).getByRole("checkbox").first()).toBeVisible();
}

/** Waits until the table has rows, and all of them. */
async function loaded(page: Page): Promise<void> {
  await expect(counted(page)).toHaveText(/klaim/);
  await expect(page.locator("#claims-rows progress")).toHaveCount(0);
  await expect(grid(page)).toHaveAttribute("aria-busy", "false");
}

/** What a column of the rows in the page says. */
function column(page: Page, key: string): Promise<string[]> {
  return grid(page)
    .locator(`.grid-body .${key}`)
    .evaluateAll((cells) =>
      cells
        .map((cell) => ({ top: cell.parentElement!.getBoundingClientRect().top, text: cell.textContent!.trim() }))
        .sort((a, b) => a.top - b.top)
        .map((cell) => cell.text),
    );
}

const amount = (cell: string) => Number(cell.replace(/\D/g, ""));

test.beforeEach(async ({ page, baseURL }) => {
  test.skip(!DIR, "`cargo xtask test` builds the site");
  await site(page, baseURL!);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the page has figures, charts, and the newest year by region and programme", async ({ page }) => {
    await page.goto(CLAIMS.id);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Klaim menurut daerah, program, dan bulan");
    await expect(page.getByText("Semua klaim di sini rekaan")).toBeVisible();
    await expect(finding(page)).toHaveText(/klaim di Indonesia/);
    const table = page.getByRole("table", { name: /^Klaim 2025/ });
    await expect(table).toBeVisible();
    expect((await cells(table)).length).toBeGreaterThan(2);
    await expect(page.getByRole("combobox").first()).toBeHidden();
  });
});

test("the report leads to it, and it leads to the report and to the other language", async ({ page }) => {
  await open(page);
  await press(page.getByRole("link", { name: "Jelajahi klaim menurut daerah, program, dan bulan" }));
  await expect(page).toHaveURL(/\/claims\/$/);
  await takenOver(page);
  await expect(region(page)).toBeEnabled();
  await choose(page, "Palembang");
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(/\/en\/claims\/\?region=kota-palembang$/);
  await takenOver(page);
  await expect(finding(page)).toHaveText(/claims in .*Palembang/);
});

test("what the build wrote stays until figures are there", async ({ page }) => {
  const release = await held(page);
  await openStatic(page, CLAIMS.id);
  const before = await text(finding(page));
  release();
  await takenOver(page);
  await expect(region(page)).toBeEnabled();
  expect(await text(finding(page))).toBe(before);
});

test("figures and rows wait for no fields and charts, and a figure that is asked meanwhile answers with them", async ({ page }) => {
  let release = () => {};
  const wait = new Promise<void>((done) => (release = done));
  await page.route(REST, async (route) => {
    await wait;
    await route.fallback();
  });
  await open(page, `${CLAIMS.id}?region=kota-palembang`);
  await loaded(page);
  await expect(rows(page).nth(1)).toBeVisible();
  await expect(region(page)).toHaveCount(0);
  const figure = figures(page).getByRole("button", { name: /Dari mana angka ini/ }).first();
  await figure.click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  release();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expect(region(page)).toBeEnabled();
  await page.keyboard.press("Escape");
  await expect(figure).toBeFocused();
});

test("a person finds the claims of one regency and programme, and the median", async ({ page }) => {
  await open(page, CLAIMS.id);
  await expect(region(page)).toBeEnabled();
  await choose(page, "Palembang");
  await programme(page).selectOption({ label: "Jaminan Hari Tua" });
  await expect(finding(page)).toHaveText(/klaim di Kota Palembang, .*separuhnya bernilai Rp.* atau kurang/);
  await expect(figures(page).getByText("Median per klaim")).toBeVisible();
  await expect(figures(page).getByText(/% dari Sumatera Selatan/).first()).toBeVisible();
  expect(query(page)).toEqual({ region: "kota-palembang", programme: "jht" });
});

test("the way back leads through every choice", async ({ page }) => {
  await open(page, CLAIMS.id);
  await expect(region(page)).toBeEnabled();
  const first = await text(finding(page));
  await choose(page, "Lahat");
  await expect(finding(page)).toHaveText(/Kabupaten Lahat/);
  await period(page).selectOption({ label: "Seluruh tahun 2024" });
  await expect(finding(page)).toHaveText(/Kabupaten Lahat, 2024/);
  await page.goBack();
  await expect(finding(page)).not.toHaveText(/, 2024:/);
  await expect(period(page)).toHaveValue("");
  await page.goBack();
  await expect(finding(page)).toHaveText(first);
  await page.goForward();
  await expect(finding(page)).toHaveText(/Kabupaten Lahat/);
  await page.getByRole("button", { name: "Ke Sumatera Selatan" }).click();
  await expect(finding(page)).toHaveText(/di Sumatera Selatan/);
});

test("the address is the state, and what it asks for in vain is said", async ({ page }) => {
  await open(page, `${CLAIMS.id}?region=kota-palembang&period=2024&programme=jkm&claims.sort=-amount&period=2024&claims.q=cabang`);
  await loaded(page);
  await expect(period(page)).toHaveValue("2024");
  await expect(page.getByRole("searchbox", { name: "Cari dalam tabel" })).toHaveValue("cabang");
  await expect(grid(page).getByRole("columnheader", { name: /Nilai/ })).toHaveAttribute("aria-sort", "descending");
  await open(page, `${CLAIMS.id}?region=atlantis`);
  await expect(page.getByText(/meminta sesuatu yang tidak ada di sini: daerah “atlantis”/)).toBeVisible();
});

test("a figure says where it comes from", async ({ page }) => {
  await open(page, `${CLAIMS.id}?region=kota-palembang`);
  await expect(grid(page)).toBeVisible();
  const figure = figures(page).getByRole("button", { name: /dari mana angka ini/i }).nth(2);
  await press(figure);
  const panel = page.getByRole("dialog", { name: "Rata-rata per klaim" });
  await expect(panel).toBeVisible();
  await expect(panel).toContainText(/Rp.* dibagi .* klaim/);
  await expect(panel).toContainText("SHA-256");
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(figure).toBeFocused();
});

test("a tile of the map and a bar choose their region, by pointer and by key", async ({ page }) => {
  await open(page, `${CLAIMS.id}?region=sumatera-selatan`);
  await expect(region(page)).toBeEnabled();
  const map = page.locator("#claims-map-chart");
  const tile = (name: RegExp) => map.getByRole("button", { name });
  await expect(page.getByRole("heading", { name: /separuh atau lebih ada di \d+ dari 17 daerah/ })).toBeVisible();
  // Marks answer once somebody comes near.
  await map.locator(".canvas").hover();
  await press(tile(/^Kabupaten Lahat, Jumlah klaim [\d.]+/));
  await expect(finding(page)).toHaveText(/klaim di Kabupaten Lahat/);
  await expect(page.getByRole("article").filter({ has: map }).getByRole("heading")).toBeFocused();
  await expect(tile(/^Kabupaten Lahat \(dipilih\)/)).toHaveClass(/chosen/);
  await page.keyboard.press("Tab");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(finding(page)).not.toHaveText(/Kabupaten Lahat/);
  await page.goBack();
  await expect(finding(page)).toHaveText(/klaim di Kabupaten Lahat/);
  const bars = page.locator("#claims-regions-chart");
  await bars.scrollIntoViewIfNeeded();
  await press(bars.locator("svg:visible .mark").first());
  await expect(finding(page)).toHaveText(/klaim di Kota Palembang/);
  await page.getByRole("button", { name: "Ke Sumatera Selatan" }).click();
  await expect(finding(page)).toHaveText(/di Sumatera Selatan/);
});

test("figures of tables, and marks of charts, say where they come from", async ({ page }) => {
  await open(page, `${CLAIMS.id}?region=kota-palembang`);
  await expect(grid(page)).toBeVisible();
  const programmes = page.getByRole("article").filter({ has: page.locator("#claims-programmes-chart") });
  await unfold(programmes);
  await press(programmes.getByText("Lihat sebagai tabel"));
  const figure = programmes.getByRole("row", { name: /Jaminan Hari Tua/ }).getByRole("button").nth(1);
  await press(figure);
  const panel = page.getByRole("dialog", { name: "Bagian: Jumlah klaim" });
  await expect(panel).toContainText(/[\d.]+ dibagi [\d.]+ \(Kota Palembang/);
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(figure).toBeFocused();
  // A mark of a chart opens the panel of its figure.
  const mark = page.locator("#claims-trend-chart svg:visible .mark").last();
  await press(mark);
  const peak = page.getByRole("dialog", { name: "Jumlah klaim" });
  await expect(peak).toContainText("SHA-256");
  await page.keyboard.press("Escape");
  await expect(mark).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(peak).toBeVisible();
});

test("the list of regions opens without typing", async ({ page }) => {
  await open(page, `${CLAIMS.id}?region=sumatera-selatan`);
  await expect(region(page)).toBeEnabled();
  await region(page).focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("listbox").getByRole("option")).toHaveCount(19);
  await expect(page.getByRole("option", { name: "Kota Prabumulih" })).toBeAttached();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toBeHidden();
});

test.describe("the table", () => {
  test.beforeEach(async ({ page }) => {
    await open(page, `${CLAIMS.id}?region=kota-palembang`);
    await loaded(page);
  });

  test("counts all of its rows and has few of them in the page", async ({ page }) => {
    const all = Number(await grid(page).getAttribute("aria-rowcount"));
    expect(all).toBeGreaterThan(1000);
    expect(await rows(page).count()).toBeLessThan(60);
    await expect(grid(page)).toHaveAttribute("aria-colcount", "7");
  });

  test("sorts by each heading, by pointer and by key", async ({ page }) => {
    const heading = grid(page).getByRole("columnheader", { name: /Nilai/ });
    await press(heading);
    await expect(heading).toHaveAttribute("aria-sort", "descending");
    await loaded(page);
    const falling = (await column(page, "amount")).map(amount);
    expect(falling).toEqual([...falling].sort((a, b) => b - a));
    await heading.press("Enter");
    await expect(heading).toHaveAttribute("aria-sort", "ascending");
    await loaded(page);
    const rising = (await column(page, "amount")).map(amount);
    expect(rising).toEqual([...rising].sort((a, b) => a - b));
    expect(rising[0]).toBeLessThan(falling[0]!);
    expect(query(page)["claims.sort"]).toBe("amount");
  });

  test("is used by keys as a grid is", async ({ page }) => {
    const focused = () =>
      page.evaluate(() => {
        const cell = document.activeElement!;
        return [cell.parentElement!.getAttribute("aria-rowindex"), cell.getAttribute("aria-colindex")];
      });
    const all = (await grid(page).getAttribute("aria-rowcount"))!;
    await grid(page).getByRole("columnheader").first().focus();
    await page.keyboard.press("ArrowDown");
    await expect.poll(focused).toEqual(["2", "1"]);
    await page.keyboard.press("End");
    await expect.poll(focused).toEqual(["2", "7"]);
    await page.keyboard.press("PageDown");
    await expect.poll(async () => Number((await focused())[0])).toBeGreaterThan(5);
    await page.keyboard.press("Control+End");
    await expect.poll(focused).toEqual([all, "7"]);
    await page.keyboard.press("Control+Home");
    await expect.poll(focused).toEqual(["2", "1"]);
    await page.keyboard.press("ArrowUp");
    await expect.poll(focused).toEqual(["1", "1"]);
    // One stop for Tab.
    await expect(grid(page).locator("[tabindex='0']")).toHaveCount(1);
  });

  test("is where the address says, and typing and scrolling are no steps of the way back", async ({ page }) => {
    const before = await page.evaluate(() => history.length);
    await grid(page).evaluate((grid) => (grid.scrollTop = 9000));
    await expect.poll(() => query(page)["claims.row"]).toBeDefined();
    await page.getByRole("searchbox", { name: "Cari dalam tabel" }).pressSequentially("daring");
    await expect.poll(() => query(page)["claims.q"]).toBe("daring");
    expect(await page.evaluate(() => history.length)).toBe(before);
    await grid(page).evaluate((grid) => (grid.scrollTop = 4000));
    await expect.poll(() => query(page)["claims.row"]).toBeDefined();
    const row = Number(query(page)["claims.row"]);
    await page.reload();
    await loaded(page);
    await expect(grid(page).getByRole("row").and(page.locator(`[aria-rowindex="${row + 1}"]`))).toBeVisible();
    await expect.poll(() => grid(page).evaluate((grid) => Math.round(grid.scrollTop))).toBeGreaterThan(3000);
  });

  test("is searched, filtered, and added up", async ({ page }) => {
    const before = await text(counted(page));
    await page.getByRole("searchbox", { name: "Cari dalam tabel" }).fill("daring");
    await expect(counted(page)).toHaveText(/ dari .* klaim cocok/);
    await expect.poll(async () => [...new Set(await column(page, "channel"))]).toEqual(["Daring"]);
    await press(page.getByText("Filter", { exact: true }));
    await unfoldFilter(page, "Program");
    const programme = (name: RegExp) => page.getByRole("group", { name: "Filter Program" }).getByRole("checkbox", { name });
    await press(programme(/^Jaminan Kematian [\d.]+$/));
    await expect.poll(async () => [...new Set(await column(page, "programme"))]).toEqual(["Jaminan Kematian"]);
    await expect(page.getByRole("group", { name: "Jumlah yang tampil" })).toContainText(/Rp/);
    expect(query(page)).toMatchObject({ "claims.q": "daring", "claims.programme": "jkm" });
    await page.getByRole("button", { name: "Hapus filter dan pencarian" }).click();
    await expect(counted(page)).toHaveText(before);
  });

  test("a filter takes several values, by pointer and by key", async ({ page }) => {
    await press(page.getByText("Filter", { exact: true }));
    await unfoldFilter(page, "Program");
    const filter = page.getByRole("group", { name: "Filter Program" });
    await filter.getByRole("checkbox", { name: /^Jaminan Kematian / }).focus();
    await page.keyboard.press("Space");
    await expect(page.getByText("Program: Jaminan Kematian", { exact: true })).toBeVisible();
    await press(filter.getByRole("checkbox", { name: /^Jaminan Pensiun / }));
    await expect(page.getByText(/^Program: Jaminan Kematian, Jaminan Pensiun$/)).toBeVisible();
    await expect.poll(async () => [...new Set(await column(page, "programme"))].sort().join()).toMatch(/^Jaminan (Kematian|Pensiun)/);
    await expect.poll(() => query(page)["claims.programme"]).toBe("jkm,jp");
    // The way back takes one away again.
    await page.goBack();
    await expect(filter.getByRole("checkbox", { name: /^Jaminan Pensiun / })).not.toBeChecked();
    await expect(filter.getByRole("checkbox", { name: /^Jaminan Kematian / })).toBeChecked();
    await press(filter.getByRole("checkbox", { name: /^Jaminan Kematian / }));
    await expect.poll(() => query(page)["claims.programme"]).toBeUndefined();
    expect(await axe(page)).toEqual([]);
  });

  test("says how the amounts that are shown spread", async ({ page }) => {
    await press(page.getByText("Sebaran nilai klaim yang tampil"));
    const chart = page.locator("#claims-rows-amounts-chart");
    await expect(chart).toContainText(/Dari [\d.]+ klaim yang dimuat/);
    const before = await text(chart.locator("figcaption p").first());
    await page.getByRole("searchbox", { name: "Cari dalam tabel" }).fill("daring");
    await expect(chart.locator("figcaption p").first()).not.toHaveText(before);
    const shown = amount((await text(counted(page))).split(" ")[0]!);
    await press(page.locator("#claims-rows .chart-table > summary"));
    const bins = await cells(page.getByRole("table", { name: "Sebaran nilai klaim" }).last());
    expect(bins.reduce((sum, row) => sum + amount(row.at(-1)!), 0)).toBe(shown);
  });

  test("gives the rows that are shown as a file", async ({ page }) => {
    await page.getByRole("searchbox", { name: "Cari dalam tabel" }).fill("daring kematian");
    await expect(counted(page)).toHaveText(/ dari .* klaim cocok/);
    const count = Number((await text(counted(page))).split(" ")[0]!.replace(/\D/g, ""));
    const coming = page.waitForEvent("download");
    await press(page.getByRole("button", { name: "CSV" }));
    const file = await coming;
    expect(file.suggestedFilename()).toBe("klaim-rekaan-kota-palembang.csv");
    const lines = (await readFile(await file.path(), "utf8")).trim().split(/\r?\n/);
    expect(lines).toHaveLength(count + 1);
    expect(lines[0]).toContain("Nilai (IDR)");
  });
});

test("a workbook is made by a worker of its own, which is loaded for it", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await open(page, `${CLAIMS.id}?region=kota-palembang&claims.q=kematian`);
  await loaded(page);
  expect(asked.filter((url) => url.includes("claims-workbook"))).toEqual([]);
  const coming = page.waitForEvent("download");
  await press(page.getByRole("button", { name: "Excel (XLSX)" }));
  const file = await coming;
  expect(file.suggestedFilename()).toBe("klaim-rekaan-kota-palembang.xlsx");
  const [headings, ...claims] = sheetRows(await readFile(await file.path()));
  expect(headings).toContain("Nilai (IDR)");
  expect(claims).toHaveLength(Number((await text(counted(page))).split(" ")[0]!.replace(/\D/g, "")));
  expect(claims.every((cells) => cells[2] === "Jaminan Kematian" && typeof cells[5] === "number")).toBe(true);
});

test("on paper it is said how many claims there are, and where all of them are", async ({ page }) => {
  await open(page, `${CLAIMS.id}?region=kota-palembang&claims.q=kematian`);
  await loaded(page);
  const line = page.locator("#claims-rows").getByText(/baris dan tidak dicetak seluruhnya/);
  await expect(line).toBeHidden();
  const rows = (await text(counted(page))).split(" ")[0]!;
  await page.emulateMedia({ media: "print" });
  await expect(line).toContainText(`Tabel ini memuat ${rows} baris`);
  await expect(line).toBeVisible();
  await expect(grid(page)).toBeHidden();
  await expect(counted(page)).toBeHidden();
});

test("a least amount above the greatest takes its place", async ({ page }) => {
  await open(page, `${CLAIMS.id}?region=kota-palembang`);
  await loaded(page);
  await page.locator("#claims-rows .filters > summary").click();
  const amounts = page.getByRole("group", { name: /^Nilai/ });
  const [least, greatest] = [amounts.getByLabel("Paling kecil"), amounts.getByLabel("Paling besar")];
  await greatest.fill("2000000");
  await greatest.press("Tab");
  await expect.poll(() => query(page)).toMatchObject({ "claims.amount": "..2000000" });
  await least.fill("5000000");
  await least.press("Tab");
  await expect.poll(() => query(page)).toMatchObject({ "claims.amount": "5000000.." });
  await expect(greatest).toHaveValue("");
  await expect(page.getByText("Alamat ini meminta")).toBeHidden();
  await press(page.getByRole("button", { name: "Hapus filter dan pencarian" }));
  await expect(page.getByRole("searchbox", { name: "Cari dalam tabel" })).toBeFocused();
});

test.describe("what does not come", () => {
  test("a file of rows: figures stay, the table says so and tries again", async ({ page, watch }) => {
    watch.expect(/404|Failed to load/);
    let is_broken = true;
    await page.route(/\.claims\/rows\//, (route) => (is_broken ? route.fulfill({ status: 404 }) : route.fallback()));
    await open(page, `${CLAIMS.id}?region=kota-palembang`);
    await expect(finding(page)).toHaveText(/klaim di Kota Palembang/);
    const notice = page.getByRole("alert").filter({ hasText: /berkas klaim tidak sampai/ });
    await expect(notice).toContainText("Berkasnya tidak ada (kode 404); muat ulang halaman.");
    is_broken = false;
    await notice.getByRole("button", { name: "Coba lagi" }).click();
    await loaded(page);
    await expect(notice).toBeHidden();
    await expect(counted(page)).toBeFocused();
    expect(await rows(page).count()).toBeGreaterThan(5);
  });

  test("a file of figures: what is known stays", async ({ page, watch }) => {
    watch.expect(/404|Failed to load/);
    await open(page, CLAIMS.id);
    await expect(region(page)).toBeEnabled();
    let is_broken = true;
    await page.route(/\.claims\/cube\//, (route) => (is_broken ? route.fulfill({ status: 404 }) : route.fallback()));
    await choose(page, "Lahat");
    const notice = page.getByRole("alert").filter({ hasText: "Berkas angka untuk Kabupaten Lahat tidak sampai." });
    await expect(notice).toBeVisible();
    is_broken = false;
    await notice.getByRole("button", { name: "Coba lagi" }).click();
    await expect(finding(page)).toHaveText(/klaim di Kabupaten Lahat/);
    await expect(finding(page)).toBeFocused();
  });

  test("the figures of the whole: the table of the year comes with them", async ({ page, watch }) => {
    watch.expect(/404|Failed to load/);
    let is_broken = false;
    const whole = JSON.parse(await readFile(join(DIR!, "data/klaim-rekaan.claims/manifest.json"), "utf8")).regions[0].cube.name;
    await page.route(new RegExp(`/cube/${whole}`), (route) => (is_broken ? route.fulfill({ status: 404 }) : route.fallback()));
    is_broken = true;
    await open(page, `${CLAIMS.id}?region=kota-palembang`);
    await expect(region(page)).toBeEnabled();
    const way = page.getByRole("navigation", { name: "Letak daerah" });
    await press(way.getByRole("button").first());
    const notice = page.getByRole("alert").filter({ hasText: "Berkas angka untuk Indonesia tidak sampai." });
    await expect(notice).toBeVisible();
    // The button is gone; the field that chooses regions has the focus.
    await expect(region(page)).toBeFocused();
    const year = page.getByRole("table", { name: /^Klaim 2025/ });
    await expect(year).toBeHidden();
    is_broken = false;
    await notice.getByRole("button", { name: "Coba lagi" }).click();
    await expect(year).toBeVisible();
    await expect(year.getByRole("button").first()).toBeVisible();
  });

  test("the manifest: the page stays as it was written", async ({ page, watch }) => {
    watch.expect(/404|Failed to load/);
    let is_broken = true;
    await page.route(/\.claims\/manifest\.json/, (route) => (is_broken ? route.fulfill({ status: 404 }) : route.fallback()));
    await open(page, CLAIMS.id);
    const notice = page.getByRole("alert").filter({ hasText: "Daftar klaim tidak sampai" });
    await expect(notice).toBeVisible();
    await expect(page.getByRole("table", { name: /^Klaim 2025/ })).toBeVisible();
    is_broken = false;
    await notice.getByRole("button", { name: "Coba lagi" }).click();
    await expect(region(page)).toBeEnabled();
  });

  test("fields and charts: figures and rows are there without them, and they are tried again", async ({ page, watch }) => {
    watch.expect(/404|Failed to load|HTTP status code is not ok/);
    let is_broken = true;
    await page.route(REST, (route) => (is_broken ? route.fulfill({ status: 404 }) : route.fallback()));
    for (const chosen of ["?region=kota-palembang", ""]) {
      is_broken = true;
      await open(page, CLAIMS.id + chosen);
      const notice = page.getByRole("alert").filter({ hasText: "Pilihan dan grafik belum sampai" });
      await expect(notice).toBeVisible();
      await expect(finding(page)).toHaveText(chosen ? /klaim di Kota Palembang/ : /klaim di Indonesia/);
      if (chosen) {
        await loaded(page);
        await expect(rows(page).nth(1)).toBeVisible();
      }
      await expect(page.getByRole("article", { name: /menurut program|tertinggi/ })).toHaveCount(0);
      is_broken = false;
      await notice.getByRole("button", { name: "Coba lagi" }).click();
      await expect(region(page)).toBeEnabled();
      await expect(notice).toBeHidden();
      await expect(page.locator(".to-come")).toHaveCount(0);
      // The button is gone; the field that chooses regions has the focus.
      await expect(region(page)).toBeFocused();
    }
  });
});

test("works on a dataset that is newer than the page", async ({ page }) => {
  const data = JSON.parse(await readFile(join(DIR!, "data/klaim-rekaan.json"), "utf8"));
  await serve(page, { ...data, title: { id: "Lebih baru", en: "Newer" } });
  await open(page, `${CLAIMS.id}?region=kota-palembang`);
  await loaded(page);
  await expect(finding(page)).toHaveText(/klaim di Kota Palembang/);
  await open(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Lebih baru");
  await expect(page.getByRole("link", { name: "Jelajahi klaim menurut daerah, program, dan bulan" })).toHaveAttribute("href", "claims/");
});

test.describe("where the worker does not start, figures and charts are there, and the page says what is not", () => {
  const without = (page: Page) => page.locator("#claims-rows").getByText("Tabel klaim satu per satu tidak dapat ditampilkan di sini.");

  for (const file of ["claims-worker.js", "claims-worker_bg.wasm"]) {
    test(`${file} does not come`, async ({ page, watch }) => {
      watch.expect(/404|Failed to load|Failed to fetch|HTTP status code is not ok|WebAssembly|MIME/);
      await page.route(`**/${file}`, (route) => route.fulfill({ status: 404 }));
      await open(page, `${CLAIMS.id}?region=kota-palembang`);
      await expect(without(page)).toBeVisible();
      await expect(finding(page)).toHaveText(/klaim di Kota Palembang/);
      await expect(region(page)).toBeEnabled();
      await expect(grid(page)).toBeHidden();
    });
  }

  test("a browser that has none loads no rows", async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.addInitScript(() => Object.assign(window, { Worker: undefined }));
    await open(page, `${CLAIMS.id}?region=kota-palembang`);
    await expect(without(page)).toBeVisible();
    await choose(page, "Lahat");
    await expect(finding(page)).toHaveText(/klaim di Kabupaten Lahat/);
    expect(asked.filter((url) => url.includes("/rows/"))).toEqual([]);
  });
});

test("a page of newer data that does not come leaves the page as it is, and is tried again", async ({ page, watch }) => {
  watch.expect(/404|Failed to load|HTTP status code is not ok/);
  const data = JSON.parse(await readFile(join(DIR!, "data/klaim-rekaan.json"), "utf8"));
  await serve(page, { ...data, title: { id: "Lebih baru", en: "Newer" } });
  let is_broken = true;
  await page.route(/split_newer\.wasm/, (route) => (is_broken ? route.fulfill({ status: 404 }) : route.fallback()));
  await page.goto(`${CLAIMS.id}?region=kota-palembang`);
  const notice = page.locator("#notice");
  await expect(notice).toContainText("Ada data yang lebih baru");
  await expect(finding(page)).toHaveText(/klaim di Indonesia/);
  is_broken = false;
  await notice.getByRole("button", { name: "Coba lagi" }).click();
  await takenOver(page);
  await loaded(page);
  await expect(finding(page)).toHaveText(/klaim di Kota Palembang/);
});

test("other pages load nothing of it", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await open(page);
  await page.waitForLoadState("networkidle");
  expect(asked.filter((url) => /claims|explorer/.test(url))).toEqual([]);
});

test.describe("looks and is heard well", () => {
  for (const [width, height] of [[360, 800], [1440, 900]] as const) {
    for (const scheme of ["light", "dark"] as const) {
      test(`${width} pixels wide, ${scheme}`, async ({ page }) => {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme: scheme });
        // The whole has the table of the newest year besides.
        for (const chosen of ["", "?region=kota-palembang"]) {
          await open(page, CLAIMS.id + chosen);
          await loaded(page);
          expect(await overflow(page)).toEqual([]);
          expect(await axe(page)).toEqual([]);
        }
      });
    }
  }

  test("the block alone is the same", async ({ page }) => {
    await open(page, "./embed/claims-explorer/?region=kota-palembang");
    await loaded(page);
    await expect(finding(page)).toHaveText(/klaim di Kota Palembang/);
    await expect(page.getByRole("link", { name: "Laporan lengkap" })).toBeVisible();
  });
});
