// Where a figure comes from: its panel on the report, in embeds and by keyboard, and the page of all
// figures without scripts.
import { createHash } from "node:crypto";
import type { FrameLocator, Locator, Page } from "@playwright/test";
import { address, fits, frame, room, visit } from "./hosts";
import { axe, charts, drawn, expect, held, open, openStatic, overflow, press, resting, serve, shipped, takenOver, test, unfold } from "./support";

const ASKED = " – dari mana angka ini?";
const figure = (page: Page | Locator | FrameLocator, value: string) => page.getByRole("link", { name: value + ASKED, exact: true });
const panel = (page: Page | FrameLocator, name: string | RegExp) => page.getByRole("dialog", { name });

/** What a panel says of a term. */
const said = (dialog: Locator, term: string) => dialog.locator("dt", { hasText: new RegExp(`^${term}$`) }).locator("xpath=following-sibling::dd[1]");

/** How far the panel reaches out of its window; 0 where it lies inside. */
function outside(dialog: Locator): Promise<number> {
  return dialog.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return Math.max(0, -left, right - document.documentElement.clientWidth, -top, bottom - innerHeight);
  });
}

/** The panel is open, inside its window. */
async function inside(dialog: Locator): Promise<void> {
  await expect(dialog).toBeVisible();
  await expect.poll(() => outside(dialog), "outside the window").toBeLessThanOrEqual(0.5);
}

/** A host's page with a frame. */
async function host(page: Page, attributes: string): Promise<FrameLocator> {
  await page.route("**/host.html", (route) =>
    route.fulfill({ contentType: "text/html", body: `<!doctype html><html lang=id><title>Berita</title><iframe ${attributes} title="Blok" style="border:0;width:100%"></iframe>` }),
  );
  await page.goto("./host.html");
  const frame = page.frameLocator("iframe");
  await expect(frame.locator("html")).toHaveAttribute("data-app", "ready");
  return frame;
}

test("the headline: value, precision, time, base, source, notes, citation", async ({ page }) => {
  await open(page);
  await figure(page.locator("#headline .intro"), "31,33%").click();
  const dialog = panel(page, "Tingkat kepesertaan, Sumatera Selatan");
  await expect(dialog).toBeVisible();
  await expect(said(dialog, "Nilai")).toContainText("antara 31,325% dan 31,335%");
  await expect(said(dialog, "Satuan")).toHaveText("persen dari tenaga kerja");
  await expect(said(dialog, "Waktu")).toHaveText(/per 1.Agustus 2025/);
  await expect(said(dialog, "Dasar")).toContainText("Berapa orang yang menjadi dasarnya tidak disebut.");
  await expect(said(dialog, "Catatan").getByRole("listitem")).toHaveCount(3);
  const source = said(dialog, "Sumber").getByRole("link", { name: "AkselNews.com, paragraf 12" });
  await expect(source).toHaveAttribute("href", /^https:\/\/www\.akselnews\.com\/.+#:~:text=31%2C33%25$/);
  await expect(source).toHaveAttribute("target", "_blank");
  const edition = await page.locator("meta[name=jamsostek-edition]").getAttribute("content");
  await expect(dialog.getByLabel("Kutip angka ini")).toHaveValue(
    new RegExp(`31,33%, per 1 Agustus 2025\\. Sumber: AkselNews\\.com, paragraf 12, .+ edisi ${edition}\\. http://[^ ]+/uji/coba/v/${edition}/figures/#coverage-total-2025-08$`),
  );
});

test("what a citation gives is there", async ({ page }) => {
  await open(page);
  await press(figure(page, "43.251").first());
  const text = await page.getByLabel("Kutip angka ini").inputValue();
  await page.goto(text.split(" ").at(-1)!);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dari mana angka ini?");
  await expect(page.getByRole("region", { name: "Jumlah klaim, Sumatera Selatan" })).toBeInViewport();
});

test("a computed figure is asked, its inputs in turn, and back", async ({ page }) => {
  await open(page, "./?open=groups");
  const shown = figure(page, "97.966–98.359");
  await press(shown);
  const gap = panel(page, "Belum terlindungi (hitungan kami), Pegawai pemerintah non-ASN");
  await expect(said(gap, "Hasil")).toHaveText("98.162; rentangnya 97.966 sampai 98.359");
  await expect(said(gap, "Rumus")).toHaveText("dasar − orang terlindungi");
  await expect(gap.getByRole("button", { name: "Kembali" })).toBeHidden();
  await gap.getByRole("link", { name: "Jumlah orang yang menjadi dasar (hitungan kami), Pegawai pemerintah non-ASN" }).click();
  const base = panel(page, "Jumlah orang yang menjadi dasar (hitungan kami), Pegawai pemerintah non-ASN");
  await expect(said(base, "Asal rentang")).toContainText("Persentase antara 46,65% dan 46,75% sama-sama dibulatkan menjadi 46,7%.");
  await base.getByRole("link", { name: "Tingkat kepesertaan, Pegawai pemerintah non-ASN" }).click();
  const rate = panel(page, "Tingkat kepesertaan, Pegawai pemerintah non-ASN");
  await expect(said(rate, "Sumber")).toContainText("AkselNews.com, paragraf 14");
  await rate.getByRole("button", { name: "Kembali" }).click();
  await expect(base).toBeVisible();
  await base.getByRole("button", { name: "Kembali" }).click();
  await expect(gap).toBeVisible();
  await gap.getByRole("button", { name: "Tutup" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(shown).toBeFocused();
});

test.describe("by keyboard", () => {
  test("Enter opens, Tab stays inside, Escape closes, the focus comes back", async ({ page }) => {
    await open(page, "./?open=claims");
    const shown = figure(page.locator("#claims"), "Rp16,617 juta");
    await shown.focus();
    await page.keyboard.press("Enter");
    const dialog = panel(page, "Rata-rata manfaat per klaim, Sumatera Selatan");
    await expect(dialog.getByRole("heading")).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(said(dialog, "Sumber").getByRole("link")).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(said(dialog, "Dihitung dari").getByRole("link").first()).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(panel(page, "Nilai manfaat, Sumatera Selatan").getByRole("heading")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(shown).toBeFocused();
    expect(await page.evaluate(() => location.hash)).toBe("");
  });

  test("Tab leaves the panel to what follows the figure, Shift+Tab to the figure", async ({ page }) => {
    await open(page);
    const shown = figure(page.locator("#headline .intro"), "31,33%");
    await shown.focus();
    await page.keyboard.press("Enter");
    const copy = page.getByRole("dialog").getByRole("button", { name: "Salin kutipan" });
    await copy.focus();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(figure(page.locator("#headline .intro"), "100%")).toBeFocused();
    await shown.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog").getByRole("heading")).toBeFocused();
    await page.keyboard.press("Shift+Tab");
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(shown).toBeFocused();
  });

  test("before the application is there the link leads to the page", async ({ page }) => {
    await held(page);
    await openStatic(page);
    const shown = figure(page.locator("#claims .card-title"), "43.251");
    await shown.focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/figures\/#claim-count-2025-07$/);
  });
});

test("one at a time; a click elsewhere closes", async ({ page }) => {
  await open(page);
  await press(figure(page.locator("#claims .card-title"), "43.251"));
  await expect(page.getByRole("dialog")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await press(figure(page.locator("#claims .text"), "1.582"));
  await expect(page.getByRole("dialog")).toHaveCount(1);
  await expect(panel(page, /Anak penerima beasiswa/)).toBeVisible();
  await page.mouse.click(2, 2);
  await expect(page.getByRole("dialog")).toBeHidden();
});

test.describe("the panel stays at its figure", () => {
  /** Where the panel stands, seen from its figure. */
  const away = (figure: Locator) =>
    figure.evaluate((element) => {
      const [figure, panel] = [element, document.querySelector("[role=dialog]:popover-open")!].map((one) => one.getBoundingClientRect());
      return [panel!.left - figure!.left, panel!.top - figure!.top].map(Math.round);
    });

  /** Something above a figure gets another height; its panel goes along. */
  async function goesAlong(shown: Locator, above: Locator, dialog: Locator): Promise<void> {
    const before = await away(shown);
    for (const height of ["400px", "250px", ""]) {
      await above.evaluate((element, height) => (element.style.paddingBlockEnd = height), height);
      await expect.poll(() => away(shown), `padding of ${height || 0}`).toEqual(before);
    }
    await expect(dialog).toBeVisible();
  }

  test("when something above it gets another height", async ({ page }) => {
    await open(page);
    const shown = figure(page.locator("#claims .card-title"), "43.251");
    await press(shown);
    const dialog = panel(page, "Jumlah klaim, Sumatera Selatan");
    await inside(dialog);
    await goesAlong(shown, page.locator("#headline"), dialog);
    await inside(dialog);
  });

  test("when a mark was asked", async ({ page }) => {
    await open(page);
    const mark = charts(page.locator("#special-awards-chart")).locator(".mark").nth(1);
    await press(mark.locator("rect").first());
    const dialog = panel(page, /Timur$/);
    await inside(dialog);
    await goesAlong(mark, page.locator("#headline"), dialog);
    await inside(dialog);
  });

  test("when the reader comes from below", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page, "./?open=headline,groups,claims,winners,special-awards#method");
    const shown = page.locator("#special-awards td .ask >> visible=true").last();
    await press(shown);
    const dialog = page.getByRole("dialog");
    await inside(dialog);
    const before = await away(shown);
    for (let step = 0; step < 12; step += 1) {
      await page.evaluate(() => scrollBy(0, -400));
      await drawn(page);
      await expect.poll(() => away(shown), `step ${step}`).toEqual(before);
    }
  });

  test("in a frame of a fixed height", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 700 });
    const frame = await host(page, `src="embed/headline/" height="500"`);
    const shown = figure(frame.locator(".intro"), "31,33%");
    await press(shown);
    const dialog = panel(frame, "Tingkat kepesertaan, Sumatera Selatan");
    await inside(dialog);
    await goesAlong(shown, frame.locator("#headline h2"), dialog);
  });

  test("in a frame that grows with its content", async ({ page, watch, baseURL }) => {
    await visit(page, watch, baseURL!, "snippet", { src: address(baseURL!, "headline"), room: room("headline", "id") });
    const inner = await frame(page, "headline");
    await fits(inner);
    await inner.locator(".intro .ask").first().click();
    const dialog = inner.getByRole("dialog");
    await inside(dialog);
    const before = await inner.evaluate(() => innerHeight);
    await inner.locator("#headline h2").evaluate((heading) => (heading.style.paddingBlockEnd = "200px"));
    await expect.poll(() => inner.evaluate(() => innerHeight)).toBeGreaterThan(before + 150);
    await inside(dialog);
  });
});

test.describe("on a phone", () => {
  test.use({ hasTouch: true, viewport: { width: 320, height: 640 } });
  test("every figure opens by a tap, inside the window", async ({ page }) => {
    test.slow();
    await open(page, "./?open=headline,groups,claims,winners,special-awards");
    const figures = page.locator("#app .ask >> visible=true");
    const count = await figures.count();
    expect(count).toBeGreaterThan(35);
    for (let index = 0; index < count; index += 4) {
      await resting(figures.nth(index));
      await figures.nth(index).tap();
      const dialog = page.getByRole("dialog");
      await inside(dialog);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.keyboard.press("Escape");
      await expect(dialog).toBeHidden();
    }
  });

  test("figures that stand alone are as large as a finger", async ({ page }) => {
    await open(page);
    const small = await page.locator(".intro > .figure .ask, #handovers td .ask").evaluateAll((links) =>
      links
        .map((link) => {
          const { left, right, top, bottom } = link.getBoundingClientRect();
          const { insetBlockStart: above, insetInlineStart: before } = getComputedStyle(link, "::after");
          return { name: link.textContent, width: right - left - 2 * parseFloat(before), height: bottom - top - 2 * parseFloat(above) };
        })
        .filter(({ width, height }) => width < 44 || height < 44),
    );
    expect(small).toEqual([]);
  });
});

test("at 400 % zoom the panel can be read and left", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await open(page, "./?open=claims");
  await press(figure(page.locator("#claims"), "Rp16,617 juta"));
  const dialog = page.getByRole("dialog");
  await inside(dialog);
  await dialog.getByRole("button", { name: "Salin kutipan" }).scrollIntoViewIfNeeded();
  await expect(dialog.getByRole("button", { name: "Salin kutipan" })).toBeInViewport();
  expect((await overflow(page)).filter((entry) => !entry.includes("ask-panel"))).toEqual([]);
});

test.describe("the citation is copied", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });
  test("to the clipboard", async ({ page }) => {
    await open(page, "./en/");
    await press(page.getByRole("link", { name: /^43,251 – where/ }).first());
    const dialog = panel(page, "Number of claims, South Sumatra");
    await dialog.getByRole("button", { name: "Copy the citation" }).click();
    await expect(dialog.getByRole("status")).toHaveText("The citation has been copied.");
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toMatch(/^Number of claims, South Sumatra: 43,251, up to July 2025\. Source: AkselNews\.com, paragraph 17, .+\/en\/figures\/#claim-count-2025-07$/);
  });
});

test("where the clipboard is denied the citation is selected", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true }));
  await open(page);
  await press(figure(page.locator("#claims .card-title"), "43.251"));
  await page.getByRole("button", { name: "Salin kutipan" }).click();
  await expect(page.getByRole("dialog").getByRole("status")).toHaveText(/tekan Ctrl\+C/);
  await expect(page.getByLabel("Kutip angka ini")).toBeFocused();
  expect(await page.evaluate(() => {
    const area = document.activeElement as HTMLTextAreaElement;
    return area.selectionEnd - area.selectionStart === area.value.length;
  })).toBe(true);
});

test.describe("in an embed", () => {
  for (const [kind, sandbox] of [["plain", ""], ["sandboxed", 'sandbox="allow-scripts"']] as const) {
    test(`the panel is in the frame, ${kind}`, async ({ page, watch }) => {
      if (sandbox) watch.expect(/Blocked|sandbox|clipboard/i);
      await page.setViewportSize({ width: 360, height: 700 });
      const frame = await host(page, `src="embed/headline/" height="360" ${sandbox}`);
      await figure(frame.locator(".intro"), "31,33%").click();
      const dialog = panel(frame, "Tingkat kepesertaan, Sumatera Selatan");
      await inside(dialog);
      await dialog.getByRole("button", { name: "Salin kutipan" }).click();
      await expect(dialog.getByRole("status")).toHaveText(/./);
      await expect(dialog.getByLabel("Kutip angka ini")).toHaveValue(/\/uji\/coba\/v\/[^ ]+\/figures\/#coverage-total-2025-08$/);
      await page.keyboard.press("Escape");
      await expect(frame.getByRole("dialog")).toBeHidden();
      await expect(figure(frame.locator(".intro"), "31,33%")).toBeFocused();
    });
  }

  test("where its code does not come the frame shows the page", async ({ page, watch }) => {
    watch.expect(/Failed to load resource/, /TypeError: Failed to fetch/);
    await page.route("**/split_ask.wasm", (route) => route.abort());
    const frame = await host(page, `src="embed/headline/" height="360" sandbox="allow-scripts"`);
    await figure(frame.locator(".intro"), "31,33%").click();
    await expect(frame.getByRole("region", { name: "Tingkat kepesertaan, Sumatera Selatan" })).toBeVisible();
  });
});

test.describe("where the panel does not come", () => {
  for (const file of ["split_ask.wasm", "ask.css"]) {
    test(`without ${file} the link leads to the page`, async ({ page, watch }) => {
      watch.expect(/Failed to load resource/, /TypeError: Failed to fetch/);
      await open(page);
      let first = true;
      await page.route(`**/${file}`, (route) => {
        first = false;
        // The page that the link leads to has the stylesheet, too.
        return route.request().frame().url().endsWith("/figures/") ? route.continue() : route.abort();
      });
      await figure(page.locator("#headline .intro"), "31,33%").click();
      await expect(page).toHaveURL(/\/figures\/#coverage-total-2025-08$/);
      expect(first).toBe(false);
    });
  }
});

for (const [path, stated, name, citation] of [
  ["./", "34,56%", "Tingkat kepesertaan, Sumatera Selatan", /34,56%.*sumsel-2025-08-[0-9a-f]{8}/s],
  ["./en/embed/headline/", "34.56%", "Coverage rate, South Sumatra", /34\.56%.*sumsel-2025-08-[0-9a-f]{8}/s],
] as const) {
  test(`a figure newer than the page answers for itself: ${path}`, async ({ page }) => {
    const data = shipped();
    data.observations.find((o: any) => o.id === data.headline).value = 34.56;
    const text = JSON.stringify(data);
    await serve(page, text);
    await open(page, path);
    await page.locator("#headline .figure .ask").press("Enter");
    const dialog = panel(page, name);
    await inside(dialog);
    await expect(said(dialog, "(Nilai|Value)")).toContainText(stated);
    const cited = await dialog.getByRole("textbox").inputValue();
    expect(cited).toMatch(citation);
    expect(cited).toContain(`-${createHash("sha256").update(text).digest("hex").slice(0, 8)}`);
    // Nothing is kept of these figures yet.
    expect(cited).not.toContain("/v/");
    await page.keyboard.press("Escape");
    await unfold(page.locator("#headline"));
    await page.getByRole("link", { name: /^(Unduh dan bagikan|Download and share) / }).first().press("Enter");
    const files = page.getByRole("dialog").locator(".take-list a[download]");
    await expect(files).toHaveCount(1);
    await expect(files).toHaveAttribute("href", /data\/sumsel-2025-08\.json$/);
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test.beforeEach(({ watch }) => watch.expect(/was preloaded using link preload but not used/));

  for (const [path, asked, name, back] of [
    ["./", ASKED, "Rata-rata manfaat per klaim, Sumatera Selatan", "Buka laporan"],
    ["./en/", " – where does this figure come from?", "Average benefit per claim, South Sumatra", "Open the report"],
  ] as const) {
    test(`a figure leads to its section, that to its inputs, ${path}`, async ({ page }) => {
      await page.goto(path);
      const value = path === "./" ? "Rp16,617 juta" : "Rp16.617 million";
      await page.locator("#claims details.menu > summary").first().click();
      await page.locator("#claims .chart-table > summary").first().click();
      await page.getByRole("link", { name: value + asked }).click();
      const section = page.getByRole("region", { name });
      await expect(section).toBeInViewport();
      await expect(section.getByRole("textbox")).toHaveValue(/AkselNews/);
      await section.locator("dd ul a").first().click();
      await expect(page).toHaveURL(/#claim-amount-2025-07$/);
      await expect(page.locator("#claim-amount-2025-07")).toBeInViewport();
      await page.getByRole("link", { name: back }).click();
      await expect(page).toHaveURL(new RegExp(`/uji/coba/${path.slice(2)}$`));
    });
  }

  test("an embed's figures lead there, too", async ({ page }) => {
    await page.goto("./en/embed/groups/");
    await page.locator("#groups details.menu > summary").click();
    await page.locator("#groups .chart-table > summary").click();
    await page.getByRole("link", { name: /^89\.1%/ }).click();
    await expect(page).toHaveURL(/\/en\/figures\/#coverage-village-officials-2025-08$/);
  });
});

test.describe("the page of all figures", () => {
  test("is not for search engines, stays as it was written, and is there for each edition", async ({ page }) => {
    await page.goto("./en/figures/");
    const written = await page.locator("#app").innerHTML();
    await takenOver(page);
    expect(await page.locator("#app").innerHTML()).toBe(written);
    await expect(page).toHaveTitle(/^Where does this figure come from\? – /);
    expect(await page.locator("meta[name=robots]").getAttribute("content")).toBe("noindex");
    await page.getByRole("link", { name: "Bahasa Indonesia" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dari mana angka ini?");
    const edition = await page.locator("meta[name=jamsostek-edition]").getAttribute("content");
    await page.goto(`./v/${edition}/figures/`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dari mana angka ini?");
    await open(page, `./v/${edition}/`);
    await figure(page.locator("#headline .intro"), "31,33%").click();
    await expect(page.getByLabel("Kutip angka ini")).toHaveValue(new RegExp(`/uji/coba/v/${edition}/figures/#`));
  });

  for (const width of [320, 1440]) {
    test(`fits at ${width}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      for (const path of ["./figures/", "./en/figures/"]) {
        await page.goto(path);
        expect(await overflow(page), path).toEqual([]);
      }
    });
  }
});

test.describe("axe finds nothing", () => {
  test.describe.configure({ timeout: 180_000 });
  for (const [path, scheme] of [["./", "light"], ["./", "dark"], ["./en/", "light"], ["./en/", "dark"]] as const) {
    test(`with the panel open, ${path}, ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await open(page, path);
      await press(page.locator("#claims .text .ask").nth(2));
      await expect(page.getByRole("dialog")).toBeVisible();
      expect(await axe(page)).toEqual([]);
    });
  }

  test("on the page", async ({ page }) => {
    for (const path of ["./figures/", "./en/figures/"]) {
      await page.goto(path);
      expect(await axe(page), path).toEqual([]);
    }
  });
});

test("code and stylesheet come when asked for", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await open(page);
  expect(asked.filter((url) => /ask\.css|split_|chunk_|figures/.test(url))).toEqual([]);
  await figure(page.locator("#headline .intro"), "31,33%").click();
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(asked.filter((url) => /ask\.css$|split_ask\.wasm$/.test(url))).toHaveLength(2);
  expect(asked.filter((url) => /figures|split_(?!ask|marks)/.test(url))).toEqual([]);
});
