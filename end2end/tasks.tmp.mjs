import { chromium } from "@playwright/test";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox","--disable-gpu"] });
for (const path of process.argv.slice(2)) {
  for (let k=0;k<3;k++) {
  const c = await b.newContext({ viewport:{width:390,height:844}, serviceWorkers: "block" });
  const p = await c.newPage();
  await p.addInitScript(() => { window.tasks=[]; new PerformanceObserver((l) => l.getEntries().forEach((e) => tasks.push([Math.round(e.startTime), Math.round(e.duration)]))).observe({type:"longtask",buffered:true}); });
  await p.goto(process.env.BASE + path);
  await p.waitForFunction(() => document.querySelector(".grid-body [role=row]"), null, {timeout: 60000}).catch(() => 0);
  const t = await p.evaluate(() => performance.now());
  await p.waitForTimeout(2500);
  console.log(path, "rows", Math.round(t), JSON.stringify(await p.evaluate(() => tasks)));
  await c.close();
  }
}
await b.close();
