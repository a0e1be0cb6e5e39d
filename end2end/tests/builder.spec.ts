// The form that makes snippets: in its dialog on the report, on its own page, and without scripts.
import type { Locator, Page } from "@playwright/test";
import { fits, frame } from "./hosts";
import { axe, expect, held, inMenu, open, openStatic, overflow, press, section, takenOver, test } from "./support";

const WORDS = {
  id: { path: "./", link: "Sematkan", dialog: "Sematkan satu blok", block: "Cakupan per kelompok" },
  en: { path: "./en/", link: "Embed", dialog: "Embed a block", block: "Coverage by group" },
} as const;

const dialog = (page: Page) => page.getByRole("dialog", { name: "Sematkan satu blok" });
const code = (form: Locator | Page) => form.getByLabel("Kode untuk disalin");
const preview = (form: Locator | Page) => form.getByRole("group", { name: "Pratinjau" });

/** Its block is a page with landmarks of its own, and tested as such. */
const PREVIEW = ".builder-preview iframe";

/** Opens the dialog from a block. */
async function ask(page: Page, block: string): Promise<Locator> {
  await press(await inMenu(page, `Sematkan ${block}`));
  await expect(dialog(page)).toBeVisible();
  return dialog(page);
}

/** A host's page below the site's address, with a snippet in its article. */
async function host(page: Page, snippet: string): Promise<void> {
  await page.route("**/host.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><html lang=id><meta charset=utf-8><title>Berita</title><body style="margin:0 auto;max-width:680px"><h1>Berita</h1>${snippet}`,
    }),
  );
  await page.goto("./host.html");
}

const takenOverIn = (page: Page) => expect(page.frameLocator("iframe").locator("html")).toHaveAttribute("data-app", "ready");

test("every block has the action, with a name of its own", async ({ page }) => {
  await open(page);
  const names = await page.getByRole("link", { name: /^Sematkan/, includeHidden: true }).allTextContents();
  expect(names).toEqual([
    "Sematkan Angka utama", "Sematkan Cakupan per kelompok", "Sematkan Menuju sasaran", "Sematkan Klaim dan manfaat",
    "Sematkan Penyerahan manfaat secara simbolis", "Sematkan Penerima per kategori", "Sematkan Penghargaan khusus", "Sematkan Dewan juri", "Sematkan Laporan lengkap",
  ]);
});

test("from two blocks: each opens for itself, options change snippet and preview", async ({ page }) => {
  await open(page);
  const entries = await page.evaluate(() => history.length);
  const form = await ask(page, "Cakupan per kelompok");
  await expect(form.getByRole("combobox", { name: "Blok", exact: true })).toHaveValue("groups");
  await expect(code(form)).toHaveValue(/^<iframe src="http:\/\/[^"]+\/embed\/groups\/" title="[^"]+" loading="lazy" allow="clipboard-write; web-share" width="100%" height="\d+"/);
  const shown = preview(form).frameLocator("iframe");
  await expect(shown.getByRole("heading", { name: "Cakupan per kelompok" })).toBeVisible();

  await form.getByRole("combobox", { name: "Bahasa", exact: true }).selectOption("English");
  await form.getByRole("combobox", { name: "Tampilan", exact: true }).selectOption("Gelap");
  await form.getByRole("combobox", { name: "Lebar", exact: true }).selectOption("320 piksel");
  await expect(code(form)).toHaveValue(/\/en\/embed\/groups\/\?theme=dark" title="Coverage by group: [^"]+" loading="lazy" allow="[^"]+" width="320"/);
  await expect(shown.locator("html")).toHaveAttribute("lang", "en");
  await expect(shown.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(preview(form).locator("iframe")).toHaveCSS("width", "320px");
  await expect(shown.getByRole("heading", { name: "Coverage by group" })).toBeVisible();
  await form.getByRole("combobox", { name: "Judul", exact: true }).selectOption("Tanpa judul");
  await expect(code(form)).toHaveValue(/\?theme=dark&amp;title=0"/);
  await expect(shown.getByRole("heading", { name: "Coverage by group" })).toBeHidden();

  await form.getByRole("radio", { name: "Kode untuk halaman buatan sendiri" }).check();
  await expect(code(form)).toHaveValue(/^<jamsostek-embed block="groups" lang="en" theme="dark" title="0" style="display:block;height:clamp\([^"]+\);max-width:320px"><a href="[^"]+\/en\/">/);
  await form.getByRole("radio", { name: "Tautan" }).check();
  await expect(code(form)).toHaveValue(/^http:\/\/\S+\/en\/embed\/groups\/$/);
  await expect(form.getByRole("combobox", { name: "Lebar", exact: true })).toBeDisabled();
  await form.getByRole("radio", { name: "Gambar" }).check();
  await expect(code(form)).toHaveValue(/<img src="http:[^"]+\/en\/embed\/groups\/picture\.png" alt="Coverage by group[^"]{20,}" width="600" height="315"/);
  const picture = preview(form).getByRole("img");
  await expect(picture).toHaveAttribute("alt", /Coverage by group/);
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200);
  expect((await page.request.get((await form.getByRole("link", { name: "Buka gambar (PNG)" }).getAttribute("href"))!)).headers()["content-type"]).toBe("image/png");
  await form.getByRole("button", { name: "Tutup" }).click();
  await expect(dialog(page)).toBeHidden();

  const again = await ask(page, "Dewan juri");
  await expect(again.getByRole("combobox", { name: "Blok", exact: true })).toHaveValue("jury");
  expect(await page.evaluate(() => history.length), "no steps in the reader's history").toBe(entries);
});

test("all that a host may ask of a block can be chosen, and is seen at once", async ({ page }) => {
  await open(page);
  const form = await ask(page, "Cakupan per kelompok");
  const shown = preview(form).frameLocator("iframe");
  await expect(form.getByRole("combobox", { name: "Tampilan", exact: true })).toHaveValue("light");
  await expect(code(form)).not.toHaveValue(/theme=/);
  await form.getByRole("combobox", { name: "Tampilan", exact: true }).selectOption("Ikuti perangkat");
  await expect(code(form)).toHaveValue(/\?theme=auto"/);
  await form.getByRole("combobox", { name: "Tampilan", exact: true }).selectOption("Terang");

  // A title of one's own is words, whatever they are.
  await expect(form.getByLabel("Judul Anda")).toBeDisabled();
  await form.getByRole("combobox", { name: "Judul", exact: true }).selectOption("Tulis sendiri");
  await expect(code(form)).not.toHaveValue(/[?;]title=/);
  await form.getByLabel("Judul Anda").fill("Siapa yang <b>belum</b> terlindungi?");
  await form.getByLabel("Judul Anda").press("Tab");
  await expect(code(form)).toHaveValue(/\?title=Siapa\+yang\+%3Cb%3Ebelum%3C%2Fb%3E\+terlindungi%3F"/);
  await expect(shown.getByRole("heading", { level: 1 })).toHaveText("Siapa yang <b>belum</b> terlindungi?");
  await form.getByRole("combobox", { name: "Judul", exact: true }).selectOption("Judul laporan");

  await form.getByRole("combobox", { name: "Warna batang", exact: true }).selectOption("Ungu");
  await form.getByRole("combobox", { name: "Tautan di bawah blok", exact: true }).selectOption("Hanya laporan lengkap");
  await form.getByLabel("Tampilkan catatan dan tabel data").uncheck();
  await form.getByLabel("Latar transparan").check();
  await expect(code(form)).toHaveValue(/\/embed\/groups\/\?transparent=1&amp;credit=short&amp;notes=0&amp;accent=purple"/);
  for (const [name, value] of [["transparent", "1"], ["credit", "short"], ["notes", "0"], ["accent", "purple"]] as const) {
    await expect(shown.locator("html")).toHaveAttribute(`data-${name}`, value);
  }
  await form.getByRole("radio", { name: "Kode untuk halaman buatan sendiri" }).check();
  await expect(code(form)).toHaveValue(/ transparent="1" credit="short" notes="0" accent="purple" style=/);
  await form.getByRole("radio", { name: "Gambar untuk surel" }).check();
  for (const name of ["Judul", "Warna batang", "Tautan di bawah blok"]) {
    await expect(form.getByRole("combobox", { name, exact: true })).toBeDisabled();
  }
});

test.describe("what is copied works in the page of a host", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  for (const [kind, block, id] of [["Kode untuk halaman web", "Dewan juri", "jury"], ["Kode untuk halaman buatan sendiri", "Cakupan per kelompok", "groups"]] as const) {
    test(kind, async ({ page, watch }) => {
      await open(page);
      const form = await ask(page, block);
      await form.getByRole("radio", { name: kind, exact: true }).check();
      await form.getByRole("button", { name: "Salin kode" }).click();
      await expect(form.getByRole("status")).toHaveText("Kode sudah tersalin.");
      const snippet = await page.evaluate(() => navigator.clipboard.readText());
      expect(snippet).toBe(await code(form).inputValue());
      expect(snippet).toMatch(/<script async src="[^"]+\/embed-[0-9a-f]{8}\.js" integrity="sha384-[\w+/]{64}" crossorigin="anonymous">/);
      await host(page, snippet);
      await fits(await frame(page, id));

      // Another script in its place is not run.
      watch.expect(/Failed to find a valid digest in the 'integrity' attribute/);
      await page.route(/embed-[0-9a-f]{8}\.js/, (route) => route.fulfill({ contentType: "text/javascript", body: "window.foreign = true" }));
      await page.goto("./host.html");
      await expect.poll(() => watch.found.some((entry) => entry.includes("integrity"))).toBe(true);
      expect(await page.evaluate(() => "foreign" in window)).toBe(false);
    });
  }

  test("a frame alone, and a picture", async ({ page }) => {
    await open(page, "./en/");
    await press(await inMenu(page, "Embed Jury"));
    const form = page.getByRole("dialog", { name: "Embed a block" });
    await form.getByRole("radio", { name: "Code with a fixed height", exact: true }).check();
    await form.getByRole("button", { name: "Copy the code" }).click();
    await expect(form.getByRole("status")).toHaveText("The code has been copied.");
    const framed = await page.evaluate(() => navigator.clipboard.readText());
    await form.getByRole("radio", { name: "Picture" }).check();
    await expect(form.getByRole("status")).toHaveText("");
    await form.getByRole("button", { name: "Copy the code" }).click();
    await expect(form.getByRole("status")).toHaveText("The code has been copied.");
    const picture = await page.evaluate(() => navigator.clipboard.readText());
    await host(page, framed + picture);
    await takenOverIn(page);
    await expect(page.frameLocator("iframe").getByRole("heading", { level: 3, name: /juror/ })).toBeVisible();
    await expect.poll(() => page.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200);
    await expect(page.getByRole("link", { name: /Jury/ })).toHaveAttribute("href", /\/en\/$/);
  });
});

for (const name of ["denied", "missing"]) {
  test(`where the clipboard is ${name} the code is selected`, async ({ page }) => {
    await page.addInitScript((present) => {
      const value = present ? { writeText: () => Promise.reject(new DOMException("denied", "NotAllowedError")) } : undefined;
      Object.defineProperty(navigator, "clipboard", { value, configurable: true });
    }, name === "denied");
    await open(page);
    const form = await ask(page, "Angka utama");
    await form.getByRole("button", { name: "Salin kode" }).click();
    await expect(form.getByRole("status")).toHaveText(/tekan Ctrl\+C/);
    await expect(code(form)).toBeFocused();
    const selected = await code(form).evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));
    expect(selected).toBe(await code(form).inputValue());
    // The next choice takes the words back.
    await form.getByRole("radio", { name: "Tautan" }).check();
    await expect(form.getByRole("status")).toHaveText("");
  });
}

test.describe("by keyboard", () => {
  test("the focus enters, stays, and comes back", async ({ page }) => {
    await open(page);
    const link = await inMenu(page, "Sematkan Cakupan per kelompok");
    await link.focus();
    await page.keyboard.press("Enter");
    await expect(dialog(page).getByRole("combobox", { name: "Blok", exact: true })).toBeFocused();
    // The preview stands first.
    await page.keyboard.press("Shift+Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("dialog .builder-preview") !== null)).toBe(true);
    await dialog(page).getByRole("combobox", { name: "Blok", exact: true }).focus();
    const radio = dialog(page).getByRole("radio", { name: "Kode untuk halaman web" });
    const reached = () => radio.evaluate((radio) => radio === document.activeElement);
    for (let step = 0; step < 16 && !(await reached()); step += 1) await page.keyboard.press("Tab");
    await expect(radio).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await expect(code(dialog(page))).not.toHaveValue(/<script/);
    await page.keyboard.press("Tab");
    await expect(code(dialog(page))).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(dialog(page).getByRole("button", { name: "Salin kode" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toBeHidden();
    await expect(link).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(dialog(page)).toBeVisible();
    // Keys that are pressed in the preview count, too.
    const inner = preview(dialog(page)).frameLocator("iframe");
    await expect(inner.locator("html")).toHaveAttribute("data-app", "ready");
    await inner.locator("details.menu > summary").focus();
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toBeHidden();
    await expect(link).toBeFocused();
  });

  test("before the application is there the link leads to the page", async ({ page }) => {
    await held(page);
    await openStatic(page);
    await (await inMenu(page, "Sematkan Dewan juri")).focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/embed\/#jury$/);
    await expect(page.getByRole("combobox", { name: "Blok", exact: true })).toHaveValue("jury");
  });
});

test.describe("where the dialog does not come", () => {
  for (const file of ["split_embed.wasm", "embed-builder.css"]) {
    test(`without ${file} the link leads to the page`, async ({ page, watch }) => {
      watch.expect(/Failed to load resource/, /TypeError: Failed to fetch/);
      await open(page);
      // The page that the link leads to needs both, too.
      await page.route(`**/${file}`, (route) => (route.request().frame().url().includes("/embed/") ? route.continue() : route.abort()));
      await press(await inMenu(page, "Sematkan Dewan juri"));
      await expect(page).toHaveURL(/\/embed\/#jury$/);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sematkan laporan ini");
    });
  }

  test("with a key held, and in a frame, a link is a link", async ({ page, context }) => {
    await open(page);
    const headline = await inMenu(page, "Sematkan Angka utama");
    const [tab] = await Promise.all([
      context.waitForEvent("page"),
      headline.click({ modifiers: ["ControlOrMeta"] }),
    ]);
    await expect(tab.getByRole("combobox", { name: "Blok", exact: true })).toHaveValue("headline");
    await expect(dialog(page)).toHaveCount(0);
    await host(page, `<iframe src="embed/jury/" title="Dewan juri" width="100%" height="600"></iframe>`);
    await takenOverIn(page);
    const links = page.frameLocator("iframe").getByRole("link", { name: /^Sematkan/, includeHidden: true });
    await expect(links).toHaveCount(1);
    await inMenu(page.frameLocator("iframe"), (await links.textContent())!);
    const [other] = await Promise.all([context.waitForEvent("page"), links.click()]);
    await expect(other.getByRole("combobox", { name: "Blok", exact: true })).toHaveValue("jury");
  });
});

test.describe("the page", () => {
  test("works alone, without the dataset", async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => request.frame() === page.mainFrame() && asked.push(new URL(request.url()).pathname));
    await page.goto("./embed/#winners");
    await expect(page.getByRole("combobox", { name: "Blok", exact: true })).toHaveValue("winners");
    await expect(page.getByRole("button", { name: "Tutup" })).toBeHidden();
    await expect(page.getByRole("heading", { level: 2 })).toHaveText(["Sematkan satu blok"]);
    await expect(preview(page).frameLocator("iframe").locator("html")).toHaveAttribute("data-app", "ready");
    expect(asked.filter((path) => /\/data\//.test(path))).toEqual([]);
    expect(await page.locator("meta[name=robots]").getAttribute("content")).toBe("noindex");
    await page.getByRole("link", { name: "English" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Embed this report");
    await page.getByRole("link", { name: "Open the report" }).click();
    await expect(page).toHaveURL(/\/en\/$/);
  });

  for (const path of ["./embed/", "./en/embed/"]) {
    test(`what the form gives first is what stands there without scripts, ${path}`, async ({ page, baseURL }) => {
      // Forty previews would take their time.
      await page.route(/\/embed\/[\w-]+\/$/, (route) => route.fulfill({ contentType: "text/html", body: "" }));
      await page.goto(path);
      const ready = await page.locator("#ready section").evaluateAll((sections) =>
        sections.map((section) => [section.id, [...section.querySelectorAll("textarea")].map((area) => area.value)] as const),
      );
      expect(ready).toHaveLength(9);
      for (const [block, texts] of ready) {
        await page.locator("select[name=block]").selectOption(block);
        for (const [index, text] of texts.entries()) {
          await page.locator("input[name=kind]").nth(index).check();
          const written = text.replace(/\{(situs|site)\}\//g, baseURL!);
          await expect(page.locator("textarea[name=code]"), `${block} ${index}`).toHaveValue(written);
        }
      }
    });
  }

  test("an edition can be kept", async ({ page, baseURL }) => {
    await page.route("**/embed/form.json", async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...(await answer.json()), edition: "v/2025-08/" } });
    });
    await page.goto("./embed/#jury");
    await page.getByRole("combobox", { name: "Edisi", exact: true }).selectOption("Tetap edisi ini");
    await expect(code(page)).toHaveValue(new RegExp(`^<iframe src="${baseURL}v/2025-08/embed/jury/"[^]+src="${baseURL}v/2025-08/embed-[0-9a-f]{8}\\.js"`));
    await page.getByRole("radio", { name: "Gambar" }).check();
    await expect(code(page)).toHaveValue(new RegExp(`<img src="${baseURL}v/2025-08/embed/jury/picture.png"`));
    await page.getByRole("combobox", { name: "Edisi", exact: true }).selectOption("Selalu yang terbaru");
    await expect(code(page)).not.toHaveValue(/\/v\//);
  });

  test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });
    test("the link of a block leads to its snippets", async ({ page, watch }) => {
      watch.expect(/was preloaded using link preload but not used/);
      await page.goto("./");
      await (await inMenu(page, "Sematkan Dewan juri")).press("Enter");
      await expect(page).toHaveURL(/\/embed\/#jury$/);
      const jury = section(page, "Dewan juri");
      await expect(jury.getByRole("heading")).toBeInViewport();
      await expect(jury.getByRole("textbox")).toHaveCount(5);
      await expect(jury.getByLabel("Tautan Dewan juri")).toHaveValue(/\/embed\/jury\/$/);
      await expect(page.getByRole("button")).toHaveCount(0);
      await jury.getByRole("link", { name: /Buka blok/ }).click();
      await expect(page.locator("#jury li").first()).toBeVisible();
    });
  });
});

test.describe("axe finds nothing, nothing sticks out", () => {
  test.describe.configure({ timeout: 180_000 });

  for (const [lang, scheme] of [["id", "light"], ["id", "dark"], ["en", "light"], ["en", "dark"]] as const) {
    test(`in the dialog, ${lang}, ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await open(page, WORDS[lang].path);
      await press(await inMenu(page, `${WORDS[lang].link} ${WORDS[lang].block}`));
      const form = page.getByRole("dialog", { name: WORDS[lang].dialog });
      await expect(form.frameLocator("iframe").locator("html")).toHaveAttribute("data-app", "ready");
      expect(await axe(page, PREVIEW)).toEqual([]);
      await form.getByRole("radio").last().check();
      expect(await axe(page, PREVIEW), "a picture").toEqual([]);
    });
  }

  test("on the page, with and without scripts", async ({ page }) => {
    for (const path of ["./embed/", "./en/embed/"]) {
      await page.goto(path);
      await expect(page.frameLocator("iframe").locator("html")).toHaveAttribute("data-app", "ready");
      expect(await axe(page, PREVIEW), path).toEqual([]);
      await page.evaluate(() => {
        document.getElementById("ready")!.hidden = false;
        document.getElementById("builder")!.hidden = true;
      });
      expect(await axe(page, PREVIEW), `${path} without the form`).toEqual([]);
    }
  });

  test("at 320 px, at 400 % zoom, on a phone and on a desk", async ({ page }) => {
    for (const size of [{ width: 320, height: 256 }, { width: 320, height: 700 }, { width: 360, height: 800 }, { width: 1440, height: 900 }]) {
      await page.setViewportSize(size);
      await open(page);
      const form = await ask(page, "Cakupan per kelompok");
      const outside = (await overflow(page)).filter((entry) => !entry.includes("builder-preview"));
      expect(outside, `dialog at ${size.width} × ${size.height}`).toEqual([]);
      // All of it can be reached.
      await form.getByRole("button", { name: "Salin kode" }).scrollIntoViewIfNeeded();
      await expect(form.getByRole("button", { name: "Salin kode" })).toBeInViewport();
      await page.goto("./embed/");
      expect((await overflow(page)).filter((entry) => !entry.includes("builder-preview")), `page at ${size.width}`).toEqual([]);
    }
  });
});

test("code, stylesheet and options of the form come when asked for", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => request.frame() === page.mainFrame() && asked.push(request.url()));
  const form = () => asked.filter((url) => /split_embed\.wasm$|embed-builder\.css$|embed\/form\.json$/.test(url));
  await open(page);
  expect(form()).toEqual([]);
  await ask(page, "Dewan juri");
  expect(form()).toHaveLength(3);
});
