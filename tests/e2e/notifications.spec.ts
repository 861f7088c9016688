import { randomUUID } from "node:crypto";
import { expect, test } from "@/tests/support/browser";
import { lookAt } from "@/tests/support/browser-axe";
import { newcomer } from "@/tests/support/browser-newcomer";
import { sessionCookies } from "@/tests/support/browser-people";
import { openTicketForm, sendUntilRaised, write } from "@/tests/support/browser-tickets";

const SABINO = "gerardo@mueblessabino.example";

test("an answer rings the bell; what was read is read, with and without JavaScript, and a mail says it in the words of the desk", async ({ as }) => {
  test.setTimeout(180_000);
  const name = `Avisos ${randomUUID().slice(0, 6)}`;
  const email = await newcomer(SABINO, name);
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
  await lookAt(customer, "bell");

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
  await lookAt(customer, "preferences");
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
  await lookAt(diego, "template");
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
  await lookAt(diego, "outbox");
  await row.getByRole("link").click();
  await expect(diego.getByText("Todo está aquí:").or(diego.getByText("Vea la conversación completa")).first()).toBeVisible();
  await lookAt(diego, "mail");
  await diego.goto("/agent/notifications/preferences");
  await lookAt(diego, "staff-preferences");
});
