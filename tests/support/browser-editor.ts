import type { Locator, Page } from "@playwright/test";

/** The field with an editor's Markdown, whichever way the editor shows its text. */
export async function markdownOf(page: Page, name = "body"): Promise<Locator> {
  await page.getByRole("button", { name: /^Ver (?:Markdown|con formato)$/ }).waitFor();
  const leave = page.getByRole("button", { name: "Ver Markdown" });
  if (await leave.isVisible()) await leave.click();
  return page.locator(`[name="${name}"]`);
}
