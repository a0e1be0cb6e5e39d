// The room that a host's page keeps for a frame before the frame has told its height.
import { readFileSync } from "node:fs";
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
        await page.waitForFunction("window.jamsostekEmbed");
        await fits(inner);
        expect(await shifts(page)).toBeLessThan(0.02);
      });
    }
  }
}

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
  expect(gzipSync(served, { level: 9 }).length).toBeLessThanOrEqual(2000);
  expect(served.toString()).toMatch(/const HEIGHTS = \{"headline":\[\[28,\d/);
  // The source runs as it stands, too: with one height for all.
  const source = readFileSync(new URL("../../public/embed.js", import.meta.url), "utf8");
  expect(() => new Function(source)).not.toThrow();
});
