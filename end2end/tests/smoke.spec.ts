import { expect, test } from "@playwright/test";

test("the page answers in both languages", async ({ page }) => {
  const response = await page.goto("./");
  expect(response?.status()).toBe(200);
  await expect(page.locator("html")).toHaveAttribute("lang", "id");
  await page.goto("./en/");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("an unknown address is answered with a way home", async ({ page }) => {
  const response = await page.goto("./no/such/page");
  expect(response?.status()).toBe(404);
  await page.getByRole("link", { name: "Laporan" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "id");
});
