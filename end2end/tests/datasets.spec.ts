// Other datasets than the shipped one: what they lack is absent, what they have in plenty fits.
import type { Page } from "@playwright/test";
import {
  brokenWords, cells, chartFaults, charts, DATASET, drawn, expect, open, overflow, PATHS, sample, sampleText, section, serve, shipped, test, unfoldAll,
} from "./support";

const WIDTHS = [320, 360, 768, 1440];

/** Opens every switch and every table, then measures at each width. */
async function fits(page: Page, path: string): Promise<void> {
  await open(page, path);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await drawn(page);
    await expect.poll(() => charted(page), `charts follow at ${width}`).toBe(true);
    expect.soft(await overflow(page), `layout at ${width}`).toEqual([]);
    expect.soft(await brokenWords(page), `words at ${width}`).toEqual([]);
    expect.soft((await page.locator("svg.chart").count()) > 0 ? await chartFaults(page) : [], `charts at ${width}`).toEqual([]);
  }
}

/** Whether every chart was drawn for about the width it has, and is seen. */
function charted(page: Page): Promise<boolean> {
  return page.evaluate(() =>
    [...document.querySelectorAll<SVGSVGElement>("svg.chart")].every((svg) => {
      const { width } = svg.getBoundingClientRect();
      // Of each chart one drawing is seen.
      const scale = width / svg.viewBox.baseVal.width;
      return width === 0 || (scale > 0.91 && scale < 1.31);
    }),
  );
}

const EVERY_TABLE = "open=headline,groups,claims,special-awards";

test.describe("fits at 320, 360, 768 and 1440 pixels", () => {
  for (const name of ["minimal", "one-group", "only-awards", "capabilities", "contradictions"]) {
    test(name, async ({ page }) => {
      await serve(page, sampleText(name));
      await fits(page, `./?${EVERY_TABLE}`);
    });
  }

  test("forty groups, names of three to ninety letters, rates over 100 and missing", async ({ page }) => {
    await serve(page, sampleText("forty-groups"));
    await fits(page, "./");
  });

  test("the longest words everywhere", async ({ page }) => {
    const data = shipped();
    const long = "Perusahaan Perkebunan dan Pengolahan Kelapa Sawit Berkelanjutan Sumatera Bagian Selatan Raya Sejahtera";
    data.title = { id: long, en: long };
    for (const region of Object.values<any>(data.regions)) region.short = region.name = { id: `Kabupaten ${long}`, en: long };
    for (const group of Object.values<any>(data.groups)) group.label = { id: long, en: long };
    for (const entry of data.claims.cases) {
      entry.workplace = long;
      entry.insured.name = long;
      entry.amount = 999_999_999;
    }
    for (const winner of data.awards[0].special) winner.persons.label = { id: long, en: long };
    await serve(page, data);
    await fits(page, `./?${EVERY_TABLE}`);
  });
});

test("forty groups: all are there, in order, with the missing ones last", async ({ page }) => {
  await serve(page, sampleText("forty-groups"));
  await open(page, "./?open=groups");
  const groups = section(page, "Cakupan per kelompok");
  const chart = charts(page.locator("#groups-chart"));
  await expect(chart.locator("g.mark")).toHaveCount(41);
  const rows = (await cells(groups.getByRole("table").first())).slice(0, 40);
  expect(rows).toHaveLength(40);
  const rates = rows.map((row) => (row[1]!.endsWith("%") ? Number(row[1]!.replace(",", ".").replace("%", "")) : null));
  const stated = rates.filter((rate) => rate !== null);
  expect([...stated].sort((a, b) => b - a)).toEqual(stated);
  expect(stated[0]).toBeGreaterThan(100);
  expect(stated.length).toBeLessThan(40);
  expect(rates.slice(stated.length).every((rate) => rate === null)).toBe(true);
  // What is not stated is said, and never drawn as nothing.
  expect(rows[39]![1]).toBe("tidak disebutkan");
  const last = chart.locator("g.mark").nth(39);
  await expect(last).toContainText("tidak disebutkan");
  await expect(last.locator(".c-covered")).toHaveCount(0);
});

test("a rate over 100 is drawn beyond the line of 100%", async ({ page }) => {
  await serve(page, sampleText("forty-groups"));
  await open(page);
  const over = await charts(page.locator("#groups-chart")).evaluate((svg) => {
    const mark = [...svg.querySelectorAll("g.mark")].find((mark) => mark.textContent!.includes("131,4%"))!;
    const lines = [...svg.querySelectorAll("path.c-reference")].map((line) => line.getBoundingClientRect().left);
    return mark.querySelector(".c-covered")!.getBoundingClientRect().right - Math.max(...lines);
  });
  expect(over).toBeGreaterThan(10);
});

test("one group: a chart of one bar, in words that fit one", async ({ page }) => {
  await serve(page, sampleText("one-group"));
  await open(page);
  const groups = section(page, "Cakupan per kelompok");
  await expect(groups.getByRole("heading", { level: 3 })).toHaveText("Nelayan: 8 dari 100 terlindungi");
  const rates = charts(page.locator("#groups-chart"));
  await expect(rates).toHaveAccessibleDescription("Nelayan: 7,5% terlindungi.");
  await expect(rates.locator("g.mark")).toHaveCount(1);
  await expect(groups.getByText("bisa tumpang tindih")).toHaveCount(0);
  await expect(charts(page.locator("#groups-persons-chart")).getByText("312", { exact: true })).toBeVisible();
  await expect(page.getByRole("region", { name: /Klaim|Penghargaan/ })).toHaveCount(0);
});

test("sections that the data has nothing for are absent, and so are their links", async ({ page }) => {
  await serve(page, sampleText("only-awards"));
  await open(page);
  expect(await page.getByRole("heading", { level: 2 }).allTextContents()).toEqual(["Penghargaan", "Metode dan sumber"]);
  await expect(page.getByRole("navigation").getByRole("link")).toHaveText(["Penghargaan", "Metode dan sumber"]);
  // No tiles in this one: bars of the places with winners.
  const places = charts(page.locator("#winners-places-chart"));
  await expect(places).toHaveAccessibleDescription(/^Penerima terbanyak: Kabupaten Selatan, 2\./);
  await expect(places.locator("g.mark")).toHaveCount(2);
  await expect(page.getByText("Hadiah Rp75 juta")).toHaveCount(2);
  await expect(page.getByText("Anugerah Pelindung, edisi 2025: 3 penerima dalam 2 kategori.")).toBeVisible();

  await page.unroute(DATASET);
  await serve(page, sampleText("minimal"));
  await open(page);
  expect(await page.getByRole("heading", { level: 2 }).allTextContents()).toEqual(["Per 2025, menurut Kantor Contoh", "Metode dan sumber"]);
  await expect(section(page, /Kantor Contoh/).locator("p").filter({ hasText: /^42,0%$/ })).toBeVisible();
  await expect(charts(page)).toHaveCount(1);
});

test("all that the format can say: qualifiers, gaps, ties, prizes, other currencies", async ({ page }) => {
  await serve(page, sampleText("capabilities"));
  await open(page, PATHS.en);
  const words = ((await page.getByRole("main").textContent()) ?? "").replace(/\s+/g, " ");
  for (const said of ["62.5%", "About 63 in every 100 workers in Northland", "80%", "€12.3 million", "Not stated", "The full table of claims (5,000 rows)"]) {
    expect(words.toLowerCase()).toContain(said.toLowerCase());
  }
  await expect(page.getByText("Prize €5 thousand").or(page.getByText("Prize €5,000")).first()).toBeVisible();
  await expect(page.locator("#winners").getByText("Rank 1")).toHaveCount(2);
  await expect(page.getByText("For trying")).toBeVisible();
  await page.getByRole("heading", { name: "What officials said" }).click();
  await expect(page.getByText("She is content.")).toBeVisible();
  await expect(charts(page.locator("#special-awards")).getByText("at least 45,000", { exact: true })).toBeVisible();
});

test("what does not fit in a dataset newer than the page is found now", async ({ page }) => {
  await serve(page, sampleText("contradictions"));
  await open(page, PATHS.id);
  await expect(page.locator("#groups .check").filter({ hasText: "disebut 48%, hitungan kami 48,6%" })).toBeVisible();
  await expect(charts(page.locator("#groups")).getByText("hitungan kami 48,6%").first()).toBeVisible();
  await unfoldAll(page);
  const items = page.locator("#checks").getByRole("listitem");
  await expect(items).toHaveCount(6);
  await expect(items.filter({ hasText: "disebut 3, tercantum 2." })).toHaveCount(2);
});

test("the shipped report says of its jury only that it does not fit, with scripts and without", async ({ page, browser }) => {
  await open(page, PATHS.id);
  await unfoldAll(page);
  const items = page.locator("#checks").getByRole("listitem");
  await expect(items).toHaveText(["Dewan juri, Paritrana Award Provinsi Sumatera Selatan: disebut 9, tercantum 8."]);
  const still = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await still.goto(page.url());
  await still.locator("#checks > summary").click();
  await expect(still.locator("#checks").getByRole("listitem")).toHaveText(await items.allTextContents());
  await still.context().close();
});

test.describe("masked private persons", () => {
  const PRIVATE = /Beneficiary One|Insured One/;

  test("no private name stands anywhere in the page, its searches or its downloads", async ({ page }) => {
    await serve(page, sampleText("capabilities"));
    for (const path of [`./?${EVERY_TABLE}`, `./en/?${EVERY_TABLE}`]) {
      await open(page, path);
      expect(await page.content()).not.toMatch(PRIVATE);
      expect(await page.evaluate(() => [...document.querySelectorAll("input, option")].map((field) => (field as HTMLInputElement).value).join())).not.toMatch(PRIVATE);
    }
    const handovers = page.locator("#handovers");
    await expect(handovers.getByRole("rowheader", { name: "name withheld" })).toBeVisible();
    await expect(handovers.getByText("A union", { exact: true })).toBeVisible();
    const rows = await cells(handovers.getByRole("table"));
    expect(rows).toHaveLength(3);
    expect(rows.flat().join()).not.toMatch(PRIVATE);

    // Of more than a card holds there is a search, and a file of what is shown.
    const data = sample("capabilities");
    const [first] = data.claims.cases;
    data.claims.cases = Array.from({ length: 9 }, (_, index) => ({ ...first, id: `case-${index}` }));
    await page.unroute(DATASET);
    await serve(page, data);
    await open(page, PATHS.en);
    await handovers.getByRole("searchbox").fill("Insured One");
    await expect(handovers.getByRole("status")).toHaveText("0 of 9 rows");
    await handovers.getByRole("searchbox").fill("");
    await expect(handovers.getByRole("status")).toHaveText("9 rows");
    await expect(handovers.getByRole("link", { name: "Download CSV" })).toHaveAttribute("href", /withheld/);
    const csv = decodeURIComponent((await handovers.getByRole("link", { name: "Download CSV" }).getAttribute("href"))!);
    expect(csv).toContain("name withheld");
    expect(csv).not.toMatch(PRIVATE);
  });

  test("without the mask the names are shown", async ({ page }) => {
    await serve(page, { ...sample("capabilities"), privacy: { mask_private_persons: false } });
    await open(page, PATHS.en);
    await expect(page.locator("#handovers").getByText("Insured One", { exact: true })).toBeVisible();
  });
});

test("regions, programmes, parts of a whole and places, each in its own form", async ({ page }) => {
  await serve(page, sampleText("capabilities"));
  await open(page, "./en/?open=groups,claims,winners");
  const groups = section(page, "Coverage by group");
  const regions = charts(groups, "Share of workers covered, by region");
  await expect(regions).toHaveAccessibleDescription("Highest: East, 71.4% (rounded down). Lowest: West, 50%. West is 30 percentage points short of 80%.");
  await expect(regions.locator("circle")).toHaveCount(2);
  const shares = charts(groups, "Who the covered workers are");
  await expect(shares).toHaveAccessibleDescription("The largest part: Salaried, 80.0% of 750,000 people.");
  const claims = page.locator("#claims");
  await expect(charts(claims, "Claims, by programme")).toHaveAccessibleDescription("Most: Work accident (WA), 4,000. Least: Death, 1,000.");
  const places = charts(page.locator("#winners"), "Category winners by region");
  await expect(places).toHaveAccessibleDescription(/^Most winners: East, West, 1\. /);
  await expect(page.locator("#winners").getByText(/The region of 3 of 5 winners is not known, so they count for no region\. Regions inferred/)).toBeVisible();
  for (const table of [...(await groups.getByRole("table").all()), ...(await claims.getByRole("table").all())]) {
    await expect(table).toBeVisible();
  }
  expect(await page.evaluate(() => [...document.querySelectorAll("[id]")].map((one) => one.id).filter((id, at, all) => all.indexOf(id) !== at && !id.includes("winners")))).toEqual([]);
});

test("several periods: the main figure over time, with gaps and breaks", async ({ page }) => {
  await serve(page, sampleText("capabilities"));
  await open(page, "./en/?open=trend");
  const trend = section(page, "Change over time");
  await expect(charts(trend)).toBeVisible();
  expect((await cells(trend.getByRole("table"))).map((row) => row[1])).toEqual(["not collected", "61%", "58.3%", "62.5%", "80%"]);
  await expect(trend.getByText("figures cannot be compared directly with earlier ones")).toBeVisible();
});
