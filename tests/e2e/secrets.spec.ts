import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/browser";
import { axeFindings, overflowWidth } from "@/tests/support/browser-axe";
import { queryDatabase } from "@/tests/support/browser-database";
import { openTicketForm, sendUntilRaised, write } from "@/tests/support/browser-tickets";

// Drafts of this one are written in this file alone.
const WRITER = "pilar";
const MARK = "🔒 dato sellado";

test.use({ person: WRITER });

const body = (page: Page) => page.getByLabel("Descripción");
const guard = (page: Page) => page.locator("#datos-secretos");

async function seal(page: Page, about: string, secret: string): Promise<void> {
  await openTicketForm(page);
  await write(page, { department: "Soporte técnico", subject: about, body: `${about}.\nLa contraseña del buzón es ${secret} y no entra.` });
  await expect(guard(page).locator("mark")).toHaveText(secret);
  await guard(page).getByRole("button", { name: `Sellar contraseña: ${secret}` }).click();
  await expect(body(page)).toHaveValue(`${about}.\nLa contraseña del buzón es ${MARK} y no entra.`);
}

test("a password is sealed before sending, read by an agent on request, and the trail says so to both", async ({ page, as }) => {
  const secret = "Axolotl.7791";
  await seal(page, "El buzón de los ajolotes no abre", secret);
  await expect(guard(page)).toContainText("Queda como");

  // Undone before sending, the text is as it was; sealed again, it goes.
  await guard(page).getByRole("button", { name: `Deshacer ${MARK}` }).click();
  await expect(body(page)).toHaveValue(/es Axolotl\.7791 y/);
  await guard(page).getByRole("button", { name: /^Sellar contraseña/ }).click();
  await expect(body(page)).not.toHaveValue(/Axolotl/);

  // The draft has the mark, and what is sealed comes back with it, encrypted until then.
  await expect(page.getByText("Borrador guardado")).toBeVisible();
  await expect(async () => {
    const [draft] = await queryDatabase<{ text: string; held: number }>(
      "SELECT (SELECT string_agg(data::text, ' ') FROM ticket_draft WHERE slot = 'new' AND user_id = u.id) AS text, (SELECT count(*)::int FROM held_secret h WHERE h.user_id = u.id) AS held FROM app_user u WHERE u.email = $1",
      ["pilar@eltintero.example"],
    );
    expect(draft?.text).toContain(MARK);
    expect(draft?.text).not.toContain(secret);
    expect(draft?.held).toBe(1);
  }).toPass();
  await page.reload();
  await expect(body(page)).toHaveValue(new RegExp(MARK));
  await expect(guard(page).getByRole("button", { name: `Deshacer ${MARK}` })).toBeVisible();

  const reference = await sendUntilRaised(page);
  await expect(page.getByRole("list", { name: "Datos sellados de este mensaje" })).toContainText("Nadie lo ha leído.");
  await page.reload();
  await expect(page.getByText(MARK).first()).toBeVisible();
  expect(await page.content()).not.toContain(secret);

  const desk = await as("carla", { viewport: { width: 1440, height: 900 } });
  await desk.goto(`/agent/tickets/${reference}`);
  expect(await desk.content()).not.toContain(secret);
  await desk.getByRole("button", { name: `Ver dato: ${MARK}` }).click();
  await expect(desk.getByLabel("Contenido del dato sellado")).toHaveValue(secret);
  await expect(desk.getByText(/leyó un dato sellado \(contraseña\)/)).toBeVisible();
  expect(await axeFindings(desk)).toEqual([]);
  await desk.getByRole("button", { name: "Ocultar" }).click();
  await expect(desk.getByLabel("Contenido del dato sellado")).toHaveCount(0);

  await page.reload();
  await expect(page.getByRole("list", { name: "Datos sellados de este mensaje" })).toContainText(/Leído por Carla/);

  // A desk that was running before keeps its log elsewhere.
  const logFile = process.env.E2E_LOG_FILE;
  if (!logFile) return;
  const logged = readFileSync(logFile, "utf8");
  expect(logged.length).toBeGreaterThan(0);
  expect(logged).not.toContain(secret);

});

test("what was typed a moment before sending is asked about once, and then goes as it is written", async ({ page }) => {
  await openTicketForm(page);
  await write(page, { department: "Soporte técnico", subject: "La impresora de los colibríes no conecta", body: "Sin novedad." });
  await body(page).fill("No conecta. password: Colibri.55");
  await page.getByRole("button", { name: "Enviar ticket" }).click();
  await expect(page.getByRole("link", { name: /Parece que su mensaje o sus archivos traen datos secretos/ })).toBeVisible();
  await expect(guard(page).locator("mark")).toHaveText("Colibri.55");
  await expect(body(page)).toHaveValue("No conecta. password: Colibri.55");
  await sendUntilRaised(page);
  await expect(page.getByText("No conecta. password: Colibri.55")).toBeVisible();
});

test("without JavaScript the server asks, and seals what is ticked", async ({ as }) => {
  const page = await as(WRITER, { javaScriptEnabled: false });
  await openTicketForm(page);
  await write(page, { department: "Soporte técnico", subject: "El correo de los tapires no sale", body: "No sale. La contraseña es Tapir.2288 y el NIP: 4821" });
  await page.getByRole("button", { name: "Enviar ticket" }).click();
  const boxes = guard(page).getByRole("checkbox");
  await expect(boxes).toHaveCount(2);
  await boxes.nth(0).check();
  await sendUntilRaised(page);
  await expect(page.getByText(`No sale. La contraseña es ${MARK} y el NIP: 4821`)).toBeVisible();
});

test("an agent's reply is looked at too, and a customer's", async ({ page, as }) => {
  await openTicketForm(page);
  await write(page, { department: "Soporte técnico", subject: "Acceso para los flamencos", body: "Pedimos un acceso para el equipo de los flamencos." });
  const reference = await sendUntilRaised(page);
  const desk = await as("elena", { viewport: { width: 1440, height: 900 } });
  await desk.goto(`/agent/tickets/${reference}`);
  const reply = desk.getByRole("tabpanel").getByRole("textbox").first();
  await reply.fill("Su acceso: usuario flamenco, contraseña: Rosado.991");
  await desk.getByRole("button", { name: /^Sellar contraseña/ }).click();
  await expect(reply).toHaveValue(`Su acceso: usuario flamenco, contraseña: ${MARK}`);
  await desk.getByRole("button", { name: "Enviar respuesta" }).click();
  await expect(desk.getByRole("list", { name: "Datos sellados de este mensaje" })).toBeVisible();
  await expect(desk.locator("#datos-secretos")).not.toContainText("Queda como");

  await page.reload();
  await page.getByLabel("Responder").fill("La tarjeta es 4111 1111 1111 1111");
  await page.getByRole("button", { name: /^Sellar número de tarjeta/ }).click();
  await page.getByRole("button", { name: "Enviar respuesta" }).click();
  await expect(page.getByText(`La tarjeta es ${MARK}`)).toBeVisible();
});

for (const { width, height, colorScheme } of [
  { width: 360, height: 740, colorScheme: "light" },
  { width: 1440, height: 900, colorScheme: "dark" },
] as const) {
  test(`the form and the sealed field fit ${width} px in ${colorScheme}, and axe finds nothing`, async ({ as }) => {
    const page = await as(WRITER, { viewport: { width, height }, colorScheme });
    await seal(page, "El buzón de los quetzales no abre", "Quetzal.3391");
    await body(page).fill(`${await body(page).inputValue()}\ncPanel: tintero / Mx8!ruta66\ntarjeta 4111 1111 1111 1111`);
    await expect(guard(page).locator("mark")).toHaveCount(2);
    await guard(page).scrollIntoViewIfNeeded();
    await page.screenshot({ path: `test-results/secrets-form-${width}-${colorScheme}.png`, fullPage: true });
    expect(await overflowWidth(page)).toBeLessThanOrEqual(0);
    expect(await axeFindings(page)).toEqual([]);
    const reference = await sendUntilRaised(page);
    await page.getByRole("list", { name: "Datos sellados de este mensaje" }).scrollIntoViewIfNeeded();
    await page.screenshot({ path: `test-results/secrets-ticket-${width}-${colorScheme}.png`, fullPage: true });
    expect(await axeFindings(page)).toEqual([]);
    const desk = await as("elena", { viewport: { width, height }, colorScheme });
    await desk.goto(`/agent/tickets/${reference}`);
    await desk.getByRole("button", { name: `Ver dato: ${MARK}` }).click();
    await expect(desk.getByLabel("Contenido del dato sellado")).toHaveValue("Quetzal.3391");
    await desk.getByLabel("Contenido del dato sellado").scrollIntoViewIfNeeded();
    await desk.screenshot({ path: `test-results/secrets-desk-${width}-${colorScheme}.png` });
    expect(await overflowWidth(desk)).toBeLessThanOrEqual(0);
  });
}
