// What was done to a page before the application was there: by its reader, by the browser that restores a form,
// by a translator, by extensions.
import type { Page } from "@playwright/test";
import { cells, charts, entries, expect, held, open, openStatic, press, query, section, serve, shipped, takenOver, test } from "./support";

const table = (page: Page) => page.locator("#handovers").getByRole("table");
const count = (page: Page, block: string) => page.locator(block).getByRole("status").first();

/** Everything that acts works: sorting, searching, filtering, switching, choosing. */
async function everythingWorks(page: Page): Promise<void> {
  const heading = table(page).getByRole("columnheader").first();
  await press(heading.getByRole("button"));
  await expect(heading).toHaveAttribute("aria-sort", "ascending");
  await page.locator('input[name="handovers.q"]').fill("hendra");
  await expect(table(page).locator("tbody tr")).toHaveCount(1);
  await page.locator('input[name="handovers.q"]').fill("");
  await page.locator('select[name="winners.place"]').selectOption("lahat");
  await expect(page.locator("#winners .winners li >> visible=true")).toHaveCount(2);
  await page.locator('input[name="groups"][value="persons"]').check();
  await expect.poll(() => query(page)).toEqual({ "handovers.sort": "insured", "winners.place": "lahat", groups: "persons" });
  await page.goBack();
  await expect(page.locator('input[name="groups"][value="rate"]')).toBeChecked();
  await page.goBack();
  await expect(page.locator('select[name="winners.place"]')).toHaveValue("");
}

test("what was typed and chosen before is kept, works, and stands in the address", async ({ page }) => {
  const release = await held(page);
  await openStatic(page);
  const search = page.locator('input[name="handovers.q"]');
  await search.fill("hen");
  await page.locator('input[name="groups"][value="persons"]').check();
  await page.locator('select[name="winners.category"]').selectOption("finance");
  await page.getByRole("combobox", { name: "Tampilan" }).selectOption("dark");
  await search.focus();
  await search.pressSequentially("d");
  release();
  await takenOver(page);
  await expect(search).toBeFocused();
  await expect(search).toHaveValue("hend");
  await page.keyboard.type("ra");
  await expect(search).toHaveValue("hendra");
  await expect(table(page).locator("tbody tr")).toHaveCount(1);
  await expect(count(page, "#winners")).toHaveText("3 dari 22 penerima");
  await expect(charts(section(page, "Cakupan per kelompok"))).toHaveAccessibleName(/^Pekerja terlindungi/);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(query(page)).toEqual({ "handovers.q": "hendra", groups: "persons", "winners.category": "finance", theme: "dark" });
});

test("what a reader does wins over what the address asks for", async ({ page }) => {
  const release = await held(page);
  await openStatic(page, "./?handovers.q=heri&groups=persons&theme=dark");
  await page.locator('input[name="handovers.q"]').fill("hendra");
  release();
  await takenOver(page);
  await expect(page.locator('input[name="handovers.q"]')).toHaveValue("hendra");
  await expect(table(page).locator("tbody th")).toHaveText(["Hendra Gunawan"]);
  await expect(page.locator('input[name="groups"][value="persons"]')).toBeChecked();
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
      set('select[name="handovers.place"]', "palembang");
      const persons = document.querySelector<HTMLInputElement>('input[name="groups"][value="persons"]');
      if (persons) persons.checked = true;
    }),
  );
  await open(page);
  await expect(page.locator('input[name="winners.q"]')).toHaveValue("bpr");
  await expect(count(page, "#winners")).toHaveText("2 dari 22 penerima");
  await expect(page.locator('select[name="handovers.place"]')).toHaveValue("palembang");
  await expect(page.locator('input[name="groups"][value="persons"]')).toBeChecked();
  await expect(charts(section(page, "Cakupan per kelompok"))).toHaveAccessibleName(/^Pekerja terlindungi/);
  expect(query(page)).toEqual({ "winners.q": "bpr", "handovers.place": "palembang", groups: "persons" });
});

test("leaving and coming back shows the same", async ({ page }) => {
  await open(page);
  await page.locator('input[name="winners.q"]').fill("prabumulih");
  await page.locator('input[name="groups"][value="persons"]').check();
  await page.goto("./embed/");
  await page.goBack();
  await takenOver(page);
  await expect(page.locator('input[name="winners.q"]')).toHaveValue("prabumulih");
  await expect(count(page, "#winners")).toHaveText("3 dari 22 penerima");
  await expect(page.locator('input[name="groups"][value="persons"]')).toBeChecked();
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
    await page.locator('input[name="handovers.q"]').fill("gunawan");
    await page.evaluate(change);
    release();
    await takenOver(page);
    await expect(page.locator('input[name="handovers.q"]')).toHaveValue("gunawan");
    await expect(table(page).locator("tbody tr")).toHaveCount(1);
    // Each part is there once.
    for (const part of ["table.sortable", 'input[name="handovers.q"]', 'select[name="theme"]', "#winners", "a.language"]) {
      await expect(page.locator(part), part).toHaveCount(1);
    }
    await page.locator('input[name="handovers.q"]').fill("");
    await everythingWorks(page);
  });

  test(`after it is there: ${name}`, async ({ page }) => {
    await open(page);
    await page.evaluate(change);
    await everythingWorks(page);
    await page.locator('input[name="winners.q"]').fill("bpr");
    await expect(page.locator("#winners .winners li >> visible=true")).toHaveCount(2);
  });
}

test("a page whose dataset is newer keeps what was typed, too, and is mounted once", async ({ page }) => {
  const data = shipped();
  data.observations.find((o: any) => o.id === data.headline).value = 34.56;
  await serve(page, JSON.stringify(data));
  const release = await held(page);
  await openStatic(page);
  await page.locator('input[name="handovers.q"]').fill("hendra");
  release();
  await takenOver(page);
  await expect(page.locator("#headline .figure")).toHaveText("34,56%");
  await expect(page.locator('input[name="handovers.q"]')).toHaveValue("hendra");
  await expect(table(page).locator("tbody tr")).toHaveCount(1);
  await expect(page.locator("#winners")).toHaveCount(1);
});

test("headings wait for the application; sorting then is a step of the history", async ({ page }) => {
  const release = await held(page);
  await openStatic(page);
  const heading = table(page).getByRole("columnheader", { name: "Peserta" });
  await expect(heading.getByRole("button")).toBeDisabled();
  const source = await cells(table(page));
  release();
  await takenOver(page);
  const before = await entries(page);
  await press(heading.getByRole("button"));
  await expect(heading).toHaveAttribute("aria-sort", "ascending");
  expect(await cells(table(page))).not.toEqual(source);
  expect(await entries(page)).toBe(before + 1);
  await page.goBack();
  await expect.poll(() => cells(table(page))).toEqual(source);
});
