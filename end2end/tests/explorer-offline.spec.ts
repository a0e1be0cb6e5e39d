// The page of claims without a connection: what was seen is there, what was not is said to be missing.
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import type { Page } from "@playwright/test";
import { test as base, expect, open, press, takenOver } from "./support";

const DIR = process.env.CLAIMS_DIR;
const TYPES: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** A host of the site with claims that can go away. The browser itself keeps nothing of it. */
class Host {
  private server?: Server;
  private port = 0;
  /** The name of another release of the same; none for the one that was built. */
  release = "";
  /** What was asked for. */
  readonly asked = new Set<string>();

  get url(): string {
    return `http://127.0.0.1:${this.port}/`;
  }

  async come(): Promise<void> {
    this.server = createServer(async (request, response) => {
      const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
      this.asked.add(path);
      const file = join(DIR!, path.replace(/\/$/, "/index.html"));
      try {
        let bytes: Buffer | string = await readFile(file);
        if (this.release && file.endsWith("/offline.js")) {
          bytes = bytes.toString().replace(/"name": ?"\w+"/, `"name":"${this.release}"`);
        }
        response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
        response.setHeader("cache-control", "no-store");
        response.end(bytes);
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>((listens) => this.server!.listen(this.port, "127.0.0.1", listens));
    this.port = (this.server.address() as AddressInfo).port;
  }

  async go(): Promise<void> {
    const gone = new Promise((gone) => this.server!.close(gone));
    this.server!.closeAllConnections();
    await gone;
    this.asked.clear();
  }

  /** The files of rows and figures that were asked for. */
  get claims(): string[] {
    return [...this.asked].filter((path) => /\.claims\/(rows|cube)\//.test(path));
  }
}

// A service worker asks past what a test answers in its page, so the site is truly served.
const test = base.extend<{ host: Host }>({
  host: async ({}, use) => {
    const host = new Host();
    if (DIR) await host.come();
    await use(host);
    if (DIR) await host.go();
  },
  baseURL: async ({ host }, use) => use(host.url),
});

test.beforeEach(({ watch }) => {
  test.skip(!DIR, "`cargo xtask test` builds the site");
  // What browsers say where nobody answers.
  watch.expect(/Failed to load|Failed to fetch|FetchEvent|ServiceWorker|net::ERR|NetworkError/);
});

const finding = (page: Page) => page.getByRole("article").first().getByRole("heading", { level: 3 });
const grid = (page: Page, name = "Klaim satu per satu") => page.getByRole("grid", { name });

/** Waits until all rows are there. */
async function loaded(page: Page, name?: string): Promise<void> {
  await expect(grid(page, name).locator(".grid-body [role=row]").first()).toBeVisible();
  await expect(page.locator("#claims-rows progress")).toHaveCount(0);
  await expect(grid(page, name)).toHaveAttribute("aria-busy", "false");
}

/** The files of claims that are kept for the page, and for no other. */
function kept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { scope } = await navigator.serviceWorker.ready;
    const found: string[] = [];
    for (const name of (await caches.keys()).filter((name) => name.includes(` ${scope} `))) {
      for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
    }
    return found.filter((path) => /\.claims\/(rows|cube)\//.test(path));
  });
}

/** Waits until all files that were asked for are kept. */
async function settled(page: Page, host: Host): Promise<void> {
  await expect.poll(() => kept(page)).toEqual(expect.arrayContaining(host.claims));
}

/** Chooses a region by its name, with keys. */
async function choose(page: Page, name: string): Promise<void> {
  const region = page.getByRole("combobox", { name: "Daerah" }).first();
  await region.fill(name);
  await expect(page.getByRole("option", { name }).first()).toBeVisible();
  await region.press("Enter");
}

test("what was seen works, what was not is missing until there is a connection", { tag: "@firefox" }, async ({ page, host }) => {
  await open(page, "./claims/?region=kota-palembang");
  await loaded(page);
  expect(host.claims.filter((path) => path.includes("/rows/")).length).toBeGreaterThan(0);
  await settled(page, host);
  const rows = await grid(page).getAttribute("aria-rowcount");
  const found = await finding(page).textContent();

  await host.go();
  await page.reload();
  await takenOver(page);
  await loaded(page);
  await expect(finding(page)).toHaveText(found!);
  await expect(grid(page)).toHaveAttribute("aria-rowcount", rows!);
  const heading = grid(page).getByRole("columnheader", { name: /Nilai/ });
  await press(heading);
  await expect(heading).toHaveAttribute("aria-sort", "descending");

  await choose(page, "Lahat");
  const notice = page.getByRole("alert").filter({ hasText: "Berkas angka untuk Kabupaten Lahat tidak sampai." });
  await expect(notice).toBeVisible();
  // The claims of the region before are none of this one.
  await expect(grid(page)).toBeHidden();
  await expect(page.getByRole("combobox", { name: "Periode" }).first()).toBeEnabled();
  await page.goBack();
  await expect(finding(page)).toHaveText(found!);
  await loaded(page);
  await page.goForward();
  await expect(notice).toBeVisible();

  await host.come();
  await notice.getByRole("button", { name: "Coba lagi" }).click();
  await expect(finding(page)).toHaveText(/klaim di Kabupaten Lahat/);
  await expect(notice).toBeHidden();
  await loaded(page);
});

test("what is chosen later is kept, too, in each language that was visited", async ({ page, host }) => {
  await open(page, "./claims/?region=kota-palembang");
  await loaded(page);
  await settled(page, host);
  await choose(page, "Lahat");
  await expect(finding(page)).toHaveText(/klaim di Kabupaten Lahat/);
  await loaded(page);
  await settled(page, host);
  host.asked.clear();
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(/\/en\/claims\//);
  await takenOver(page);
  await loaded(page, "Claims one by one");
  await settled(page, host);

  await host.go();
  await open(page, "./claims/?region=kabupaten-lahat");
  await expect(finding(page)).toHaveText(/klaim di Kabupaten Lahat/);
  await loaded(page);
  await open(page, "./en/claims/?region=kabupaten-lahat");
  await expect(finding(page)).toHaveText(/claims in Lahat Regency/);
  await loaded(page, "Claims one by one");
});

test("a new release takes the place of what was kept, and what was seen stays", async ({ page, host }) => {
  const names = () => page.evaluate(() => caches.keys());
  await open(page, "./claims/?region=kota-palembang");
  await loaded(page);
  await settled(page, host);
  const seen = host.claims;
  expect(await names()).toHaveLength(1);
  host.release = "another";
  await page.reload();
  await expect.poll(names).toEqual([expect.stringMatching(/ another$/)]);
  expect(await kept(page)).toEqual(expect.arrayContaining(seen));
});

test("that there is no connection is said", async ({ page, context, host }) => {
  await open(page, "./claims/?region=kota-palembang");
  await loaded(page);
  await settled(page, host);
  const note = page.getByRole("status").filter({ hasText: "Tanpa sambungan internet" });
  await expect(note).toBeHidden();
  await context.setOffline(true);
  await expect(note).toBeVisible();
  await page.reload();
  await takenOver(page);
  await loaded(page);
  await expect(note).toBeVisible();
  await context.setOffline(false);
  await expect(note).toBeHidden();
});

test("a block in somebody else's page keeps nothing", async ({ page }) => {
  await open(page, "./embed/claims-explorer/?region=kota-palembang");
  await loaded(page);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
});
