import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/browser";
import { queryDatabase } from "@/tests/support/browser-database";
import { openTicketForm, sendUntilRaised, write } from "@/tests/support/browser-tickets";

test.describe.configure({ mode: "serial" });

const QUOTE = /COT-[0-9A-Z]{4}-[0-9A-Z]{4}/;

/** Writes a quote with one line, and sends what was saved. @returns its reference */
async function quote(page: Page, ticket: string, { service, quantity, basis }: { service: RegExp; quantity: string; basis?: "Con póliza" }): Promise<string> {
  await page.goto(`/agent/tickets/${ticket}/quote`);
  const form = page.locator("form", { has: page.getByRole("button", { name: "Guardar borrador" }) });
  if (basis) await form.getByRole("radio", { name: new RegExp(`^${basis}`) }).check();
  const line = form.getByRole("group", { name: "Renglón 1" });
  const option = await line.getByLabel("Servicio").locator("option", { hasText: service }).first().getAttribute("value");
  await line.getByLabel("Servicio").selectOption(option);
  await line.getByLabel(/^Cantidad/).fill(quantity);
  await form.getByLabel("Alcance").fill("Lo que se acordó en el ticket.");
  await form.getByRole("button", { name: "Guardar borrador" }).click();
  await expect(page.getByText("Borrador guardado. Revíselo y envíelo")).toBeVisible();
  await page.getByRole("button", { name: "Enviar al cliente" }).click();
  await expect(page.getByText("Cotización enviada. El plazo espera la autorización")).toBeVisible();
  const [row] = await queryDatabase<{ reference: string }>("SELECT q.reference FROM quote q JOIN ticket t ON t.id = q.ticket_id WHERE t.reference = $1 AND q.state = 'sent'", [ticket]);
  return row!.reference;
}

test("per event: asked for, quoted, authorised with the data of the invoice, and proven by its hash", async ({ as }) => {
  const pilar = await as("pilar");
  await openTicketForm(pilar);
  await pilar.getByRole("radio", { name: /^Servicio por evento/ }).check();
  await write(pilar, { department: "Soporte técnico", subject: "Restaurar el catálogo borrado de la librería", body: "Se borró el catálogo de novedades y necesitamos el respaldo de ayer." });
  const ticket = await sendUntilRaised(pilar);

  const carla = await as("carla");
  await carla.goto(`/agent/tickets/${ticket}`);
  await carla.getByRole("button", { name: "Marcar como resuelto" }).or(carla.getByRole("button", { name: /[Rr]esolver|[Rr]esuelto/ })).first().click();
  await expect(carla.getByText(/Falta que el cliente autorice/)).toBeVisible();
  await expect(carla.getByRole("link", { name: "Ir a la cotización" })).toHaveAttribute("href", `/agent/tickets/${ticket}/quote`);
  const reference = await quote(carla, ticket, { service: /^HOS-RESPALDO/, quantity: "1" });
  await carla.goto(`/agent/tickets/${ticket}`);
  await expect(carla.getByText(`Espera que el cliente autorice la cotización ${reference}`)).toBeVisible();

  await pilar.goto("/portal");
  await pilar.getByRole("link", { name: "Revisar cotizaciones" }).click();
  await expect(pilar.getByRole("heading", { level: 1, name: "Cotizaciones" })).toBeVisible();
  await pilar.getByRole("link", { name: "Restaurar el catálogo borrado de la librería" }).click();
  await expect(pilar.getByRole("heading", { level: 1, name: `Cotización ${reference}` })).toBeVisible();
  await pilar.getByLabel("RFC").fill("EKU9003173C8");
  await pilar.getByLabel(/Razón social|Nombre/).fill("LIBRERÍA EL TINTERO");
  await pilar.getByLabel(/Régimen fiscal/).selectOption("601");
  await pilar.getByLabel(/Código postal/).fill("42501");
  await pilar.getByLabel(/Uso/).selectOption("G03");
  for (const box of await pilar.getByRole("checkbox", { name: /^Acepto/ }).all()) await box.check();
  await pilar.getByRole("button", { name: "Autorizar cotización" }).click();
  await expect(pilar.locator("form").getByRole("alert")).toContainText("dígito verificador");
  await pilar.getByLabel("RFC").fill("EKU9003173C9");
  await pilar.getByRole("button", { name: "Autorizar cotización" }).click();
  await expect(pilar.getByText("Quedó autorizada")).toBeVisible();

  const [decision] = await queryDatabase<{ sha256: string; browser: string }>("SELECT d.sha256, d.browser FROM quote_decision d JOIN quote q ON q.id = d.quote_id WHERE q.reference = $1", [reference]);
  expect(decision!.browser).toContain("Mozilla");
  await expect(pilar.getByText(decision!.sha256)).toBeVisible();
  const pdf = await pilar.request.get(`/portal/tickets/${ticket}/quotes/${reference}/pdf`);
  expect((await pdf.body()).toString("latin1")).toContain(`/verify?reference=${reference}&hash=${decision!.sha256}`);
  await pilar.goto(`/verify?reference=${reference}&hash=${decision!.sha256}`);
  await expect(pilar.getByText("El documento es auténtico")).toBeVisible();
  await carla.reload();
  await expect(carla.getByText(`Pilar Núñez autorizó la cotización ${reference}`)).toBeVisible();
});

test("with a póliza: hours are authorised by whom it names, until they run out", async ({ as }) => {
  const tickets = await queryDatabase<{ reference: string }>(
    "SELECT t.reference FROM ticket t JOIN app_user u ON u.id = t.requester_id WHERE u.email = 'pilar@eltintero.example' AND t.status IN ('new', 'open', 'on_hold') AND NOT EXISTS (SELECT FROM quote q WHERE q.ticket_id = t.id AND q.state IN ('sent', 'authorised')) ORDER BY t.created_at LIMIT 2",
  );
  const [contract] = await queryDatabase<{ minutes: number }>("SELECT sum(e.minutes)::int AS minutes FROM contract c JOIN ledger_entry e ON e.contract_id = c.id JOIN organization o ON o.id = c.organization_id WHERE o.slug = 'el-tintero' GROUP BY c.id");
  const most = contract!.minutes - 30;
  const carla = await as("carla");
  const first = await quote(carla, tickets[0]!.reference, { service: /^SOP-HORA/, quantity: `${Math.floor(most / 60)}:${String(most % 60).padStart(2, "0")}`, basis: "Con póliza" });

  const hugo = await as("hugo");
  await hugo.goto("/portal/quotes");
  await hugo.getByRole("listitem").filter({ hasText: first }).getByRole("link").click();
  await expect(hugo.getByText("Después le quedarían 30 min").or(hugo.getByText(/30 min/)).first()).toBeVisible();
  await hugo.getByRole("checkbox", { name: /^Acepto que/ }).check();
  await hugo.getByRole("button", { name: "Autorizar estimación" }).click();
  await expect(hugo.getByText("Quedó autorizada")).toBeVisible();

  const second = await quote(carla, tickets[1]!.reference, { service: /^SOP-HORA/, quantity: "1:00", basis: "Con póliza" });
  await hugo.goto(`/portal/tickets/${tickets[1]!.reference}/quotes/${second}`);
  await expect(hugo.getByText("A la póliza no le alcanza el tiempo")).toBeVisible();
  await hugo.getByRole("checkbox", { name: /^Acepto que/ }).check();
  await hugo.getByRole("button", { name: "Autorizar estimación" }).click();
  await expect(hugo.locator("form").getByRole("alert")).toContainText("quedan 30 min");
  expect(second).toMatch(QUOTE);
});
