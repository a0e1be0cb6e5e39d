import { defineConfig } from "@playwright/test";

// `cargo xtask test --only e2e` serves the release build under a base path and sets these.
const baseURL = process.env.BASE_URL ?? "http://127.0.0.1:8080/";
const report = process.env.E2E_REPORT;

export default defineConfig({
  testDir: "tests",
  outputDir: "test-results",
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // How fast the page is stands in the budgets. A test waits as long as a slow machine takes.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: report ? [["list"], ["json", { outputFile: report }]] : [["list"]],
  use: { baseURL, locale: "id-ID", timezoneId: "Asia/Jakarta", trace: "off" },
  projects: [
    {
      name: "chromium",
      use: {
        browserName: "chromium",
        launchOptions: {
          executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
          args: [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
          ],
        },
      },
    },
    {
      name: "firefox",
      grep: /@firefox/,
      use: {
        browserName: "firefox",
        // The one that is installed, not a build of Playwright's own.
        channel: "moz-firefox",
        // It is light by its settings, for not every Firefox can be told so later.
        colorScheme: null,
        launchOptions: {
          executablePath: process.env.FIREFOX_PATH ?? "/usr/bin/firefox-esr",
          firefoxUserPrefs: {
            "layout.css.prefers-color-scheme.content-override": 1,
            // The panel that shows a download takes the focus away from the page.
            "browser.download.alwaysOpenPanel": false,
          },
        },
      },
    },
  ],
});
