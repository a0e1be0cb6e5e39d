// Awards: winners, special awards, jury, edition and ceremony.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { cells, charts, expect, type Lang, open, PATHS, press, query, section, shipped, tabulate, test, text, unfold } from "./support";

const award = shipped().awards[0];
const awards = (page: Page) => section(page, "Penghargaan");
/** A card of the section, found by what its title says. */
const card = (page: Page, name: RegExp) => page.getByRole("article", { name });
const winners = (page: Page) => card(page, /^22\s(penerima dari|winners in) 8\s(kategori|categories)$/);
const seen = (page: Page) => winners(page).locator(".category").locator("visible=true");

/** The winners shown: category, and of each its rank as read aloud, its name and the rest. */
function listed(page: Page): Promise<[string, string[]][]> {
  return winners(page).evaluate((element) =>
    [...element.querySelectorAll(".category:not([hidden])")].map((category) => {
      const plain = (node: Element | null) => (node?.textContent ?? "").replace(/\s+/g, " ").trim();
      const items = [...category.querySelectorAll("li:not([hidden])")].map((item) =>
        [item.querySelector(".rank .hidden"), item.querySelector(".name"), item.querySelector(".place")]
          .map(plain).filter((text) => text !== "").join(" | "),
      );
      return [plain(category.querySelector("h4")), items];
    }),
  );
}

for (const lang of ["id", "en"] as Lang[]) {
  test(`22 winners in 8 categories with rank and place, ${lang}`, async ({ page }) => {
    await open(page, PATHS[lang]);
    const data = shipped();
    const plain = (value: any): string => (typeof value === "string" ? value : value[lang]);
    const expected = award.categories.map((category: any) => [
      (category.parent ? `${plain(category.parent)} ` : "") + plain(category.label),
      category.winners.map((winner: any) => {
        const rank = winner.rank === null ? { id: "tanpa peringkat", en: "no rank" }[lang] : `${{ id: "Peringkat", en: "Rank" }[lang]} ${winner.rank}`;
        const place = winner.place ? plain(data.regions[winner.place.region].name) : "";
        const inferred = winner.place?.basis === "inferred" ? { id: " (disimpulkan dari namanya)", en: " (inferred from the name)" }[lang] : "";
        return [rank, plain(winner.name), place === plain(winner.name) ? "" : place + inferred].filter((part) => part !== "").join(" | ");
      }),
    ]);
    expect(expected).toHaveLength(8);
    expect(expected.flatMap(([, names]: [string, string[]]) => names)).toHaveLength(22);
    await expect.poll(() => listed(page)).toEqual(expected);
    await expect(winners(page).getByRole("status")).toHaveText({ id: "22 penerima", en: "22 winners" }[lang]);
    await expect(winners(page).getByRole("heading", { level: 4 })).toHaveCount(3);
    await press(winners(page).getByRole("checkbox", { name: { id: "Tampilkan semua (22)", en: "Show all (22)" }[lang] }));
    await expect(winners(page).getByRole("heading", { level: 4 })).toHaveCount(8);
  });
}

test("three categories are shown until all are asked for, or something is searched", async ({ page }) => {
  await open(page);
  const all = winners(page).getByRole("checkbox", { name: "Tampilkan semua (22)" });
  await expect(all).not.toBeChecked();
  await expect(seen(page)).toHaveCount(3);
  await press(all);
  await expect(seen(page)).toHaveCount(8);
  await expect(winners(page).getByText("Mie Pangsit ATADC")).toBeVisible();
  await press(all);
  await expect(seen(page)).toHaveCount(3);
  // What is found is never left out, and there is no rest to show.
  await winners(page).getByRole("searchbox").fill("pt");
  await expect(winners(page).getByText("PT Perkebunan Hasil Musi Lestari")).toBeVisible();
  await expect(seen(page)).toHaveCount((await listed(page)).length);
  expect((await listed(page)).length).toBeGreaterThan(3);
  await expect(all).toHaveCount(0);
  await winners(page).getByRole("searchbox").fill("");
  await expect(seen(page)).toHaveCount(3);
  // It is no part of the view that the address holds.
  expect(query(page)).toEqual({});
});

test("without scripts the field shows all as well", async ({ browser, baseURL }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! })).newPage();
  await page.goto(PATHS.id);
  await expect(seen(page)).toHaveCount(3);
  await winners(page).getByRole("checkbox", { name: "Tampilkan semua (22)" }).check();
  await expect(seen(page)).toHaveCount(8);
  await page.context().close();
});

test("categories and places in one drawing, with its table; places of winners in another", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page);
  const matrix = charts(winners(page), "Jumlah penerima menurut kategori dan kabupaten/kota");
  await expect(matrix).toHaveAccessibleDescription(/^Penerima terbanyak: Prabumulih, 3\. /);
  await unfold(winners(page));
  await tabulate(winners(page));
  const table = winners(page).getByRole("table", { name: "Jumlah penerima menurut kategori dan kabupaten/kota" });
  await expect(table).toBeVisible();
  const rows = await cells(table);
  expect(rows).toHaveLength(8);
  expect(rows[0]).toEqual(["Pemerintah Kabupaten/Kota", "1", "1", "–", "1", "–", "–", "–"]);
  // Every winner is in it once.
  const count = rows.flatMap((row) => row.slice(1)).reduce((sum, cell) => sum + (cell === "–" ? 0 : Number(cell)), 0);
  expect(count).toBe(22);
  const places = card(page, /^Terbanyak dari Prabumulih: 3\sdari 10\spenerima yang daerahnya diketahui$/);
  const tiles = charts(places, "Jumlah penerima menurut kabupaten/kota");
  await expect(tiles).toHaveAccessibleDescription(/^Penerima terbanyak: Prabumulih, 3\. /);
  await expect(places.getByText("Daerah asal 12 dari 22 penerima tidak diketahui, jadi tidak masuk angka daerah mana pun.")).toBeVisible();
  await unfold(places);
  const listing = places.getByRole("table", { name: "Jumlah penerima menurut kabupaten/kota" });
  if (!(await listing.isVisible())) await tabulate(places);
  expect((await cells(listing)).slice(0, 2)).toEqual([["Kota Prabumulih", "3"], ["Kabupaten Lahat", "2"]]);
  expect(await cells(listing)).toHaveLength(18);
});

test("the search finds names, places and categories", async ({ page }) => {
  await open(page);
  const search = winners(page).getByRole("searchbox", { name: "Cari" });
  const count = winners(page).getByRole("status");
  await search.fill("bpr");
  await expect(count).toHaveText("2 dari 22 penerima");
  await expect.poll(() => listed(page)).toEqual([
    ["Badan Usaha Sektor Keuangan", ["Peringkat 2 | BPR Muara Enim (Perseroda) | Kabupaten Muara Enim (disimpulkan dari namanya)", "Peringkat 3 | PT BPR Puskopat"]],
  ]);
  await search.fill("prabumulih");
  await expect(count).toHaveText("3 dari 22 penerima");
  await expect.poll(async () => (await listed(page)).map(([category]) => category)).toEqual(["Pemerintah Kabupaten/Kota", "Desa/Kelurahan", "Usaha Skala Kecil & Mikro"]);
  await search.fill("pertambangan");
  await expect(count).toHaveText("3 dari 22 penerima");
  await search.fill("mie pangsit");
  await expect(count).toHaveText("1 dari 22 penerima");
});

test("filters by category and place carry counts that follow each other", async ({ page }) => {
  await open(page);
  const category = winners(page).getByRole("combobox", { name: "Kategori" });
  const place = winners(page).getByRole("combobox", { name: "Daerah" });
  await expect(category.getByRole("option")).toHaveText([
    "Semua",
    "Pemerintah Kabupaten/Kota (3)",
    "Desa/Kelurahan (3)",
    "Badan Usaha: Sektor Keuangan (3)",
    "Badan Usaha: Sektor Perdagangan & Jasa (3)",
    "Badan Usaha: Sektor Pertambangan, Manufaktur & Konstruksi (3)",
    "Badan Usaha: Sektor Pertanian, Peternakan, Perkebunan & Perikanan (3)",
    "Badan Usaha: Sektor Pendidikan (3)",
    "Usaha Skala Kecil & Mikro (1)",
  ]);
  await place.selectOption({ label: "Kabupaten Lahat (2)" });
  await expect(winners(page).getByRole("status")).toHaveText("2 dari 22 penerima");
  await expect(category.getByRole("option", { name: "Desa/Kelurahan (1)" })).toHaveCount(1);
  await expect(category.getByRole("option", { name: "Badan Usaha: Sektor Keuangan (0)" })).toHaveCount(1);
  await category.selectOption({ label: "Desa/Kelurahan (1)" });
  await expect.poll(() => listed(page)).toEqual([["Desa/Kelurahan", ["Peringkat 3 | Desa Bintuhan | Kabupaten Lahat"]]]);
  await expect.poll(() => query(page)).toEqual({ "winners.category": "village", "winners.place": "lahat" });
  await place.selectOption({ label: "Semua" });
  await expect.poll(async () => (await listed(page))[0]?.[1]).toHaveLength(3);
});

test("where nobody matches, the page says so and offers the way back", async ({ page }) => {
  await open(page, PATHS.en);
  await winners(page).getByRole("searchbox", { name: "Search" }).fill("nobody at all");
  await expect(winners(page).getByText("No winner matches.")).toBeVisible();
  await expect(winners(page).getByRole("status")).toHaveText("0 of 22 winners");
  await expect(winners(page).getByRole("heading", { level: 4 })).toHaveCount(0);
  await press(winners(page).getByRole("button", { name: "Clear search and filters" }));
  await expect.poll(async () => (await listed(page)).length).toBe(8);
  await expect(winners(page).getByRole("heading", { level: 4 })).toHaveCount(3);
});

test("the winners can be taken along as CSV", async ({ page }) => {
  await open(page);
  await winners(page).getByRole("combobox", { name: "Daerah" }).selectOption("prabumulih");
  await expect(winners(page).getByRole("status")).toHaveText("3 dari 22 penerima");
  await expect(winners(page).getByRole("link", { name: "Unduh CSV" })).not.toHaveAttribute("href", /Musi/);
  const coming = page.waitForEvent("download");
  await press(winners(page).getByRole("link", { name: "Unduh CSV" }));
  const file = await coming;
  expect(file.suggestedFilename()).toBe("sumsel-2025-08-winners.csv");
  expect(await readFile(await file.path(), "utf8")).toBe(
    "\uFEFFKategori,Peringkat,Penerima,Daerah\r\n" +
      "Pemerintah Kabupaten/Kota,2,Kota Prabumulih,Kota Prabumulih\r\n" +
      "Desa/Kelurahan,1,Desa Pangkul,Kota Prabumulih\r\n" +
      "Usaha Skala Kecil & Mikro,,Mie Pangsit ATADC,Kota Prabumulih\r\n",
  );
});

test("special awards: three bars of persons protected, not added up", async ({ page }) => {
  await open(page);
  const special = card(page, /^Musi Banyuasin: 45\.000\spekerja rentan, terbanyak dari tiga\spenerima$/);
  const chart = charts(special, "Jumlah pekerja yang dilindungi tiap penerima");
  await expect(chart).toHaveAccessibleDescription("Terbanyak di antara penerima penghargaan khusus: Kabupaten Musi Banyuasin, 45.000 pekerja rentan.");
  const widths = await chart.locator("g.mark").evaluateAll((marks) =>
    marks.map((mark) => mark.querySelector(".c-covered")!.getBoundingClientRect().width),
  );
  expect(widths).toHaveLength(3);
  expect(widths[1]! / widths[0]!).toBeCloseTo(8082 / 45000, 2);
  expect(widths[2]! / widths[0]!).toBeCloseTo(4914 / 45000, 2);
  await unfold(special);
  await tabulate(special);
  const rows = [
    ["Kabupaten Musi Banyuasin", "45.000", "pekerja rentan"],
    ["Kabupaten Ogan Komering Ulu Timur", "8.082", "pekerja lintas agama"],
    ["Kabupaten Ogan Komering Ulu Selatan", "4.914", "pekerja miskin ekstrem"],
  ];
  await expect.poll(() => cells(special.getByRole("table"))).toEqual(rows);
  await expect(special.getByText("Kelompoknya berbeda dan bisa tumpang tindih, jadi tidak dijumlahkan.")).toBeVisible();
  expect((await awards(page).textContent())!).not.toContain("57.996");
  await press(special.getByText("Siapa dan untuk apa"));
  for (const winner of award.special) {
    const item = special.locator("ul.special").getByRole("listitem").filter({ hasText: winner.name.id });
    await expect(item).toContainText(winner.citation.id);
    await expect(item.getByRole("link", { name: `AkselNews.com, paragraf ${winner.evidence.line}` })).toBeVisible();
  }
});

test("the jury: eight names with their roles, and that the source says nine", async ({ page }) => {
  for (const [lang, title, note, roles] of [
    ["id", /^8\sdari 9\sjuri disebut namanya$/, "Sumber menyebut 9 juri dan mencantumkan 8 nama.", ["Ketua", "Sekretaris"]],
    ["en", /^8\sof 9\sjurors are\snamed$/, "The source states 9 jurors and lists 8 names.", ["Chair", "Secretary"]],
  ] as const) {
    await open(page, PATHS[lang]);
    const jury = card(page, title);
    await expect(jury.getByRole("heading", { level: 3 })).toBeVisible();
    await expect(jury.getByText(note)).toBeVisible();
    const items = jury.locator("ul.people").getByRole("listitem");
    await expect(items).toHaveCount(8);
    for (const [index, member] of award.jury.members.entries()) await expect(items.nth(index)).toContainText(member.name);
    await expect(items.nth(0)).toContainText(roles[0]);
    await expect(items.nth(1)).toContainText(roles[1]);
  }
});

test("edition, organisers, ceremony and who attended", async ({ page }) => {
  await open(page);
  expect(await text(awards(page))).toContain(
    "Paritrana Award Provinsi Sumatera Selatan edisi 2024 diserahkan kepada 22 penerima dalam 8 kategori pada 27 Agustus 2025 di Hotel Aryaduta Palembang.",
  );
  const ceremony = page.locator("details#ceremony");
  await expect(ceremony).not.toHaveAttribute("open");
  await press(ceremony.getByRole("heading", { level: 3, name: "Acara penyerahan" }));
  const words = await text(ceremony);
  for (const said of [
    "Edisi 2024",
    "Pemerintah Provinsi Sumatera Selatan; BPJS Ketenagakerjaan Wilayah Sumbagsel",
    "Rabu, 27 Agustus 2025, Hotel Aryaduta Palembang",
    "Dr. H. Herman Deru, S.H., M.M., Gubernur Sumatera Selatan",
    "Para bupati dari seluruh Sumatera Selatan",
    "Forum Komunikasi Pimpinan Daerah (Forkopimda)",
    award.note.id,
    shipped().events[0].note.id,
  ]) {
    expect(words).toContain(said.replace(/\s+/g, " "));
  }
  await open(page, PATHS.en);
  await press(page.locator("#ceremony > summary"));
  expect(await text(page.locator("#ceremony"))).toContain("Wednesday, 27 August 2025, Hotel Aryaduta Palembang");
});
