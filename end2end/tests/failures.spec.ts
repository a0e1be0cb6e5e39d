// All that can go wrong with loading: what the page says and what still works.
import type { Page } from "@playwright/test";
import { charts, DATASET, expect, type Lang, open, PATHS, sample, section, serve, shipped, takenOver, test, text, unfold } from "./support";

/** The browser's own message about a failed request. */
const FAILED_REQUEST = /console\.error: Failed to load resource/;

/** What the page says when the application cannot take over. */
const notice = (page: Page) => page.locator("#notice");

const says = (page: Page, words: string | RegExp) => expect(notice(page)).toContainText(words, { useInnerText: true });

/** A server that fails until it is mended. */
interface Faulty {
  /** How many requests for the dataset have failed. */
  failed: number;
  mend(): void;
}

/** Answers the first requests for the dataset, and lets the later ones through. */
async function failOnce(page: Page, answer: { status: number; body: string } | "abort"): Promise<Faulty> {
  let broken = true;
  const server: Faulty = { failed: 0, mend: () => (broken = false) };
  await page.route(DATASET, async (route) => {
    if (!broken) return route.fallback();
    await (answer === "abort" ? route.abort("internetdisconnected") : route.fulfill(answer));
    server.failed += 1;
  });
  return server;
}

/** Notes how the page asks for files: the ends of their addresses, and whether what the browser keeps will do. */
async function asked(page: Page): Promise<[string, string][]> {
  const all: [string, string][] = [];
  await page.exposeFunction("noteFetch", (url: string, cache: string) => all.push([url.replace(/.*\//, ""), cache]));
  await page.addInitScript(() => {
    const fetch = window.fetch;
    window.fetch = (input, init) => {
      const request = new Request(input, init);
      (window as any).noteFetch(request.url, request.cache);
      return fetch(input, init);
    };
  });
  return all;
}

async function retryWorks(page: Page, server: Faulty, lang: Lang): Promise<void> {
  const retry = page.getByRole("button", { name: { id: "Coba lagi", en: "Try again" }[lang] });
  // As long as the fault is there, trying again says so again.
  const before = server.failed;
  await retry.click();
  await expect.poll(() => server.failed).toBeGreaterThan(before);
  await expect(retry).toBeVisible();
  server.mend();
  await retry.click();
  await takenOver(page);
  await expect(notice(page)).toBeEmpty();
}

test.describe("no answer that helps", () => {
  test("a missing file (404): what to do, and Retry", async ({ page, watch }) => {
    watch.expect(FAILED_REQUEST);
    const server = await failOnce(page, { status: 404, body: "not here" });
    await page.goto("./");
    await says(page, "Laporan ini tetap dapat dibaca, tetapi belum interaktif.");
    // Nothing of the report is lost.
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(shipped().title.id);
    await expect(charts(page.locator("#groups-chart"))).toBeVisible();
    await says(page, "Berkas data tidak ditemukan di ./data/sumsel-2025-08.json (kode 404).");
    await says(page, "Jika Anda pengelola situs, pastikan berkas itu ikut diterbitkan.");
    await retryWorks(page, server, "id");
  });

  test("a fault of the server (503): what to do, and Retry", async ({ page, watch }) => {
    watch.expect(FAILED_REQUEST);
    const server = await failOnce(page, { status: 503, body: "" });
    await page.goto("./en/");
    await says(page, "This report can be read, but is not interactive yet.");
    await says(page, "The server answered 503 when asked for the data file ../data/sumsel-2025-08.json.");
    await says(page, "Try again in a moment.");
    await retryWorks(page, server, "en");
  });

  test("no network: what to do, and Retry", async ({ page, watch }) => {
    watch.expect(FAILED_REQUEST);
    const server = await failOnce(page, "abort");
    await page.goto("./");
    await says(page, "Berkas data tidak dapat dijangkau.");
    await says(page, "Periksa sambungan internet Anda, lalu coba lagi.");
    await retryWorks(page, server, "id");
  });
});

test.describe("a file that cannot be read", () => {
  test("not JSON: line, column and how to mend it", async ({ page }) => {
    const server = await failOnce(page, { status: 200, body: '{\n  "format": "jamsostek-dashboard/1",\n  "id": "x",\n}' });
    await page.goto("./");
    await says(page, "Berkas data tidak dapat dibaca.");
    await says(page, "Kabari pengelola situs dan sertakan keterangan di bawah ini.");
    await says(page, "Baris 3, kolom 12");
    await says(page, /Ada koma tepat sebelum kurung penutup\.? Hapus koma itu/);
    await page.goto("./en/");
    await says(page, "The data file cannot be read.");
    await says(page, "Line 3, column 12");
    await says(page, /A comma stands before the closing bracket\.? Delete the comma/);
    await retryWorks(page, server, "en");
  });

  test("another kind of file, such as a page of the server", async ({ page }) => {
    await serve(page, "<!DOCTYPE html><title>Masuk ke jaringan</title>");
    await page.goto("./");
    await says(page, "Baris 1, kolom 1");
    await says(page, "Di sini seharusnya ada nilai");
  });

  test("an unknown version, and none at all", async ({ page }) => {
    await serve(page, { ...shipped(), format: "jamsostek-dashboard/9" });
    await page.goto("./");
    await says(page, 'Format dataset ini adalah "jamsostek-dashboard/9", yang tidak dikenal oleh program ini');
    await says(page, '"jamsostek-dashboard/1"');
    await says(page, "Baris 3, kolom 13");
    await page.unroute(DATASET);
    await serve(page, { title: "x" });
    await page.goto("./en/");
    await says(page, "The document does not name its format");
  });

  test("an empty file", async ({ page }) => {
    await serve(page, "");
    await page.goto("./en/");
    await says(page, "The data file cannot be read.");
    await says(page, "Line 1, column 1");
    await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  });
});

test.describe("a dataset that is partly wrong", () => {
  /** One winner without a name, and claims that are no object. */
  function broken(): any {
    const data = shipped();
    delete data.awards[0].categories[2].winners[1].name;
    data.claims = "nanti";
    return data;
  }

  test("everything else is shown; a notice opens into the list of findings", async ({ page }) => {
    await serve(page, broken());
    await open(page);
    const notice = page.getByText("2 bagian data tidak terbaca. Selebihnya ditampilkan.");
    await expect(notice).toBeVisible();
    const pointer = page.getByText("/awards/0/categories/2/winners/1", { exact: true });
    await expect(pointer).toBeHidden();
    await notice.click();
    await expect(pointer).toBeVisible();
    await expect(page.getByText("/claims", { exact: true })).toBeVisible();
    const finding = page.getByRole("listitem").filter({ has: pointer });
    await expect(finding).toContainText(/Baris \d+, kolom \d+/);
    await expect(finding).toContainText('Isian "name" tidak ada');
    await expect(finding).toContainText('Tambahkan "name" di sini');

    await expect(page.locator("#winners").getByRole("status")).toHaveText("21 penerima");
    await expect(page.locator("#winners").getByText("PT BPR Puskopat")).toBeVisible();
    await expect(page.locator("#winners").getByText("BPR Muara Enim (Perseroda)")).toHaveCount(0);
    await expect(charts(page.locator("#groups-chart"))).toBeVisible();
    // Figures of claims are observations of their own; only the single claims are lost.
    await expect(section(page, "Klaim dan manfaat").getByText("43.251", { exact: true }).first()).toBeVisible();
    await expect(page.getByRole("table", { name: "Penyerahan simbolis" })).toHaveCount(0);
  });

  test("the line and column are those of the file", async ({ page }) => {
    const data = JSON.stringify(broken(), null, 2);
    await serve(page, data);
    await open(page, PATHS.en);
    await page.getByText("2 parts of the data could not be read. Everything else is shown.").click();
    const finding = page.getByRole("listitem").filter({ has: page.getByText("/claims", { exact: true }) });
    await expect(finding).toContainText(/Line \d+, column \d+/);
    const words = await text(finding);
    const [, line, column] = /Line (\d+), column (\d+)/.exec(words)!;
    expect(data.split("\n")[Number(line) - 1]!.slice(Number(column) - 1)).toMatch(/^"nanti"/);
  });

  test("one finding is told as one", async ({ page }) => {
    const data = shipped();
    data.observations[3].value = "89,1";
    await serve(page, data);
    await open(page);
    await expect(page.getByText("1 bagian data tidak terbaca. Selebihnya ditampilkan.")).toBeVisible();
    await expect(charts(page.locator("#groups-chart")).getByText("80,6%", { exact: true })).toBeVisible();
  });
});

test("a dataset without figures says so, and keeps what it has", async ({ page }) => {
  await serve(page, { format: "jamsostek-dashboard/1", id: "kosong", title: "Laporan kosong", region: "x", languages: ["id", "en"] });
  await open(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Laporan kosong");
  await expect(page.getByRole("heading", { name: "Laporan ini belum berisi angka" })).toBeVisible();
  await expect(page.getByText("belum memuat cakupan, klaim, ataupun penghargaan")).toBeVisible();
  await expect(page.getByRole("img")).toHaveCount(0);
  await expect(page.locator("svg.chart")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "English" })).toBeVisible();
  await page.goto("./en/");
  await expect(page.getByRole("heading", { name: "This report has no figures yet" })).toBeVisible();
});

test("texts of a dataset are shown as text, never as markup", async ({ page }) => {
  const data = sample("minimal");
  const evil = '<img src=x onerror=alert(1)><script>alert(2)</script>&amp;"\'';
  data.title = evil;
  data.sources[0].publisher = evil;
  data.sources[0].url = "javascript:alert(3)";
  data.regions.contoh.name = evil;
  data.notes = [{ id: "n", severity: "info", about: [], text: evil }];
  data.glossary = [{ id: "g", term: evil, definition: evil }];
  data.groups = { g: { label: evil, definition: evil } };
  data.observations.push({ ...data.observations[0], id: "g", group: "g" });
  data.awards = [{
    id: "a", name: evil, edition: evil,
    jury: { members: [{ name: evil, role: evil }] },
    categories: [{ id: "c", label: evil, parent: evil, winners: [{ id: "w", name: evil, citation: evil }] }],
    special: [{ id: "s", name: evil, citation: evil, persons: { value: 3, label: evil } }],
  }];
  data.claims = { cases: [{ id: "c1", insured: { name: evil }, workplace: evil, amount: 1 }] };
  await serve(page, data);
  await open(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(evil);
  await expect(page.locator("main img:not([role]), main script")).toHaveCount(0);
  expect(await page.locator("a[href^='javascript:' i]").count()).toBe(0);
  expect((await page.locator("main").textContent())!.split(evil).length).toBeGreaterThan(10);
});

test.describe("an application that does not start", () => {
  const retry = (page: Page, lang: Lang) => page.locator("#failed").getByRole("button", { name: { id: "Coba lagi", en: "Try again" }[lang] });

  for (const [what, pattern] of [["the module", "**/app_bg.wasm"], ["its script", "**/app.js"], ["the script of chunks", "**/split.js"]] as const) {
    test(`${what} does not come: the report stays and says so, and trying again loads it anew`, async ({ page, watch }) => {
      watch.expect(FAILED_REQUEST, /console\.error:/, /console\.warning:/);
      let broken = true;
      const fetches = await asked(page);
      await page.route(pattern, (route) => (broken ? route.fulfill({ status: 404, body: "" }) : route.continue()));
      for (const [path, words, lang] of [
        ["./?handovers.sort=insured", "Laporan ini tetap dapat dibaca, tetapi tidak interaktif. Sebagian berkasnya tidak sampai.", "id"],
        ["./en/", "This report can be read, but is not interactive. Some of its files did not arrive.", "en"],
      ] as const) {
        broken = true;
        await page.goto(path);
        await expect(page.locator("#failed")).toContainText(words, { useInnerText: true });
        await expect(page.locator("#failed")).not.toContainText(/WebAssembly|peramban|browser/, { useInnerText: true });
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(shipped().title[lang]);
        await expect(page.locator("#winners .winners li")).toHaveCount(22);
        // A part that waited for the application is shown as it is; what nothing answers is not offered.
        await expect(page.locator("#handovers tbody tr").first()).toBeVisible();
        await expect(page.locator(".tools >> visible=true")).toHaveCount(0);
        broken = false;
        await retry(page, lang).click();
        await takenOver(page);
        await expect(page.locator("#failed")).toBeHidden();
      }
      // What the browser keeps was passed over.
      for (const file of ["app.js", "split.js", "app_bg.wasm"]) expect(fetches).toContainEqual([file, "reload"]);
    });
  }

  test("a browser without WebAssembly is named, and there is nothing to try again", async ({ page, watch }) => {
    watch.expect(/was preloaded using link preload but not used/);
    await page.addInitScript(() => delete (globalThis as any).WebAssembly);
    await page.goto("./en/");
    await expect(page.locator("#failed")).toContainText("This browser cannot run it", { useInnerText: true });
    await expect(retry(page, "en")).toBeHidden();
  });

  test("a page that came cut says so, and can be loaded again", async ({ page, watch }) => {
    watch.expect(/was preloaded using link preload but not used/);
    let broken = true;
    await page.route(/\/$/, async (route) => {
      if (!broken) return route.fallback();
      const response = await route.fetch();
      const html = await response.text();
      await route.fulfill({ response, body: html.slice(0, html.indexOf('id="claims"') + 2000) });
    });
    await page.goto("./");
    await expect(page.locator("#failed")).toContainText("Halamannya tidak sampai utuh.", { useInnerText: true });
    await expect(page.locator("#headline .figure")).toHaveText("31,33%");
    broken = false;
    await retry(page, "id").click();
    await takenOver(page);
  });

  test("a page that lost what the application reads says so", async ({ page, watch }) => {
    watch.expect(/console\.(error|warning):/);
    await page.route(/\/en\/$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace(/<meta name="jamsostek-[^>]*>/g, "") });
    });
    await page.goto("./en/");
    await expect(page.locator("#failed")).toContainText("The page did not arrive complete.", { useInnerText: true });
  });

  test("a page whose scripts are refused offers nothing that waits for them", async ({ page, watch }) => {
    watch.expect(/Content Security Policy|was preloaded using link preload but not used/);
    await page.route(/\/$/, async (route) => {
      const response = await route.fetch();
      // As of a proxy that writes into pages: the script is no longer the one that the policy allows.
      await route.fulfill({ response, body: (await response.text()).replace("<script>", "<script>/* seen */") });
    });
    await page.goto("./");
    await expect(page.locator("#headline .figure")).toHaveText("31,33%");
    await expect(page.locator(":is(.tools, .theme) >> visible=true")).toHaveCount(0);
  });

  test("what hangs is said after a while, and no longer once it came", async ({ page, watch }) => {
    watch.expect(/was preloaded using link preload but not used/);
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    await page.route("**/app_bg.wasm", async (route) => {
      await gate;
      await route.continue();
    });
    await page.goto("./", { waitUntil: "domcontentloaded" });
    const word = page.getByText("Tombol belum aktif: masih dimuat.");
    await expect(word).toBeHidden();
    await expect(word).toBeVisible({ timeout: 8000 });
    await expect(page.locator("#failed").getByRole("button")).toBeHidden();
    release();
    await takenOver(page);
    await expect(word).toBeHidden();
  });

  test("from a folder on a device: it is called a copy, and its links lead on", async ({ page, watch }) => {
    watch.expect(/CORS|file:|Failed to load resource|Not allowed to load local resource|preload/);
    const site = process.env.SITE_DIR;
    expect(site).toBeTruthy();
    await page.goto(`file://${site}/index.html`);
    await expect(page.locator("#failed")).toContainText("Ini salinan yang tersimpan di perangkat", { useInnerText: true });
    await expect(retry(page, "id")).toBeHidden();
    await page.getByRole("link", { name: "English" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(shipped().title.en);
    await page.locator("#headline .figure .ask").click();
    await expect(page.locator("#coverage-total-2025-08")).toBeInViewport();
    expect(page.url()).toMatch(/figures\/index\.html#coverage-total-2025-08$/);
  });
});

test("trying again twice loads once, and mounts once", async ({ page, watch }) => {
  watch.expect(FAILED_REQUEST);
  const fetches = await asked(page);
  const server = await failOnce(page, "abort");
  await page.goto("./");
  const retry = page.getByRole("button", { name: "Coba lagi" });
  await expect(retry).toBeVisible();
  server.mend();
  let requests = 0;
  let release = () => {};
  const gate = new Promise<void>((resolve) => (release = resolve));
  await page.route(DATASET, async (route) => {
    requests += 1;
    await gate;
    await route.continue();
  });
  await retry.dblclick();
  await expect(page.getByRole("button", { name: "Mencoba lagi …" })).toHaveAttribute("aria-busy", "true");
  release();
  await takenOver(page);
  expect(requests).toBe(1);
  // An answer that the browser keeps was a bad one.
  expect(fetches.filter(([file]) => file.endsWith(".json"))).toEqual([["sumsel-2025-08.json", "default"], ["sumsel-2025-08.json", "reload"]]);
  await expect(page.locator("#winners .winners li")).toHaveCount(22);
  const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map((element) => element.id));
  expect(new Set(ids).size).toBe(ids.length);
});

test.describe("newer figures whose code does not come", () => {
  test.beforeEach(async ({ page, watch }) => {
    watch.expect(FAILED_REQUEST, /TypeError: Failed to fetch/);
    const data = shipped();
    data.observations.find((o: any) => o.id === data.headline).value = 34.56;
    await serve(page, JSON.stringify(data));
    await page.route("**/split_newer.wasm", (route) => route.abort());
  });

  test("the report says that there are some, and what it shows", async ({ page }) => {
    await page.goto("./");
    await says(page, "Ada data yang lebih baru daripada halaman ini");
    await expect(page.locator("#headline .figure")).toHaveText("31,33%");
    await page.unroute("**/split_newer.wasm");
    await page.getByRole("button", { name: "Coba lagi" }).click();
    await takenOver(page);
    await expect(page.locator("#headline .figure")).toHaveText("34,56%");
    await expect(page.locator("#winners .winners li")).toHaveCount(22);
  });

  test("the page of all figures gives no answer rather than an old one", async ({ page }) => {
    await page.goto("./figures/#coverage-total-2025-08");
    await says(page, "Ada data yang lebih baru daripada halaman ini");
    await expect(page.locator("#coverage-total-2025-08")).toBeHidden();
    await page.unroute("**/split_newer.wasm");
    await page.getByRole("button", { name: "Coba lagi" }).click();
    await takenOver(page);
    await expect(page.locator("#coverage-total-2025-08")).toContainText("34,56%");
  });
});

for (const [what, chunk, name] of [
  ["a figure", "**/split_ask.wasm", /^31,33%/],
  ["the snippets", "**/split_embed.wasm", /^Sematkan Angka utama/],
] as const) {
  test(`offline, ${what} cannot be opened: the page stays, says so, and tries again`, async ({ page, watch }) => {
    watch.expect(FAILED_REQUEST, /TypeError: Failed to fetch/);
    await open(page);
    const here = page.url();
    const pages = /\/(figures|embed)\/$/;
    await page.route(chunk, (route) => route.abort());
    await page.route(pages, (route) => route.abort());
    await unfold(page.locator("#headline"));
    const link = page.locator("#headline").getByRole("link", { name }).first();
    await link.click();
    const trouble = page.locator("#notice");
    await expect(trouble).toContainText("belum dapat dibuka", { useInnerText: true });
    expect(page.url()).toBe(here);
    await expect(link).not.toHaveAttribute("aria-busy", /.*/);
    await page.unroute(chunk);
    await page.unroute(pages);
    await trouble.getByRole("button", { name: "Coba lagi" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expect(trouble).toBeEmpty();
  });
}

test("an unknown address, at any depth, leads home in both languages", async ({ page, watch }) => {
  watch.expect(FAILED_REQUEST);
  for (const [path, link, lang] of [
    ["./tidak/ada/halaman", "Laporan", "id"],
    ["./en/nothing", "the report in English", "en"],
  ] as const) {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "Halaman tidak ditemukan" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
    await page.getByRole("link", { name: link }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", lang);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(shipped().title[lang]);
  }
});
