// The address holds the view: links, reload, Back and Forward, language and theme.
import type { Page } from "@playwright/test";
import { cells, entries, expect, open, PATHS, press, query, sample, section, serve, shipped, tabulate, test, unfold } from "./support";

const claims = (page: Page) => section(page, "Klaim dan manfaat");
const table = (page: Page) => claims(page).getByRole("table", { name: "Penyerahan manfaat secara simbolis" });
const names = async (page: Page) => (await cells(table(page))).map((row) => row[0]);
const sorter = (page: Page, name: string) => table(page).getByRole("button", { name });
/** By the keyboard, which comes to a sorter in a narrow card too. */
const sort = async (page: Page, name: string) => {
  await sorter(page, name).focus();
  await page.keyboard.press("Enter");
};
const winners = (page: Page) => page.locator("#winners");
const groups = (page: Page) => page.locator("#groups");

/** The shipped dataset with the handovers of a longer one, so that their table has its controls. */
function long(): any {
  const many = sample("many-rows");
  const data = shipped();
  Object.assign(data.regions, { "kota-satu": many.regions["kota-satu"], "kota-dua": many.regions["kota-dua"] });
  for (const region of ["kota-satu", "kota-dua"]) data.regions[region].parent = data.region;
  Object.assign(data.programmes, many.programmes);
  data.claims.cases = many.claims.cases;
  return data;
}

test.beforeEach(({ page }) => serve(page, long()));


const EVERYTHING =
  "?theme=dark&open=groups,claims&handovers.q=bengkel&handovers.place=kota-satu&handovers.sort=-insured" +
  "&winners.q=desa&winners.category=village";

async function seeEverything(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("combobox", { name: "Tampilan" })).toHaveValue("dark");
  await expect(groups(page).getByRole("table")).toBeVisible();
  await expect(claims(page).getByRole("table", { name: "Nilai per klaim dan per anak" })).toBeVisible();
  await expect(section(page, /^Per 1 Agustus 2025/).getByRole("table")).toBeHidden();
  await expect(claims(page).getByRole("searchbox")).toHaveValue("bengkel");
  await expect(claims(page).getByRole("combobox", { name: "Daerah" })).toHaveValue("kota-satu");
  await expect(table(page).getByRole("columnheader", { name: "Peserta" })).toHaveAttribute("aria-sort", "descending");
  await expect.poll(() => names(page)).toEqual(["Pekerja K", "Pekerja G", "Pekerja E", "Pekerja A"]);
  await expect(winners(page).getByRole("searchbox")).toHaveValue("desa");
  await expect(winners(page).getByRole("combobox", { name: "Kategori" })).toHaveValue("village");
  await expect(winners(page).getByRole("status")).toHaveText("3 dari 22 penerima");
}

test("a link with every state shows all of it at once, and a reload keeps it", async ({ page }) => {
  await open(page, `./${EVERYTHING}`);
  await seeEverything(page);
  await expect.poll(() => new URL(page.url()).search).toBe(EVERYTHING);
  expect(await entries(page)).toBeLessThanOrEqual(2);
  await page.reload();
  await seeEverything(page);
});

test("what is done by hand stands in the address, and survives a reload", async ({ page }) => {
  await open(page);
  await page.getByRole("combobox", { name: "Tampilan" }).selectOption("dark");
  for (const card of [groups(page), claims(page).getByRole("article").first()]) {
    await unfold(card);
    await tabulate(card);
  }
  await claims(page).getByRole("searchbox").fill("bengkel");
  await claims(page).getByRole("combobox", { name: "Daerah" }).selectOption("kota-satu");
  await sort(page, "Peserta");
  await sort(page, "Peserta");
  await winners(page).getByRole("combobox", { name: "Kategori" }).selectOption("village");
  await winners(page).getByRole("searchbox").fill("desa");
  await seeEverything(page);
  await expect.poll(() => query(page)).toEqual(Object.fromEntries(new URLSearchParams(EVERYTHING)));
  await page.reload();
  await seeEverything(page);
});

test("Back and Forward walk through the choices", async ({ page }) => {
  await open(page);
  const head = table(page).getByRole("columnheader", { name: "Peserta" });
  const opened = groups(page).locator("details.chart-table");
  await sort(page, "Peserta");
  await unfold(groups(page));
  await tabulate(groups(page));
  await winners(page).getByRole("combobox", { name: "Kategori" }).selectOption("finance");
  await expect(winners(page).getByRole("status")).toHaveText("3 dari 22 penerima");

  await page.goBack();
  await expect(winners(page).getByRole("status")).toHaveText("22 penerima");
  await expect(winners(page).getByRole("combobox", { name: "Kategori" })).toHaveValue("");
  await expect(opened).toHaveAttribute("open");
  await page.goBack();
  await expect(opened).not.toHaveAttribute("open");
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await page.goBack();
  await expect(head).toHaveAttribute("aria-sort", "none");
  await expect.poll(() => query(page)).toEqual({});

  await page.goForward();
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await page.goForward();
  await expect(opened).toHaveAttribute("open");
  await page.goForward();
  await expect(winners(page).getByRole("combobox", { name: "Kategori" })).toHaveValue("finance");
});

test("typing a search leaves no trail in the history, choices do", async ({ page }) => {
  await open(page);
  const before = await entries(page);
  await claims(page).getByRole("searchbox").pressSequentially("120 juta");
  await expect(claims(page).getByRole("status")).toHaveText("1 dari 12 baris");
  await expect.poll(() => query(page)).toEqual({ "handovers.q": "120 juta" });
  expect(await entries(page)).toBe(before);
  await press(claims(page).getByRole("button", { name: "Hapus pencarian dan filter" }));
  await sort(page, "Peserta");
  await expect.poll(() => entries(page)).toBeGreaterThan(before);
  await sort(page, "Peserta");
  expect(await entries(page)).toBeLessThanOrEqual(before + 3);
});

test("parameters of others and the fragment survive", async ({ page }) => {
  await open(page, "./?utm_source=surat%20kabar&handovers.sort=insured&x=1#claims");
  await sort(page, "Peserta");
  await expect.poll(() => query(page)).toEqual({ "handovers.sort": "-insured", utm_source: "surat kabar", x: "1" });
  expect(new URL(page.url()).hash).toBe("#claims");
  await sort(page, "Peserta");
  await expect.poll(() => query(page)).toEqual({ utm_source: "surat kabar", x: "1" });
});

test("what an address gets wrong counts as absent", async ({ page }) => {
  await open(page, "./?theme=pink&groups=%FF&open=nothing&handovers.sort=price&handovers.place=atlantis&winners.page=-3&%zz");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "auto");
  await expect(claims(page).getByText("Tidak ada baris yang cocok.")).toBeVisible();
  await press(claims(page).getByRole("button", { name: "Hapus pencarian dan filter" }));
  await expect(claims(page).getByRole("status")).toHaveText("12 baris");
  await expect(winners(page).getByRole("status")).toHaveText("22 penerima");
});

test("the language link leads to the same view in the other language, and back", async ({ page }) => {
  await open(page, `./${EVERYTHING}`);
  const link = page.getByRole("link", { name: "English" });
  await expect(link).toHaveAttribute("hreflang", "en");
  await link.click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect.poll(() => new URL(page.url()).search).toBe(EVERYTHING);
  expect(new URL(page.url()).pathname).toMatch(/\/en\/$/);
  await expect(page.locator("#groups").getByRole("table")).toBeVisible();
  await expect(section(page, "Claims and benefits").getByRole("searchbox")).toHaveValue("bengkel");
  // A choice made here goes along too.
  await page.getByRole("combobox", { name: "Appearance" }).selectOption("light");
  await expect(page.getByRole("link", { name: "Bahasa Indonesia" })).toHaveAttribute("href", /theme=light/);
  await page.getByRole("link", { name: "Bahasa Indonesia" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "id");
  await expect.poll(() => query(page)).toEqual({ ...Object.fromEntries(new URLSearchParams(EVERYTHING)), theme: "light" });
});

test.describe("theme", () => {
  const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = "rgb(255, 255, 255)";

  test("auto follows the device, light and dark do not", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "light" });
    await open(page);
    const theme = page.getByRole("combobox", { name: "Tampilan" });
    await expect(page.locator("html")).toHaveAttribute("data-theme", "auto");
    await expect.poll(() => paper(page)).toBe(light);
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(() => paper(page)).not.toBe(light);
    const dark = await paper(page);
    await theme.selectOption({ label: "Terang" });
    await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
    await expect.poll(() => query(page)).toEqual({ theme: "light" });
    await expect.poll(() => paper(page)).toBe(light);
    await page.emulateMedia({ colorScheme: "light" });
    await theme.selectOption({ label: "Gelap" });
    await expect.poll(() => query(page)).toEqual({ theme: "dark" });
    await expect.poll(() => paper(page)).toBe(dark);
    await theme.selectOption({ label: "Ikuti perangkat" });
    await expect.poll(() => query(page)).toEqual({});
    await expect.poll(() => paper(page)).toBe(light);
  });

  test("charts take the theme's colours", async ({ page }) => {
    await open(page, "./?theme=light");
    const colour = () => page.locator("#groups-chart .c-covered").locator("visible=true").first().evaluate((mark) => getComputedStyle(mark).fill);
    const before = await colour();
    await page.getByRole("combobox", { name: "Tampilan" }).selectOption("dark");
    await expect.poll(colour).not.toBe(before);
  });
});

test("a link to a section lands there", async ({ page }) => {
  await open(page, "./#awards");
  await expect(page.getByRole("heading", { level: 2, name: "Penghargaan" })).toBeInViewport();
});

test("a page is reached with or without index.html, and its folder without a slash", async ({ page }) => {
  for (const path of ["./index.html", "./en/index.html", "./en"]) {
    await open(page, path);
    await expect(page.locator("html")).toHaveAttribute("lang", path.includes("en") ? "en" : "id");
  }
  await open(page, PATHS.id);
});
