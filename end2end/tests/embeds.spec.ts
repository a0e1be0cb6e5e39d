// Embeds: sandboxes, what a host may ask for, and where the figures come from.
import { address, BLOCKS, visit } from "./hosts";
import { expect, open, test, text } from "./support";

test.describe("sandboxes", () => {
  test("no script at all: the block is complete, without dead controls", async ({ page, watch, baseURL }) => {
    watch.expect(/Blocked script execution/, /was preloaded using link preload but not used/);
    await visit(page, watch, baseURL!, "silent", { src: address(baseURL!, "winners") });
    const inner = page.frameLocator("iframe");
    await expect(inner.locator(".winners li")).toHaveCount(22);
    await expect(inner.locator(".winners li").first()).toBeVisible();
    await expect(inner.locator("input:not(.show-all input), select, button").locator("visible=true")).toHaveCount(0);
  });

  test("a strict host that allows the frame only", async ({ page, watch, baseURL }) => {
    await visit(page, watch, baseURL!, "strict", { src: address(baseURL!, "groups") });
    await expect(page.frameLocator("iframe").locator("html")).toHaveAttribute("data-app", "ready");
  });
});

test("a block alone names the publisher once, and keeps the place of each figure in the source", async ({ page }) => {
  test.slow();
  for (const [lang, place] of [["id", /, paragraf \d+$/], ["en", /, paragraph \d+$/]] as const) {
    for (const block of BLOCKS.filter((block) => block !== "report")) {
      await open(page, address("./", block, lang));
      expect((await text(page.locator("body"))).split("AkselNews.com").length - 1, `${block}, ${lang}`).toBe(1);
      const places = page.locator(".source a").filter({ hasText: place });
      await expect(places.first(), `${block}, ${lang}`).toHaveAttribute("href", /^https:\/\/www\.akselnews\.com\//);
    }
  }
});

test.describe("what a host may ask", () => {
  test("theme, background, title, credit, accent; unknown parameters do no harm", async ({ page }) => {
    await open(page, "./embed/groups/?theme=dark&transparent=1&title=0&credit=short&accent=purple&utm_source=surat&childId=x");
    const html = page.locator("html");
    await expect(html).toHaveAttribute("data-theme", "dark");
    await expect(html).toHaveCSS("background-color", "rgba(0, 0, 0, 0)");
    await expect(page.getByRole("heading", { level: 2 })).toBeHidden();
    for (const part of await page.locator(".embed-credit .data").all()) await expect(part).toBeHidden();
    await expect(page.locator(".embed-credit")).not.toContainText(/Data$/, { useInnerText: true });
    await expect(page.locator(".embed-credit").getByRole("link", { name: "Laporan lengkap" })).toBeVisible();
    await expect(page.locator("svg .c-covered >> visible=true").first()).toHaveCSS("fill", "rgb(195, 163, 234)");
  });
});

test.describe("a frame is light unless its host says otherwise", () => {
  test.use({ colorScheme: "dark" });

  const paper = { light: "rgb(255, 255, 255)", dark: "rgb(15, 22, 20)" };

  test("whatever the device prefers", async ({ page }) => {
    for (const [query, wanted] of [["", paper.light], ["?theme=light", paper.light], ["?theme=auto", paper.dark], ["?theme=dark", paper.dark]] as const) {
      await open(page, `./embed/groups/${query}`);
      await expect(page.locator("html"), query).toHaveCSS("background-color", wanted);
      // The application does not write what the host did not ask for.
      expect(new URL(page.url()).search).toBe(query);
    }
    // The report is the reader's.
    await open(page, "./");
    await expect(page.locator("html")).toHaveCSS("background-color", paper.dark);
  });

  test("without scripts, too", async ({ page, watch, baseURL }) => {
    watch.expect(/Blocked script execution/, /was preloaded using link preload but not used/);
    await visit(page, watch, baseURL!, "silent", { src: address(baseURL!, "winners", "id", "?theme=auto") });
    await expect(page.frameLocator("iframe").locator("html")).toHaveCSS("background-color", paper.light);
  });

  test("the element, too", async ({ page, watch, baseURL }) => {
    const body = `<jamsostek-embed block="jury" lang="id"></jamsostek-embed><jamsostek-embed block="headline" lang="id" theme="auto"></jamsostek-embed>
      <script async src="${baseURL}embed.js"></script>`;
    await visit(page, watch, baseURL!, "odd", { body });
    const paperOf = (block: string) => page.frameLocator(`iframe[src*="/${block}/"]`).locator("html");
    await page.locator("iframe").last().scrollIntoViewIfNeeded();
    await expect(paperOf("jury")).toHaveCSS("background-color", paper.light);
    await expect(paperOf("headline")).toHaveCSS("background-color", paper.dark);
  });
});

test.describe("the title", () => {
  test("is a caption of the publisher's above a block, with no inset", async ({ page }) => {
    await page.setViewportSize({ width: 640, height: 800 });
    await open(page, "./embed/groups/");
    const title = page.getByRole("heading", { level: 1 });
    await expect(title).toHaveText(/\S/);
    await expect(title).toHaveCSS("font-size", "14px");
    expect(await title.boundingBox()).toMatchObject({ x: 0, y: 0 });
  });

  test("is the host's own words as text, with the publisher's beneath, smaller", async ({ page }) => {
    await open(page, "./embed/groups/");
    const publisher = await text(page.getByRole("heading", { level: 1 }));
    const words = `<img src=x onerror="document.title='foreign'"> \u202Eabc ${"x".repeat(200)}`;
    await open(page, `./embed/groups/?title=${encodeURIComponent(words)}`);
    const title = page.getByRole("heading", { level: 1 });
    await expect(title).toContainText("<img src=x onerror=");
    await expect(title.locator("img")).toHaveCount(0);
    const shown = await title.evaluate((title) => title.textContent!);
    expect([...shown].length).toBe(120);
    expect(shown).not.toContain("\u202E");
    const beneath = page.locator(".embed-title p");
    expect(await text(beneath)).toBe(publisher);
    await expect(beneath).toHaveCSS("font-size", "13px");
  });
});

test("notes=0: the chart, its words and its credit, without notes and tables", async ({ page }) => {
  await open(page, "./embed/groups/");
  await expect(page.locator(".caveat, .more, .chart-table, .menu").locator("visible=true").first()).toBeVisible();
  await open(page, "./embed/groups/?notes=0");
  await expect(page.locator(".caveat, .more, .chart-table, .menu").locator("visible=true")).toHaveCount(0);
  await expect(page.locator("#groups svg >> visible=true").first()).toBeVisible();
  await expect(page.locator(".embed-credit").getByRole("link", { name: "Laporan lengkap" })).toBeVisible();
});

test("the one strong figure stands on one line in the narrowest frame", async ({ page }) => {
  await page.setViewportSize({ width: 280, height: 700 });
  await open(page, "./embed/headline/");
  const figure = page.locator("#headline .figure");
  const lines = await figure.evaluate((figure) => figure.getBoundingClientRect().height / parseFloat(getComputedStyle(figure).lineHeight));
  expect(lines).toBeLessThan(1.5);
});
