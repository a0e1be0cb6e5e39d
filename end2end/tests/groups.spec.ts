// Coverage by group: rates and persons side by side, what is computed, the table behind both charts.
import type { Locator, Page } from "@playwright/test";
import { cells, charts, expect, open, PATHS, query, section, tabulate, test, unfold } from "./support";

const ORDER = ["village-officials", "palm-growers", "non-asn", "rt-rw"];
/** Persons go by how many are not covered. */
const BY_UNCOVERED = ["non-asn", "rt-rw", "palm-growers", "village-officials"];

const RATES = [
  ["Kepala dan perangkat desa", "89,1%", "44.547", "5.422–5.477"],
  ["Pekebun sawit (DBH Sawit)", "80,6%", "40.011", "9.600–9.661"],
  ["Pegawai pemerintah non-ASN", "46,7%", "86.007", "97.966–98.359"],
  ["RT/RW", "15,1%", "13.117", "73.464–74.039"],
  ["Sumatera Selatan", "31,33%", "tidak disebutkan", "tidak disebutkan"],
];

const RATE = "Persentase terlindungi";
const PERSONS = "Terlindungi, belum (hitungan kami)";

const card = (page: Page) => section(page, "Cakupan per kelompok").getByRole("article");

/** Key, top, left edge and width of the first such part of each mark, from top to bottom. */
function bars(chart: Locator, part: string) {
  return chart.evaluate(
    (svg, part) =>
      [...svg.querySelectorAll("g.mark")].map((mark) => {
        const box = mark.querySelector(part)?.getBoundingClientRect();
        return { key: mark.getAttribute("data-key"), top: box?.top ?? NaN, left: box?.left ?? NaN, width: box?.width ?? NaN };
      }),
    part,
  );
}

test.describe("rates", () => {
  test.beforeEach(({ page }) => open(page));

  test("the title says what was found", async ({ page }) => {
    await expect(card(page).getByRole("heading", { level: 3 })).toHaveText("RT/RW: 15 dari 100 terlindungi, terendah dari empat kelompok");
    await expect(card(page)).toHaveAccessibleName("RT/RW: 15 dari 100 terlindungi, terendah dari empat kelompok");
  });

  test("bars stand in the order of their rates, as long as these say", async ({ page }) => {
    const marks = await bars(charts(card(page), RATE), ".c-covered, .c-comparison");
    expect(marks.map((mark) => mark.key)).toEqual([...ORDER, "total"]);
    const tops = marks.map((mark) => mark.top);
    expect([...tops].sort((a, b) => a - b)).toEqual(tops);
    expect(new Set(marks.map((mark) => Math.round(mark.left))).size).toBe(1);
    const full = marks[0]!.width / 0.891;
    [89.1, 80.6, 46.7, 15.1, 31.33].forEach((rate, index) => {
      expect(marks[index]!.width / full).toBeCloseTo(rate / 100, 2);
    });
  });

  test("each bar has its name and its figure beside it, and no legend is needed", async ({ page }) => {
    for (const [name, rate] of RATES.slice(0, 4)) {
      const mark = charts(card(page), RATE).locator("g.mark").filter({ hasText: rate! });
      await expect(mark).toHaveCount(1);
      expect((await mark.textContent())!.replace(/\s+/g, "")).toContain(name!.replace(/\s+/g, ""));
    }
    // The names of the charts say what their bars are; a key beside them would say it twice.
    await expect(card(page).locator(".legend, .key")).toHaveCount(0);
  });

  test("a line marks the province, and its name and figure are said", async ({ page }) => {
    const chart = charts(card(page), RATE);
    await expect(chart.getByText(/Sumatera Selatan\s31,33%/)).toBeVisible();
    const places = await chart.evaluate((svg) => ({
      lines: [...svg.querySelectorAll("path.c-reference")].map((line) => line.getBoundingClientRect().left),
      province: svg.querySelector(".c-comparison")!.getBoundingClientRect().right,
    }));
    expect(places.lines.some((line) => Math.abs(line - places.province) < 2)).toBe(true);
  });

  test("one sentence says what the chart shows", async ({ page }) => {
    await expect(charts(card(page), RATE)).toHaveAccessibleDescription(
      "Tertinggi dari 4 kelompok: Kepala dan perangkat desa, 89,1%. Terendah: RT/RW, 15,1%. Di bawah tingkat kepesertaan Sumatera Selatan (31,33%): 1 dari 4 kelompok.",
    );
  });

  test("the table behind the charts has the same data", async ({ page }) => {
    const table = card(page).getByRole("table", { name: "Cakupan per kelompok" });
    await expect(table).toBeHidden();
    await unfold(card(page));
    await expect(table).toBeHidden();
    await tabulate(card(page));
    await expect(table).toBeVisible();
    await expect(table.getByRole("columnheader")).toHaveText([
      "Kelompok", "Persentase", "Terlindungi (orang)", "Belum terlindungi, hitungan kami (orang)",
    ]);
    expect(await cells(table)).toEqual(RATES);
    await tabulate(card(page));
    await expect(table).toBeHidden();
  });

  test("the reader is told that groups overlap, who they are, when and from where", async ({ page }) => {
    await expect(card(page).getByText("Ini bukan semua pekerja dan bisa tumpang tindih, jadi tidak dijumlahkan.")).toBeVisible();
    await expect(card(page).getByText("Per 1 Agustus 2025.")).toBeVisible();
    await expect(card(page).getByRole("link", { name: /AkselNews\.com, paragraf 13/ })).toBeVisible();
    await unfold(card(page));
    await card(page).getByText("Siapa saja di tiap kelompok").click();
    await expect(card(page).getByText("Pengurus rukun tetangga dan rukun warga.")).toBeVisible();
  });
});

test.describe("persons", () => {
  test("covered and implied not covered stand beside the rates, with the interval, marked as computed", async ({ page }) => {
    await open(page);
    const chart = charts(card(page), PERSONS);
    await expect(chart).toBeVisible();
    expect((await bars(chart, ".c-covered")).map((mark) => mark.key)).toEqual(BY_UNCOVERED);
    const tops = (await bars(chart, ".c-covered")).map((mark) => mark.top);
    expect([...tops].sort((a, b) => a - b)).toEqual(tops);
    for (const [name, , covered, uncovered] of RATES.slice(0, 4)) {
      const mark = chart.locator("g.mark").filter({ hasText: covered! });
      await expect(mark).toHaveCount(1);
      await expect(mark.getByText(`${uncovered} belum`)).toBeVisible();
      expect((await mark.textContent())!.replace(/\s+/g, "")).toContain(name!.replace(/\s+/g, ""));
    }
    await expect(card(page).getByText(PERSONS)).toBeVisible();
    await expect(chart).toHaveAccessibleDescription(/^Pegawai pemerintah non-ASN: sekitar\s98\.000\sorang belum terlindungi, terbanyak dari empat\skelompok/);
    // There is nothing to choose, and nothing of it in the address.
    await expect(card(page).getByRole("radio")).toHaveCount(0);
    expect(query(page)).toEqual({});
  });

  test("rates and persons are side by side where there is room, else one below the other", async ({ page }) => {
    await open(page);
    const places = async () => {
      const [rate, persons] = await Promise.all([RATE, PERSONS].map((name) => charts(card(page), name).boundingBox()));
      return { beside: persons!.x >= rate!.x + rate!.width, below: persons!.y >= rate!.y + rate!.height };
    };
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect.poll(places).toEqual({ beside: true, below: false });
    await page.setViewportSize({ width: 360, height: 800 });
    await expect.poll(places).toEqual({ beside: false, below: true });
  });

  test("bars are as long as the numbers say", async ({ page }) => {
    await open(page);
    const chart = charts(card(page), PERSONS);
    const covered = await bars(chart, ".c-covered");
    const one = covered[0]!.width / 86007;
    [86007, 13117, 40011, 44547].forEach((count, index) => {
      expect(covered[index]!.width / one / count).toBeCloseTo(1, 1);
    });
    // What is implied starts where the covered end, on the same scale.
    const implied = await bars(chart, ".c-implied");
    [98162, 73751, 9630, 5449].forEach((count, index) => {
      // A gap of a pixel or two sets them apart.
      expect(Math.abs(implied[index]!.width - one * count)).toBeLessThan(3);
      expect(Math.abs(implied[index]!.left - covered[index]!.left - covered[index]!.width)).toBeLessThan(3);
    });
  });

  test("nothing is added up across groups", async ({ page }) => {
    for (const path of ["./?open=groups", "./en/?open=groups"]) {
      await open(page, path);
      // 44 547 + 40 011 + 86 007 + 13 117, and the total of the computed ones.
      const all = (await page.locator("body").textContent())!.replace(/[.,\s]/g, "");
      expect(all).not.toContain("183682");
      expect(all).not.toContain("186452");
    }
  });

  test("an old address that asks for persons shows the same", async ({ page }) => {
    await open(page, "./?groups=persons");
    await expect(charts(card(page), RATE)).toBeVisible();
    await expect(charts(card(page), PERSONS)).toBeVisible();
  });

  test("in English", async ({ page }) => {
    await open(page, PATHS.en);
    const groups = section(page, "Coverage by group").getByRole("article");
    const chart = charts(groups, "Covered, not covered (computed)");
    await expect(chart.getByText("5,422–5,477 not covered")).toBeVisible();
    await unfold(groups);
    await tabulate(groups);
    const rows = await cells(groups.getByRole("table"));
    expect(rows[0]).toEqual(["Village heads and officials", "89.1%", "44,547", "5,422–5,477"]);
    await expect(groups.getByText("These are not all workers, and they may overlap, so they are not added up.")).toBeVisible();
  });
});
