// Claims: the figures, and the table of handovers, short without controls and long with them.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { cells, charts, DATASET, expect, open, PATHS, press, query, sample, section, serve, shipped, tabulate, test, text, unfold } from "./support";

const SOURCE_ORDER = ["Dedi Firmansyah", "Heri Yanto", "Hendra Gunawan", "Nunung Sakinah"];
const NAMES = ["Mira", "Citra", "Lina", "Budi", "Kiki", "Ahmad", "Joko", "Dewi", "Indah", "Eka", "Hadi", "Fajar"];
const ASCENDING = [...NAMES].sort();

const claims = (page: Page) => section(page, "Klaim dan manfaat");
const handovers = (page: Page) => page.locator("#handovers").getByRole("article");
const table = (page: Page) => handovers(page).getByRole("table", { name: "Penyerahan manfaat secara simbolis" });
const names = async (page: Page) => (await cells(table(page))).map((row) => row[0]);
const heading = (page: Page, name: string) => table(page).getByRole("columnheader", { name });
const sorter = (page: Page, name: string) => heading(page, name).getByRole("button");

/** Twelve handovers that differ in name, place, programme and amount, in no order. */
function many(): any {
  const data = sample("many-rows");
  for (const [index, entry] of data.claims.cases.entries()) entry.insured.name = NAMES[index];
  return data;
}

async function openMany(page: Page, path?: string, data: any = many()): Promise<void> {
  await serve(page, data);
  await open(page, path);
}

async function download(page: Page, name: string): Promise<[string, string]> {
  const coming = page.waitForEvent("download");
  await press(handovers(page).getByRole("link", { name }));
  const file = await coming;
  return [file.suggestedFilename(), await readFile(await file.path(), "utf8")];
}

test.describe("figures", () => {
  test("amount and number as the title, scholarships, with date and source", async ({ page }) => {
    await open(page);
    const card = claims(page).getByRole("article").first();
    await expect(card.getByRole("heading", { level: 3 })).toHaveText(/^Manfaat Rp718,7\smiliar untuk 43\.251\sklaim, sampai Juli\s2025$/);
    const words = await text(card);
    for (const said of [
      "Termasuk beasiswa Rp6,18 miliar untuk 1.582 anak (0,86% dari nilai manfaat, hitungan kami).",
      "Sampai Juli 2025; awal periode tidak disebut. Sumber: AkselNews.com, paragraf 17",
    ]) {
      expect(words).toContain(said);
    }
    await open(page, PATHS.en);
    const english = section(page, "Claims and benefits").getByRole("article").first();
    await expect(english.getByRole("heading", { level: 3 })).toHaveText(/^Benefits of Rp718\.7\sbillion for 43,251\sclaims, up to July\s2025$/);
    const said = await text(english);
    expect(said).toContain("Including scholarships of Rp6.18 billion for 1,582 children (0.86% of the benefits, computed).");
    expect(said).toContain("Up to July 2025; the start of the period is not stated. Source: AkselNews.com, paragraph 17");
  });

  test("every figure of the card, the title's too, says where it comes from", async ({ page }) => {
    await open(page);
    const card = claims(page).getByRole("article").first();
    for (const name of ["Rp718,7 miliar", "43.251", "Rp6,18 miliar", "1.582", "0,86%"]) {
      await expect(card.getByRole("link", { name: `${name} – dari mana angka ini?` }), name).toBeVisible();
    }
  });

  test("one claim and one child stand on one scale of sums", async ({ page }) => {
    await open(page);
    const chart = charts(page.locator("#claims-chart"), "Nilai per klaim dan per anak");
    await expect(chart).toHaveAccessibleDescription(
      "Dari yang terbesar: Contoh klaim Jaminan Kematian; Rata-rata manfaat per klaim; Rata-rata beasiswa per anak.",
    );
    const marks = await chart.locator("g.mark").evaluateAll((marks) =>
      marks.map((mark) => ({ key: mark.getAttribute("data-key"), width: mark.querySelector(".c-covered")!.getBoundingClientRect().width })),
    );
    expect(marks.map((mark) => mark.key)).toEqual(["case.handover-1", "computed.average", "computed.per-child"]);
    for (const value of [/Rp42\sjuta/, /Rp16,617\sjuta/, /Rp3,906\sjuta/]) await expect(chart.getByText(value)).toBeVisible();
    expect(marks[1]!.width / marks[0]!.width).toBeCloseTo(16_617 / 42_000, 2);
    expect(marks[2]!.width / marks[0]!.width).toBeCloseTo(3_904 / 42_000, 2);
    const card = claims(page).getByRole("article").first();
    await unfold(card);
    await tabulate(card);
    await expect.poll(() => cells(card.getByRole("table", { name: "Nilai per klaim dan per anak" }))).toEqual([
      ["Contoh klaim Jaminan Kematian", "Rp42 juta"],
      ["Rata-rata manfaat per klaim", "Rp16,617 juta"],
      ["Rata-rata beasiswa per anak", "Rp3,906 juta"],
    ]);
  });
});

test.describe("four rows", () => {
  test("stand there as they are, in the order of the source, with their sum and nothing to work", async ({ page }) => {
    await open(page);
    await expect(handovers(page).getByRole("heading", { level: 3 })).toHaveText("4 contoh klaim, masing-masing Rp42 juta");
    await expect.poll(() => names(page)).toEqual(SOURCE_ORDER);
    await expect(table(page).getByRole("columnheader")).toHaveText(["Peserta", "Ahli waris", "Program", "Kelompok dan tempat kerja", "Daerah", "Manfaat"]);
    expect((await cells(table(page)))[3]).toEqual(["Nunung Sakinah", "Juhri Ahmad", "JKM", "Pekerja DBH Sawit", "tidak disebutkan", "Rp42 juta"]);
    await expect(table(page).getByRole("row", { name: "Jumlah Rp168 juta" })).toBeVisible();
    for (const control of [
      handovers(page).getByRole("searchbox"), handovers(page).getByRole("combobox"), handovers(page).getByRole("button"),
      handovers(page).getByRole("status"), handovers(page).getByRole("checkbox"), handovers(page).getByText("Unduh CSV"),
    ]) {
      await expect(control).toHaveCount(0);
    }
  });

  test("eight rows have controls, seven none", async ({ page }) => {
    const data = many();
    data.claims.cases.length = 8;
    await openMany(page, undefined, data);
    await expect(handovers(page).getByRole("searchbox")).toBeVisible();
    await expect(sorter(page, "Peserta")).toBeVisible();
    data.claims.cases.length = 7;
    await page.unroute(DATASET);
    await openMany(page, undefined, data);
    await expect.poll(() => names(page)).toHaveLength(7);
    await expect(handovers(page).getByRole("searchbox")).toHaveCount(0);
    await expect(handovers(page).getByRole("button")).toHaveCount(0);
  });
});

test.describe("a long table shows ten rows", () => {
  const shown = (page: Page) => table(page).locator("tbody tr").locator("visible=true");

  test("until all are asked for", async ({ page }) => {
    await openMany(page);
    await expect(shown(page)).toHaveCount(10);
    const all = handovers(page).getByRole("checkbox", { name: "Tampilkan semua (12)" });
    await press(all);
    await expect(shown(page)).toHaveCount(12);
    await press(all);
    await expect(shown(page)).toHaveCount(10);
  });

  test("but what is searched for is always there", async ({ page }) => {
    await openMany(page);
    await handovers(page).getByRole("searchbox").fill("fajar");
    await expect(shown(page)).toHaveCount(1);
    await expect(table(page).getByText("Fajar")).toBeVisible();
    await expect(handovers(page).getByRole("checkbox")).toHaveCount(0);
    await handovers(page).getByRole("searchbox").fill("keluarga");
    await expect(shown(page)).toHaveCount(12);
  });

  test("and the sum is that of all", async ({ page }) => {
    await openMany(page);
    await expect(table(page).getByRole("row", { name: /^Jumlah Rp393,25\sjuta/ })).toBeVisible();
    await expect(handovers(page).getByRole("status")).toHaveText("12 baris");
  });
});

test.describe("sort", () => {
  test("by click: a column goes up, down, and back to the order of the source", async ({ page }) => {
    await openMany(page);
    await expect(heading(page, "Peserta")).toHaveAttribute("aria-sort", "none");
    await expect.poll(() => names(page)).toEqual(NAMES);
    await press(sorter(page, "Peserta"));
    await expect(heading(page, "Peserta")).toHaveAttribute("aria-sort", "ascending");
    await expect.poll(() => names(page)).toEqual(ASCENDING);
    await expect.poll(() => query(page)).toEqual({ "handovers.sort": "insured" });
    await press(sorter(page, "Peserta"));
    await expect(heading(page, "Peserta")).toHaveAttribute("aria-sort", "descending");
    await expect.poll(() => names(page)).toEqual([...ASCENDING].reverse());
    await expect.poll(() => query(page)).toEqual({ "handovers.sort": "-insured" });
    await press(sorter(page, "Peserta"));
    await expect(heading(page, "Peserta")).toHaveAttribute("aria-sort", "none");
    await expect.poll(() => names(page)).toEqual(NAMES);
    await expect.poll(() => query(page)).toEqual({});
  });

  test("the sign beside a heading says the direction", async ({ page }) => {
    const signs = () =>
      table(page).getByRole("columnheader").getByRole("button")
        .evaluateAll((buttons) => buttons.map((button) => getComputedStyle(button, "::after").content.split(" / ")[0]!.replaceAll('"', "")));
    const turn = async () => {
      for (const sign of ["↕", "↑", "↓", "↕"]) {
        await expect.poll(signs).toEqual(["↕", sign, "↕", "↕", "↕", "↕"]);
        await press(sorter(page, "Ahli waris"));
      }
    };
    await openMany(page);
    await turn();
  });

  test("by keyboard, and only one column is the sorted one", async ({ page }) => {
    await openMany(page);
    await sorter(page, "Peserta").focus();
    await page.keyboard.press("Enter");
    await expect(heading(page, "Peserta")).toHaveAttribute("aria-sort", "ascending");
    await expect.poll(() => names(page)).toEqual(ASCENDING);
    await expect(sorter(page, "Peserta")).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(sorter(page, "Ahli waris")).toBeFocused();
    await page.keyboard.press("Space");
    await expect(heading(page, "Ahli waris")).toHaveAttribute("aria-sort", "ascending");
    await expect(heading(page, "Peserta")).toHaveAttribute("aria-sort", "none");
    await expect.poll(async () => (await cells(table(page))).map((row) => row[1]!.replace("Keluarga ", "")).join("")).toBe("ABCDEFGHIJKL");
  });

  test("amounts go by their value, the largest first; what is missing stands last", async ({ page }) => {
    await openMany(page);
    await press(sorter(page, "Manfaat"));
    await expect(heading(page, "Manfaat")).toHaveAttribute("aria-sort", "descending");
    const amounts = async () => (await cells(table(page))).map((row) => row[5]);
    const most = ["Rp120 juta", ...Array(5).fill("Rp42 juta"), "Rp18,25 juta", "Rp15 juta", "Rp10 juta", "Rp9 juta", "Rp7,5 juta", "Rp3,5 juta"];
    await expect.poll(amounts).toEqual(most);
    await press(sorter(page, "Manfaat"));
    await expect.poll(amounts).toEqual([...most].reverse());
    // Four have no place.
    for (const places of [["Kota Dua", "Kota Satu"], ["Kota Satu", "Kota Dua"]]) {
      await press(sorter(page, "Daerah"));
      const shown = async () => (await cells(table(page))).map((row) => row[4]);
      await expect.poll(shown).toEqual([...Array(4).fill(places[0]), ...Array(4).fill(places[1]), ...Array(4).fill("tidak disebutkan")]);
    }
  });

  test("a phone sorts by a field, where each row is a card", async ({ page }) => {
    await openMany(page);
    const field = handovers(page).getByRole("combobox", { name: "Urutkan" });
    await expect(field).toHaveCount(0);
    await page.setViewportSize({ width: 360, height: 800 });
    await expect(field.getByRole("option").first()).toHaveText("Urutan sumber");
    await field.selectOption({ label: "Peserta" });
    await expect(heading(page, "Peserta")).toHaveAttribute("aria-sort", "ascending");
    await expect.poll(() => names(page)).toEqual(ASCENDING);
    await expect.poll(() => query(page)).toEqual({ "handovers.sort": "insured" });
    await expect(table(page).getByRole("cell", { name: "Keluarga F", exact: true })).toBeVisible();
    // The headings are heard, not seen, until a key comes to them.
    await expect(table(page).locator("thead")).toHaveCSS("clip-path", /inset/);
    await sorter(page, "Ahli waris").focus();
    await expect(sorter(page, "Ahli waris")).toBeInViewport({ ratio: 1 });
    await expect(table(page).locator("thead")).toHaveCSS("clip-path", "none");
    const box = (await sorter(page, "Ahli waris").boundingBox())!;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
    await field.focus();
    await expect(table(page).locator("thead")).toHaveCSS("clip-path", /inset/);
    await field.selectOption({ label: "Urutan sumber" });
    await expect.poll(() => names(page)).toEqual(NAMES);
    await expect.poll(() => query(page)).toEqual({});
  });
});

test.describe("search and filters", () => {
  test("the words typed narrow the rows; count and total follow", async ({ page }) => {
    await openMany(page);
    const count = claims(page).getByRole("status");
    await expect(count).toHaveText("12 baris");
    await expect(table(page).getByRole("row", { name: "Jumlah Rp393,25 juta" })).toBeVisible();
    const search = claims(page).getByRole("searchbox", { name: "Cari" });
    await search.fill("BUDI dua");
    await expect.poll(() => names(page)).toEqual(["Budi"]);
    await expect(count).toHaveText("1 dari 12 baris");
    await expect(table(page).getByRole("row", { name: "Jumlah yang tampil Rp7,5 juta" })).toBeVisible();
    await search.fill("ad");
    await expect.poll(() => names(page)).toEqual(["Ahmad", "Hadi"]);
    await search.fill("");
    await expect(count).toHaveText("12 baris");
    await expect.poll(() => names(page)).toEqual(NAMES);
  });

  test("filters by programme and place say how many rows each leaves", async ({ page }) => {
    await openMany(page);
    const programme = claims(page).getByRole("combobox", { name: "Program" });
    const place = claims(page).getByRole("combobox", { name: "Daerah" });
    await expect(programme.getByRole("option")).toHaveText(["Semua", "JKK (7)", "JKM (5)"]);
    await expect(place.getByRole("option")).toHaveText(["Semua", "Kota Dua (4)", "Kota Satu (4)"]);
    await place.selectOption({ label: "Kota Satu (4)" });
    await expect.poll(() => names(page)).toEqual(["Mira", "Kiki", "Joko", "Hadi"]);
    await expect(claims(page).getByRole("status")).toHaveText("4 dari 12 baris");
    await expect(table(page).getByRole("row", { name: "Jumlah yang tampil Rp174,5 juta" })).toBeVisible();
    await expect(programme.getByRole("option")).toHaveText(["Semua", "JKK (3)", "JKM (1)"]);
    await programme.selectOption({ label: "JKK (3)" });
    await expect.poll(() => names(page)).toEqual(["Kiki", "Joko", "Hadi"]);
    await expect.poll(() => query(page)).toEqual({ "handovers.place": "kota-satu", "handovers.programme": "jkk" });
    await place.selectOption({ label: "Semua" });
    await programme.selectOption({ label: "Semua" });
    await expect.poll(() => names(page)).toHaveLength(12);
    await expect.poll(() => query(page)).toEqual({});
  });

  test("where nothing matches, the page says so and offers the way back", async ({ page }) => {
    await openMany(page);
    const reset = claims(page).getByRole("button", { name: "Hapus pencarian dan filter" });
    await expect(reset).toHaveCount(0);
    await claims(page).getByRole("searchbox").fill("tidak-ada");
    await expect(claims(page).getByText("Tidak ada baris yang cocok.")).toBeVisible();
    await expect(table(page)).toBeHidden();
    await expect(claims(page).getByRole("status")).toHaveText("0 dari 12 baris");
    await press(reset);
    await expect(table(page)).toBeVisible();
    await expect.poll(() => names(page)).toEqual(NAMES);
    await expect(claims(page).getByRole("searchbox")).toHaveValue("");
    await expect(claims(page).getByRole("searchbox")).toBeFocused();
    await expect(reset).toHaveCount(0);
  });

  test("in English", async ({ page }) => {
    await openMany(page, PATHS.en);
    const english = section(page, "Claims and benefits");
    await expect(english.getByRole("checkbox", { name: "Show all (12)" })).toHaveCount(1);
    await english.getByRole("searchbox", { name: "Search" }).fill("budi");
    await expect(english.getByRole("status")).toHaveText("1 of 12 rows");
    await expect(english.getByRole("row", { name: "Total of the rows shown Rp7.5 million" })).toBeVisible();
    await english.getByRole("searchbox").fill("zzz");
    await expect(english.getByText("No row matches.")).toBeVisible();
    await press(english.getByRole("button", { name: "Clear search and filters" }));
    await expect(english.getByRole("status")).toHaveText("12 rows");
  });
});

test.describe("CSV", () => {
  test("holds all rows as they stand there, those below the tenth too, for a spreadsheet program", async ({ page }) => {
    await openMany(page);
    const [name, csv] = await download(page, "Unduh CSV");
    expect(name).toBe("many-rows-handovers.csv");
    expect(csv.startsWith("\uFEFF")).toBe(true);
    const lines = csv.slice(1).split("\r\n");
    expect(lines).toHaveLength(14);
    expect(lines.slice(0, 5)).toEqual([
      "Peserta,Ahli waris,Program,Kelompok dan tempat kerja,Daerah,Manfaat",
      "Mira,Keluarga A,JKM,Bengkel 1,Kota Satu,42000000",
      "Citra,Keluarga B,JKK,Bengkel 2,Kota Dua,10000000",
      "Lina,Keluarga C,JKM,Bengkel 3,,42000000",
      "Budi,Keluarga D,JKK,,Kota Dua,7500000",
    ]);
    expect(lines.slice(12)).toEqual(["Fajar,Keluarga L,JKM,,,42000000", ""]);
  });

  test("follows search and sort, leaves gaps empty and defuses formulas", async ({ page }) => {
    const data = many();
    data.claims.cases[2].insured.name = '=HYPERLINK("http://contoh.invalid";"klik")';
    data.claims.cases[8].amount = 1_000_000;
    await openMany(page, undefined, data);
    await claims(page).getByRole("searchbox").fill("jkm bengkel");
    await expect(claims(page).getByRole("status")).toHaveText("4 dari 12 baris");
    await press(sorter(page, "Manfaat"));
    await press(sorter(page, "Manfaat"));
    await expect(heading(page, "Manfaat")).toHaveAttribute("aria-sort", "ascending");
    await expect(handovers(page).getByRole("link", { name: "Unduh CSV" })).toHaveAttribute("href", /Indah.+Mira.+Ahmad/);
    const [, csv] = await download(page, "Unduh CSV");
    expect(csv.slice(1).split("\r\n").slice(1)).toEqual([
      "Indah,Keluarga I,JKM,Bengkel 3,,1000000",
      "Mira,Keluarga A,JKM,Bengkel 1,Kota Satu,42000000",
      `"'=HYPERLINK(""http://contoh.invalid"";""klik"")",Keluarga C,JKM,Bengkel 3,,42000000`,
      "Ahmad,Keluarga F,JKM,Bengkel 3,,42000000",
      "",
    ]);
  });
});

test("the examples are called examples, and odd entries are explained", async ({ page }) => {
  await open(page);
  await expect(claims(page).getByText("Contoh yang disebut sumber, bukan seluruh klaim.")).toBeVisible();
  await unfold(handovers(page));
  await handovers(page).getByText("Catatan data").click();
  for (const entry of shipped().claims.cases.filter((entry: any) => entry.note)) {
    await expect(claims(page).getByText(entry.note.id)).toBeVisible();
  }
});
