import { chromium } from "@playwright/test";
const base = process.env.BASE; const out = "/tmp/shots/";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox","--disable-gpu"] });
for (const [w,h] of [[360,800],[768,1024],[1440,900]]) for (const scheme of ["light","dark"]) for (const lang of ["","en/"]) {
  const c = await b.newContext({ viewport:{width:w,height:h}, colorScheme: scheme, serviceWorkers: "block" });
  const p = await c.newPage();
  await p.goto(base + lang + "claims/?region=kota-palembang&programme=jht");
  await p.waitForFunction(() => document.querySelector("#claims-rows .grid-body [role=row]") && document.querySelector(".combobox"), null, {timeout: 30000});
  await p.waitForTimeout(500);
  await p.screenshot({ path: out + `c-${w}-${scheme}-${lang?"en":"id"}.png`, fullPage: true });
  await c.close();
}
// without the rest
for (const w of [360, 1440]) {
  const c = await b.newContext({ viewport:{width:w,height:900}, serviceWorkers: "block" });
  const p = await c.newPage();
  let go; const wait = new Promise((r) => go = r);
  await p.route(/explorer_rest/, async (r) => { await wait; await r.continue(); });
  await p.addInitScript(() => { window.shifts=[]; new PerformanceObserver((l) => l.getEntries().forEach((e) => shifts.push([e.value.toFixed(3), Math.round(e.startTime), e.sources.map((s)=>s.node?.id||s.node?.className||s.node?.nodeName).slice(0,4).join("|")]))).observe({type:"layout-shift",buffered:true}); });
  await p.goto(base + "claims/?region=kota-palembang&programme=jht");
  await p.waitForFunction(() => document.querySelector("#claims-rows .grid-body [role=row]"), null, {timeout: 30000});
  await p.waitForTimeout(500);
  await p.screenshot({ path: out + `wait-${w}.png`, fullPage: true });
  const top = () => p.evaluate(() => Math.round(document.querySelector("#claims-rows").getBoundingClientRect().top + scrollY));
  const before = await top(); const g0 = await p.evaluate(() => Math.round(document.querySelector("#claims-rows [role=grid]").getBoundingClientRect().top + scrollY));
  go(); await p.waitForFunction(() => document.querySelector(".combobox") && !document.querySelector(".to-come"));
  await p.waitForTimeout(800);
  console.log(w, "rows card", before, await top(), "grid", g0, await p.evaluate(() => Math.round(document.querySelector("#claims-rows [role=grid]").getBoundingClientRect().top + scrollY)), "tools", await p.evaluate(() => document.querySelector(".rows-tools")?.getBoundingClientRect().height), JSON.stringify(await p.evaluate(() => shifts)));
  await c.close();
}
await b.close();
