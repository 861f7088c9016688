import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/browser";
import { axeFindings, LOOKS, overflowWidth } from "@/tests/support/browser-axe";
import { queryDatabase } from "@/tests/support/browser-database";
import { markdownOf } from "@/tests/support/browser-editor";
import { newcomer } from "@/tests/support/browser-newcomer";
import { deskUrl, sessionCookies } from "@/tests/support/browser-people";
import { openTicketForm, sendUntilRaised, write } from "@/tests/support/browser-tickets";

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

test("what a ticket taught becomes an article, goes into an answer, and is read from its hour on", async ({ page, as }, info) => {
  test.slow();
  const nth = info.retry + 1;
  const about = `El tlacuache ${nth} no imprime recibos`;
  const customer = await as(null);
  await customer.context().addCookies(await sessionCookies(await newcomer("gerardo@mueblessabino.example", "Hugo Prueba")));
  await openTicketForm(customer);
  await write(customer, { department: "Correo electrónico", product: "Correo de mueblessabino.example", subject: about, body: `Hola, soy Hugo.\nEl tlacuache ${nth} no imprime.\nLa contraseña es Axolotl.7793 y mi teléfono 55 1234 5678.` });
  await customer.getByRole("button", { name: "Sellar contraseña: Axolotl.7793" }).click();
  const reference = await sendUntilRaised(customer);

  // Two keys put an article into the answer: its link, then its text.
  await page.goto(`/agent/tickets/${reference}`);
  const box = page.getByLabel(/^Respuesta para /);
  await box.fill("Estimado Hugo:");
  await box.press("Control+.");
  const dialog = page.getByRole("dialog", { name: "Insertar un artículo en la respuesta" });
  const sought = dialog.getByRole("combobox");
  await expect(sought).toBeFocused();
  await expect(sought).toHaveValue(about);
  await sought.fill("corregir el registro SPF");
  const option = dialog.getByRole("option", { selected: true });
  await expect(option).toContainText("SPF");
  await look(page, info.outputPath.bind(info), "insert");
  const title = await option.locator("span").first().innerText();
  await sought.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(box).toBeFocused();
  const link = new RegExp(`^Estimado Hugo: \\[[^\\]]+\\]\\(${deskUrl()}/(?:portal/)?kb/articles/[a-z0-9-]+\\)$`);
  await expect(box).toHaveValue(link);
  await box.press("Control+.");
  await sought.fill(title);
  await expect(option).toContainText(title);
  await sought.press("Control+Enter");
  await expect(dialog).toBeHidden();
  await expect(box).toHaveValue(/\)\n\n\S/);
  await page.getByLabel("Después de enviar").selectOption("solved");
  await page.getByRole("button", { name: "Enviar respuesta" }).click();
  await expect(page.getByRole("heading", { name: "Artículo de este ticket" })).toBeVisible();
  await customer.reload();
  await customer.getByRole("main").getByRole("link", { name: title }).first().click();
  await expect(customer.getByRole("heading", { level: 1, name: title })).toBeVisible();

  // A draft without whom it was about, and with a way back.
  await page.screenshot({ path: info.outputPath("from-ticket-1440.png"), fullPage: true });
  await page.getByLabel("Tema", { exact: true }).selectOption({ label: "Correo electrónico" });
  await page.getByRole("button", { name: "Crear artículo de este ticket" }).click();
  await expect(page).toHaveURL(/\/agent\/kb\/articles\/[a-z0-9-]+\?done=saved$/);
  const slug = new URL(page.url()).pathname.split("/").at(-1)!;
  const reader = await as(null);
  expect((await reader.goto(`/kb/articles/${slug}`))?.status()).toBe(404);
  await page.locator("summary", { hasText: "Programar publicación" }).click();
  await field(page, "publishAt").fill("2031-01-06T09:00");
  await press(page, "Programar publicación");
  await expect(page.getByText(/Se publicará el .*9:00/)).toBeVisible();
  // Its hour has come.
  await queryDatabase("UPDATE article SET publish_at = date_trunc('minute', now()) WHERE slug = $1", [slug]);
  await queryDatabase("INSERT INTO pgboss.job (name, data) VALUES ('kb.publish-due', '{}')");
  await expect(async () => expect((await reader.goto(`/kb/articles/${slug}`))?.status()).toBe(200)).toPass({ timeout: 30_000 });
  await expect(reader.getByRole("heading", { level: 1, name: about })).toBeVisible();
  await expect(reader.getByText(`El tlacuache ${nth} no imprime.`).first()).toBeVisible();
  expect(await reader.content()).not.toMatch(/Hugo|Axolotl|1234 5678|🔒/);
  await page.reload();
  await expect(page.getByText("Se lee la versión 1.")).toBeVisible();
  await page.getByRole("link", { name: reference }).click();
  await page.locator(`a[href="/agent/kb/articles/${slug}"]`).click();
  await expect(page).toHaveURL(new RegExp(`/agent/kb/articles/${slug}$`));
});
