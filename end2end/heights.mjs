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
  for (const [lang, path] of Object.entries(paths)) {
    await page.goto(BASE_URL + path);
    await page.waitForSelector("html[data-app=ready]", { state: "attached" });
    const curve = [];
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 600 });
      // Two frames: charts are drawn anew for another width.
      const height = await page.evaluate(
        () =>
          new Promise((done) => {
            const measure = () => done(Math.ceil(document.documentElement.getBoundingClientRect().height));
            requestAnimationFrame(() => requestAnimationFrame(measure));
          }),
      );
      curve.push([width, height]);
    }
    measured[block][lang] = curve;
  }
}
await browser.close();
writeFileSync(OUT, JSON.stringify(measured));
