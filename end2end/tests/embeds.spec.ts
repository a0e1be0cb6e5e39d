// Embeds in the houses of others: plain frames, our script, and what content systems do to a frame.
import { readFileSync } from "node:fs";
import type { Frame, Page } from "@playwright/test";
import { expect, overflow, takenOver, test } from "./support";

/** A host's page below the site's address, with its own markup. */
async function host(page: Page, body: string, head = ""): Promise<void> {
  await page.route("**/host.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><meta charset=utf-8><title>Berita</title><style>body{margin:0 auto;max-width:680px;font:16px sans-serif}</style>${head}<h1>Berita</h1><p>${"Kalimat pembuka. ".repeat(20)}</p>${body}<p id=after>${"Kalimat penutup. ".repeat(40)}</p>`,
    }),
  );
  await page.addInitScript(() => {
    (window as any).shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as any[]) if (!entry.hadRecentInput) (window as any).shifts += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto("./host.html");
}

/** The frame of a block. */
async function frame(page: Page, block: string): Promise<Frame> {
  const element = page.locator(`iframe[src*="embed/${block}/"]`);
  await element.scrollIntoViewIfNeeded();
  const found = await (await element.elementHandle())!.contentFrame();
  await expect(found!.locator("html")).toHaveAttribute("data-app", "ready");
  return found!;
}

/** Whether the frame is as high as its content, within 2 px. */
async function fits(page: Page, block: string): Promise<void> {
  const element = page.locator(`iframe[src*="embed/${block}/"]`);
  const inner = (await (await element.elementHandle())!.contentFrame())!;
  await expect
    .poll(async () => {
      const content = await inner.evaluate(() => document.documentElement.getBoundingClientRect().height);
      return Math.abs((await element.evaluate((frame) => frame.clientHeight)) - content);
    }, `height of ${block}`)
    .toBeLessThanOrEqual(2);
}

/** After load, after a search that leaves less, and after a turn of the phone. */
async function follows(page: Page, block: string): Promise<void> {
  const inner = await frame(page, block);
  await fits(page, block);
  const before = await page.locator(`iframe[src*="embed/${block}/"]`).evaluate((frame) => frame.clientHeight);
  await inner.getByLabel("Cari").fill("palembang");
  await fits(page, block);
  const after = await page.locator(`iframe[src*="embed/${block}/"]`).evaluate((frame) => frame.clientHeight);
  expect(after, "a frame shrinks with its content").toBeLessThan(before);
  await page.setViewportSize({ width: 360, height: 740 });
  await fits(page, block);
}

/** Serves a library of hosts, as it is published. */
async function library(page: Page, path: string): Promise<void> {
  const body = readFileSync(new URL(`../node_modules/${path}`, import.meta.url), "utf8");
  await page.route("**/library.js", (route) => route.fulfill({ contentType: "text/javascript", body }));
}

/** A listener as Datawrapper's customers have it in their pages. */
const DATAWRAPPER = `<script>window.addEventListener("message", function (event) {
  if (typeof event.data["datawrapper-height"] === "undefined") return;
  var frames = document.querySelectorAll("iframe");
  for (var id in event.data["datawrapper-height"]) {
    for (var i = 0; i < frames.length; i++) {
      if (frames[i].contentWindow === event.source) frames[i].style.height = event.data["datawrapper-height"][id] + "px";
    }
  }
});</script>`;

test.describe("height", () => {
  test("our script and element: the right height, no shift of the article", async ({ page }) => {
    await host(page, `<jamsostek-embed block="winners" lang="id"><a href="./">Laporan</a></jamsostek-embed>`, `<script src="embed.js"></script><script src="embed.js" async></script>`);
    await frame(page, "winners");
    await fits(page, "winners");
    // What follows is asked for by the reader, and may move.
    expect(await page.evaluate(() => (window as any).shifts)).toBeLessThan(0.02);
    await follows(page, "winners");
    await expect(page.locator("iframe")).toHaveAttribute("title", /\S/);
    await expect(page.locator("iframe")).toHaveAttribute("loading", "lazy");
  });

  test("three embeds at once, one added later", async ({ page }) => {
    const blocks = ["groups", "headline", "jury"];
    await host(page, blocks.map((block) => `<jamsostek-embed block="${block}"></jamsostek-embed>`).join("<p>…</p>"), `<script src="embed.js"></script>`);
    for (const block of blocks) {
      await frame(page, block);
      await fits(page, block);
    }
    await page.evaluate(() => {
      const later = document.createElement("iframe");
      later.src = "embed/claims/";
      later.style.cssText = "width:100%;border:0;height:50px";
      document.body.append(later);
    });
    await frame(page, "claims");
    await fits(page, "claims");
  });

  test("a plain frame with our script beside it", async ({ page }) => {
    await host(page, `<iframe src="embed/winners/" title="Pemenang" width="100%" height="300" style="border:0"></iframe><script async src="embed.js"></script>`);
    await follows(page, "winners");
  });

  test("Datawrapper's listener", async ({ page }) => {
    await host(page, `${DATAWRAPPER}<iframe src="embed/winners/" title="Pemenang" width="100%" height="300" style="border:0"></iframe>`);
    await follows(page, "winners");
  });

  test("Pym.js itself", async ({ page }) => {
    await library(page, "pym.js/dist/pym.v1.min.js");
    await host(page, `<div id="anak"></div><script src="library.js"></script><script>new pym.Parent("anak", "embed/winners/", {});</script>`);
    await follows(page, "winners");
  });

  test("iframe-resizer itself", async ({ page, watch }) => {
    // The library has a lot to say.
    watch.expect(/console\.(info|warning|log|startGroup|startGroupCollapsed|endGroup)/);
    await library(page, "@iframe-resizer/parent/index.umd.js");
    await host(page, `<iframe src="embed/winners/" title="Pemenang" width="100%" height="300" style="border:0"></iframe><script src="library.js"></script><script>iframeResize({ license: "GPLv3", checkOrigin: false, waitForLoad: false }, "iframe");</script>`);
    await follows(page, "winners");
  });

  test("AMP's message, Medium's and Pym's", async ({ page }) => {
    await host(page, `<script>window.said = []; addEventListener("message", (event) => said.push(event.data));</script><iframe src="embed/jury/?childId=anak&initialWidth=600&utm_source=x" width="100%" height="300"></iframe>`);
    const inner = await frame(page, "jury");
    const height = await inner.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
    const said: any[] = await page.evaluate(() => (window as any).said);
    expect(said).toContainEqual({ sentinel: "amp", type: "embed-size", height });
    expect(said).toContain(`pymxPYMxanakxPYMxheightxPYMx${height}`);
    const medium = said.filter((entry) => typeof entry === "string" && entry.startsWith("{")).map((entry) => JSON.parse(entry));
    expect(medium.at(-1)).toMatchObject({ context: "iframe.resize", height });
    expect(medium.at(-1).src).toContain("/embed/jury/");
  });

  test("WordPress: a sandbox without an origin, a secret, and its clamp", async ({ page }) => {
    await host(page, `<script>addEventListener("message", ({ data, source }) => {
      const frame = document.querySelector("iframe");
      if (!data || !data.secret || data.secret !== "rahasia1" || source !== frame.contentWindow) return;
      if (data.message === "height") frame.height = Math.min(1000, Math.max(200, ~~data.value));
      if (data.message === "link") window.link = data.value;
    });</script><iframe sandbox="allow-scripts" security="restricted" src="embed/handovers/#?secret=rahasia1" data-secret="rahasia1" width="600" height="338" frameborder="0" marginwidth="0" marginheight="0" scrolling="no" title="x"></iframe>`);
    const inner = await frame(page, "handovers");
    await expect(page.locator("iframe")).not.toHaveAttribute("height", "338");
    const height = await inner.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
    await expect(page.locator("iframe")).toHaveAttribute("height", String(Math.min(1000, height)));
    await inner.getByRole("link", { name: "Laporan lengkap" }).click();
    await expect.poll(() => page.evaluate(() => (window as any).link)).toMatch(/\/$/);
  });

  test("no storm: at most one round of messages a frame, and silence when nothing changes", async ({ page }) => {
    await host(page, `<script>window.rounds = 0; addEventListener("message", ({ data }) => { if (data && data.sentinel) rounds += 1; });</script><iframe src="embed/winners/" width="100%" height="300"></iframe>`);
    await frame(page, "winners");
    await page.waitForTimeout(500);
    const before = await page.evaluate(() => (window as any).rounds);
    expect(before).toBeLessThan(8);
    await page.waitForTimeout(700);
    expect(await page.evaluate(() => (window as any).rounds)).toBe(before);
  });

  test("heights out of bounds and from others are not believed", async ({ page }) => {
    await host(page, `<iframe src="embed/jury/" width="100%" style="height:321px"></iframe><script src="embed.js"></script>`);
    await frame(page, "jury");
    await fits(page, "jury");
    const height = () => page.locator("iframe").evaluate((frame) => frame.clientHeight);
    const good = await height();
    await page.evaluate(() => window.postMessage({ "datawrapper-height": { x: 5000 } }, "*"));
    await page.frames()[1]!.evaluate(() => parent.postMessage({ "datawrapper-height": { x: 1e9 } }, "*"));
    await page.frames()[1]!.evaluate(() => parent.postMessage({ "datawrapper-height": { x: "NaN" } }, "*"));
    await page.waitForTimeout(200);
    expect(await height()).toBe(good);
  });
});

test.describe("sandboxes", () => {
  test("no script at all: the block is complete, without dead controls", async ({ page, watch }) => {
    watch.expect(/Blocked script execution/, /was preloaded using link preload but not used/);
    await host(page, `<iframe sandbox="" src="embed/winners/" width="100%" height="3000"></iframe>`);
    const inner = page.frameLocator("iframe");
    await expect(inner.locator(".winners li")).toHaveCount(22);
    await expect(inner.locator(".winners li").first()).toBeVisible();
    await expect(inner.locator("input, select").locator("visible=true")).toHaveCount(0);
  });

  test("a strict host that allows the frame only", async ({ page, baseURL }) => {
    await page.route("**/strict.html", (route) =>
      route.fulfill({
        contentType: "text/html",
        headers: { "content-security-policy": `default-src 'none'; frame-src ${new URL(baseURL!).origin}` },
        body: `<!doctype html><title>x</title><iframe src="embed/groups/" width="600" height="900"></iframe>`,
      }),
    );
    await page.goto("./strict.html");
    await expect(page.frameLocator("iframe").locator("html")).toHaveAttribute("data-app", "ready");
  });
});

test.describe("what a host may ask", () => {
  test("theme, background, title, credit, accent; unknown parameters do no harm", async ({ page }) => {
    await page.goto("./embed/groups/?theme=dark&transparent=1&title=0&credit=short&accent=purple&utm_source=surat&childId=x");
    await takenOver(page);
    const html = page.locator("html");
    await expect(html).toHaveAttribute("data-theme", "dark");
    await expect(html).toHaveCSS("background-color", "rgba(0, 0, 0, 0)");
    await expect(page.getByRole("heading", { level: 2 })).toBeHidden();
    await expect(page.locator(".embed-credit .data")).toBeHidden();
    await expect(page.locator(".embed-credit").getByRole("link", { name: "Laporan lengkap" })).toBeVisible();
    expect(await page.locator("svg .c-covered >> visible=true").first().evaluate((bar) => getComputedStyle(bar).fill)).toBe("rgb(195, 163, 234)");
  });

  for (const block of ["headline", "groups", "claims", "handovers", "winners", "special-awards", "jury"]) {
    test(`${block} does not scroll inside a frame of 280 px`, async ({ page }) => {
      await page.setViewportSize({ width: 280, height: 600 });
      await page.goto(`./embed/${block}/`);
      await takenOver(page);
      expect(await overflow(page)).toEqual([]);
    });
  }
});

test("the script for hosts is small", () => {
  expect(readFileSync(new URL("../../public/embed.js", import.meta.url)).length).toBeLessThan(5000);
});
