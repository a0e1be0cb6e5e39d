// The studio, as somebody uses it who has a workbook: drop it, follow what is wrong, mend it, see it, save it.
// What is tagged @firefox is asked of Firefox as well.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Download, Locator, Page } from "@playwright/test";
import { axe, expect, outliving, PATHS, shipped, test } from "./support";

const STUDIO = { id: `${PATHS.id}studio/`, en: `${PATHS.en}studio/` };

// Opening a report takes a worker its time where others use the machine too.
test.describe.configure({ timeout: 240_000 });

async function open(page: Page, path: string = STUDIO.id): Promise<void> {
  await page.goto(path);
  await expect(page.locator("html")).toHaveAttribute("data-app", "ready");
}

/** Waits until the report is checked and seen. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator(".sum")).not.toContainText(/Memeriksa|Checking/, { timeout: 60_000 });
}

async function openPublished(page: Page): Promise<void> {
  await open(page);
  await page.getByRole("button", { name: "Laporan yang sudah terbit" }).click();
  await settled(page);
}

/** Drops files onto the window. */
async function drop(page: Page, files: { name: string; bytes: Buffer }[]): Promise<void> {
  const transfer = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of files) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, files.map(({ name, bytes }) => ({ name, base64: bytes.toString("base64") })));
  await page.dispatchEvent("body", "dragover", { dataTransfer: transfer });
  await expect(page.getByText("Lepaskan untuk membuka")).toBeVisible();
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
}

async function saved(page: Page, button: string): Promise<{ download: Download; bytes: Buffer }> {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const download = await coming;
  const bytes = readFileSync(await download.path());
  // The next one may have its name.
  await download.delete();
  return { download, bytes };
}

function sheet(page: Page, name: string): Locator {
  return page.getByRole("navigation", { name: /Lembar|Sheets/ }).getByRole("button", { name: new RegExp(`^${name}\\b`) });
}

/** The cell of a column in a row of the sheet that is seen. */
async function cell(page: Page, column: string, row: number): Promise<Locator> {
  const heading = page.getByRole("columnheader", { name: new RegExp(`^[A-Z]+ ${column}$`) });
  const at = Number(await heading.getAttribute("aria-colindex"));
  return page.locator(`#cell-${row - 1}-${at - 2}`);
}

/** Types into the cell that keys go to. */
async function write(page: Page, cell: Locator, text: string): Promise<void> {
  await cell.click();
  await page.keyboard.press("F2");
  await cell.getByRole("combobox").fill(text);
  await page.keyboard.press("Enter");
}

test("a workbook is dropped, a finding followed to its cell, mended, seen, undone, saved and opened again", { tag: "@firefox" }, async ({ page }) => {
  await openPublished(page);
  const { bytes } = await saved(page, "Buku kerja (.xlsx)");
  await page.getByRole("button", { name: "Buka yang lain" }).click();
  await drop(page, [{ name: "laporan.xlsx", bytes }]);
  await settled(page);
  await expect(page.getByText("0 kesalahan")).toBeVisible();
  await sheet(page, "Angka").click();
  const value = await cell(page, "Nilai", 2);
  const before = await value.innerText();
  await write(page, value, "kira-kira banyak");
  await expect(page.locator(".sum")).toContainText(/[1-9] kesalahan/);
  await expect(value).toHaveAttribute("aria-invalid", "true");
  // From another sheet the finding leads back to its cell.
  await sheet(page, "Daerah").click();
  await page.getByRole("button", { name: /^Kesalahan Angka!/ }).first().click();
  await expect(value).toBeFocused();
  await expect(page.locator(".cell-help .wrong").first()).toContainText("Perbaikan:");
  await page.keyboard.type("12,34%");
  await page.keyboard.press("Enter");
  await expect(page.locator(".sum")).toContainText("0 kesalahan");
  const preview = page.frameLocator("iframe[title=Pratinjau]");
  await expect(preview.getByText("12,34").first()).toBeAttached();
  await settled(page);
  const sum = await page.locator(".sum").innerText();
  const mended = await saved(page, "Buku kerja (.xlsx)");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(value).toHaveText(before);
  await settled(page);
  await expect(preview.getByText("12,34")).toHaveCount(0);
  const dataset = await saved(page, "Dataset (.json)");
  expect(dataset.download.suggestedFilename()).toBe("sumsel-2025-08.json");
  expect(JSON.parse(dataset.bytes.toString())).toEqual(expect.objectContaining({ id: shipped().id, title: shipped().title }));
  await page.getByRole("button", { name: "Buka yang lain" }).click();
  await drop(page, [{ name: "sumsel-2025-08.json", bytes: dataset.bytes }]);
  await settled(page);
  await expect(page.getByRole("textbox", { name: "Teks dataset (JSON)" })).toHaveValue(dataset.bytes.toString());
  await page.getByRole("button", { name: "Buka yang lain" }).click();
  await drop(page, [{ name: mended.download.suggestedFilename(), bytes: mended.bytes }]);
  await settled(page);
  await expect(page.locator(".sum")).toHaveText(sum);
  await sheet(page, "Angka").click();
  await expect(await cell(page, "Nilai", 2)).toHaveText("12,34");
  await expect(preview.getByText("12,34").first()).toBeAttached();
});

test("a row is put between others, taken out and brought back", async ({ page }) => {
  await openPublished(page);
  await sheet(page, "Angka").click();
  const texts = async (rows: number[]) => Promise.all(rows.map(async (row) => (await cell(page, "Nilai", row)).innerText()));
  const [third, fourth] = await texts([3, 4]);
  const [insert, remove, undo] = ["Sisipkan baris di atas", "Hapus baris", "Urungkan"].map((name) => page.getByRole("button", { name }));
  await (await cell(page, "Nilai", 3)).click();
  await insert.click();
  await expect(page.getByText("Baris 3 disisipkan.")).toBeAttached();
  await expect(await cell(page, "Nilai", 3)).toHaveText("");
  expect(await texts([4, 5])).toEqual([third, fourth]);
  await settled(page);
  await expect(page.locator(".sum")).toContainText("0 kesalahan");
  await remove.click();
  expect(await texts([3, 4])).toEqual([third, fourth]);
  await remove.click();
  await expect(page.getByText("Baris 3 dihapus;")).toBeAttached();
  await expect(await cell(page, "Nilai", 3)).toHaveText(fourth);
  await undo.click();
  await undo.click();
  await undo.click();
  expect(await texts([3, 4])).toEqual([third, fourth]);
  await expect(undo).toHaveAttribute("aria-disabled", "true");
  await settled(page);
  await expect(page.locator(".sum")).toContainText("0 kesalahan");
  // The names of the columns stay where they are.
  await (await cell(page, "Nilai", 1)).click();
  await expect(remove).toHaveAttribute("aria-disabled", "true");
});

test("a dataset is edited as a text: a finding leads to its line", async ({ page }) => {
  await open(page);
  const broken = JSON.stringify({ ...shipped(), headline: "tidak-ada" }, null, 2);
  await drop(page, [{ name: "sumsel-2025-08.json", bytes: Buffer.from(broken) }]);
  await settled(page);
  await page.getByRole("button", { name: /^Kesalahan baris/ }).first().click();
  const text = page.getByRole("textbox", { name: "Teks dataset (JSON)" });
  await expect(text).toBeFocused();
  const selected = () => text.evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd));
  await expect.poll(selected).toContain("tidak-ada");
  await text.fill(JSON.stringify(shipped(), null, 2));
  await expect(page.locator(".sum")).toContainText("0 kesalahan");
  await page.getByRole("button", { name: "Sunting sebagai lembar" }).click();
  await expect(page.getByRole("grid")).toBeVisible();
});

test("six questions begin a report, by the keyboard alone", { tag: "@firefox" }, async ({ page }) => {
  await open(page);
  const form = page.getByRole("button", { name: "Laporan baru: enam pertanyaan" });
  await form.focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Judul laporan").focus();
  await page.keyboard.type("Perlindungan pekerja di Lahat");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Kabupaten Lahat");
  await page.keyboard.press("Tab");
  await page.keyboard.type("16.04");
  await page.getByLabel("Tanggal data").fill("2026-10-31");
  await page.getByLabel("Sumber: siapa yang menerbitkan").focus();
  await page.keyboard.type("Kantor Cabang Lahat");
  await page.keyboard.press("Enter");
  await settled(page);
  await expect(page.locator(".report-name strong")).toHaveText("lahat-2026-10");
  const finding = page.getByRole("button", { name: /^Kesalahan Angka!/ }).first();
  await finding.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".grid-cell:focus")).toBeVisible();
  await page.keyboard.type("31,33%");
  await page.keyboard.press("Enter");
  await expect(page.locator(".sum")).toContainText("0 kesalahan");
  await expect(page.frameLocator("iframe[title=Pratinjau]").getByText("31,33").first()).toBeAttached();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Home");
  await expect(page.locator(".grid-cell:focus")).toHaveAttribute("aria-colindex", "2");
  await page.keyboard.press("F2");
  await page.keyboard.press("Escape");
  await expect(page.locator(".grid-cell:focus")).toHaveAttribute("aria-colindex", "2");
});

test("the draft is there after a reload, and the studio without a connection", { tag: "@firefox" }, async ({ page, context }) => {
  await openPublished(page);
  await sheet(page, "Laporan").click();
  const title = page.locator("#cell-1-1");
  await write(page, title, "laporan-draf");
  await expect(page.getByText(/Draf tersimpan/)).toBeVisible();
  await settled(page);
  await page.waitForTimeout(1000);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await page.goto(STUDIO.id);
  await expect(page.locator("html")).toHaveAttribute("data-app", "ready");
  await page.getByRole("button", { name: /^Lanjutkan draf/ }).first().click();
  await settled(page);
  await expect(page.locator("#cell-1-1")).toHaveText("laporan-draf");
  await context.setOffline(false);
});

test("files that are refused are told in words, and what was open stays", async ({ page }) => {
  await open(page);
  await drop(page, [{ name: "foto.png", bytes: Buffer.from("\x89PNG\r\n\x1a\n", "latin1") }]);
  await expect(page.getByText("Ini gambar atau rekaman, bukan buku kerja")).toBeVisible();
  await drop(page, [{ name: "lama.xls", bytes: Buffer.from("d0cf11e0a1b11ae1", "hex") }]);
  await expect(page.getByText("lama.xls")).toBeVisible();
  await expect(page.getByText("Mulai dari mana?")).toBeVisible();
});

test("one file works alone: theme, search, a figure's source", { tag: "@firefox" }, async ({ page, browser }) => {
  await openPublished(page);
  const { download, bytes } = await saved(page, "Satu halaman (.html)");
  expect(download.suggestedFilename()).toBe("sumsel-2025-08.html");
  const file = join(mkdtempSync(join(tmpdir(), "studio-")), "laporan saya.html");
  writeFileSync(file, bytes);
  const alone = await browser.newPage();
  const found: string[] = [];
  alone.on("console", (message) => found.push(message.text()));
  alone.on("pageerror", (error) => found.push(error.message));
  alone.on("request", (request) => { if (!/^(file|data|blob):/.test(request.url())) found.push(request.url()); });
  await alone.goto(`file://${encodeURI(file)}`);
  await expect(alone.locator("html")).toHaveAttribute("data-app", "ready");
  await alone.getByLabel("Tampilan").selectOption("dark");
  await expect(alone.locator("html")).toHaveAttribute("data-theme", "dark");
  const search = alone.getByRole("searchbox").first();
  await search.fill("zzz");
  await expect(alone.getByText(/yang cocok/).first()).toBeVisible();
  await search.fill("");
  await alone.locator("a.ask").first().click();
  await expect(alone.locator(".ask-panel")).toContainText("AkselNews.com");
  await alone.keyboard.press("Escape");
  // What can be taken along is made by the page; files of a site are not offered.
  await alone.locator("#groups .menu > summary").click();
  await alone.getByRole("link", { name: /^Unduh dan bagikan/ }).filter({ visible: true }).first().click();
  const [drawing] = await Promise.all([alone.waitForEvent("download"), alone.getByRole("button", { name: "Grafik (SVG)", exact: true }).click()]);
  expect(drawing.suggestedFilename()).toMatch(/\.svg$/);
  const hrefs = await alone.locator("a[href]:visible").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(hrefs.filter((href) => !/^(#|data:|https?:|figures\/#)/.test(href))).toEqual([]);
  await alone.keyboard.press("Escape");
  await alone.locator("#groups .canvas").first().hover();
  await expect(alone.locator("svg.chart [tabindex]").first()).toBeAttached();
  expect(found).toEqual([]);
  await alone.close();
});

test("a large workbook leaves the page answering", async ({ page }) => {
  await open(page);
  const dir = mkdtempSync(join(tmpdir(), "studio-"));
  const rows = ["Id,Indikator,Daerah,Per,Nilai,Catatan"];
  for (let row = 0; row < 32_000; row += 1) rows.push(`n${row},tingkat,contoh,2025,"12,${row % 10}%",${"catatan ".repeat(36)}${row}`);
  const csv = Buffer.from(rows.join("\n"));
  expect(csv.length).toBeGreaterThan(10_000_000);
  const path = join(dir, "Angka.csv");
  writeFileSync(path, csv);
  await page.evaluate(() => {
    const gaps = ((window as any).gaps = [] as number[]);
    let last = performance.now();
    const tick = () => {
      const now = performance.now();
      gaps.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await page.locator("input[type=file]").setInputFiles(path);
  await expect(page.getByRole("grid")).toBeVisible({ timeout: 60_000 });
  const value = page.locator("#cell-5-4");
  await write(page, value, "77,7%");
  await expect(value).toHaveText("77,7%", { timeout: 2_000 });
  await settled(page);
  const longest = await page.evaluate(() => Math.max(...(window as any).gaps));
  test.info().annotations.push({ type: "longest pause", description: `${Math.round(longest)} ms` });
  expect(longest).toBeLessThan(3_000);
});

for (const lang of ["id", "en"] as const) {
  for (const scheme of ["light", "dark"] as const) {
    // Each language and each scheme once in Firefox, where axe takes its time.
    const tag = (lang === "id") === (scheme === "light") ? "@firefox" : [];
    const begin = async (page: Page, browserName: string): Promise<void> => {
      // Not every Firefox can be told the system's scheme: there the address says it.
      const isTold = browserName !== "firefox";
      if (isTold) await page.emulateMedia({ colorScheme: scheme });
      await open(page, isTold ? STUDIO[lang] : `${STUDIO[lang]}?theme=${scheme}`);
    };
    test(`axe finds nothing in the beginning, ${lang}, ${scheme}`, { tag }, async ({ page, browserName }) => {
      await begin(page, browserName);
      expect(await axe(page)).toEqual([]);
    });
    test(`axe finds nothing in the questions, ${lang}, ${scheme}`, { tag }, async ({ page, browserName }) => {
      await begin(page, browserName);
      await page.getByRole("button", { name: { id: /enam pertanyaan/, en: /six questions/ }[lang] }).click();
      expect(await axe(page)).toEqual([]);
    });
    test(`axe finds nothing around a report, ${lang}, ${scheme}`, { tag }, async ({ playwright, browserName }) => {
      await outliving({ playwright, browserName }, async (page) => {
        await begin(page, browserName);
        await page.getByRole("button", { name: { id: "Laporan yang sudah terbit", en: "The published report" }[lang] }).click();
        await settled(page);
        // The preview is a document of its own: while it comes, nothing can look at the page around it.
        await expect(page.frameLocator(`iframe[title=${{ id: "Pratinjau", en: "Preview" }[lang]}]`).locator("h1")).toBeVisible();
        expect(await axe(page, "iframe")).toEqual([]);
      });
    });
  }
}

for (const width of [360, 768, 1100, 1440]) {
  test(`nothing sticks out at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openPublished(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    for (const part of ["Pemeriksaan", "Pratinjau"]) {
      const choice = page.getByRole("group", { name: "Bagian studio" }).getByRole("button", { name: part });
      if (await choice.isVisible()) await choice.click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    }
  });
}

test("it works in English", { tag: "@firefox" }, async ({ page }) => {
  await open(page, STUDIO.en);
  await expect(page.getByRole("heading", { name: "Report studio" })).toBeVisible();
  await page.getByRole("button", { name: "Empty template" }).click();
  await expect(page.locator(".sum")).toContainText("error");
  await sheet(page, "Figures").click();
  await expect(page.getByRole("grid", { name: "Figures" })).toBeVisible();
});
