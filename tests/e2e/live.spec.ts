import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { referenceFrom } from "@/lib/tickets/reference";
import { expect, test } from "@/tests/support/browser";
import { expectGoodLooks } from "@/tests/support/browser-axe";
import { queryDatabase } from "@/tests/support/browser-database";
import { ADDRESSES, sessionCookies } from "@/tests/support/browser-people";

const CUSTOMER = "lucia";
const TYPED = "Mientras tanto, le cuento que también";

const said = (page: Page, text: string | RegExp) => expect(page.getByRole("status").filter({ hasText: text })).toBeAttached();

/** A ticket that no other test, and no other try of this one, knows of. */
async function raise(subject: string): Promise<string> {
  const reference = referenceFrom(crypto.getRandomValues(new Uint8Array(8)));
  await queryDatabase(
    `INSERT INTO ticket (reference, requester_id, organization_id, department_id, priority, subject, body, submission_key, created_at, updated_at)
     SELECT $1, u.id, u.organization_id, (SELECT id FROM department WHERE slug = 'soporte-tecnico'), 'low', $2, 'Desde ayer.', gen_random_uuid(), now(), now()
     FROM app_user u WHERE u.email = $3`,
    [reference, subject, ADDRESSES[CUSTOMER]],
  );
  return reference;
}

test("an answer, a colleague and the end of a session show themselves on open pages", async ({ as }, info) => {
  test.setTimeout(120_000);
  const subject = `El calendario compartido no avisa (${info.retry}-${randomUUID().slice(0, 6)})`;
  const reference = await raise(subject);
  // A session of its own: signing out of it ends nobody else's.
  const customer = await as(null);
  await customer.context().addCookies(await sessionCookies(ADDRESSES[CUSTOMER]));
  const list = await customer.context().newPage();
  const streams: string[] = [];
  customer.context().on("request", (request) => new URL(request.url()).pathname === "/api/events" && streams.push(request.url()));
  await customer.goto(`/portal/tickets/${reference}`);
  await list.goto("/portal/tickets");
  await customer.bringToFront();

  // Nothing holds it back on its way, and a browser that begins anew is told where it is.
  const headers = await customer.evaluate(async () => {
    const response = await fetch("/api/events");
    const { value } = await response.body!.getReader().read();
    return { type: response.headers.get("content-type"), coding: response.headers.get("content-encoding"), buffering: response.headers.get("x-accel-buffering"), text: new TextDecoder().decode(value) };
  });
  expect(headers).toMatchObject({ type: "text/event-stream; charset=utf-8", coding: null, buffering: "no" });
  expect(headers.text).toMatch(/^retry: \d+\n\nevent: ready\nid: \d+\.\d+:\d+:/);

  const box = customer.getByRole("textbox", { name: "Responder" });
  await box.fill(TYPED);
  await box.evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(10, 10));
  const scrolled = await customer.evaluate(() => window.scrollY);

  const carla = await as("carla", { viewport: { width: 1440, height: 900 } });
  const elena = await as("elena", { viewport: { width: 1440, height: 900 } });
  await carla.goto(`/agent/tickets/${reference}`);
  await elena.goto(`/agent/tickets/${reference}`);
  await expect(carla.locator("#ticket").getByText("También lo ve Elena Cruz")).toBeVisible();
  await expect(elena.locator("#ticket").getByText("También lo ve Carla Ríos")).toBeVisible();
  await expectGoodLooks(carla, "a ticket that another one looks at");

  await carla.getByLabel(/^Respuesta para/).fill("Ya quedó: revise los **avisos** del calendario.");
  await carla.getByRole("button", { name: "Enviar respuesta" }).click();

  await expect(customer.getByText("Ya quedó: revise los")).toBeVisible();
  await said(customer, "Hay una respuesta nueva");
  await expect(box).toHaveValue(TYPED);
  await expect(box).toBeFocused();
  expect(await box.evaluate((element: HTMLTextAreaElement) => element.selectionStart)).toBe(10);
  expect(await customer.evaluate(() => window.scrollY)).toBe(scrolled);
  await said(list, `Hay una respuesta nueva en ${reference}`);
  await expect(list.getByRole("listitem").filter({ hasText: subject }).filter({ hasText: "Última actividad" })).toContainText("En curso");
  await expect(elena.getByText("Ya quedó: revise los")).toBeVisible();
  expect(streams, "two pages of one browser").toHaveLength(1 + 1); // and the one that was asked for above

  await elena.goto("/agent/queues/mine");
  await expect(carla.locator("#ticket").getByText("También lo ve Elena Cruz")).toBeHidden();

  // Signed out in one tab, the other says so, and keeps what was typed.
  await list.getByRole("button", { name: "Cerrar sesión" }).click();
  await expect(list).toHaveURL(/\/sign-in/);
  await expect(customer.getByRole("status").filter({ hasText: "Su sesión terminó" })).toBeVisible();
  await expect(box).toHaveValue(TYPED);
  await expectGoodLooks(customer, "a page whose session ended");
});

test("where no stream comes through, an open page asks", async ({ as }, info) => {
  test.setTimeout(90_000);
  const reference = await raise(`La firma del correo sale sin acentos (${info.retry}-${randomUUID().slice(0, 6)})`);
  const page = await as(CUSTOMER);
  // A proxy that holds the answer back until it ends.
  await page.route("**/api/events*", () => {});
  await page.goto(`/portal/tickets/${reference}`);
  const polled = await page.waitForResponse((response) => response.url().includes("/api/events/poll"));
  expect(polled.status()).toBe(200);
  await queryDatabase(
    `WITH answered AS (INSERT INTO ticket_message (ticket_id, author_id, is_staff, body, submission_key, created_at)
       SELECT t.id, u.id, TRUE, 'Le respondo desde otra parte.', gen_random_uuid(), now() FROM ticket t, app_user u WHERE t.reference = $1 AND u.email = $2 RETURNING ticket_id)
     INSERT INTO stream_event (topic, kind, subject_id) SELECT 'ticket', 'ticket.replied', ticket_id FROM answered`,
    [reference, ADDRESSES.carla],
  );
  await expect(page.getByText("Le respondo desde otra parte.")).toBeVisible({ timeout: 25_000 });
});
