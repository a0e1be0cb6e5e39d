// Claims: the figures, and the table of symbolic handovers.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { cells, charts, expect, open, PATHS, press, query, section, serve, shipped, test, text } from "./support";

const SOURCE_ORDER = ["Dedi Firmansyah", "Heri Yanto", "Hendra Gunawan", "Nunung Sakinah"];
const ASCENDING = ["Dedi Firmansyah", "Hendra Gunawan", "Heri Yanto", "Nunung Sakinah"];

const claims = (page: Page) => section(page, "Klaim dan manfaat");
const table = (page: Page) => claims(page).getByRole("table", { name: "Penyerahan simbolis" });
const names = async (page: Page) => (await cells(table(page))).map((row) => row[0]);
const heading = (page: Page, name: string) => table(page).getByRole("columnheader", { name });
const sorter = (page: Page, name: string) => heading(page, name).getByRole("button");

/** The shipped dataset with handovers that differ in place, programme and amount. */
function varied(): any {
  const data = shipped();
  data.programmes.jkk = { label: { id: "Jaminan Kecelakaan Kerja", en: "Work accident benefit" }, abbreviation: "JKK" };
  const [first, second, third, fourth] = data.claims.cases;
  first.amount = 9_500_000;
  second.place = { region: "lahat" };
  third.programme = "jkk";
  third.amount = 118_000_000;
  fourth.place = null;
  fourth.insured.name = '=HYPERLINK("http://contoh.invalid";"klik")';
  return data;
}

async function download(page: Page, name: string): Promise<[string, string]> {
  const coming = page.waitForEvent("download");
  await press(claims(page).getByRole("link", { name }));
  const file = await coming;
  return [file.suggestedFilename(), await readFile(await file.path(), "utf8")];
}

test.describe("figures", () => {
  test("number, amount, average and scholarships, with date and source", async ({ page }) => {
    await open(page);
    const words = await text(claims(page));
    for (const said of [
      "43.251 klaim tercatat sampai Juli 2025, dengan manfaat Rp718,7 miliar.",
      "Klaim tercatat 43.251 sampai Juli 2025; awal periode tidak disebut Sumber: AkselNews.com, baris 17",
      "Nilai manfaat Rp718,7 miliar sampai Juli 2025; awal periode tidak disebut Sumber: AkselNews.com, baris 17",
      "Rata-rata manfaat per klaim Rp16,62 juta dihitung; antara Rp16.615.801 dan Rp16.618.113 karena pembulatan",
      "Beasiswa, termasuk dalam nilai manfaat Rp6,18 miliar untuk 1.582 anak; rata-rata Rp3,9 juta per anak (dihitung); sampai Juli 2025",
    ]) {
      expect(words).toContain(said);
    }
    await open(page, PATHS.en);
    const english = await text(section(page, "Claims and benefits"));
    for (const said of [
      "43,251 claims were recorded up to July 2025, with benefits of Rp718.7 billion.",
      "Average benefit per claim Rp16.62 million computed; between Rp16,615,801 and Rp16,618,113 because of rounding",
      "Rp6.18 billion for 1,582 children; Rp3.9 million per child on average (computed)",
    ]) {
      expect(english).toContain(said);
    }
  });

  test("scholarships are drawn as part of the amount", async ({ page }) => {
    await open(page);
    const chart = charts(claims(page), "Beasiswa sebagai bagian dari manfaat");
    await expect(chart).toHaveAccessibleDescription("Beasiswa Rp6,18 miliar adalah 0,86% dari seluruh manfaat Rp718,7 miliar.");
    const share = await chart.evaluate((svg) => {
      const width = (name: string) => svg.querySelector(`.${name}`)!.getBoundingClientRect().width;
      return width("c-part") / width("c-whole");
    });
    expect(share).toBeGreaterThan(0.007);
    expect(share).toBeLessThan(0.01);
    await press(claims(page).getByText("Lihat sebagai tabel"));
    const data = claims(page).getByRole("table", { name: "Beasiswa sebagai bagian dari manfaat" });
    await expect.poll(() => cells(data)).toEqual([
      ["Nilai manfaat", "Rp718,7 miliar", "100%"],
      ["Beasiswa, termasuk dalam nilai manfaat", "Rp6,18 miliar", "0,86% (dihitung)"],
    ]);
  });
});

test.describe("sort", () => {
  test("by click: a column goes up, down, and back to the order of the source", async ({ page }) => {
    await open(page);
    await expect(heading(page, "Peserta")).toHaveAttribute("aria-sort", "none");
    await expect.poll(() => names(page)).toEqual(SOURCE_ORDER);
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
    await expect.poll(() => names(page)).toEqual(SOURCE_ORDER);
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
    await open(page);
    await turn();
  });

  test("by keyboard, and only one column is the sorted one", async ({ page }) => {
    await open(page);
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
    await expect.poll(async () => (await cells(table(page))).map((row) => row[1])).toEqual(["Diana", "Heny Dianti", "Juhri Ahmad", "Yusma Erviningsih"]);
  });

  test("amounts go by their value, the largest first; what is missing stands last", async ({ page }) => {
    await serve(page, varied());
    await open(page);
    await press(sorter(page, "Manfaat"));
    await expect(heading(page, "Manfaat")).toHaveAttribute("aria-sort", "descending");
    const amounts = async () => (await cells(table(page))).map((row) => row[5]);
    await expect.poll(amounts).toEqual(["Rp118 juta", "Rp42 juta", "Rp42 juta", "Rp9,5 juta"]);
    await press(sorter(page, "Manfaat"));
    await expect.poll(amounts).toEqual(["Rp9,5 juta", "Rp42 juta", "Rp42 juta", "Rp118 juta"]);
    for (const places of [["Kabupaten Lahat", "Kota Palembang"], ["Kota Palembang", "Kabupaten Lahat"]]) {
      await press(sorter(page, "Daerah"));
      const shown = async () => (await cells(table(page))).map((row) => row[4]);
      await expect.poll(async () => (await shown())[0]).toBe(places[0]);
      expect((await shown())[3]).toBe("tidak disebutkan");
    }
  });

  test("works on a phone, where each row is a card", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await open(page);
    await press(sorter(page, "Peserta"));
    await expect(heading(page, "Peserta")).toHaveAttribute("aria-sort", "ascending");
    await expect.poll(() => names(page)).toEqual(ASCENDING);
    await expect(table(page).getByRole("row")).toHaveCount(6);
    await expect(table(page).getByRole("cell", { name: "Yusma Erviningsih" })).toBeVisible();
  });
});

test.describe("search and filters", () => {
  test("the words typed narrow the rows; count and total follow", async ({ page }) => {
    await open(page);
    const count = claims(page).getByRole("status");
    await expect(count).toHaveText("4 baris");
    await expect(table(page).getByRole("row", { name: "Jumlah Rp168 juta" })).toBeVisible();
    const search = claims(page).getByRole("searchbox", { name: "Cari" });
    await search.fill("HENDRA satpol");
    await expect.poll(() => names(page)).toEqual(["Hendra Gunawan"]);
    await expect(count).toHaveText("1 dari 4 baris");
    await expect(table(page).getByRole("row", { name: "Jumlah yang tampil Rp42 juta" })).toBeVisible();
    await search.fill("he");
    await expect.poll(() => names(page)).toEqual(["Heri Yanto", "Hendra Gunawan"]);
    await search.fill("");
    await expect(count).toHaveText("4 baris");
    await expect.poll(() => names(page)).toEqual(SOURCE_ORDER);
  });

  test("filters by programme and place say how many rows each leaves", async ({ page }) => {
    await serve(page, varied());
    await open(page);
    const programme = claims(page).getByRole("combobox", { name: "Program" });
    const place = claims(page).getByRole("combobox", { name: "Daerah" });
    await expect(programme.getByRole("option")).toHaveText(["Semua", "JKK (1)", "JKM (3)"]);
    await expect(place.getByRole("option")).toHaveText(["Semua", "Kabupaten Lahat (1)", "Kota Palembang (2)"]);
    await place.selectOption({ label: "Kota Palembang (2)" });
    await expect.poll(() => names(page)).toEqual(["Dedi Firmansyah", "Hendra Gunawan"]);
    await expect(claims(page).getByRole("status")).toHaveText("2 dari 4 baris");
    await expect(table(page).getByRole("row", { name: "Jumlah yang tampil Rp127,5 juta" })).toBeVisible();
    await expect(programme.getByRole("option")).toHaveText(["Semua", "JKK (1)", "JKM (1)"]);
    await programme.selectOption({ label: "JKK (1)" });
    await expect.poll(() => names(page)).toEqual(["Hendra Gunawan"]);
    await expect.poll(() => query(page)).toEqual({ "handovers.place": "palembang", "handovers.programme": "jkk" });
    await place.selectOption({ label: "Semua" });
    await programme.selectOption({ label: "Semua" });
    await expect.poll(() => names(page)).toHaveLength(4);
    await expect.poll(() => query(page)).toEqual({});
  });

  test("where nothing matches, the page says so and offers the way back", async ({ page }) => {
    await open(page);
    const reset = claims(page).getByRole("button", { name: "Hapus pencarian dan saringan" });
    await expect(reset).toHaveCount(0);
    await claims(page).getByRole("searchbox").fill("tidak-ada");
    await expect(claims(page).getByText("Tidak ada baris yang cocok.")).toBeVisible();
    await expect(table(page)).toBeHidden();
    await expect(claims(page).getByRole("status")).toHaveText("0 dari 4 baris");
    await press(reset);
    await expect(table(page)).toBeVisible();
    await expect.poll(() => names(page)).toEqual(SOURCE_ORDER);
    await expect(claims(page).getByRole("searchbox")).toHaveValue("");
    await expect(claims(page).getByRole("searchbox")).toBeFocused();
    await expect(reset).toHaveCount(0);
  });

  test("in English", async ({ page }) => {
    await open(page, PATHS.en);
    const english = section(page, "Claims and benefits");
    await english.getByRole("searchbox", { name: "Search" }).fill("sawit");
    await expect(english.getByRole("status")).toHaveText("1 of 4 rows");
    await expect(english.getByRole("row", { name: "Total of the rows shown Rp42 million" })).toBeVisible();
    await english.getByRole("searchbox").fill("zzz");
    await expect(english.getByText("No row matches.")).toBeVisible();
    await press(english.getByRole("button", { name: "Clear search and filters" }));
    await expect(english.getByRole("status")).toHaveText("4 rows");
  });
});

test.describe("CSV", () => {
  test("holds the rows as they stand there, for a spreadsheet program", async ({ page }) => {
    await open(page);
    const [name, csv] = await download(page, "Unduh CSV");
    expect(name).toBe("sumsel-2025-08-handovers.csv");
    expect(csv.startsWith("\uFEFF")).toBe(true);
    const lines = csv.slice(1).split("\r\n");
    expect(lines).toEqual([
      "Peserta,Ahli waris,Program,Kelompok dan tempat kerja,Daerah,Manfaat",
      "Dedi Firmansyah,Yusma Erviningsih,JKM,Non ASN DLHK Palembang,Kota Palembang,42000000",
      "Heri Yanto,Diana,JKM,Non ASN DLHK Palembang,Kota Palembang,42000000",
      "Hendra Gunawan,Heny Dianti,JKM,Non PNSD Satpol PP Palembang,Kota Palembang,42000000",
      "Nunung Sakinah,Juhri Ahmad,JKM,Pekerja DBH Sawit,,42000000",
      "",
    ]);
  });

  test("follows search and sort, leaves gaps empty and defuses formulas", async ({ page }) => {
    await serve(page, varied());
    await open(page);
    await claims(page).getByRole("searchbox").fill("jkm");
    await expect(claims(page).getByRole("status")).toHaveText("3 dari 4 baris");
    await press(sorter(page, "Manfaat"));
    await expect(heading(page, "Manfaat")).toHaveAttribute("aria-sort", "descending");
    await expect(claims(page).getByRole("link", { name: "Unduh CSV" })).toHaveAttribute("href", /Heri.+Juhri.+Dedi/);
    const [, csv] = await download(page, "Unduh CSV");
    expect(csv.slice(1).split("\r\n").slice(1)).toEqual([
      "Heri Yanto,Diana,JKM,Non ASN DLHK Palembang,Kabupaten Lahat,42000000",
      `"'=HYPERLINK(""http://contoh.invalid"";""klik"")",Juhri Ahmad,JKM,Pekerja DBH Sawit,,42000000`,
      "Dedi Firmansyah,Yusma Erviningsih,JKM,Non ASN DLHK Palembang,Kota Palembang,9500000",
      "",
    ]);
  });
});

test("the examples are called examples, and odd entries are explained", async ({ page }) => {
  await open(page);
  await expect(claims(page).getByText("Contoh yang disebut sumber, bukan seluruh klaim.")).toBeVisible();
  for (const entry of shipped().claims.cases.filter((entry: any) => entry.note)) {
    await expect(claims(page).getByText(entry.note.id)).toBeVisible();
  }
});
