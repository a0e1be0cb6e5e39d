// Embeds in the houses of others: what hosts do to a frame, and the height it ends with.
import type { Frame, Page } from "@playwright/test";
import { address, BLOCKS, fits, follows, frame, turn, visit } from "./hosts";
import { expect, type Lang, open, overflow, test } from "./support";

/** What no operator can make a text or a number of. */
const CONTRARY = { toString: "x", valueOf: "x" };

/** What a message may be, too. */
const SHAPES: unknown[] = [null, undefined, 0, 5, true, "", "x", [], ["x"], {}, new Date(0), CONTRARY];

test.describe("height", () => {
  test("our element", async ({ page, watch, baseURL }) => {
    await visit(page, watch, baseURL!, "element", { block: "winners" });
    await follows(page);
    await expect(page.locator("iframe")).toHaveAttribute("title", /\S/);
    await expect(page.locator("iframe")).toHaveAttribute("loading", "lazy");
  });

  for (const host of ["snippet", "datawrapper", "pym"]) {
    test(`${host}: a frame and a listener`, async ({ page, watch, baseURL }) => {
      await visit(page, watch, baseURL!, host, { src: address(baseURL!, "winners") });
      await follows(page);
    });
  }

  test("iframe-resizer", async ({ page, watch, baseURL }) => {
    // The library has a lot to say.
    watch.expect(/console\.(info|warning|log|startGroup|startGroupCollapsed|endGroup)/);
    await visit(page, watch, baseURL!, "iframe-resizer", { src: address(baseURL!, "winners") });
    await follows(page);
  });

  test("AMP: a sandbox without an origin", async ({ page, watch, baseURL }) => {
    await visit(page, watch, baseURL!, "amp", { src: address(baseURL!, "winners") });
    await follows(page);
  });

  test("a plain frame keeps its height, and what is in it can be reached", async ({ page, watch, baseURL }) => {
    await visit(page, watch, baseURL!, "plain", { src: address(baseURL!, "groups"), height: "400" });
    const inner = await frame(page, "groups");
    expect(await inner.evaluate(() => innerHeight)).toBe(400);
    await inner.locator(".embed-credit").scrollIntoViewIfNeeded();
    await expect(inner.locator(".embed-credit")).toBeInViewport();
    expect(await inner.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  test("three at once, and one that is added later", async ({ page, watch, baseURL }) => {
    await visit(page, watch, baseURL!, "three");
    for (const block of ["groups", "winners", "jury"]) await fits(await frame(page, block));
    await page.evaluate((src) => (window as any).addLater(src), address(baseURL!, "claims"));
    await fits(await frame(page, "claims"));
    // The others have not moved.
    for (const block of ["groups", "winners", "jury"]) await fits(await frame(page, block));
  });

  test("an old content system: borders, the script twice, a frame that is added later", async ({ page, watch, baseURL }) => {
    await visit(page, watch, baseURL!, "old", { src: address(baseURL!, "winners") });
    await follows(page);
    await page.evaluate((src) => (window as any).addLater(src), address(baseURL!, "jury", "en"));
    await fits(await frame(page, "jury"));
  });

  test("a hidden panel: silent until it is shown, then right", async ({ page, watch, baseURL }) => {
    await visit(page, watch, baseURL!, "tab", { src: address(baseURL!, "winners") });
    await page.waitForTimeout(1500);
    const written = () => page.locator("iframe").evaluate((frame) => frame.style.height);
    expect(["", "300px"], "no height is believed of what is not laid out").toContain(await written());
    await page.getByRole("button").click();
    await follows(page);
  });

  test("a page in the background is right when it is looked at", async ({ page, watch, baseURL }) => {
    await page.addInitScript(() => {
      // A page that nobody looks at is given no frames.
      const waiting: FrameRequestCallback[] = [];
      const frame = window.requestAnimationFrame.bind(window);
      let hidden = true;
      window.requestAnimationFrame = (callback) => (hidden ? waiting.push(callback) : frame(callback));
      (window as any).look = () => {
        hidden = false;
        for (const callback of waiting.splice(0)) frame(callback);
      };
    });
    await visit(page, watch, baseURL!, "snippet", { src: address(baseURL!, "winners") });
    // All of the block has come, and nobody has looked.
    await frame(page, "winners");
    for (const each of page.frames()) await each.evaluate(() => (window as any).look());
    await follows(page);
  });

  test("messages before the application has started, and after", async ({ page, watch, baseURL }) => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    await page.route("**/*.wasm", async (route) => {
      await gate;
      await route.continue();
    });
    await visit(page, watch, baseURL!, "snippet", { src: address(baseURL!, "groups") });
    await page.locator("iframe").scrollIntoViewIfNeeded();
    const inner = (await (await page.locator("iframe").elementHandle())!.contentFrame())!;
    await expect(inner.locator(".embed-credit")).toBeAttached();
    await fits(inner);
    await expect(inner.locator("html")).toHaveAttribute("data-app", "loading");
    // Before the application is there a reader opens what opens without it.
    await inner.locator("summary").first().click();
    await fits(inner);
    release();
    await fits(await frame(page, "groups"));
  });

  test("heights out of bounds and from others are not believed", async ({ page, watch, baseURL }) => {
    await visit(page, watch, baseURL!, "snippet", { src: address(baseURL!, "jury"), height: "321" });
    const inner = await frame(page, "jury");
    await fits(inner);
    const height = () => page.locator("iframe").evaluate((frame) => frame.clientHeight);
    const good = await height();
    await page.evaluate(() => window.postMessage({ "datawrapper-height": { x: 5000 } }, "*"));
    for (const wrong of [1e9, "NaN", "700", -5, 0, NaN, Infinity, null, [700], {}, CONTRARY]) {
      await inner.evaluate((value) => parent.postMessage({ "datawrapper-height": { x: value } }, "*"), wrong);
    }
    for (const wrong of [...SHAPES, ...SHAPES.map((shape) => ({ "datawrapper-height": shape }))]) {
      await inner.evaluate((value) => parent.postMessage(value, "*"), wrong);
    }
    await page.waitForTimeout(200);
    expect(await height()).toBe(good);
  });
});

test.describe("a frame that its host cuts", () => {
  const cut = (baseURL: string, how: string, attributes = "") =>
    `<style>iframe { ${how} }</style><iframe src="${address(baseURL, "winners")}" title="Blok" width="100%" height="300"${attributes}></iframe>
     <script async src="${baseURL}embed.js"></script>`;
  const all = (inner: Frame) => inner.getByRole("link", { name: "Tampilkan semua" });

  for (const how of ["max-height: 400px", "height: 400px !important"]) {
    test(`${how}: a link to all of it stands at the edge until the end is seen`, async ({ page, watch, baseURL, context }) => {
      await visit(page, watch, baseURL!, "odd", { body: cut(baseURL!, how) });
      const inner = await frame(page, "winners");
      await expect(all(inner)).toBeVisible();
      const before = await inner.evaluate(() => document.documentElement.getBoundingClientRect().height);
      const edge = await all(inner).evaluate((link) => innerHeight - link.getBoundingClientRect().bottom);
      expect(edge).toBe(0);
      const [tab] = await Promise.all([context.waitForEvent("page"), all(inner).click()]);
      await expect(tab).toHaveURL(/\/embed\/winners\/$/);
      await expect(tab.getByRole("link", { name: "Tampilkan semua" })).toBeHidden();
      await inner.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await expect(all(inner)).toBeHidden();
      expect(await inner.evaluate(() => document.documentElement.getBoundingClientRect().height), "the link takes no room").toBe(before);
    });
  }

  test("one that follows has no such link, and neither has a sandbox that opens nothing", async ({ page, watch, baseURL }) => {
    await visit(page, watch, baseURL!, "snippet", { src: address(baseURL!, "winners") });
    const followed = await frame(page, "winners");
    await fits(followed);
    await page.waitForTimeout(2500);
    await expect(all(followed)).toBeHidden();
    await visit(page, watch, baseURL!, "odd", { body: cut(baseURL!, "max-height: 400px", ` sandbox="allow-scripts"`) });
    const shut = await frame(page, "winners");
    await page.waitForTimeout(2500);
    await expect(all(shut)).toBeHidden();
  });

  test("WordPress goes where it leads", async ({ page, watch, baseURL }) => {
    await visit(page, watch, baseURL!, "wordpress", { src: address(baseURL!, "winners") });
    const inner = await frame(page, "winners");
    await all(inner).click();
    await expect.poll(() => page.evaluate(() => (window as any).went)).toMatch(/\/embed\/winners\/$/);
  });
});

test.describe("words and manners of hosts", () => {
  const element = (block: string) => `<jamsostek-embed block="${block}" lang="id"><a href="#">Laporan lengkap</a></jamsostek-embed>`;
  const script = (baseURL: string) => `<script async src="${baseURL}embed.js"></script>`;
  const said = (page: Page): Promise<unknown[]> => page.evaluate(() => (window as any).said);

  test("names that every object has are no blocks", async ({ page, watch, baseURL }) => {
    const words = ["constructor", "__proto__", "toString", "hasOwnProperty"];
    await page.route(new RegExp(`/embed/(${words.join("|")})/`), (route) => route.fulfill({ contentType: "text/html", body: "" }));
    const frames = words.map((word) => `<iframe src="${address(baseURL!, word)}"></iframe><iframe src="${address(baseURL!, word, "en")}"></iframe>`);
    const body = [...frames, ...words.map(element), element("jury"), script(baseURL!)].join("");
    await visit(page, watch, baseURL!, "odd", { body });
    await fits(await frame(page, "jury"));
    await expect(page.locator("jamsostek-embed > iframe")).toHaveCount(words.length + 1);
  });

  test("elements of the page with the names of variables", async ({ page, watch, baseURL }) => {
    const shadows = `<a id="jamsostekEmbed" name="jamsostekEmbed"></a><img name="currentScript" alt=""><form id="HEIGHTS" name="origin"></form>`;
    await visit(page, watch, baseURL!, "odd", { body: `${shadows}${element("jury")}${script(baseURL!)}` });
    await fits(await frame(page, "jury"));
  });

  for (const [name, include] of Object.entries({
    "a module": (src: string) => `<script type="module" src="${src}"></script>`,
    "an import": (src: string) => `<script>import("${src}");</script>`,
    "a script in a shadow tree": (src: string) =>
      `<div id="shadow"></div><script>
        const script = document.createElement("script");
        script.src = "${src}";
        document.querySelector("#shadow").attachShadow({ mode: "open" }).append(script);
      </script>`,
    "a script with a version": (src: string) => `<script src="${src}?ver=6.5#x"></script>`,
  })) {
    test(`${name} finds its own site`, async ({ page, watch, baseURL }) => {
      await visit(page, watch, baseURL!, "odd", { body: element("jury") + include(`${baseURL}embed.js`) });
      await expect(page.locator("iframe")).toHaveAttribute("src", address(baseURL!, "jury"));
      await fits(await frame(page, "jury"));
    });
  }

  for (const [name, run] of Object.entries({
    "evaluated": "(0, eval)(text)",
    "inlined": "document.head.append(Object.assign(document.createElement('script'), { textContent: text }))",
    "under another name": "document.head.append(Object.assign(document.createElement('script'), { src: URL.createObjectURL(new Blob([text])) }))",
  })) {
    test(`a script that is ${name} cannot know its site, and leaves the page as it is`, async ({ page, watch, baseURL }) => {
      const include = `<script>fetch("${baseURL}embed.js").then((answer) => answer.text()).then((text) => { ${run}; setTimeout(() => { window.ran = true; }, 300); });</script>`;
      // Whoever sends a reader may put anything into the host's address.
      await visit(page, watch, baseURL!, "odd", { body: element("jury") + include, query: `?u=${baseURL}embed.js` });
      await page.waitForFunction("window.ran");
      await expect(page.locator("iframe")).toHaveCount(0);
      await expect(page.getByRole("link", { name: "Laporan lengkap" })).toBeVisible();
    });
  }

  for (const sandbox of ["", ` sandbox="allow-scripts Allow-Same-Origin"`]) {
    test(`a frame that went elsewhere has no say in its height${sandbox && ", in a sandbox with an origin"}`, async ({ page, watch, baseURL }) => {
      const body = `<iframe src="${address(baseURL!, "jury")}" title="Blok" width="100%" height="300"${sandbox}></iframe>${script(baseURL!)}`;
      await visit(page, watch, baseURL!, "odd", { body });
      await fits(await frame(page, "jury"));
      const height = () => page.locator("iframe").evaluate((frame) => frame.clientHeight);
      const good = await height();
      if (sandbox) watch.expect(/can escape its sandboxing/);
      const speaker = new URL("speaker.html", page.url()).href;
      const nobody = `data:text/html,<script>parent.postMessage({ "datawrapper-height": { x: 6000 } }, "*")</script>`;
      for (const [place, value] of [[speaker, 5000], [nobody, 6000]] as const) {
        await page.frames()[1]!.evaluate((place) => void (location.href = place), place);
        await expect.poll(() => said(page)).toContainEqual({ "datawrapper-height": { x: value } });
        expect(await height()).toBe(good);
      }
    });
  }

  test("a sandbox without an origin is followed, the frame's and the page's", async ({ page, watch, baseURL }) => {
    const plain = `<iframe src="${address(baseURL!, "jury")}" title="Blok" width="100%" height="300"></iframe>${script(baseURL!)}`;
    await visit(page, watch, baseURL!, "odd", { body: plain.replace("<iframe", "<iframe sandbox=allow-scripts") });
    await fits(await frame(page, "jury"));
    const around = `<iframe sandbox="allow-scripts" width="100%" height="3000" srcdoc="${plain.replaceAll('"', "&quot;")}"></iframe>`;
    await visit(page, watch, baseURL!, "odd", { body: around });
    const find = () => page.frames().find((frame) => frame.url().includes("/embed/jury/"));
    await expect.poll(find).toBeTruthy();
    const inner = find()!;
    await expect(inner.locator("html")).toHaveAttribute("data-app", "ready");
    await fits(inner);
  });

  test("a frame bears whatever its host says", async ({ page, watch, baseURL }) => {
    await visit(page, watch, baseURL!, "listening", { src: address(baseURL!, "jury") });
    await frame(page, "jury");
    const tell = (value: unknown) => page.evaluate((value) => document.querySelector("iframe")!.contentWindow!.postMessage(value, "*"), value);
    for (const shape of [...SHAPES, "[iFrameSizer]", "[iFrameSizer]:::"]) {
      for (const value of [shape, { message: shape }, { message: "ready", secret: shape }, { "jamsostek-embed": shape }]) await tell(value);
    }
    // What was said in the right form after all that is answered.
    await tell({ message: "ready", secret: "rahasia1" });
    await expect.poll(() => said(page)).toContainEqual({ message: "height", value: expect.any(Number), secret: "rahasia1" });
    await tell("[iFrameSizer]anak:8:false");
    await expect.poll(() => said(page)).toContainEqual(expect.stringMatching(/^\[iFrameSizer\]anak:\d+:\d+:init$/));
    const secrets = (await said(page)).map((entry) => (entry as any)?.secret).filter((secret) => secret !== undefined);
    expect([...new Set(secrets)]).toEqual(["x", "rahasia1"]);
  });
});

test.describe("WordPress", () => {
  for (const late of [0, 2500]) {
    test(`its clamp, its secret, and its links${late ? ", where its script comes late" : ""}`, async ({ page, watch, baseURL }) => {
      await visit(page, watch, baseURL!, "wordpress", { src: address(baseURL!, "jury"), query: late ? `?late=${late}` : "" });
      const element = page.locator("iframe");
      await expect(element).not.toHaveAttribute("height", "338");
      const inner = await frame(page, "jury");
      await fits(inner);
      await turn(page, inner);
      await fits(inner);
      await inner.getByRole("link", { name: "Laporan lengkap" }).click();
      await expect.poll(() => page.evaluate(() => (window as any).went)).toMatch(/\/uji\/coba\/$/);
    });
  }

  test("a block that is higher than it allows ends at 1000 px", async ({ page, watch, baseURL }) => {
    await visit(page, watch, baseURL!, "wordpress", { src: address(baseURL!, "winners") });
    const inner = await frame(page, "winners");
    await expect(page.locator("iframe")).toHaveAttribute("height", "1000");
    // What was cut off is still to be had.
    const box = (await page.locator("iframe").boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, 400);
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, 4000);
        return inner.evaluate(() => scrollY);
      })
      .toBeGreaterThan(300);
  });
});

test.describe("messages", () => {
  const said = (page: Page): Promise<any[]> => page.evaluate(() => (window as any).said);

  /** Waits until nothing has been said for a while. */
  async function quiet(page: Page): Promise<void> {
    let before = -1;
    await expect
      .poll(async () => {
        const last = before;
        before = (await said(page)).length;
        return before - last;
      }, { message: "all is said", intervals: [700] })
      .toBe(0);
  }

  test("AMP's, Medium's and Pym's words", async ({ page, watch, baseURL }) => {
    await visit(page, watch, baseURL!, "listening", { src: address(baseURL!, "jury", "id", "?childId=anak&initialWidth=600&utm_source=x") });
    const inner = await frame(page, "jury");
    // A height is told with the next drawing of the frame.
    await quiet(page);
    const height = await inner.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
    const all = await said(page);
    expect(all).toContainEqual({ sentinel: "amp", type: "embed-size", height });
    expect(all).toContain(`pymxPYMxanakxPYMxheightxPYMx${height}`);
    const medium = all.filter((entry) => typeof entry === "string" && entry.startsWith("{")).map((entry) => JSON.parse(entry));
    expect(medium.at(-1)).toMatchObject({ context: "iframe.resize", height });
    expect(medium.at(-1).src).toContain("/embed/jury/");
  });

  test("no storm: few on load and on a turn, none when nothing changes", async ({ page, watch, baseURL }) => {
    test.slow();
    for (const block of ["winners", "groups", "headline"]) {
      await visit(page, watch, baseURL!, "listening", { src: address(baseURL!, block) });
      const inner = await frame(page, block);
      const rounds = async () => (await said(page)).filter((entry) => entry?.sentinel === "amp").length;
      await quiet(page);
      const loaded = await rounds();
      expect(loaded, `${block}: on load`).toBeGreaterThan(0);
      expect(loaded, `${block}: on load`).toBeLessThanOrEqual(3);
      const before = (await said(page)).length;
      await page.waitForTimeout(1000);
      expect((await said(page)).length, `${block}: an idle second`).toBe(before);
      await turn(page, inner);
      await expect.poll(rounds).toBeGreaterThan(loaded);
      await quiet(page);
      expect((await rounds()) - loaded, `${block}: on a turn`).toBeLessThanOrEqual(3);
      const settled = (await said(page)).length;
      await page.waitForTimeout(1000);
      expect((await said(page)).length, `${block}: an idle second after a turn`).toBe(settled);
      expect(await inner.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await page.setViewportSize({ width: 1280, height: 720 });
    }
  });
});

test.describe("zoom", () => {
  for (const zoom of [0.67, 1.25, 1.5, 2]) {
    test(`the browser's, ${zoom}`, async ({ browser, baseURL }) => {
      const viewport = { width: Math.round(1280 / zoom), height: Math.round(800 / zoom) };
      const context = await browser.newContext({ baseURL, viewport, deviceScaleFactor: zoom, locale: "id-ID" });
      const page = await context.newPage();
      // A page of a context of its own has nobody who watches it.
      await visit(page, { expect: () => {} } as any, baseURL!, "snippet", { src: address(baseURL!, "winners") });
      await follows(page);
      await context.close();
    });
  }

  for (const where of ["body", "iframe"]) {
    for (const zoom of ["0.8", "1.3"]) {
      test(`of the host's ${where}, ${zoom}`, async ({ page, watch, baseURL }) => {
        await visit(page, watch, baseURL!, "snippet", { src: address(baseURL!, "winners") });
        await page.evaluate(([where, zoom]) => {
          for (const element of document.querySelectorAll<HTMLElement>(where!)) element.style.zoom = zoom!;
        }, [where, zoom]);
        await follows(page);
      });
    }
  }
});

/** What is seen at the frame's edge, where nothing is drawn: twice the same, as a frame is drawn after its page. */
async function edge(page: Page): Promise<number[]> {
  const look = async () => {
    const box = (await page.locator("iframe").boundingBox())!;
    const shot = await page.screenshot({ clip: { x: box.x + 1, y: box.y + 2, width: 4, height: 4 } });
    return page.evaluate(async (data) => {
      const bitmap = await createImageBitmap(await (await fetch(data)).blob());
      const canvas = new OffscreenCanvas(1, 1).getContext("2d")!;
      canvas.drawImage(bitmap, 0, 0);
      return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
    }, `data:image/png;base64,${shot.toString("base64")}`);
  };
  let seen: number[] = [];
  await expect(async () => {
    seen = await look();
    expect(await look()).toEqual(seen);
  }).toPass();
  return seen;
}

test.describe("colours of the house", () => {
  const HOUSES = {
    "light, says nothing": { scheme: "", background: "rgb(255, 250, 240)", ink: "black", paper: [255, 250, 240] },
    "dark, says so": { scheme: "color-scheme: dark;", background: "rgb(16, 20, 24)", ink: "white", paper: [16, 20, 24] },
  };
  for (const [name, { paper, ...values }] of Object.entries(HOUSES)) {
    for (const colorScheme of ["light", "dark"] as const) {
      for (const theme of ["auto", name.startsWith("dark") ? "dark" : "light"]) {
        test(`${name}; the reader prefers ${colorScheme}; theme=${theme}`, async ({ page, watch, baseURL }) => {
          await page.emulateMedia({ colorScheme });
          await visit(page, watch, baseURL!, "coloured", { src: address(baseURL!, "groups", "id", `?theme=${theme}&transparent=1`), ...values });
          const inner = await frame(page, "groups");
          const seen = await edge(page);
          const ink = (await inner.locator("h2, h3").locator("visible=true").first().evaluate((title) => getComputedStyle(title).color))
            .match(/[\d.]+/g)!.slice(0, 3).map(Number);
          const light = (rgb: number[]) => {
            const [r, g, b] = rgb.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
            return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
          };
          const [low, high] = [light(ink), light(seen)].sort((a, b) => a - b);
          expect((high! + 0.05) / (low! + 0.05), `${ink} on ${seen}`).toBeGreaterThan(4.5);
          if (theme !== "auto") expect(seen, "the house shows through").toEqual(paper);
        });
      }
    }
  }
});

test.describe("in 280 px nothing scrolls", () => {
  for (const lang of ["id", "en"] as Lang[]) {
    for (const block of BLOCKS) {
      test(`${block}, ${lang}`, async ({ page, watch, baseURL }) => {
        await page.setViewportSize({ width: 280 + 32, height: 700 });
        await visit(page, watch, baseURL!, "snippet", { src: address(baseURL!, block, lang) });
        const inner = await frame(page, block);
        expect(await inner.evaluate(() => innerWidth)).toBe(280);
        await fits(inner);
        await page.setViewportSize({ width: 280, height: 700 });
        await open(page, address(baseURL!, block, lang));
        expect(await overflow(page)).toEqual([]);
      });
    }
  }
});
