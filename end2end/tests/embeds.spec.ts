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
    await expect(inner.locator("input, select").locator("visible=true")).toHaveCount(0);
  });

  test("a strict host that allows the frame only", async ({ page, watch, baseURL }) => {
    await visit(page, watch, baseURL!, "strict", { src: address(baseURL!, "groups") });
    await expect(page.frameLocator("iframe").locator("html")).toHaveAttribute("data-app", "ready");
  });
});

test("a block alone names the publisher once, and keeps the place of each figure in the source", async ({ page }) => {
  test.slow();
  for (const [lang, place] of [["id", /^Baris \d+ pada sumber$/], ["en", /^Line \d+ of the source$/]] as const) {
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

test("the one strong figure stands on one line in the narrowest frame", async ({ page }) => {
  await page.setViewportSize({ width: 280, height: 700 });
  await open(page, "./embed/headline/");
  const figure = page.locator("#headline .figure");
  const lines = await figure.evaluate((figure) => figure.getBoundingClientRect().height / parseFloat(getComputedStyle(figure).lineHeight));
  expect(lines).toBeLessThan(1.5);
});
