// What the benchmarks of pages share.
import { chromium } from "@playwright/test";

/** A mid-range phone on mobile data, as in Lighthouse's mobile profile: bytes a second, ms, times slower. */
export const SLOW = { download: 1.6e6 / 8, latency: 150, cpu: 4 };

/** The median of those values that are there. */
export const median = (values) => {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  return sorted.length ? sorted[Math.floor(sorted.length / 2)] : NaN;
};

/** A browser that does nothing besides. */
export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
  });
