// Sorting the static table, and what the application makes of it.
import type { Locator, Page } from "@playwright/test";
import { cells, DATASET, entries, expect, held, open, openStatic, press, query, takenOver, test } from "./support";

const PAGES = ["./", "./en/", "./embed/handovers/"];

const table = (page: Page) => page.locator("#handovers").getByRole("table");

/** The table as a reader and a screen reader have it. */
const shown = async (table: Locator) => [
  await table.getByRole("columnheader").evaluateAll((headings) => headings.map((heading) => heading.getAttribute("aria-sort"))),
  await cells(table),
];

/** What each heading shows after a click, another one, and a third. */
async function turns(table: Locator): Promise<unknown[]> {
  const all: unknown[] = [];
  for (const heading of await table.getByRole("columnheader").all()) {
    for (let turn = 0; turn < 3; turn += 1) {
      const before = JSON.stringify(await heading.getAttribute("aria-sort"));
      await press(heading.getByRole("button"));
      await expect.poll(async () => JSON.stringify(await heading.getAttribute("aria-sort"))).not.toBe(before);
      all.push(await shown(table));
    }
  }
  return all;
}

test("the static table sorts as the application does", async ({ page }) => {
  test.slow();
  for (const path of PAGES) {
    const release = await held(page);
    await openStatic(page, path);
    const early = await turns(table(page));
    await expect(page.locator("html")).toHaveAttribute("data-app", "loading");
    expect(early, path).toHaveLength(18);
    expect(new Set(early.map((state) => JSON.stringify(state))).size, path).toBeGreaterThan(6);
    release();
    await takenOver(page);
    expect(await turns(table(page)), path).toEqual(early);
    await page.unroute(DATASET);
  }
});

test("what was sorted stays sorted when the application takes over, and can be undone", async ({ page }) => {
  await open(page);
  const before = await entries(page);
  const release = await held(page);
  await openStatic(page);
  const source = await shown(table(page));
  const heading = table(page).getByRole("columnheader", { name: "Peserta" });
  // Another column first: only the last one counts.
  await press(table(page).getByRole("columnheader", { name: "Daerah" }).getByRole("button"));
  await heading.getByRole("button").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(heading).toHaveAttribute("aria-sort", "descending");
  const sorted = await shown(table(page));
  expect(sorted).not.toEqual(source);
  release();
  await takenOver(page);
  expect(await shown(table(page))).toEqual(sorted);
  await expect(heading.getByRole("button")).toBeFocused();
  await expect.poll(() => query(page)).toEqual({ "handovers.sort": "-insured" });
  await page.keyboard.press("Enter");
  await expect.poll(() => shown(table(page))).toEqual(source);
  await page.goBack();
  await expect.poll(() => shown(table(page))).toEqual(sorted);
  await page.goBack();
  await expect.poll(() => shown(table(page))).toEqual(source);
  expect(await entries(page)).toBeGreaterThan(before);
});

test("the last wish counts, also against that of the address", async ({ page }) => {
  const release = await held(page);
  await openStatic(page, "./?handovers.sort=insured");
  const heading = table(page).getByRole("columnheader", { name: "Peserta" });
  // Long enough the table waits for the application.
  await expect(table(page)).toBeVisible({ timeout: 8000 });
  for (let turn = 0; turn < 2; turn += 1) await press(heading.getByRole("button"));
  await expect(heading).toHaveAttribute("aria-sort", "descending");
  const sorted = await shown(table(page));
  release();
  await takenOver(page);
  expect(await shown(table(page))).toEqual(sorted);
  await expect.poll(() => query(page)).toEqual({ "handovers.sort": "-insured" });
});

test("it sorts where the application cannot run", async ({ page, watch }) => {
  watch.expect(/Failed to load resource|was preloaded using link preload but not used/, /error: /);
  await page.route(/\.wasm$/, (route) => route.abort("failed"));
  await page.goto("./en/");
  await expect(page.locator("#failed, #notice").filter({ hasText: /interactive/ })).toBeVisible();
  const heading = table(page).getByRole("columnheader", { name: "Insured worker" });
  await press(heading.getByRole("button"));
  await expect(heading).toHaveAttribute("aria-sort", "ascending");
  expect((await cells(table(page))).map(([name]) => name)).toEqual(["Dedi Firmansyah", "Hendra Gunawan", "Heri Yanto", "Nunung Sakinah"]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test.beforeEach(({ watch }) => watch.expect(/was preloaded using link preload but not used/));

  test("headings cannot be clicked", async ({ page }) => {
    for (const path of PAGES) {
      await page.goto(path);
      for (const button of await table(page).getByRole("button").all()) await expect(button, path).toBeDisabled();
    }
  });
});
