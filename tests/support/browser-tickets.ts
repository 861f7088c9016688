import { expect, type Page } from "@playwright/test";
import { ADDRESSES, password, type Person } from "@/tests/support/browser-people";

export const REFERENCE = /IMP-[0-9A-Z]{4}-[0-9A-Z]{4}/;

export type Draft = { department: string; product?: string; subject: string; body: string };

/** Signs in through the form at which one is. */
export async function signInAt(page: Page, person: Person): Promise<void> {
  await page.getByLabel("Correo electrónico").fill(ADDRESSES[person]);
  await page.getByLabel("Contraseña").fill(password());
  await page.getByRole("button", { name: "Entrar" }).click();
}

/** The new-ticket form without what another test, or the same person in another window, left in it as a draft. */
export async function openTicketForm(page: Page): Promise<void> {
  await page.goto("/portal/tickets/new");
  const discard = page.getByRole("button", { name: "Descartar y empezar de nuevo" });
  if (await discard.isVisible()) {
    await discard.click();
    await expect(discard).toBeHidden();
  }
  await expect(page.getByLabel("Asunto")).toHaveValue("");
}

export async function write(page: Page, { department, product, subject, body }: Draft): Promise<void> {
  await page.getByRole("radio", { name: department }).check();
  if (product) await page.getByLabel(/^Producto o servicio/).selectOption({ label: product });
  await page.getByLabel("Asunto").fill(subject);
  await page.getByLabel("Descripción").fill(body);
}

export async function send(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Enviar ticket" }).click();
}

/** Says of every probable duplicate that it is another topic. */
export async function markAllDifferent(page: Page): Promise<void> {
  const boxes = page.getByRole("checkbox", { name: /^Es un tema distinto/ });
  await expect(boxes.first()).toBeVisible(); // the answer of the form may be on its way still
  for (let at = 0; at < (await boxes.count()); at += 1) await boxes.nth(at).check();
}

/** Sends, looks at what resembles it if asked to, sends again. @returns the reference of what was raised */
export async function sendUntilRaised(page: Page): Promise<string> {
  const answered = page.waitForResponse((response) => response.request().method() === "POST" && response.url().includes("/portal/tickets/new"));
  await send(page);
  // What was accepted is answered with the way to it: a redirection, or with JavaScript the header that stands for one.
  const answer = await answered;
  const isRaised = answer.status() === 303 || answer.headers()["x-action-redirect"] !== undefined;
  if (!isRaised) {
    await expect(page.getByRole("checkbox", { name: /^Es un tema distinto/ }).first()).toBeVisible();
    await markAllDifferent(page);
    await send(page);
  }
  return referenceOf(page);
}

/** Of the ticket that was just raised. */
export async function referenceOf(page: Page): Promise<string> {
  await expect(page).toHaveURL(/\/portal\/tickets\/IMP-[0-9A-Z-]+\?sent=1/);
  return REFERENCE.exec(page.url())?.[0] ?? "";
}
