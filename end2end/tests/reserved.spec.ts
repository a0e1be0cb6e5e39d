// The room that a host's page keeps for a frame before the frame has told its height.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { address, BLOCKS, fits, frame, heightAt, room, shifts, visit } from "./hosts";
import { expect, type Lang, test } from "./support";

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };

for (const viewport of [PHONE, DESKTOP]) {
  for (const block of BLOCKS) {
    for (const lang of ["id", "en"] as Lang[]) {
      test(`${block}, ${lang}, ${viewport.width}: the element reserves what the block needs, and the article stays`, async ({ page, watch, baseURL }) => {
        let release = () => {};
        const gate = new Promise<void>((resolve) => (release = resolve));
        await page.route(`**/embed/${block}/**`, async (route) => {
          await gate;
          await route.continue();
        });
        await page.setViewportSize(viewport);
        await visit(page, watch, baseURL!, "element", { block, lang, room: room(block, lang) });
        const element = page.locator("iframe");
        await expect(element).toBeAttached();
        const reserved = await element.evaluate((frame) => frame.clientHeight);
        release();
        await fits(await frame(page, block));
        const needed = await element.evaluate((frame) => frame.clientHeight);
        expect(reserved / needed, `${reserved} px for ${needed} px`).toBeGreaterThan(0.95);
        expect(reserved / needed, `${reserved} px for ${needed} px`).toBeLessThan(1.05);
        expect(await shifts(page)).toBeLessThan(0.02);
      });
    }

    for (const late of [0, 500]) {
      test(`${block}, ${viewport.width}: a snippet keeps the article where it is${late ? ", though our script comes late" : ""}`, async ({ page, watch, baseURL }) => {
        await page.route("**/embed.js", async (route) => {
          await new Promise((resolve) => setTimeout(resolve, late));
          await route.continue();
        });
        await page.setViewportSize(viewport);
        await visit(page, watch, baseURL!, "snippet", { src: address(baseURL!, block), room: room(block, "id") });
        const inner = await frame(page, block);
        await page.waitForFunction(() => customElements.get("jamsostek-embed"));
        await fits(inner);
        expect(await shifts(page)).toBeLessThan(0.02);
      });
    }
  }
}

test("a frame that nobody corrects cuts nothing, from a small phone to a desk", async ({ page, watch, baseURL }) => {
  test.slow();
  await page.goto("./embed/");
  const snippets = await page.locator("#ready section").evaluateAll((sections) =>
    sections.map((section) => [section.id, section.querySelectorAll("textarea")[1]!.value] as const),
  );
  expect(snippets).toHaveLength(BLOCKS.length);
  for (const [block, snippet] of snippets) {
    const body = snippet.replace(/\{situs\}\//, baseURL!);
    expect(body).not.toContain("<script");
    for (const viewport of [{ width: 360, height: 740 }, PHONE, { width: 600, height: 800 }, DESKTOP]) {
      await page.setViewportSize(viewport);
      await visit(page, watch, baseURL!, "odd", { body });
      const inner = await frame(page, block);
      const missing = await inner.evaluate(() => document.documentElement.getBoundingClientRect().height - innerHeight);
      expect(missing, `${block} at ${viewport.width}`).toBeLessThanOrEqual(0);
      // Where styles are dropped the attribute is enough.
      await page.locator("iframe").evaluate((frame) => frame.removeAttribute("style"));
      const left = await inner.evaluate(() => document.documentElement.getBoundingClientRect().height - innerHeight);
      expect(left, `${block} at ${viewport.width}, without styles`).toBeLessThanOrEqual(0);
    }
  }
});

test("a block that comes in pieces: the article stays where it is", async ({ page, watch, baseURL }) => {
  // The site once more, on a network that stops in the middle of the block's page.
  const base = new URL(baseURL!);
  const server = createServer(async (request, response) => {
    const answer = await fetch(new URL(request.url!, base));
    const body = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" });
    if (!/embed\/jury\/$/.test(request.url!)) return void response.end(body);
    response.write(body.subarray(0, body.indexOf("</h3>")));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    response.end(body.subarray(body.indexOf("</h3>")));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}${base.pathname}`;
  watch.expect(new RegExp(`^request to another place: ${site}`));
  await page.setViewportSize(PHONE);
  await visit(page, watch, site, "snippet", { src: address(site, "jury"), room: room("jury", "id") });
  await fits(await frame(page, "jury"));
  expect(await shifts(page)).toBeLessThan(0.02);
  server.closeAllConnections();
  server.close();
});

test("the element follows its language and its width", async ({ page, watch, baseURL }) => {
  await page.route("**/embed/groups/**", () => {});
  for (const lang of ["id", "en"] as Lang[]) {
    for (const width of [300, 420, 640, 900]) {
      await page.setViewportSize({ width: Math.max(width + 32, 320), height: 700 });
      await visit(page, watch, baseURL!, "element", { block: "groups", lang });
      await page.addStyleTag({ content: `body { max-width: none } jamsostek-embed { width: ${width}px }` });
      await page.evaluate(() => {
        const element = document.querySelector("jamsostek-embed")!;
        element.replaceWith(element.cloneNode());
      });
      const reserved = await page.locator("iframe").evaluate((frame) => frame.clientHeight);
      const measured = heightAt("groups", lang, width);
      expect(Math.abs(reserved - measured) / measured, `${lang}, ${width}: ${reserved} for ${measured}`).toBeLessThan(0.05);
    }
  }
});

test("the script for hosts is small, in one piece, and has the heights of this dataset", async ({ request }) => {
  const served = Buffer.from(await (await request.get("./embed.js")).body());
  expect(gzipSync(served, { level: 9 }).length).toBeLessThanOrEqual(2300);
  expect(served.toString()).toMatch(/const HEIGHTS = \{"headline":\[\[28,\d/);
  // The source runs as it stands, too: with one height for all.
  const source = readFileSync(new URL("../../src/scripts/embed.js", import.meta.url), "utf8");
  expect(() => new Function(source)).not.toThrow();
});
