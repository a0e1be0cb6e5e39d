// Editions: the newest at the root, each one for good below v/, and old ones that say so.
import type { APIRequestContext, Page } from "@playwright/test";
import { fits } from "./hosts";
import { axe, expect, open, overflow, press, test } from "./support";

interface Edition {
  id: string;
  dataset: string;
  title: { id: string; en: string };
  figures: string;
  published: string;
  path: string;
  data: string;
  sha256: string;
}

/** The list at the root: the edition under test, and one that was published before. */
async function editions(request: APIRequestContext): Promise<[Edition, Edition]> {
  const list = await (await request.get("./editions.json")).json();
  expect(list.editions).toHaveLength(2);
  expect(list.newest).toBe(list.editions[0].id);
  return list.editions;
}

const headline = (page: Page) => page.locator("#headline .figure");
const OLD = /Ini edisi lama, terbit 5\sJanuari 2026/;

test("the list says what there is", async ({ request }) => {
  const [newest, old] = await editions(request);
  expect(newest.dataset).toBe("sumsel-2025-08");
  expect(newest.title.en).toBe("Worker protection in South Sumatra, August 2025");
  expect(newest.figures).toBe("2025-08-01");
  expect(old).toMatchObject({ dataset: "capabilities", published: "2026-01-05" });
  for (const edition of [newest, old]) {
    expect(edition.path).toBe(`v/${edition.id}/`);
    expect((await request.get(`./${edition.data}`)).ok()).toBe(true);
    for (const only of ["robots.txt", "404.html", "editions.json"]) {
      expect((await request.get(`./${edition.path}${only}`)).status(), only).toBe(404);
    }
  }
});

test("the report links its own edition, which shows the same and links back", async ({ page, request }) => {
  const [newest] = await editions(request);
  for (const [path, link, back] of [["./", "Tautan permanen edisi ini", "Laporan terbaru"], ["./en/", "Permanent link to this edition", "Newest report"]] as const) {
    await open(page, path);
    const root = page.url();
    await expect(page.locator("meta[name=jamsostek-edition]")).toHaveAttribute("content", newest.id);
    const figure = await headline(page).textContent();
    await press(page.getByRole("link", { name: link }));
    await expect(page).toHaveURL(new RegExp(`/${newest.path}(en/)?$`));
    await expect(page.locator("html")).toHaveAttribute("data-app", "ready");
    await expect(headline(page)).toHaveText(figure!);
    await expect(page.locator("#outdated")).toBeHidden();
    await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", "noindex");
    await press(page.getByRole("link", { name: back }));
    await expect(page).toHaveURL(root);
    await expect(page.locator("meta[name=robots]")).toHaveCount(0);
  }
});

test("an old edition keeps its figures, says that it is old, and works", async ({ page, request }) => {
  const [, old] = await editions(request);
  await open(page, `./${old.path}`);
  await expect(headline(page)).toHaveText("62,5%");
  await expect(page.locator("#outdated")).toContainText(OLD);
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(new RegExp(`${old.path}en/$`));
  await expect(page.locator("#outdated")).toContainText("The figures on this page stay as they were published.");
  await expect(page.locator("html")).toHaveAttribute("data-app", "ready");
  // Everything that it loads is its own, but for the application, which lies at the root of the site for all.
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map((entry) => new URL(entry.name).pathname));
  expect(loaded.length).toBeGreaterThan(2);
  const root = new URL(page.url().split(old.path)[0]!).pathname;
  const shared = new RegExp(`^${root}(app-[0-9a-f]+/|icon-[0-9a-f]+\\.svg$)`);
  for (const path of loaded) expect(shared.test(path) || path.includes(`/${old.path}`), path).toBe(true);
  expect(loaded.some((path) => path.includes(`/${old.path}`)) && loaded.some((path) => shared.test(path))).toBe(true);
  const data = await page.getByRole("link", { name: "Download the data (JSON)" }).getAttribute("href");
  expect(new URL(data!, page.url()).pathname).toContain(`/${old.data}`);
  await page.getByRole("link", { name: /^See the newest edition/ }).click();
  await expect(page).toHaveURL(/\/uji\/coba\/en\/$|\/en\/$/);
  await expect(headline(page)).toHaveText("31.33%");
});

for (const width of [320, 1440]) {
  test(`pages with their notices fit at ${width}`, async ({ page, request }) => {
    test.slow();
    const [newest, old] = await editions(request);
    await page.setViewportSize({ width, height: 800 });
    for (const path of ["./", `./${newest.path}`, `./${old.path}`, `./${old.path}en/embed/groups/`]) {
      await open(page, path);
      expect.soft(await overflow(page), path).toEqual([]);
      if (width > 320 || !path.includes(old.id)) continue;
      // The notice is read before the figures, and so its link comes before the skip link. What is
      // inside the old report is tested elsewhere.
      const found = (await axe(page)).filter((fault) => !/^(region: \.skip|aria-required-children: tfoot) /.test(fault));
      expect.soft(found, path).toEqual([]);
    }
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test.beforeEach(({ watch }) => watch.expect(/was preloaded using link preload but not used/));

  test("an old edition says so and leads to the newest", async ({ page, request }) => {
    const [, old] = await editions(request);
    await page.goto(`./${old.path}`);
    await expect(headline(page)).toHaveText("62,5%");
    await expect(page.locator("#outdated")).toContainText(OLD);
    await page.getByRole("link", { name: /^Lihat edisi terbaru/ }).click();
    await expect(headline(page)).toHaveText("31,33%");
    await expect(page.locator("#outdated")).toHaveCount(0);
    await page.goto(`./${old.path}embed/trend/`);
    await expect(page.locator("#outdated")).toBeVisible();
    await page.getByRole("link", { name: /^Lihat edisi terbaru/ }).click();
    await expect(headline(page)).toHaveText("31,33%");
  });
});

test.describe("a pinned embed", () => {
  for (const [name, body] of [
    ["a frame and the script of the root", (old: Edition) => `<iframe src="${old.path}embed/groups/" title="Grafik" width="100%" height="300" style="border:0"></iframe><script src="embed.js"></script>`],
    ["the script and the element of the edition", (old: Edition) => `<script src="${old.path}embed.js"></script><jamsostek-embed block="groups" lang="id"></jamsostek-embed>`],
  ] as const) {
    test(name, async ({ page, request }) => {
      const [, old] = await editions(request);
      await page.route("**/host.html", (route) => route.fulfill({ contentType: "text/html", body: `<!doctype html><meta charset=utf-8><title>Berita</title><h1>Berita</h1>${body(old)}` }));
      await page.goto("./host.html");
      const frame = page.locator("iframe");
      await expect(frame).toHaveAttribute("src", new RegExp(`${old.path}embed/groups/`));
      const inner = (await (await frame.elementHandle())!.contentFrame())!;
      await expect(inner.locator("html")).toHaveAttribute("data-app", "ready");
      await expect(inner.locator("meta[name=jamsostek-edition]")).toHaveAttribute("content", old.id);
      await expect(inner.locator("#app")).toContainText("75,0%");
      await expect(inner.locator("#outdated")).toContainText(/Edisi lama, terbit 5\sJanuari 2026\./);
      const href = await inner.getByRole("link", { name: /^Lihat edisi terbaru/ }).evaluate((link) => (link as HTMLAnchorElement).href);
      expect(href).toBe(new URL("./", page.url()).href);
      // The notice is a part of what the frame is high for.
      await fits(inner);
      const bottom = await inner.locator("#outdated").evaluate((notice) => notice.getBoundingClientRect().bottom);
      expect(bottom).toBeLessThanOrEqual(await frame.evaluate((element) => element.clientHeight));
    });
  }
});
