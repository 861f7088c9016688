import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { BROWSER_FLAGS, wholeBrowser } from "@/scripts/setup/browser";
import { expect, test } from "@/tests/support/browser";
import { lookAt } from "@/tests/support/browser-axe";
import { newcomer } from "@/tests/support/browser-newcomer";
import { sessionCookies } from "@/tests/support/browser-people";
import { openTicketForm, sendUntilRaised, write } from "@/tests/support/browser-tickets";

// What a service worker shows, the browser without a window does not.
test.use({ launchOptions: { executablePath: wholeBrowser() ?? undefined, args: BROWSER_FLAGS } });

const SABINO = "gerardo@mueblessabino.example";

test("an answer rings the bell; what was read is read, with and without JavaScript, and a mail says it in the words of the desk", async ({ as, complaints }) => {
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
  // By itself: nothing on that page is loaded again.
  await expect(bell).toHaveAccessibleName("Avisos: 2 sin leer", { timeout: 60_000 });
  await bell.click();
  await expect(customer.getByRole("link", { name: "Carla Ríos respondió." })).toHaveCount(2);
  await lookAt(customer, "bell");

  const plain = await as(null, { javaScriptEnabled: false });
  await plain.context().addCookies(cookies);
  await plain.goto("/portal/notifications");
  await plain.getByRole("button", { name: /^Marcar como leído/ }).first().click();
  await expect(plain.getByRole("link", { name: "Avisos: 1 sin leer" })).toBeVisible();
  await expect(customer.getByText("Sin leer")).toHaveCount(1);
  await expect(bell).toHaveAccessibleName("Avisos: 1 sin leer");
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

  await showsByItself(customer, reference, complaints);

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

/** What a push service brings is shown, and leads to its ticket. This browser reaches no service: that is said, and the rest goes on. */
async function showsByItself(page: Page, reference: string, complaints: string[]): Promise<void> {
  await page.context().grantPermissions(["notifications"]);
  await page.reload();
  await page.getByRole("button", { name: "Activar en este navegador" }).click();
  await expect(page.getByText("El navegador no alcanzó su servicio de avisos")).toBeVisible({ timeout: 30_000 });
  await lookAt(page, "push-failed");
  // A private window has no push service, and the browser says so aloud.
  complaints.splice(0, complaints.length, ...complaints.filter((each) => !each.includes("Push API in incognito")));

  const cdp = await page.context().newCDPSession(page);
  const known = new Promise<string>((resolve) => {
    cdp.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => registrations[0] && resolve(registrations[0].registrationId));
  });
  await cdp.send("ServiceWorker.enable");
  const href = `/portal/tickets/${reference}`;
  const data = JSON.stringify({ title: reference, body: "Carla Ríos respondió.", href, tag: "ticket-1" });
  await cdp.send("ServiceWorker.deliverPushMessage", { origin: new URL(page.url()).origin, registrationId: await known, data });
  const shown = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      return (await registration.getNotifications()).map(({ title, body, data: kept }) => ({ title, body, href: (kept as { href: string }).href }));
    });
  await expect.poll(shown).toEqual([{ title: reference, body: "Carla Ríos respondió.", href }]);
}
