import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/browser";
import { expectGoodLooks, lookAt } from "@/tests/support/browser-axe";
import { queryDatabase } from "@/tests/support/browser-database";
import { newcomer } from "@/tests/support/browser-newcomer";
import { ADDRESSES, sessionCookies } from "@/tests/support/browser-people";
import { openTicketForm, sendUntilRaised, write } from "@/tests/support/browser-tickets";

const SABINO = "gerardo@mueblessabino.example";
const IN_A_WEEK = Temporal.Now.plainDateISO("America/Mexico_City").add({ days: 7 }).toString();

async function reply(page: Page, body: string): Promise<void> {
  await page.getByLabel("Responder", { exact: true }).fill(body);
  await page.getByRole("button", { name: "Enviar respuesta" }).click();
  await expect(page.getByRole("main").getByText(body)).toBeVisible();
}

test("insults are judged by people: two warnings, a suspension that the open page notices, and an appeal that somebody else decides", async ({ as }) => {
  test.setTimeout(150_000);
  const name = `Prueba ${randomUUID().slice(0, 6)}`;
  const author = await newcomer(SABINO, name);
  const customer = await as(null, { viewport: { width: 1440, height: 900 } });
  await customer.context().addCookies(await sessionCookies(author));
  const diego = await as("diego", { viewport: { width: 1440, height: 900 } });

  // What the rule finds holds nothing back; it opens a case.
  const subject = `Buzón ${name}`;
  await openTicketForm(customer);
  await write(customer, { department: "Correo electrónico", product: "Correo de mueblessabino.example", subject, body: `El buzón de ${name} no abre. Son unos pendejos inútiles.` });
  const reference = await sendUntilRaised(customer);
  await diego.goto("/agent/conduct");
  const rows = diego.getByRole("main").getByRole("listitem").filter({ hasText: subject });
  await expect(rows).toContainText("Regla");
  await lookAt(diego, "conduct");
  await rows.getByRole("link").click();
  await expect(diego.getByRole("main").locator("mark").first()).toContainText("pendejos");
  await lookAt(diego, "case");
  await diego.getByLabel("Texto de la advertencia").fill("Le pedimos cortesía. Es la primera advertencia.");
  await diego.getByRole("button", { name: "Enviar la advertencia" }).click();
  await expect(diego.getByRole("button", { name: "Enviar la advertencia" })).toHaveCount(0);
  await expect(diego.getByText("Con advertencia").first()).toBeVisible();

  // The customer reads the warning in the ticket, and writes in the same tone.
  await customer.goto(`/portal/tickets/${reference}`);
  await expect(customer.getByRole("main").getByText("Es la primera advertencia.")).toBeVisible();
  await reply(customer, "Ustedes son unos imbéciles.");
  await diego.goto("/agent/conduct");
  await rows.getByRole("link").click();
  await expect(diego.getByText("Advertencia 2 de 2")).toBeVisible();
  await diego.getByLabel("Texto de la advertencia").fill("Esta es la segunda advertencia.");
  await diego.getByRole("button", { name: "Enviar la advertencia" }).click();
  await expect(diego.getByRole("button", { name: "Enviar la advertencia" })).toHaveCount(0);
  await expect(diego.getByText("Con advertencia").first()).toBeVisible();
  await customer.reload();
  await expect(customer.getByRole("main").getByText("Esta es la segunda advertencia.")).toBeVisible();

  // An administrator suspends while the customer writes: nothing that was typed is lost, and what is left open can be used.
  const answer = `Pues sigo sin buzón, ${name}.`;
  await customer.getByLabel("Responder", { exact: true }).fill(answer);
  await expect(customer.getByText(/^Borrador guardado a las/)).toBeVisible();
  await diego.locator("summary").filter({ hasText: "Suspender" }).click();
  await diego.getByLabel("Motivo").fill(`Insistió después de dos advertencias, ${name}.`);
  await diego.getByLabel("Hasta", { exact: true }).fill(IN_A_WEEK);
  await diego.getByRole("button", { name: "Suspender", exact: true }).click();
  await expect(diego.getByText("Con suspensión").first()).toBeVisible();
  const banner = customer.getByText(/^Su cuenta está suspendida hasta el/).first();
  // The open page learns of it by itself, and shows what was being written.
  await expect(banner).toBeVisible();
  await expect(customer.getByText("por ahora no puede responder en este ticket")).toBeVisible();
  await expect(customer.getByText(answer)).toBeVisible();
  await customer.getByRole("link", { name: "Levantar un ticket", exact: true }).click();
  await expect(customer.getByRole("radio", { name: "Facturación" })).toBeVisible();
  await expect(customer.getByRole("radio", { name: "Correo electrónico" })).toHaveCount(0);
  await write(customer, { department: "Facturación", subject: `Recibo ${name}`, body: `Necesito el recibo de ${name}.` });
  await sendUntilRaised(customer);
  await customer.goto(`/portal/tickets/${reference}`);
  await expect(customer.getByText("por ahora no puede responder en este ticket")).toBeVisible();
  await expect(customer.getByText(answer)).toBeVisible();

  // The appeal, without JavaScript and with a session that ends while it is written.
  const plain = await as(null, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await plain.context().addCookies(await sessionCookies(author));
  await plain.goto("/portal/suspension");
  await expect(plain.getByText(`Insistió después de dos advertencias, ${name}.`)).toBeVisible();
  await expect(plain.getByText("Levantar tickets y responder en: Facturación.")).toBeVisible();
  await plain.getByLabel("Su apelación").fill(`Me disculpo, ${name}.`);
  await plain.context().clearCookies();
  await plain.getByRole("button", { name: "Enviar la apelación" }).click();
  await expect(plain.getByText("Su sesión terminó.").first()).toBeVisible();
  await plain.context().addCookies(await sessionCookies(author));
  await plain.getByRole("button", { name: "Enviar la apelación" }).click();
  await expect(plain.getByText("La resolverá un administrador que no impuso la suspensión.")).toBeVisible();
  await expect(plain.getByText(`Me disculpo, ${name}.`)).toBeVisible();

  // Whoever imposed it does not decide on it; another administrator does, and the trail says so.
  await diego.reload();
  await expect(diego.getByText("Quien impuso la suspensión no decide sobre la apelación.")).toBeVisible();
  await expect(diego.getByRole("button", { name: "Resolver", exact: true })).toHaveCount(0);
  const julia = await as(null, { viewport: { width: 1440, height: 900 } });
  await julia.context().addCookies(await sessionCookies(await newcomer(ADDRESSES.diego, "Otra Administradora")));
  await julia.goto("/agent/conduct");
  await julia.getByRole("link", { name: `Apelación de ${name}` }).click();
  await julia.getByLabel("Resolución").selectOption({ label: "Se mantiene" });
  await julia.getByLabel("Respuesta", { exact: true }).fill("Gracias por la disculpa; el plazo se mantiene.");
  await julia.getByRole("button", { name: "Resolver", exact: true }).click();
  await expect(julia.getByText("resolvió la apelación: Se mantiene")).toBeVisible();
  await lookAt(julia, "suspension");
  await customer.goto("/portal/suspension");
  await expect(customer.getByText("Resolución: Se mantiene")).toBeVisible();
  await lookAt(customer, "portal-suspension");

  // It ends by its time alone: the next click shows it, and what was written can be sent.
  await queryDatabase("UPDATE suspension SET ends_at = now() WHERE user_id = (SELECT id FROM app_user WHERE email = $1)", [author]);
  await customer.getByRole("link", { name: "Mis tickets", exact: true }).click();
  await expect(customer.getByRole("heading", { level: 1, name: "Mis tickets" })).toBeVisible();
  await expect(banner).toHaveCount(0);
  await customer.goto(`/portal/tickets/${reference}`);
  await expect(customer.getByLabel("Responder", { exact: true })).toHaveValue(answer);
});

test("a customer reports what the desk wrote, one of the desk marks by hand without JavaScript, and two who edit the settings see each other's words", async ({ as }) => {
  test.setTimeout(90_000);
  const name = `Prueba ${randomUUID().slice(0, 6)}`;
  const author = await newcomer(SABINO, name);
  const customer = await as(null, { viewport: { width: 360, height: 740 } });
  await customer.context().addCookies(await sessionCookies(author));
  await openTicketForm(customer);
  await write(customer, { department: "Facturación", subject: `Recibo de ${name}`, body: `No encuentro el recibo de ${name}.` });
  const reference = await sendUntilRaised(customer);
  await queryDatabase(
    `INSERT INTO ticket_message (ticket_id, author_id, is_staff, body, submission_key, created_at)
     SELECT t.id, u.id, true, 'Ya se lo explicamos, lea bien.', gen_random_uuid(), now() FROM ticket t, app_user u WHERE t.reference = $1 AND u.email = $2`,
    [reference, ADDRESSES.elena],
  );
  await customer.goto(`/portal/tickets/${reference}`);
  await customer.getByRole("link", { name: "Reportar este mensaje de Elena Cruz" }).click();
  await customer.getByLabel("Qué le pareció mal").fill("Me contestó de mal modo");
  await expectGoodLooks(customer, "report");
  await customer.getByRole("button", { name: "Enviar el reporte" }).click();
  await expect(customer.getByText("Lo reportó. Un administrador lo revisará.")).toBeVisible();

  // Her colleague sees nothing of it, and marks the customer's own text.
  const carla = await as("carla", { javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
  await carla.goto(`/agent/tickets/${reference}/mark`);
  await carla.getByLabel("Qué está mal").fill("Presiona al equipo");
  await carla.getByRole("button", { name: "Marcar el mensaje" }).click();
  await expect(carla).toHaveURL(new RegExp(`/agent/tickets/${reference}$`));
  await expect(carla.getByText("Marcado por conducta")).toHaveCount(1);

  const diego = await as("diego", { viewport: { width: 1440, height: 900 } });
  await diego.goto("/agent/conduct");
  const rows = diego.getByRole("main").getByRole("listitem").filter({ hasText: reference });
  await expect(rows).toHaveCount(2);
  await rows.filter({ hasText: "De Elena Cruz" }).getByRole("link").click();
  await expect(diego.getByText("Me contestó de mal modo")).toBeVisible();
  await diego.locator("summary").filter({ hasText: "Descartar" }).click();
  await diego.getByLabel(/^Nota para la mesa/).last().fill("Seca, pero no ofende.");
  await diego.getByRole("button", { name: "Descartar el caso" }).click();
  await expect(diego.getByText("Descartado").first()).toBeVisible();
  await customer.reload();
  await expect(customer.getByText("Lo reportó. Un administrador ya lo revisó.")).toBeVisible();

  await diego.goto("/agent/settings/conduct");
  const julia = await as(null, { viewport: { width: 1440, height: 900 } });
  await julia.context().addCookies(await sessionCookies(await newcomer(ADDRESSES.diego, "Otra Administradora")));
  await julia.goto("/agent/settings/conduct");
  await julia.getByLabel("Primera advertencia").fill("Estimado(a) {nombre}: lo de la otra persona.");
  await julia.getByRole("button", { name: "Guardar" }).click();
  await expect(julia.getByText("Guardado", { exact: true })).toBeVisible();
  await diego.getByLabel("Primera advertencia").fill("Estimado(a) {nombre}: lo mío.");
  await diego.getByRole("button", { name: "Guardar" }).click();
  await expect(diego.getByText("Estimado(a) {nombre}: lo de la otra persona.")).toBeVisible();
  await expect(diego.getByLabel("Primera advertencia")).toHaveValue("Estimado(a) {nombre}: lo mío.");
  await lookAt(diego, "settings");
  await diego.getByRole("button", { name: "Guardar" }).click();
  await expect(diego.getByText("Guardado", { exact: true })).toBeVisible();
  await diego.reload();
  await expect(diego.getByText("Estimado(a) Nombre del cliente: lo mío.")).toBeVisible();
});
