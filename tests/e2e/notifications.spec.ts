import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/browser";
import { expectGoodLooks } from "@/tests/support/browser-axe";
import { queryDatabase } from "@/tests/support/browser-database";
import { sessionCookies } from "@/tests/support/browser-people";
import { openTicketForm, sendUntilRaised, write } from "@/tests/support/browser-tickets";

const SABINO = "gerardo@mueblessabino.example";

/** Somebody new at a customer of the demonstration, whom nobody told anything yet. */
async function newcomer(name: string): Promise<string> {
  const email = `avisos-${randomUUID().slice(0, 8)}@mueblessabino.example`;
  await queryDatabase(
    `INSERT INTO app_user (email, name, role, organization_id, organization_role, password_hash)
     SELECT $1, $3, role, organization_id, 'member'::organization_role, password_hash FROM app_user WHERE email = $2`,
    [email, SABINO, name],
  );
  await queryDatabase(
    `INSERT INTO policy_acceptance (user_id, version_id, sha256, accepted_at, browser)
     SELECT n.id, a.version_id, a.sha256, now(), 'Prueba' FROM policy_acceptance a JOIN app_user u ON u.id = a.user_id JOIN app_user n ON n.email = $1 WHERE u.email = $2`,
    [email, SABINO],
  );
  return email;
}

/** Whether it looks as it should, kept to be looked at with LOOK=1. */
async function look(page: Page, what: string): Promise<void> {
  await expectGoodLooks(page, what);
  if (!process.env.LOOK) return;
  for (const [colorScheme, width] of [["light", 360], ["dark", 1440]] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `test-results/looks/${what}-${width}.png`, fullPage: true });
  }
}

test("an answer rings the bell; what was read is read, with and without JavaScript, and a mail says it in the words of the desk", async ({ as }) => {
  test.setTimeout(180_000);
  const name = `Avisos ${randomUUID().slice(0, 6)}`;
  const email = await newcomer(name);
  const cookies = await sessionCookies(email);
  const customer = await as(null, { viewport: { width: 1440, height: 900 } });
  await customer.context().addCookies(cookies);
  await openTicketForm(customer);
  await write(customer, { department: "Correo electrónico", product: "Correo de mueblessabino.example", subject: `Buzón ${name}`, body: `El buzón de ${name} está lleno.` });
  const reference = await sendUntilRaised(customer);
  // Elsewhere: whoever has the ticket open sees the answer there, and has read what is told of it.
  await customer.goto("/portal/tickets");

  const carla = await as("carla", { viewport: { width: 1440, height: 900 } });
  await carla.goto(`/agent/tickets/${reference}`);
  for (const body of [`Primero: vacíe la papelera, ${name}.`, "Segundo: avísenos."]) {
    await carla.getByLabel(`Respuesta para ${name}`).fill(body);
    await carla.getByRole("button", { name: "Enviar respuesta" }).click();
    await expect(carla.getByRole("article").getByText(body)).toBeVisible();
  }

  const bell = customer.getByRole("link", { name: /^Avisos/ });
  await expect(async () => {
    await customer.goto("/portal/tickets");
    await expect(bell).toHaveAccessibleName("Avisos: 2 sin leer", { timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await bell.click();
  await expect(customer.getByRole("link", { name: "Carla Ríos respondió." })).toHaveCount(2);
  await look(customer, "bell");

  const plain = await as(null, { javaScriptEnabled: false });
  await plain.context().addCookies(cookies);
  await plain.goto("/portal/notifications");
  await plain.getByRole("button", { name: /^Marcar como leído/ }).first().click();
  await expect(plain.getByRole("link", { name: "Avisos: 1 sin leer" })).toBeVisible();
  await customer.reload();
  await customer.getByRole("button", { name: "Marcar todo como leído" }).click();
  await expect(customer.getByText("Sin leer")).toHaveCount(0);
  await expect(bell).toHaveAccessibleName("Avisos");

  await customer.getByRole("link", { name: "Elegir qué avisos recibo" }).click();
  await look(customer, "preferences");
  const states = customer.getByRole("group", { name: "Estado de sus solicitudes" });
  await states.getByLabel("Por correo").uncheck();
  await customer.getByRole("button", { name: "Guardar" }).click();
  await expect(customer.getByText("Guardado.")).toBeVisible();
  await customer.reload();
  await expect(states.getByLabel("Por correo")).not.toBeChecked();
  await expect(states.getByLabel("En la campana")).toBeChecked();

  await customer.goto(`/portal/tickets/${reference}`);
  await customer.getByRole("button", { name: "Dejar de recibir avisos de esta solicitud" }).click();
  await expect(customer.getByText("No recibe avisos de esta solicitud.")).toBeVisible();

  const diego = await as("diego", { viewport: { width: 1440, height: 900 } });
  await diego.goto("/agent/settings/mail/answers");
  await look(diego, "template");
  await diego.getByLabel("Texto", { exact: true }).fill("Hola, {cliente}: {novedades} {enlace}");
  await diego.getByRole("button", { name: "Guardar" }).click();
  await expect(diego.getByText("No existe {cliente}.").first()).toBeVisible();
  await diego.getByRole("button", { name: "Enviarme una prueba" }).click();
  await expect(diego.getByText("La prueba quedó en el correo de salida.")).toBeVisible();
  const row = diego.getByRole("row").filter({ hasText: "[Prueba] [IMP-7K3M-Q2XD] El correo dejó de llegar" }).first();
  await expect(async () => {
    await diego.goto("/agent/settings/outbox?state=kept");
    await expect(row).toContainText("Diego Mora", { timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await look(diego, "outbox");
  await row.getByRole("link").click();
  await expect(diego.getByText("Todo está aquí:").or(diego.getByText("Vea la conversación completa")).first()).toBeVisible();
  await look(diego, "mail");
  await diego.goto("/agent/notifications/preferences");
  await look(diego, "staff-preferences");
});
