import { randomUUID } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import { expect, test } from "@/tests/support/browser";
import { axeFindings, LOOKS, overflowWidth } from "@/tests/support/browser-axe";
import { markdownOf } from "@/tests/support/browser-editor";
import { queryDatabase } from "@/tests/support/browser-database";
import { ADDRESSES, sessionCookies } from "@/tests/support/browser-people";
import { openTicketForm, referenceOf, send, write } from "@/tests/support/browser-tickets";

/**
 * A document of the test's own, of which no word is asked: a material change of one that is asked for would ask everybody in the other
 * tests. That it asks again, and when, is tests/integration/policies/acceptance.test.ts.
 */
const TITLE = `Prueba de versiones ${randomUUID().slice(0, 6)}`;
const SLUG = TITLE.toLowerCase().replaceAll(" ", "-");
const TOMORROW = Temporal.Now.zonedDateTimeISO("America/Mexico_City").toPlainDate().add({ days: 1 }).toString();

test.use({ person: "diego", viewport: { width: 1440, height: 900 } });

test("an administrator writes, publishes and announces a change; everybody can read what changes", async ({ page, as }, info) => {
  await page.goto("/agent/settings/policies");
  await page.getByRole("link", { name: "Agregar documento" }).click();
  await page.getByLabel("Título").fill(TITLE);
  await page.getByLabel("Resumen").fill("Un documento de prueba.");
  await (await markdownOf(page)).fill("Se atiende con gusto.\n\n{{horario}}");
  await page.getByRole("button", { name: "Guardar borrador" }).click();
  await expect(page.getByText("No existe el bloque «horario»").first()).toBeVisible();
  await expect(page.getByLabel("Título")).toHaveValue(TITLE);
  await (await markdownOf(page)).fill("Se atiende con gusto.\n\n{{calendar}}");
  await expect(page.getByRole("region", { name: "Así lo leerá el cliente" }).getByRole("rowheader", { name: "Lunes a viernes" })).toBeVisible();
  await page.getByRole("button", { name: "Guardar borrador" }).click();
  await expect(page.locator(":focus")).toContainText("Documento agregado.");
  const address = page.url().split("?")[0]!;

  await page.getByRole("link", { name: "Ver borrador como el público" }).click();
  await expect(page).toHaveURL(/\/versions\/1$/);
  await expect(page.getByText("Se atiende con gusto.")).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "Lunes a viernes" })).toBeVisible();
  await page.getByRole("link", { name: "Volver al documento" }).click();
  expect((await page.request.get(`/policies/${SLUG}`)).status()).toBe(404);
  await page.getByRole("button", { name: "Publicar versión" }).click();
  await expect(page.locator(":focus")).toContainText("Versión publicada.");

  // What is published is where a draft begins; it needs a word on what changes.
  await (await markdownOf(page)).fill("Se atiende con mucho gusto.\n\n{{calendar}}");
  await page.getByRole("button", { name: "Guardar borrador" }).click();
  await expect(page.locator(":focus")).toContainText("Cambios guardados.");
  await page.getByLabel("Entra en vigor el").fill(TOMORROW);
  await page.getByRole("button", { name: "Publicar versión" }).click();
  await expect(page.getByText("Escriba qué cambia").first()).toBeVisible();
  await expect(page.getByLabel("Entra en vigor el")).toHaveValue(TOMORROW);
  await page.getByLabel("Qué cambia").fill("Ahora con más gusto.");
  await page.getByRole("button", { name: "Publicar versión" }).click();
  await expect(page.locator(":focus")).toContainText("Versión publicada.");

  for (const { colorScheme, ...size } of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(size);
    for (const look of [address, `${address}/versions/2`]) {
      await page.goto(look);
      expect(await overflowWidth(page), look).toBe(0);
      expect(await axeFindings(page), look).toEqual([]);
      await page.screenshot({ path: info.outputPath(`desk-${look === address ? "policy" : "version"}-${size.width}.png`), fullPage: true });
    }
  }

  const visitor = await as(null);
  await visitor.goto(`/policies/${SLUG}`);
  await expect(visitor.getByText("Se atiende con gusto.")).toBeVisible();
  await expect(visitor.getByText("Este documento cambiará el")).toBeVisible();
  await visitor.getByRole("link", { name: "Leer la versión anunciada" }).click();
  await expect(visitor.getByText("Se atiende con mucho gusto.")).toBeVisible();
  await visitor.getByRole("link", { name: "Ver qué cambió" }).click();
  await expect(visitor.locator("ins").filter({ hasText: "mucho" })).toBeVisible();
  await visitor.goto(`/policies/${SLUG}/versions`);
  await expect(visitor.getByRole("main").getByRole("listitem").filter({ hasText: "Anunciada" })).toContainText("Ahora con más gusto.");
  await visitor.getByLabel("Una versión").selectOption(TOMORROW);
  await visitor.getByLabel("Otra versión").selectOption({ index: 1 });
  await visitor.getByRole("button", { name: "Comparar" }).click();
  await expect(visitor).toHaveURL(new RegExp(`/versions/${TOMORROW}/changes/\\d{4}-`));
  await expect(visitor.locator("ins").filter({ hasText: "mucho" })).toBeVisible();
  for (const { colorScheme, ...size } of LOOKS) {
    await visitor.emulateMedia({ colorScheme });
    await visitor.setViewportSize(size);
    for (const look of [`/policies/${SLUG}/versions`, `/policies/${SLUG}/versions/${TOMORROW}/changes`]) {
      await visitor.goto(look);
      expect(await overflowWidth(visitor), look).toBe(0);
      expect(await axeFindings(visitor), look).toEqual([]);
      await visitor.screenshot({ path: info.outputPath(`public-${look.split("/").at(-1)}-${size.width}.png`), fullPage: true });
    }
  }
});

for (const javaScriptEnabled of [true, false]) {
  test(`a newcomer accepts with the first ticket, and loses nothing that was typed (${javaScriptEnabled ? "with" : "without"} JavaScript)`, async ({ as }) => {
    const page = await as(null, { javaScriptEnabled, viewport: { width: 360, height: 740 } });
    await page.context().addCookies(await newcomerCookies());
    if (javaScriptEnabled) await openTicketForm(page);
    else await page.goto("/portal/tickets/new");
    const topic = `Consulta ${randomUUID()}`;
    await write(page, { department: "Correo electrónico", product: "Correo de acme.example", subject: topic, body: `Una pregunta sobre ${topic}.` });
    await send(page);
    await expect(page.getByText("Falta aceptar: Canal de atención, Conducta").first()).toBeVisible();
    await expect(page.getByLabel("Asunto")).toHaveValue(topic);
    await expect(page.getByLabel("Leí y acepto")).not.toBeChecked();
    if (javaScriptEnabled) expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel("Leí y acepto").check();
    await send(page);
    await referenceOf(page);
    await page.goto("/portal/tickets/new");
    await expect(page.getByLabel("Asunto")).toBeVisible();
    await expect(page.getByLabel("Leí y acepto")).toHaveCount(0);
    await page.goto("/portal/policies");
    await expect(page.getByRole("main").getByRole("link", { name: "Conducta" })).toBeVisible();
    await expect(page.getByText("Huella SHA-256")).toHaveCount(2);
    expect(await overflowWidth(page)).toBe(0);
    if (javaScriptEnabled) expect(await axeFindings(page)).toEqual([]);
  });
}

/** Somebody at Ana's company who has not written yet. */
async function newcomerCookies(): Promise<Parameters<BrowserContext["addCookies"]>[0]> {
  const email = `nueva-${randomUUID().slice(0, 8)}@acme.example`;
  await queryDatabase(
    `INSERT INTO app_user (email, name, role, organization_id, organization_role, password_hash)
     SELECT $1, 'Recién Llegada', role, organization_id, 'member', password_hash FROM app_user WHERE email = $2`,
    [email, ADDRESSES.ana],
  );
  return sessionCookies(email);
}

test("a message of the service is shown in its area, put aside by a reader, and ended by hand", async ({ page, as }) => {
  const title = `Corte programado ${randomUUID().slice(0, 6)}`;
  await page.goto("/agent/settings/notices/new");
  await page.getByLabel("Tono").selectOption("warning");
  await page.getByLabel("Título").fill(title);
  await page.getByLabel("Texto", { exact: false }).first().fill("Vea [el estado](https://status.example/) <script>alert(1)</script>");
  await expect(page.getByRole("region", { name: "Así se verá" }).getByRole("link", { name: "el estado" })).toBeVisible();
  await page.getByRole("button", { name: "Guardar aviso" }).click();
  await expect(page.getByText("Elija al menos un área").first()).toBeVisible();
  await page.getByLabel("Mostrar en: Inicio de sesión").check();
  await page.getByRole("button", { name: "Guardar aviso" }).click();
  await expect(page.locator(":focus")).toContainText("Aviso guardado.");

  const visitor = await as(null, { viewport: { width: 360, height: 740 } });
  await visitor.goto("/sign-in");
  const banner = visitor.getByRole("region", { name: "Avisos del servicio" });
  await expect(banner).toContainText(`Atención: ${title}`);
  await expect(banner.getByRole("link", { name: "el estado" })).toHaveAttribute("href", "https://status.example/");
  expect(await axeFindings(visitor)).toEqual([]);
  expect(await overflowWidth(visitor)).toBe(0);
  await visitor.getByRole("button", { name: `Ocultar aviso: ${title}` }).click();
  await expect(visitor.getByText(title)).toHaveCount(0);
  await visitor.reload();
  await expect(visitor.getByLabel("Contraseña")).toBeVisible();
  await expect(visitor.getByText(title)).toHaveCount(0);

  const row = page.getByRole("main").getByRole("listitem").filter({ hasText: title });
  await row.getByRole("link", { name: title }).click();
  await expect(page.getByText(`Atención: ${title}`)).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole("link", { name: "Volver a los avisos" }).click();
  await row.getByRole("button", { name: `Terminar ahora: ${title}` }).click();
  await expect(page.locator(":focus")).toContainText("Aviso terminado.");
  await expect(row).toContainText("Terminado");
  const other = await as(null);
  await other.goto("/sign-in");
  await expect(other.getByText(title)).toHaveCount(0);
});
