import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/browser";
import { axeFindings, LOOKS, overflowWidth } from "@/tests/support/browser-axe";
import { markdownOf } from "@/tests/support/browser-editor";

// Nobody else writes a new article as her: its draft is one a person.
test.use({ person: "elena", viewport: { width: 1440, height: 900 } });

const field = (page: Page, name: string) => page.locator(`[name="${name}"]`);
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

async function writeBody(page: Page, from: string, to: string): Promise<void> {
  const body = await markdownOf(page);
  await body.fill((await body.inputValue()).replace(from, to));
}

/** In both looks: nothing for axe, nothing too wide; kept to be looked at. */
async function look(page: Page, pathOf: (name: string) => string, what: string): Promise<void> {
  for (const { colorScheme, width, height } of LOOKS) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height });
    expect.soft([await overflowWidth(page), await axeFindings(page)], `${what}, ${width} px`).toEqual([0, []]);
    await page.screenshot({ path: pathOf(`${what}-${width}.png`) });
  }
}

test("an article is written, read, changed, compared, restored and planned; two who write do not write over each other", async ({ page, as }, info) => {
  // Of this test alone, and of this try.
  const TITLE = `Encender el ajolote del servidor ${info.retry + 1}`;
  const SLUG = `encender-el-ajolote-del-servidor-${info.retry + 1}`;
  const DESK = `/agent/kb/articles/${SLUG}`;
  const isDone = (tab: Page) => expect(tab).toHaveURL(new RegExp(`${DESK}\\?done=saved$`));
  await page.goto("/agent/kb/articles");
  await page.getByRole("link", { name: "Escribir artículo" }).click();
  await field(page, "title").fill(TITLE);
  await field(page, "summary").fill("Para cuando el ajolote duerme.");
  await (await markdownOf(page)).fill("## Pasos\n\nAbra el puerto 25 del servidor.\n\nEspere **dos** minutos.");
  await press(page, "Guardar borrador");
  // The one thing that is missing is named; nothing typed is lost.
  await expect(page.getByRole("alert").filter({ hasText: "Elija una" })).toBeVisible();
  await expect(field(page, "body")).toHaveValue(/puerto 25/);
  const preview = page.getByRole("region", { name: "Así lo verá el cliente" });
  await expect(preview.getByRole("heading", { name: "Pasos" })).toBeVisible();
  await expect(preview.locator("strong")).toHaveText("dos");
  await field(page, "categoryId").selectOption({ index: 1 });
  await page.screenshot({ path: info.outputPath("new-1440.png"), fullPage: true });
  await press(page, "Guardar borrador");
  await isDone(page);

  const reader = await as(null, { viewport: { width: 360, height: 740 } });
  expect((await reader.goto(`/kb/articles/${SLUG}`))?.status()).toBe(404);
  await press(page, "Publicar ahora");
  await expect(page.getByText("Se lee la versión 1.")).toBeVisible();
  await reader.goto(`/kb/articles/${SLUG}`);
  await expect(reader.getByText("Abra el puerto 25 del servidor.")).toBeVisible();

  // A tab that is closed loses nothing; what was kept is gone on with, or thrown away.
  const lost = await as("elena");
  await lost.goto(`${DESK}/edit`);
  await writeBody(lost, "dos", "cinco");
  await expect(lost.getByText(/^Borrador guardado a las/)).toBeVisible();
  await lost.close();
  await page.goto("/agent/kb/articles");
  await page.locator(`a[href="${DESK}/edit"]`).click();
  await expect(page.getByText(/^Sigue un borrador sin guardar/)).toBeVisible();
  await expect(field(page, "body")).toHaveValue(/cinco/);
  await look(page, info.outputPath.bind(info), "draft");
  await press(page, "Descartar el borrador");
  await expect(page.getByText(/^Sigue un borrador sin guardar/)).toBeHidden();
  await expect(field(page, "body")).toHaveValue(/dos/);

  // Two begin with the same version.
  const other = await as("diego");
  for (const each of [page, other]) await each.goto(`${DESK}/edit`);
  await writeBody(other, "25", "587");
  await press(other, "Guardar versión");
  await isDone(other);
  await writeBody(page, "dos", "tres");
  await press(page, "Guardar versión");
  const theirs = page.getByRole("region", { name: /Lo que guardó .+ \(versión 2\)/ });
  await expect(theirs.getByRole("textbox", { name: "Texto" })).toHaveValue(/puerto 587/);
  await expect(field(page, "body")).toHaveValue(/puerto 25[^]*tres/);
  expect(await axeFindings(page)).toEqual([]);
  await page.screenshot({ path: info.outputPath("conflict-1440.png"), fullPage: true });
  await writeBody(page, "25", "587");
  await press(page, "Guardar versión");
  await isDone(page);
  await expect(page.getByText("Se lee la versión 1; la versión 3 espera")).toBeVisible();
  await reader.reload();
  await expect(reader.getByText("Abra el puerto 25 del servidor.")).toBeVisible();

  await page.goto(`${DESK}/versions?from=1&to=3`);
  await expect(page.locator("ins")).toContainText(["587", "tres"]);
  await expect(page.locator("del")).toContainText(["25", "dos"]);
  await page.screenshot({ path: info.outputPath("versions-1440.png"), fullPage: true });
  await page.setViewportSize({ width: 360, height: 740 });
  expect([await overflowWidth(page), await axeFindings(page)]).toEqual([0, []]);
  await page.screenshot({ path: info.outputPath("versions-360.png"), fullPage: true });
  await press(page, "Restaurar la versión 1");
  await isDone(page);
  await expect(page.getByText("la versión 4 espera")).toBeVisible();

  await page.locator("summary", { hasText: "Programar publicación" }).click();
  await field(page, "publishAt").fill("2020-01-01T09:00");
  await press(page, "Programar publicación");
  await expect(page.getByRole("alert").filter({ hasText: "aún no hayan pasado" })).toBeVisible();
  await field(page, "publishAt").fill("2031-01-06T09:00");
  await press(page, "Programar publicación");
  await expect(page.getByText(/Se publicará el .*9:00/)).toBeVisible();
  expect([await overflowWidth(page), await axeFindings(page)]).toEqual([0, []]);
  await page.screenshot({ path: info.outputPath("article-360.png"), fullPage: true });
  await press(page, "Retirar de la vista");
  await expect(page.getByText("Está retirado")).toBeVisible();
  expect((await reader.goto(`/kb/articles/${SLUG}`))?.status()).toBe(404);
  await press(page, "Archivar");
  await expect(page.getByRole("button", { name: "Recuperar como borrador" })).toBeVisible();
});
