// What was done to a page before the application was there: by its reader, by the browser that restores a form,
// by a translator, by extensions.
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { cells, entries, expect, held, open, openStatic, press, query, sample, serve, shipped, takenOver, test } from "./support";

const winners = (page: Page) => page.locator("#winners");
const count = (page: Page) => winners(page).getByRole("status").first();
const search = (page: Page) => page.locator('input[name="winners.q"]');
const place = (page: Page) => page.locator('select[name="winners.place"]');
const category = (page: Page) => page.locator('select[name="winners.category"]');
const theme = (page: Page) => page.locator('select[name="theme"]');

/** Everything that acts works: filters, each a step back, the theme, the search. */
async function everythingWorks(page: Page): Promise<void> {
  await place(page).selectOption("lahat");
  await expect(page.locator("#winners .winners li >> visible=true")).toHaveCount(2);
  await category(page).selectOption("village");
  await expect.poll(() => query(page)).toEqual({ "winners.place": "lahat", "winners.category": "village" });
  await page.goBack();
  await expect(category(page)).toHaveValue("");
  await page.goBack();
  await expect(place(page)).toHaveValue("");
  await expect(count(page)).toHaveText("22 penerima");
  await theme(page).selectOption("dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await theme(page).selectOption("auto");
  await search(page).fill("bpr");
  await expect(count(page)).toHaveText("2 dari 22 penerima");
  await search(page).fill("");
  await expect(count(page)).toHaveText("22 penerima");
}

test("what was typed and chosen before is kept, works, and stands in the address", async ({ page }) => {
  const release = await held(page);
  await openStatic(page);
  await search(page).fill("bp");
  await category(page).selectOption("finance");
  await theme(page).selectOption("dark");
  await search(page).focus();
  await search(page).pressSequentially("r");
  release();
  await takenOver(page);
  await expect(search(page)).toBeFocused();
  await expect(search(page)).toHaveValue("bpr");
  await page.keyboard.type(" pus");
  await expect(search(page)).toHaveValue("bpr pus");
  await expect(count(page)).toHaveText("1 dari 22 penerima");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(query(page)).toEqual({ "winners.q": "bpr pus", "winners.category": "finance", theme: "dark" });
});

test("what a reader does wins over what the address asks for", async ({ page }) => {
  const release = await held(page);
  await openStatic(page, "./?winners.q=prabumulih&winners.category=finance&theme=dark");
  await search(page).fill("puskopat");
  release();
  await takenOver(page);
  await expect(search(page)).toHaveValue("puskopat");
  await expect(page.locator("#winners .winners .name >> visible=true")).toHaveText(["PT BPR Puskopat"]);
  await expect(category(page)).toHaveValue("finance");
});

test("a form that the browser restores is what the page shows", async ({ page }) => {
  await page.addInitScript(() =>
    // As a browser does it: values are there without an event, at the latest with the load.
    document.addEventListener("DOMContentLoaded", () => {
      const set = (selector: string, value: string) => {
        const field = document.querySelector<HTMLInputElement | HTMLSelectElement>(selector);
        if (field) field.value = value;
      };
      set('input[name="winners.q"]', "bpr");
      set('select[name="winners.place"]', "muara-enim");
    }),
  );
  await open(page);
  await expect(search(page)).toHaveValue("bpr");
  await expect(place(page)).toHaveValue("muara-enim");
  await expect(count(page)).toHaveText("1 dari 22 penerima");
  expect(query(page)).toEqual({ "winners.q": "bpr", "winners.place": "muara-enim" });
});

test("leaving and coming back shows the same", async ({ page }) => {
  await open(page);
  await search(page).fill("prabumulih");
  await theme(page).selectOption("dark");
  await page.goto("./embed/");
  await page.goBack();
  await takenOver(page);
  await expect(search(page)).toHaveValue("prabumulih");
  await expect(count(page)).toHaveText("3 dari 22 penerima");
  await expect(theme(page)).toHaveValue("dark");
});

/** What others do to a page. */
const CHANGES: Record<string, () => void> = {
  "every text is wrapped, as translators do": () => {
    const walker = document.createTreeWalker(document.querySelector("#app")!, NodeFilter.SHOW_TEXT);
    const texts: Node[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      if (!text.nodeValue?.trim() || text.parentElement!.closest("svg, textarea, option")) continue;
      const outer = document.createElement("font");
      const inner = document.createElement("font");
      inner.textContent = text.nodeValue.toUpperCase();
      outer.append(inner);
      text.parentNode!.replaceChild(outer, text);
    }
  },
  "comments are taken away": () => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
    const comments: Comment[] = [];
    while (walker.nextNode()) comments.push(walker.currentNode as Comment);
    comments.forEach((comment) => comment.remove());
  },
  "attributes are added, and elements beside the page's": () => {
    for (const element of document.querySelectorAll("#app *")) element.setAttribute("data-extension", "1");
    document.body.append(document.createElement("extension-bar"));
  },
  "an element is put into each part": () => {
    for (const part of document.querySelectorAll("[data-live] label, [data-live] td, [data-live] li")) part.append(document.createElement("grammar-check"));
  },
  "neighbouring texts are joined": () => document.querySelector("#app")!.normalize(),
};

for (const [name, change] of Object.entries(CHANGES)) {
  test(`before the application is there: ${name}`, async ({ page }) => {
    const release = await held(page);
    await openStatic(page);
    await search(page).fill("puskopat");
    await page.evaluate(change);
    release();
    await takenOver(page);
    await expect(search(page)).toHaveValue("puskopat");
    await expect(page.locator("#winners .winners li >> visible=true")).toHaveCount(1);
    // Each part is there once.
    for (const part of ["#handovers table", 'input[name="winners.q"]', 'select[name="theme"]', "#winners", "a.language"]) {
      await expect(page.locator(part), part).toHaveCount(1);
    }
    await search(page).fill("");
    await everythingWorks(page);
  });

  test(`after it is there: ${name}`, async ({ page }) => {
    await open(page);
    await page.evaluate(change);
    // Without the marks of its framework a list of options can be narrowed, but not grow again.
    if (!name.startsWith("comments")) await everythingWorks(page);
    await search(page).fill("bpr");
    await expect(count(page)).toHaveText("2 dari 22 penerima");
    await expect(page.locator("#winners .winners li >> visible=true")).toHaveCount(2);
  });
}

test("a page whose dataset is newer keeps what was typed, too, and is mounted once", async ({ page }) => {
  const data = shipped();
  data.observations.find((o: any) => o.id === data.headline).value = 34.56;
  await serve(page, JSON.stringify(data));
  const release = await held(page);
  await openStatic(page);
  await search(page).fill("puskopat");
  release();
  await takenOver(page);
  await expect(page.locator("#headline .figure")).toHaveText("34,56%");
  await expect(search(page)).toHaveValue("puskopat");
  await expect(page.locator("#winners .winners li >> visible=true")).toHaveCount(1);
  await expect(page.locator("#winners")).toHaveCount(1);
});

test("sorting is a step of the history", async ({ page }) => {
  await serve(page, sample("many-rows"));
  await open(page);
  const table = page.locator("#handovers").getByRole("table");
  const heading = table.getByRole("columnheader", { name: "Peserta" });
  const source = await cells(table);
  const before = await entries(page);
  // Twice: the rows of the sample are in ascending order as they come.
  await press(heading.getByRole("button"));
  await expect(heading).toHaveAttribute("aria-sort", "ascending");
  await press(heading.getByRole("button"));
  await expect(heading).toHaveAttribute("aria-sort", "descending");
  expect(await cells(table)).toEqual([...source].reverse());
  expect(await entries(page)).toBe(before + 2);
  await page.goBack();
  await expect(heading).toHaveAttribute("aria-sort", "ascending");
  await page.goBack();
  await expect.poll(() => cells(table)).toEqual(source);
});

test.describe("a page that was built with claims enough for a table that acts", () => {
  const DIR = process.env.MANY_CLAIMS_DIR;
  const PATH = "./embed/handovers/";
  const table = (page: Page) => page.locator("#handovers").getByRole("table");
  const amount = (page: Page) => table(page).getByRole("columnheader").last();

  test.beforeEach(async ({ page, baseURL }) => {
    test.skip(!DIR, "`cargo xtask test` builds the site");
    const base = new URL(baseURL!).pathname;
    await page.route(`${baseURL}**`, (route) => {
      const path = decodeURIComponent(new URL(route.request().url()).pathname).slice(base.length);
      return route.fulfill({ path: join(DIR!, path.replace(/(^|\/)$/, "$1index.html")) });
    });
  });

  test("a chunk of its own makes the table act, and none of its nodes is replaced", async ({ page }) => {
    const release = await held(page);
    await openStatic(page, PATH);
    // A heading, the ten rows that are shown at first, and the total.
    await expect(table(page).getByRole("row")).toHaveCount(12);
    await table(page).evaluate((table) => table.querySelectorAll("*").forEach((node: any) => (node.built = true)));
    release();
    await takenOver(page);
    const fresh = () => table(page).evaluate((table) => [...table.querySelectorAll("*")].filter((node: any) => !node.built).length);
    expect(await fresh()).toBe(0);
    const before = await cells(table(page));
    await press(amount(page).getByRole("button"));
    await expect(amount(page)).toHaveAttribute("aria-sort", /ascending|descending/);
    expect(await fresh()).toBe(0);
    expect(await cells(table(page))).not.toEqual(before);
  });

  test("without the chunk the table is read as it is, and all is tried again", async ({ page, watch }) => {
    watch.expect(/Failed to load resource/, /console\.error:/, /console\.warning:/);
    let broken = true;
    await page.route("**/split_handovers.wasm", (route) => (broken ? route.abort() : route.fallback()));
    await page.goto(PATH);
    const notice = page.locator("#notice");
    await expect(notice).toContainText("Sebagian berkasnya tidak sampai.");
    await expect(table(page).getByRole("row").nth(1)).toBeVisible();
    broken = false;
    await notice.getByRole("button", { name: "Coba lagi" }).click();
    await takenOver(page);
    await expect(notice).toBeEmpty();
    await press(amount(page).getByRole("button"));
    await expect(amount(page)).toHaveAttribute("aria-sort", /ascending|descending/);
  });
});
