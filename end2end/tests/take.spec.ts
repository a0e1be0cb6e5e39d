// Taking a block along: pictures, drawings, figures, tables as text, the address of the view; and
// what is offered where nothing can be saved, or no script runs.
import { readFileSync } from "node:fs";
import type { Download, FrameLocator, Locator, Page } from "@playwright/test";
import { axe, charts, expect, inMenu, open, press, test } from "./support";

/** Opens the panel of a block. */
async function take(page: Page | FrameLocator, block: string, words = "Unduh dan bagikan"): Promise<Locator> {
  await press(await inMenu(page, `${words} ${block}`));
  const dialog = page.getByRole("dialog", { name: `${words}: ${block}` });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** The file that a button gives: name and bytes. */
async function file(page: Page, dialog: Locator, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("button", { name: button, exact: true }).click()]);
  await expect(dialog.getByRole("status")).toHaveText("Unduhan dimulai; periksa folder unduhan.");
  return { name: download.suggestedFilename(), bytes: readFileSync((await download.path())!) };
}

test("a chart as a drawing: one file, no stylesheet, title and source in it", async ({ page }) => {
  await open(page);
  const dialog = await take(page, "Cakupan per kelompok");
  const downloads: Download[] = [];
  page.on("download", (download) => downloads.push(download));
  await dialog.getByRole("button", { name: "Grafik (SVG)", exact: true }).click();
  // Each chart of a card is a file.
  await expect.poll(() => downloads.map((download) => download.suggestedFilename())).toEqual(["sumsel-2025-08-groups.svg", "sumsel-2025-08-groups-persons.svg"]);
  const bytes = readFileSync((await downloads[1]!.path())!);
  const found = await page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, "image/svg+xml");
    const fills = [...document.querySelectorAll("rect")].map((rect) => rect.getAttribute("fill"));
    return {
      faults: document.querySelectorAll("parsererror").length,
      texts: [...document.querySelectorAll("text")].map((text) => text.textContent).join(" "),
      fills,
      hatch: document.querySelectorAll("pattern").length,
    };
  }, bytes.toString("utf8"));
  expect(found.faults).toBe(0);
  expect(found.texts).toContain("44.547");
  expect(found.texts).toMatch(/RT\/RW: 15 dari 100 terlindungi/);
  expect(found.texts).toMatch(/Sumber: AkselNews\.com · per 1.Agustus 2025/);
  expect(found.fills.every(Boolean)).toBe(true);
  expect(found.hatch).toBe(1);
  // Alone in a document it looks the same.
  await page.setContent(`<img alt="" src="data:image/svg+xml;base64,${bytes.toString("base64")}">`);
  await expect.poll(() => page.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300);
});

test("a chart as a picture: twice the pixels, and not empty", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page);
  const dialog = await take(page, "Cakupan per kelompok");
  const drawn = await charts(page.locator("#groups-chart")).evaluate((svg: SVGSVGElement) => [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height]);
  const { name, bytes } = await file(page, dialog, "Grafik (PNG)");
  expect(name).toBe("sumsel-2025-08-groups.png");
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  expect(bytes.readUInt32BE(16)).toBe(2 * (drawn[0]! + 32));
  expect(bytes.readUInt32BE(20)).toBeGreaterThan(2 * (drawn[1]! + 60));
  // Ink above the chart and below it: its title and its source.
  const ink = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
    const context = canvas.getContext("2d", { willReadFrequently: true })!;
    context.drawImage(image, 0, 0);
    const dark = (y: number, height: number) => {
      const { data } = context.getImageData(0, y, image.width, height);
      let count = 0;
      for (let index = 0; index < data.length; index += 4) if (data[index]! < 128) count += 1;
      return count;
    };
    return [dark(32, 50), dark(image.height - 80, 60)];
  }, bytes.toString("base64"));
  expect(ink[0]).toBeGreaterThan(200);
  expect(ink[1]).toBeGreaterThan(100);
});

test("the figures of a chart as CSV and JSON, exact and with their bounds", async ({ page }) => {
  await open(page);
  const dialog = await take(page, "Cakupan per kelompok");
  const { name, bytes } = await file(page, dialog, "Angka yang tampil (CSV)");
  expect(name).toBe("sumsel-2025-08-groups.csv");
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = bytes.subarray(3).toString("utf8").split("\r\n");
  expect(lines[0]).toBe("name,measure,value,low,high,unit,time,shown,figure,source");
  expect(lines[1]).toMatch(/^Kepala dan perangkat desa,Persentase,89\.1,89\.05,89\.15,percent,2025-08-01,"89,1%",coverage-village-officials-2025-08,https:/);
  expect(lines).toHaveLength(16);
  expect(lines.at(-1)).toBe("");
  const json = JSON.parse((await file(page, dialog, "Angka yang tampil (JSON)")).bytes.toString("utf8"));
  expect(json.titles).toEqual(["RT/RW: 15 dari 100 terlindungi, terendah dari empat kelompok"]);
  expect(json.figures.find((row: any) => row.figure === "uncovered.rt-rw")).toMatchObject({ value: 73751, low: 73464, high: 74039, unit: "person" });
});

test("what a spreadsheet takes for a formula is defused", async ({ page }) => {
  await open(page);
  await page.locator("#groups .chart-table tbody th").first().evaluate((cell) => (cell.textContent = '=HYPERLINK("https://example.org","x")'));
  const dialog = await take(page, "Cakupan per kelompok");
  const { bytes } = await file(page, dialog, "Angka yang tampil (CSV)");
  expect(bytes.toString("utf8").split("\r\n")[1]).toMatch(/^"'=HYPERLINK\(""https:\/\/example\.org"",""x""\)",Persentase,/);
});

test.describe("with the clipboard", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });
  const read = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

  test("tables as text, as they are shown, and the address of the view", async ({ page, baseURL }) => {
    await open(page, "./?theme=dark");
    let dialog = await take(page, "Penyerahan manfaat secara simbolis");
    await expect(dialog.getByRole("button", { name: /PNG|CSV/ })).toHaveCount(0);
    await dialog.getByRole("button", { name: "Salin sebagai teks" }).click();
    await expect(dialog.getByRole("status")).toHaveText("Sudah tersalin.");
    const rows = (await read(page)).split("\n").map((line) => line.split("\t"));
    expect(rows[0]).toEqual(["Peserta", "Ahli waris", "Program", "Kelompok dan tempat kerja", "Daerah", "Manfaat"]);
    expect(rows).toHaveLength(5);
    expect(rows[1]!.at(-1)).toBe("42000000");
    await dialog.getByRole("button", { name: "Salin tautan tampilan ini" }).click();
    await expect.poll(() => read(page)).toBe(`${baseURL}?theme=dark#handovers`);
    await page.keyboard.press("Escape");
    dialog = await take(page, "Cakupan per kelompok");
    await dialog.getByRole("button", { name: "Salin sebagai teks" }).click();
    await expect(dialog.getByRole("status")).toHaveText("Sudah tersalin.");
    expect((await read(page)).split("\n")[4]).toBe("RT/RW\t15,1%\t13.117\t73.464–74.039");
    await page.keyboard.press("Escape");
    dialog = await take(page, "Dewan juri");
    await dialog.getByRole("button", { name: "Salin sebagai teks" }).click();
    await expect(dialog.getByRole("status")).toHaveText("Sudah tersalin.");
    expect((await read(page)).split("\n")).toHaveLength(8);
  });
});

test.describe("in a sandbox where nothing can be saved", () => {
  test("copying is offered, and the picture is shown", async ({ page, watch }) => {
    watch.expect(/Blocked|sandbox|clipboard/i);
    await page.route("**/host.html", (route) =>
      route.fulfill({ contentType: "text/html", body: `<!doctype html><html lang=id><title>Berita</title><iframe src="embed/groups/" sandbox="allow-scripts" title="Blok" style="border:0;width:100%;height:720px"></iframe>` }),
    );
    await page.goto("./host.html");
    const frame = page.frameLocator("iframe");
    await expect(frame.locator("html")).toHaveAttribute("data-app", "ready");
    const dialog = await take(frame, "Cakupan per kelompok");
    await dialog.getByRole("button", { name: "Salin angka yang tampil (CSV)" }).click();
    await expect(dialog.getByRole("status")).toHaveText(/tekan Ctrl\+C|tersalin/);
    await expect(dialog.locator("textarea")).toHaveValue(/Kepala dan perangkat desa,Persentase,89\.1/);
    await expect(dialog.locator("textarea")).toBeFocused();
    await dialog.getByRole("button", { name: "Salin grafik (SVG)" }).click();
    await expect(dialog.locator("textarea")).toHaveValue(/^<svg xmlns/);
    await dialog.getByRole("button", { name: "Tampilkan grafik (PNG)" }).click();
    await expect.poll(() => dialog.locator("img").first().evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(600);
    await expect(dialog.getByRole("status")).toHaveText(/klik kanan/);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("every block leads to its files, and they are there", async ({ page, watch }) => {
    test.slow();
    watch.expect(/was preloaded using link preload but not used/);
    for (const [path, words] of [["./", "Unduh dan bagikan"], ["./en/", "Download and share"]] as const) {
      await page.goto(path);
      const links = page.getByRole("link", { name: new RegExp(`^${words}`), includeHidden: true });
      await expect(links).toHaveCount(9);
      await (await inMenu(page, (await links.nth(1).textContent())!)).click();
      await expect(page).toHaveURL(/figures\/#take\.groups$/);
      await expect(page.locator("[id='take.groups']")).toBeInViewport();
      await expect(page.getByRole("button")).toHaveCount(0);
      const addresses = await page.locator(".take a").evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
      expect(addresses.length).toBeGreaterThanOrEqual(9 * 7);
      for (const address of new Set(addresses)) expect((await page.request.get(address)).status(), address).toBe(200);
    }
  });
});

test("axe finds nothing in the panel, light and dark", async ({ page }) => {
  test.slow();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await open(page, "./en/");
    await take(page, "Coverage by group", "Download and share");
    expect(await axe(page), colorScheme).toEqual([]);
  }
});
