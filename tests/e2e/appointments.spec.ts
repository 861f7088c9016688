import { createHash, randomUUID } from "node:crypto";
import { expect, test } from "@/tests/support/browser";
import { queryDatabase } from "@/tests/support/browser-database";
import { ADDRESSES } from "@/tests/support/browser-people";

test.use({ person: "ana", viewport: { width: 390, height: 844 } });

/** A ticket of Ana's with an hour that she authorised. @returns its reference */
async function authorisedTicket(): Promise<string> {
  const text = `mesa-quote v1\n${randomUUID()}\n`;
  const answer = `mesa-authorisation v1\n${randomUUID()}\n`;
  const hash = (value: string) => createHash("sha256").update(value).digest("hex");
  const [ticket] = await queryDatabase<{ id: string; reference: string }>(
    `INSERT INTO ticket (reference, requester_id, organization_id, department_id, priority, status, subject, body, submission_key, created_at, updated_at, is_paid, assignee_id)
     SELECT 'IMP-' || upper(translate(substr(md5(random()::text), 1, 4), 'ilou', '1100')) || '-' || upper(translate(substr(md5(random()::text), 1, 4), 'ilou', '1100')),
            u.id, u.organization_id, (SELECT id FROM department WHERE slug = 'soporte-tecnico'), 'high', 'open', 'Configurar el correo en tres equipos', 'Necesitamos ayuda por sesión remota.', gen_random_uuid(), now(), now(), true,
            (SELECT id FROM app_user WHERE email = $2)
     FROM app_user u WHERE u.email = $1 RETURNING id, reference`,
    [ADDRESSES.ana, ADDRESSES.elena],
  );
  const [quote] = await queryDatabase<{ id: string }>(
    `INSERT INTO quote (reference, ticket_id, revision, basis, rate_card_version_id, state, scope, exclusions, payment_terms, valid_until, subtotal_cents, discount_cents, vat_cents, total_cents, estimated_minutes, text, sha256, created_at, created_by, updated_at, sent_at, sent_by, closed_at)
     SELECT 'COT-' || upper(substr(md5(random()::text), 1, 4)) || '-' || upper(substr(md5(random()::text), 1, 4)), $1, 1, 'event', (SELECT id FROM rate_card_version ORDER BY number DESC LIMIT 1), 'authorised', '', '', '', now() + interval '9 days', 0, 0, 0, 0, 60, $2, $3, now(), u.id, now(), now(), u.id, now()
     FROM app_user u WHERE u.email = $4 RETURNING id`,
    [ticket!.id, text, hash(text), ADDRESSES.carla],
  );
  await queryDatabase(
    `INSERT INTO quote_decision (quote_id, verdict, user_id, at, address, browser, accepted, text, sha256) SELECT $1, 'authorised', id, now() - interval '1 hour', '192.0.2.1', 'Pruebas', ARRAY['Acepto'], $2, $3 FROM app_user WHERE email = $4`,
    [quote!.id, answer, hash(answer), ADDRESSES.ana],
  );
  return ticket!.reference;
}

test("a customer books, the desk confirms, holds the session and its time stands under the authorisation", async ({ page, as }) => {
  const reference = await authorisedTicket();
  await page.goto(`/portal/tickets/${reference}`);
  await page.getByRole("link", { name: "Ver citas y agendar" }).click();
  await expect(page.getByText("La cita dura 1 h")).toBeVisible();
  await expect(page.getByText("hora de la Ciudad de México")).toBeVisible();
  await page.getByLabel("Teléfono al que le llamamos").fill("55 12");
  await page.getByRole("radio", { name: /\d{1,2}:\d{2}$/ }).first().check();
  await page.getByRole("button", { name: "Agendar" }).click();
  await expect(page.getByText("Escriba un teléfono de diez dígitos").first()).toBeVisible();
  await page.getByRole("radio", { name: /Sesión remota/ }).check();
  await expect(page.getByLabel("Teléfono al que le llamamos")).toBeHidden();
  await page.getByLabel("Teléfono al que le llamamos").evaluate((input: HTMLInputElement) => (input.value = ""));
  await page.getByRole("button", { name: "Agendar" }).click();
  await expect(page.getByText("Cita pedida.")).toBeVisible();
  await expect(page.getByText("Falta que la mesa la confirme")).toBeVisible();

  const desk = await as("elena"); // Carla is in a session of the demonstration.
  await desk.setViewportSize({ width: 1440, height: 900 });
  await desk.goto(`/agent/tickets/${reference}/appointments`);
  await desk.getByRole("button", { name: /Confirmar la cita del/ }).click();
  await expect(desk.getByText("Cita confirmada por ambas partes.")).toBeVisible();
  const download = desk.waitForEvent("download");
  await desk.getByRole("link", { name: "Agregar a mi calendario" }).click();
  expect((await download).suggestedFilename()).toBe(`${reference}.ics`);

  // Its hour comes, with an agent who is in no other session.
  await queryDatabase("UPDATE appointment a SET agent_id = (SELECT id FROM app_user WHERE email = $2), starts_at = now() - interval '5 minutes', ends_at = now() + interval '55 minutes' FROM ticket t WHERE t.id = a.ticket_id AND t.reference = $1", [reference, ADDRESSES.elena]);
  await page.reload();
  await expect(page.getByText("Código de un solo uso:")).toBeVisible();
  await expect(page.getByRole("link", { name: "Abrir RustDesk" })).toHaveAttribute("href", /^rustdesk:\/\/connection\/new\/[2-9A-Z-]{14}$/);
  await desk.reload();
  await desk.getByRole("button", { name: "Empezar" }).click();
  await expect(desk.getByText("La cita está en curso.")).toBeVisible();
  await desk.getByLabel("Qué se hizo").fill("Se configuraron los tres equipos");
  await desk.getByRole("button", { name: "Terminar" }).click();
  await expect(desk.getByText("El tiempo quedó registrado.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Terminada")).toBeVisible();
  await expect(page.getByRole("link", { name: "Abrir RustDesk" })).toBeHidden();
  const entries = await queryDatabase<{ minutes: number; billable_minutes: number; description: string }>(
    "SELECT e.minutes, e.billable_minutes, e.description FROM time_entry e JOIN ticket t ON t.id = e.ticket_id JOIN quote q ON q.id = e.quote_id WHERE t.reference = $1 AND e.appointment_id IS NOT NULL",
    [reference],
  );
  expect(entries).toEqual([{ minutes: 1, billable_minutes: 1, description: "Se configuraron los tres equipos" }]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a customer books and cancels", async ({ page }) => {
    const reference = await authorisedTicket();
    await page.goto(`/portal/tickets/${reference}/appointments`);
    await page.getByLabel("Teléfono al que le llamamos").fill("55 1234 5678");
    await page.getByRole("radio", { name: /\d{1,2}:\d{2}$/ }).last().check({ force: true });
    await page.getByRole("button", { name: "Agendar" }).click();
    await expect(page.getByText("Cita pedida.")).toBeVisible();
    await page.getByRole("link", { name: "Cancelar…" }).click();
    await expect(page.getByText("todavía no está confirmada por ambas partes").first()).toBeVisible();
    await page.getByRole("button", { name: "Cancelar la cita" }).click();
    await expect(page.getByText("Cita cancelada.")).toBeVisible();
  });
});
