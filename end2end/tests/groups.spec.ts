// Coverage by group: bars in order, persons, what is computed, the table behind the chart.
import type { Locator } from "@playwright/test";
import { cells, charts, expect, open, PATHS, query, section, test } from "./support";

const ORDER = ["village-officials", "palm-growers", "non-asn", "rt-rw"];

const RATES = [
  ["Kepala dan perangkat desa", "89,1%", "44.547", "5.422–5.477"],
  ["Pekebun sawit (DBH Sawit)", "80,6%", "40.011", "9.600–9.661"],
  ["Pegawai pemerintah non-ASN", "46,7%", "86.007", "97.966–98.359"],
  ["RT/RW", "15,1%", "13.117", "73.464–74.039"],
  ["Sumatera Selatan", "31,33%", "tidak disebutkan", "tidak disebutkan"],
];

/** Key, left edge, width and middle of the first bar of each mark, from top to bottom. */
function bars(chart: Locator, part: string) {
  return chart.evaluate(
    (svg, part) =>
      [...svg.querySelectorAll("g.mark")].map((mark) => {
        const box = mark.querySelector(part)?.getBoundingClientRect();
        return { key: mark.getAttribute("data-key"), top: box?.top ?? NaN, width: box?.width ?? NaN };
      }),
    part,
  );
}

test.describe("rates", () => {
  test.beforeEach(({ page }) => open(page));

  test("bars stand in the order of their rates, as long as these say", async ({ page }) => {
    const chart = charts(section(page, "Cakupan per kelompok"));
    await expect(chart).toHaveAccessibleName("Bagian pekerja yang terlindungi, per kelompok");
    const marks = await bars(chart, ".c-covered, .c-comparison");
    expect(marks.map((mark) => mark.key)).toEqual([...ORDER, "total"]);
    const tops = marks.map((mark) => mark.top);
    expect([...tops].sort((a, b) => a - b)).toEqual(tops);
    const full = marks[0]!.width / 0.891;
    [89.1, 80.6, 46.7, 15.1, 31.33].forEach((rate, index) => {
      expect(marks[index]!.width / full).toBeCloseTo(rate / 100, 2);
    });
  });

  test("each bar has its name and its figure beside it, and no legend is needed", async ({ page }) => {
    const chart = charts(section(page, "Cakupan per kelompok"));
    for (const [name, rate] of RATES.slice(0, 4)) {
      const mark = chart.locator("g.mark").filter({ hasText: rate! });
      await expect(mark).toHaveCount(1);
      expect((await mark.textContent())!.replace(/\s+/g, "")).toContain(name!.replace(/\s+/g, ""));
    }
    await expect(section(page, "Cakupan per kelompok").getByText("Belum terlindungi (dihitung)").locator("visible=true")).toHaveCount(0);
  });

  test("lines mark 100% and the province", async ({ page }) => {
    const chart = charts(section(page, "Cakupan per kelompok"));
    await expect(chart.getByText("100%", { exact: true })).toBeVisible();
    await expect(chart.getByText("Sumatera Selatan 31,33%")).toBeVisible();
    await expect.poll(() => chart.locator("path.c-reference").count()).toBeGreaterThanOrEqual(2);
  });

  test("one sentence says what the chart shows", async ({ page }) => {
    const groups = section(page, "Cakupan per kelompok");
    const sentence =
      "Tertinggi dari 4 kelompok: Kepala dan perangkat desa, 89,1%. Terendah: RT/RW, 15,1%. 1 dari 4 kelompok berada di bawah tingkat kepesertaan Sumatera Selatan (31,33%).";
    await expect(groups.getByText(sentence).locator("visible=true")).toBeVisible();
    await expect(charts(groups)).toHaveAccessibleDescription(sentence);
  });

  test("the table behind the chart has the same data", async ({ page }) => {
    const groups = section(page, "Cakupan per kelompok");
    const table = groups.getByRole("table", { name: "Bagian pekerja yang terlindungi, per kelompok" });
    await expect(table).toBeHidden();
    await groups.getByText("Lihat sebagai tabel").locator("visible=true").click();
    await expect(table).toBeVisible();
    await expect(table.getByRole("columnheader")).toHaveText([
      "Kelompok", "Persentase", "Terlindungi (orang)", "Belum terlindungi, dihitung (orang)",
    ]);
    expect(await cells(table)).toEqual(RATES);
    await groups.getByText("Lihat sebagai tabel").locator("visible=true").click();
    await expect(table).toBeHidden();
  });

  test("the reader is told that groups overlap, who they are, when and from where", async ({ page }) => {
    const groups = section(page, "Cakupan per kelompok");
    await expect(groups.getByText("Kelompok-kelompok ini bukan keseluruhan pekerja dan bisa tumpang tindih, jadi tidak dijumlahkan.")).toBeVisible();
    await groups.getByText("Siapa saja di tiap kelompok").click();
    await expect(groups.getByText("Pengurus rukun tetangga dan rukun warga.")).toBeVisible();
    await expect(groups.getByText("Per 1 Agustus 2025.")).toBeVisible();
    await expect(groups.getByRole("link", { name: /AkselNews\.com, baris 13/ })).toBeVisible();
  });
});

test.describe("persons", () => {
  test("the switch shows covered and implied not covered, with the interval, marked as computed", async ({ page }) => {
    await open(page);
    const groups = section(page, "Cakupan per kelompok");
    const rate = groups.getByRole("radio", { name: "Persentase" });
    const persons = groups.getByRole("radio", { name: "Jumlah orang" });
    await expect(rate).toBeChecked();
    await persons.check();
    await expect(persons).toBeChecked();
    await expect(rate).not.toBeChecked();
    await expect.poll(() => query(page)).toEqual({ groups: "persons" });

    const chart = charts(groups);
    await expect(chart).toHaveAccessibleName("Pekerja terlindungi dan perkiraan yang belum, per kelompok");
    await expect.poll(async () => (await bars(chart, ".c-covered")).map((mark) => mark.key)).toEqual(ORDER);
    for (const [, , covered, uncovered] of RATES.slice(0, 4)) {
      await expect(chart.getByText(covered!, { exact: true })).toBeVisible();
      await expect(chart.getByText(`${uncovered} belum`)).toBeVisible();
    }
    await expect(groups.getByText("Belum terlindungi (dihitung)")).toBeVisible();
    await expect(groups.getByText(/Jumlah yang belum terlindungi adalah hasil hitungan: 100 × orang terlindungi ÷ persentase/)).toBeVisible();
    await expect(chart).toHaveAccessibleDescription(
      "Yang terbanyak belum terlindungi: Pegawai pemerintah non-ASN, 97.966–98.359 orang (dihitung).",
    );

    await rate.check();
    await expect(chart).toHaveAccessibleName("Bagian pekerja yang terlindungi, per kelompok");
    await expect.poll(() => query(page)).toEqual({});
  });

  test("the switch is worked with the keyboard alone", async ({ page }) => {
    await open(page);
    const groups = section(page, "Cakupan per kelompok");
    await groups.getByRole("radio", { name: "Persentase" }).focus();
    await page.keyboard.press("ArrowRight");
    await expect(groups.getByRole("radio", { name: "Jumlah orang" })).toBeChecked();
    await expect(charts(groups)).toHaveAccessibleName(/^Pekerja terlindungi dan perkiraan/);
  });

  test("bars are as long as the numbers say", async ({ page }) => {
    await open(page, "./?groups=persons");
    const chart = charts(section(page, "Cakupan per kelompok"), /^Pekerja terlindungi/);
    const marks = await bars(chart, ".c-covered");
    const one = marks[2]!.width / 86007;
    [44547, 40011, 86007, 13117].forEach((count, index) => {
      expect(marks[index]!.width / one / count).toBeCloseTo(1, 1);
    });
  });

  test("nothing is added up across groups", async ({ page }) => {
    for (const path of ["./?groups=persons&open=groups", "./en/?groups=persons&open=groups"]) {
      await open(page, path);
      // 44 547 + 40 011 + 86 007 + 13 117, and the total of the computed ones.
      const all = (await page.locator("body").textContent())!.replace(/[.,\s]/g, "");
      expect(all).not.toContain("183682");
      expect(all).not.toContain("186452");
    }
  });

  test("in English", async ({ page }) => {
    await open(page, PATHS.en);
    const groups = section(page, "Coverage by group");
    await groups.getByRole("radio", { name: "Number of people" }).check();
    const chart = charts(groups);
    await expect(chart).toHaveAccessibleName("Workers covered, and the implied number not covered, by group");
    await expect(chart.getByText("5,422–5,477 not covered")).toBeVisible();
    await groups.getByText("Show as a table").locator("visible=true").click();
    const rows = await cells(groups.getByRole("table").locator("visible=true"));
    expect(rows[0]).toEqual(["Village heads and officials", "89.1%", "44,547", "5,422–5,477"]);
    await expect(groups.getByText("These groups are not all workers and may overlap, so they are not added up.")).toBeVisible();
  });
});
