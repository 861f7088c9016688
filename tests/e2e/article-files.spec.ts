import { expect, test } from "@/tests/support/browser";
import { axeFindings, overflowWidth } from "@/tests/support/browser-axe";
import { choose, row, secretPicture, untilUploaded } from "@/tests/support/browser-files";

// Of this article in this file alone.
const SLUG = "configurar-spf";
// The recorder fetches the previews of pictures, which the policy refuses, and each refusal fails a test.
test.use({ person: "carla", trace: "off" });

test("the desk gives an article files, puts them in order and takes one away; everybody sees what is left, below the article", async ({ page, as }, info) => {
  await page.goto(`/agent/kb/articles?q=spf`);
  await page.locator(`a[href="/agent/kb/articles/${SLUG}"]`).click();
  await expect(page.getByText("Este artículo aún no tiene archivos.")).toBeVisible();
  const text = (name: string, words: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(words) });
  await choose(page, { name: "panel.png", mimeType: "image/png", buffer: await secretPicture() }, text("ejemplo.txt", "v=spf1 include:_spf.impera.example ~all\n"), text("sobra.log", "DB_PASSWORD=k7.Lima\n"));
  for (const name of ["panel.png", "ejemplo.txt", "sobra.log"]) await untilUploaded(page, name);
  await expect(page.getByText(/«sobra.log» parece traer datos secretos/)).toBeVisible();
  await page.getByRole("button", { name: "Agregar al artículo" }).click();
  await expect(page.getByRole("button", { name: "Bajar sobra.log un lugar" })).toBeVisible();
  await expect(row(page, "panel.png")).toHaveCount(0);
  await page.getByRole("button", { name: "Subir ejemplo.txt un lugar" }).click();
  const names = page.getByRole("region").or(page.locator("section")).filter({ hasText: "Archivos del artículo" }).locator("ol > li a");
  await expect(names).toHaveText([/ejemplo\.txt/, /panel\.png/, /sobra\.log/]);
  page.once("dialog", (dialog) => void dialog.accept());
  await page.getByRole("button", { name: "Quitar sobra.log", exact: true }).click();
  await expect(names).toHaveText([/ejemplo\.txt/, /panel\.png/]);
  await page.screenshot({ path: info.outputPath("desk-1440.png"), fullPage: true });

  const reader = await as(null, { viewport: { width: 360, height: 740 } });
  await reader.goto(`/kb/articles/${SLUG}`);
  const files = reader.getByRole("list", { name: "Archivos de este artículo" });
  await expect(files.getByRole("link")).toHaveText([/ejemplo\.txt/, /panel\.png/]);
  await files.scrollIntoViewIfNeeded();
  expect([await overflowWidth(reader), await axeFindings(reader)]).toEqual([0, []]);
  await expect.poll(() => files.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await files.screenshot({ path: info.outputPath("public-360.png") });
  const download = reader.waitForEvent("download");
  await files.getByRole("link", { name: /ejemplo\.txt/ }).click();
  expect((await download).suggestedFilename()).toBe("ejemplo.txt");
});
