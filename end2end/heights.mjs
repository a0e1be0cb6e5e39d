// How high each embed is, by block, language and width. Run by `cargo xtask heights`.
import { writeFileSync } from "node:fs";
import { chromium } from "@playwright/test";

const { BASE_URL, CHROME_PATH, OUT } = process.env;
const PAGES = JSON.parse(process.env.PAGES);
// From the narrowest frame to the widest column; closer where layouts change.
const WIDTHS = [];
for (let width = 280; width < 480; width += 10) WIDTHS.push(width);
for (let width = 480; width < 800; width += 20) WIDTHS.push(width);
for (let width = 800; width <= 1200; width += 50) WIDTHS.push(width);

const browser = await chromium.launch({ executablePath: CHROME_PATH, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage({ viewport: { width: WIDTHS[0], height: 600 } });
const measured = {};
for (const [block, paths] of Object.entries(PAGES)) {
  measured[block] = {};
  // A table that is scrolled is as high as its window allows, and a frame that has its height is a high one.
  const height = block === "claims-explorer" ? 3000 : 600;
  for (const [lang, path] of Object.entries(paths)) {
    await page.setViewportSize({ width: WIDTHS[0], height });
    await page.goto(BASE_URL + path);
    await page.waitForSelector("html[data-app=ready]", { state: "attached" });
    if (block === "claims-explorer") {
      await page.waitForSelector(".claims-grid[aria-busy=false] [role=gridcell]", { state: "attached" });
      await page.waitForSelector("#claims-rows progress", { state: "detached" });
    }
    const curve = [];
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height });
      // Two frames: charts are drawn anew for another width.
      const high = await page.evaluate(
        () =>
          new Promise((done) => {
            const measure = () => done(Math.ceil(document.documentElement.getBoundingClientRect().height));
            requestAnimationFrame(() => requestAnimationFrame(measure));
          }),
      );
      curve.push([width, high]);
    }
    measured[block][lang] = curve;
  }
}
await browser.close();
writeFileSync(OUT, JSON.stringify(measured));
