// Awards: winners, special awards, jury, edition and ceremony.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { cells, charts, expect, type Lang, open, PATHS, press, query, section, shipped, test, text } from "./support";

const award = shipped().awards[0];
const awards = (page: Page) => section(page, "Penghargaan");
/** A part of the section, found by its heading. */
const block = (page: Page, name: RegExp) =>
  page.locator(".block").filter({ has: page.getByRole("heading", { level: 3, name }) });
const winners = (page: Page) => block(page, /^(Penerima per kategori|Winners by category)$/);

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
    await expect(winners(page).getByRole("heading", { level: 4 })).toHaveCount(8);
  });
}

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
  await expect(winners(page).getByRole("heading", { level: 4 })).toHaveCount(8);
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
  const special = block(page, /^Penghargaan khusus$/);
  const chart = charts(special, "Pekerja yang dilindungi penerima penghargaan khusus");
  await expect(chart).toHaveAccessibleDescription("Terbanyak di antara penerima penghargaan khusus: Kabupaten Musi Banyuasin, 45.000 pekerja rentan.");
  const widths = await chart.locator("g.mark").evaluateAll((marks) =>
    marks.map((mark) => mark.querySelector(".c-covered")!.getBoundingClientRect().width),
  );
  expect(widths).toHaveLength(3);
  expect(widths[1]! / widths[0]!).toBeCloseTo(8082 / 45000, 2);
  expect(widths[2]! / widths[0]!).toBeCloseTo(4914 / 45000, 2);
  await press(special.getByText("Lihat sebagai tabel"));
  const rows = [
    ["Kabupaten Musi Banyuasin", "45.000", "pekerja rentan"],
    ["Kabupaten Ogan Komering Ulu Timur", "8.082", "pekerja lintas agama"],
    ["Kabupaten Ogan Komering Ulu Selatan", "4.914", "pekerja miskin ekstrem"],
  ];
  await expect.poll(() => cells(special.getByRole("table"))).toEqual(rows);
  await expect(special.getByText("Kelompok pekerjanya berbeda dan bisa tumpang tindih, jadi tidak dijumlahkan.")).toBeVisible();
  expect((await awards(page).textContent())!).not.toContain("57.996");
  for (const winner of award.special) {
    const item = special.getByRole("listitem").filter({ hasText: winner.name.id });
    await expect(item).toContainText(winner.citation.id);
    await expect(item.getByRole("link", { name: `AkselNews.com, baris ${winner.evidence.line}` })).toBeVisible();
  }
});

test("the jury: eight names with their roles, and that the source says nine", async ({ page }) => {
  for (const [lang, title, note, roles] of [
    ["id", /^Dewan juri/, "Sumber menyebut 9 juri dan mencantumkan 8 nama.", ["Ketua", "Sekretaris"]],
    ["en", /^Jury/, "The source states 9 jurors and lists 8 names.", ["Chair", "Secretary"]],
  ] as const) {
    await open(page, PATHS[lang]);
    const jury = block(page, title);
    await expect(jury.getByRole("heading", { name: { id: "8 dari 9 juri", en: "8 of 9 jurors" }[lang] })).toBeVisible();
    await expect(jury.getByText(note)).toBeVisible();
    const items = jury.getByRole("listitem");
    await expect(items).toHaveCount(8);
    for (const [index, member] of award.jury.members.entries()) await expect(items.nth(index)).toContainText(member.name);
    await expect(items.nth(0)).toContainText(roles[0]);
    await expect(items.nth(1)).toContainText(roles[1]);
  }
});

test("edition, organisers, ceremony and who attended", async ({ page }) => {
  await open(page);
  expect(await text(awards(page))).toContain(
    "Paritrana Award Provinsi Sumatera Selatan edisi 2024: 22 penerima dalam 8 kategori, diserahkan 27 Agustus 2025 di Hotel Aryaduta Palembang.",
  );
  const ceremony = block(page, /^Acara penyerahan$/);
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
  expect(await text(page.locator("#ceremony"))).toContain("Wednesday, 27 August 2025, Hotel Aryaduta Palembang");
});
