// The headline figure, the method section, and the frame around them.
import { cells, charts, expect, type Lang, open, PATHS, press, section, shipped, tabulate, test, text, unfold } from "./support";

const SOURCE = shipped().sources[0].url as string;

const HEADLINE = {
  id: {
    heading: "Per 1 Agustus 2025, menurut AkselNews.com",
    figure: "31,33%",
    sentence:
      "Sekitar 31 dari setiap 100 tenaga kerja di Sumatera Selatan sudah terlindungi jaminan sosial ketenagakerjaan. Sekitar 69 lainnya belum.",
    goal: "Sasaran pada 2045: Universal Coverage Jamsostek (UCJ), 100%.",
    chart: "Tiap titik mewakili 1 dari 100 tenaga kerja",
    description: "31 dari 100 titik terisi.",
    labels: ["31 terlindungi", "69 belum"],
    credit: "Tingkat kepesertaan. Sumber: AkselNews.com, paragraf 12",
    source: "AkselNews.com, paragraf 12",
    rows: [["Sumatera Selatan", "31,33%"], ["Pekerja terlindungi", "tidak disebutkan"], ["Tenaga kerja yang bisa menjadi peserta", "tidak disebutkan"], ["Sasaran 100% · 2045", "100%"]],
  },
  en: {
    heading: "As of 1 August 2025, according to AkselNews.com",
    figure: "31.33%",
    sentence:
      "About 31 in every 100 workers in South Sumatra are covered by employment social security. About 69 are not.",
    goal: "The goal by 2045: Universal Coverage Jamsostek (UCJ), 100%.",
    chart: "Each dot stands for 1 in 100 workers",
    description: "31 of 100 dots are filled.",
    labels: ["31 covered", "69 not covered"],
    credit: "Coverage rate. Source: AkselNews.com, paragraph 12",
    source: "AkselNews.com, paragraph 12",
    rows: [["South Sumatra", "31.33%"], ["Workers covered", "not stated"], ["Workers who could be covered", "not stated"], ["Goal 100% · 2045", "100%"]],
  },
} as const;

for (const lang of ["id", "en"] as Lang[]) {
  const said = HEADLINE[lang];

  test.describe(`headline, ${lang}`, () => {
    test.beforeEach(({ page }) => open(page, PATHS[lang]));

    test("the figure stands there in large, with what it means and the goal", async ({ page }) => {
      const headline = section(page, said.heading);
      const figure = headline.locator("p").filter({ hasText: new RegExp(`^${said.figure}$`) });
      await expect(figure).toBeVisible();
      const size = await figure.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
      expect(size).toBeGreaterThan(48);
      await expect(headline.getByText(said.sentence)).toBeVisible();
      await expect(headline.getByText(said.goal)).toBeVisible();
    });

    test("a hundred dots, a name, a sentence and labels", async ({ page }) => {
      const chart = charts(section(page, said.heading));
      await expect(chart).toHaveAccessibleName(said.chart);
      await expect(chart).toHaveAccessibleDescription(said.description);
      for (const label of said.labels) await expect(chart.getByText(label, { exact: true })).toBeVisible();
      // A dash of no length at each step of a line is a dot.
      const dots = await chart.evaluate((svg) => {
        const count = (name: string) => {
          const path = svg.querySelector<SVGPathElement>(`.${name}`)!;
          const step = getComputedStyle(path).strokeDasharray.split(/[ ,]+/).reduce((sum, part) => sum + parseFloat(part), 0);
          // A line is as long as its dots stand apart, and has one more.
          return [...path.getAttribute("d")!.matchAll(/M([\d.]+)[ ,][\d.]+H([\d.]+)/g)]
            .map(([, from, to]) => Math.floor((Number(to) - Number(from)) / step + 0.01) + 1)
            .reduce((sum, line) => sum + line, 0);
        };
        return [count("c-dots"), count("c-dots-rest")];
      });
      expect(dots).toEqual([31, 69]);
    });

    test("the chart's data is a table, in the menu of the card", async ({ page }) => {
      const headline = section(page, said.heading);
      const table = headline.getByRole("table");
      await expect(table).toHaveCount(0);
      await unfold(headline);
      await tabulate(headline);
      await expect(table).toBeVisible();
      expect(await cells(table)).toEqual(said.rows);
      await expect(table).toHaveAccessibleName(/\S.{9,}/);
    });

    test("what is counted and its source are named, and the link lands on the figure", async ({ page }) => {
      const headline = section(page, said.heading);
      await expect(headline.getByText(said.credit)).toBeVisible();
      const link = headline.getByRole("link", { name: said.source });
      await expect(link).toHaveAttribute("href", `${SOURCE}#:~:text=31%2C33%25`);
      await expect(link).toHaveAttribute("rel", /noopener/);
    });

    test("the document names its language and has a title", async ({ page }) => {
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
      await expect(page).toHaveTitle(/.{10,}/);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(shipped().title[lang]);
    });
  });
}

test("everything comes from the base path", async ({ page, baseURL }) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  for (const path of Object.values(PATHS)) await open(page, path);
  expect(requests.length).toBeGreaterThan(6);
  // What the page makes itself comes from nowhere.
  const own = [baseURL!, "data:", `blob:${new URL(baseURL!).origin}/`];
  const elsewhere = requests.filter((url) => !own.some((start) => url.startsWith(start)));
  expect(elsewhere).toEqual([]);
});

test("no file is asked for twice, and none is missing", async ({ page }) => {
  const answers: string[] = [];
  page.on("response", (response) => answers.push(`${response.status()} ${response.url()}`));
  await open(page);
  await expect(charts(section(page, "Cakupan per kelompok")).first()).toBeVisible();
  expect(answers.filter((answer) => !answer.startsWith("200 "))).toEqual([]);
  expect(new Set(answers).size).toBe(answers.length);
});

test("the policy forbids what the page does not need", async ({ page }) => {
  await open(page);
  const policy = await page.locator("meta[http-equiv='Content-Security-Policy']").getAttribute("content");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("unsafe-inline");
  expect(policy).not.toContain("'unsafe-eval'");
});

test.describe("towards the goal", () => {
  for (const [lang, said] of Object.entries({
    id: {
      section: "Menuju sasaran",
      title: "Untuk mencapai 100% pada 2045, perlu naik sekitar 3,4 poin persen setahun",
      chart: "Tingkat kepesertaan: dari angka terakhir ke sasaran",
      description: "Sasaran pada 2045: Universal Coverage Jamsostek (UCJ), 100%.",
      pace: "Bila kenaikannya sama tiap tahun: sekitar 3,4 poin persen setahun (hitungan kami; antara 3,36 poin persen dan 3,54 poin persen).",
      rows: [["per 1 Agustus 2025", "31,33%"], ["2045", "100%"]],
    },
    en: {
      section: "Towards the goal",
      title: "Reaching 100% by 2045 takes a rise of about 3.4 percentage points a year",
      chart: "Coverage rate: from the latest figure to the goal",
      description: "The goal by 2045: Universal Coverage Jamsostek (UCJ), 100%.",
      pace: "If it rises by the same amount every year: about 3.4 percentage points a year (computed; between 3.36 percentage points and 3.54 percentage points).",
      rows: [["as of 1 August 2025", "31.33%"], ["2045", "100%"]],
    },
  })) {
    test(`how much a year is computed, drawn, and said to be computed, ${lang}`, async ({ page }) => {
      await open(page, PATHS[lang as Lang]);
      const card = section(page, said.section).getByRole("article");
      await expect(card.getByRole("heading", { level: 3 })).toHaveText(said.title);
      await expect(charts(card)).toHaveAccessibleName(said.chart);
      await expect(charts(card)).toHaveAccessibleDescription(said.description);
      expect(await text(card)).toContain(said.pace);
      await expect(card.locator('a[href$="#computed.pace"]').first()).toBeVisible();
      // The way starts where the figure stands and ends at the goal.
      const [way, figure, goal] = await charts(card).evaluate((svg) =>
        [".c-way", "g.mark .c-covered", ".c-ring"].map((part) => {
          const { left, right, top, bottom } = svg.querySelector(part)!.getBoundingClientRect();
          return { left, right, top, bottom };
        }),
      );
      expect(Math.abs(way!.left - (figure!.left + figure!.right) / 2)).toBeLessThan(3);
      expect(Math.abs(way!.bottom - (figure!.top + figure!.bottom) / 2)).toBeLessThan(3);
      expect(Math.abs(way!.right - (goal!.left + goal!.right) / 2)).toBeLessThan(3);
      expect(Math.abs(way!.top - (goal!.top + goal!.bottom) / 2)).toBeLessThan(3);
      await unfold(card);
      await tabulate(card);
      expect(await cells(card.getByRole("table", { name: said.chart }))).toEqual(said.rows);
    });
  }
});

test("the contents lead to every section, in the order of the page", async ({ page }) => {
  await open(page);
  const contents = page.getByRole("banner").getByRole("navigation", { name: "Isi laporan" });
  const names = ["Cakupan per kelompok", "Menuju sasaran", "Klaim dan manfaat", "Penghargaan", "Metode dan sumber"];
  await expect(contents.getByRole("link")).toHaveText(names);
  const headings = page.getByRole("main").getByRole("heading", { level: 2 });
  await expect(headings).toHaveText(["Per 1 Agustus 2025, menurut AkselNews.com", ...names]);
  for (const name of ["Cakupan per kelompok", "Menuju sasaran", "Klaim dan manfaat", "Penghargaan", "Metode dan sumber"]) {
    await contents.getByRole("link", { name, exact: true }).click();
    await expect(page.getByRole("heading", { level: 2, name, exact: true })).toBeInViewport();
  }
});

test("the data file can be downloaded from both pages", async ({ page, request, baseURL }) => {
  for (const [lang, name] of [["id", "Unduh data (JSON)"], ["en", "Download the data (JSON)"]] as const) {
    await open(page, PATHS[lang]);
    const href = await page.getByRole("link", { name }).getAttribute("href");
    const url = new URL(href!, page.url()).href;
    expect(url).toBe(`${baseURL}data/sumsel-2025-08.json`);
    expect(await (await request.get(url)).json()).toEqual(shipped());
  }
});

test.describe("the four questions, in 360 pixels", () => {
  test.use({ viewport: { width: 360, height: 800 } });

  test("the figure and what it means stand on the first screen", async ({ page }) => {
    for (const lang of ["id", "en"] as Lang[]) {
      await open(page, PATHS[lang]);
      await expect(page.getByText(HEADLINE[lang].sentence)).toBeInViewport({ ratio: 1 });
      const goal = section(page, HEADLINE[lang].heading).getByText(HEADLINE[lang].goal);
      await expect(goal).toBeInViewport({ ratio: 1 });
    }
  });

  test("groups, claims and winners are answered in visible text", async ({ page }) => {
    const answers = {
      id: ["89,1%", "80,6%", "46,7%", "15,1%", "43.251 klaim", "Rp718,7 miliar", "Rp6,18 miliar", "1.582", "Kabupaten Musi Rawas"],
      en: ["89.1%", "80.6%", "46.7%", "15.1%", "43,251 claims", "Rp718.7 billion", "Rp6.18 billion", "1,582", "Musi Rawas Regency"],
    };
    for (const lang of ["id", "en"] as Lang[]) {
      await open(page, PATHS[lang]);
      for (const answer of answers[lang]) {
        await expect(page.getByText(answer).locator("visible=true").first(), answer).toBeVisible();
      }
    }
  });
});

test.describe("method and sources", () => {
  const data = shipped();

  for (const lang of ["id", "en"] as Lang[]) {
    test(`says what the figures mean, rest on and leave open, ${lang}`, async ({ page }) => {
      await open(page, PATHS[lang]);
      const method = section(page, { id: "Metode dan sumber", en: "Method and sources" }[lang]);
      const titles = {
        id: ["Arti angka-angka ini", "Catatan data", "Ketidakcocokan dalam sumber", "Dasar hukum", "Pernyataan pejabat", "Sumber", "Istilah"],
        en: ["What these figures mean", "Data notes", "Contradictions in the source", "Legal basis", "What officials said", "Sources", "Glossary"],
      }[lang];
      await expect(method.getByRole("heading", { level: 3 })).toHaveText(titles);
      // All of it is closed until somebody asks for it.
      await expect(method.locator("details")).toHaveCount(titles.length);
      for (const title of titles) {
        const part = method.locator("details").filter({ has: page.getByRole("heading", { level: 3, name: title, exact: true }) });
        await expect(part).not.toHaveAttribute("open");
        await press(part.locator("summary"));
        await expect(part).toHaveAttribute("open");
      }
      const words = await text(method);
      const plain = (value: any) => (typeof value === "string" ? value : value[lang]).replace(/\s+/g, " ");
      for (const indicator of Object.values<any>(data.indicators)) {
        expect(words).toContain(plain(indicator.definition));
      }
      for (const note of data.notes) expect(words).toContain(plain(note.text));
      for (const policy of data.policies) expect(words).toContain(plain(policy.about));
      for (const statement of data.statements) {
        expect(words).toContain(statement.speaker);
        expect(words).toContain(plain(statement.office));
        expect(words).toContain(plain(statement.text));
      }
      for (const entry of data.glossary) {
        expect(words).toContain(plain(entry.term));
        expect(words).toContain(plain(entry.definition));
      }
      for (const line of {
        id: ["Instruksi Presiden Nomor 2 Tahun 2021", "Instruksi Presiden Nomor 8 Tahun 2025", "(100%) pada 2045", "bukan kutipan"],
        en: ["Presidential Instruction 2 of 2021", "Presidential Instruction 8 of 2025", "(100%) by 2045", "neither quotations"],
      }[lang]) {
        expect(words).toContain(line);
      }
    });
  }

  test("every kind of note is marked", async ({ page }) => {
    await open(page);
    await press(page.locator("#notes > summary"));
    const notes = section(page, "Metode dan sumber").getByRole("listitem");
    for (const [severity, name] of [["info", "Keterangan"], ["gap", "Belum lengkap"], ["contradiction", "Ketidakcocokan"]]) {
      const count = data.notes.filter((note: any) => note.severity === severity).length;
      await expect(notes.filter({ hasText: new RegExp(`^\\s*${name}`) })).toHaveCount(count);
    }
  });

  test("the source is linked, and says that its date is not stated", async ({ page }) => {
    await open(page);
    const method = section(page, "Metode dan sumber");
    await press(page.locator("#sources > summary"));
    await expect(method.getByRole("link", { name: data.sources[0].title.id })).toHaveAttribute("href", SOURCE);
    await expect(method.getByText("tanggal terbit tidak disebutkan")).toBeVisible();
  });

  test("every link to the source lands on a text, and none lacks an address", async ({ page }) => {
    await open(page);
    const hrefs = await page.locator("a[rel~=external]").evaluateAll((links) => links.map((link) => link.getAttribute("href")!));
    expect(hrefs.length).toBeGreaterThan(25);
    for (const href of hrefs) expect(href.startsWith(SOURCE), href).toBe(true);
    expect(hrefs).toContain(`${SOURCE}#:~:text=Rp718%2C7%20miliar`);
  });
});
