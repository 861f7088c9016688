import type { Page } from "@playwright/test";
import { axeFindings, LOOKS, overflowWidth } from "@/tests/support/browser-axe";
import { expect, test } from "@/tests/support/browser";
import { openTicketForm, referenceOf, send, write } from "@/tests/support/browser-tickets";

// Drafts of this person's new-ticket form are written in this file alone.
const WRITER = "teresa";

test.use({ person: WRITER });

const offer = (page: Page) => page.getByText("Su mensaje parece tratar 2 temas");
const part = (page: Page, number: number, count = 2) => page.getByRole("group", { name: `Ticket ${number} de ${count}` });

/** Words of their own, so that no other ticket resembles them. */
const draftAbout = (animal: string) => ({
  department: "Soporte técnico",
  subject: `Asuntos del ${animal}`,
  body: `Buenas tardes.\n\nNo puedo enviar correos desde Outlook, el ${animal} de la antena los devuelve.\n\nAdemás necesito la factura de octubre del ${animal}, con su cascabel.\n\nGracias, Teresa`,
});

async function writeTwo(page: Page, animal: string): Promise<void> {
  await openTicketForm(page);
  await write(page, draftAbout(animal));
  await expect(offer(page)).toBeVisible();
}

async function splitIt(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Separar en 2 tickets" }).click();
  await expect(page.getByRole("heading", { name: "Su mensaje en 2 tickets" })).toBeFocused();
}

/** The draft with this in it has been kept. */
function kept(page: Page, text: string) {
  return page.waitForResponse((response) => response.url().endsWith("/api/portal/drafts") && (response.request().postData() ?? "").includes(text));
}

/** Says of what resembles a part that it is another matter, if that is asked. */
async function sendBoth(page: Page): Promise<string> {
  const button = page.getByRole("button", { name: "Enviar 2 tickets" });
  await button.click();
  const boxes = page.getByRole("checkbox", { name: /^Es un tema distinto de/ });
  const sent = page.getByText(/^Recibimos su ticket/);
  await expect(sent.or(boxes.first())).toBeVisible();
  if (!(await sent.isVisible())) {
    for (let at = 0; at < (await boxes.count()); at += 1) await boxes.nth(at).check();
    await button.click();
  }
  return referenceOf(page);
}

test("a message about two matters becomes two linked tickets, each with its words, department and service", async ({ page, as }) => {
  await writeTwo(page, "tlacuache");
  await splitIt(page);
  const [first, second] = [part(page, 1), part(page, 2)];
  await expect(first.getByLabel("Asunto")).toHaveValue(/^No puedo enviar correos desde Outlook/);
  await expect(first.getByLabel("Descripción")).toHaveValue("Buenas tardes.\n\nNo puedo enviar correos desde Outlook, el tlacuache de la antena los devuelve.\n\nGracias, Teresa");
  await expect(first.getByLabel("¿Quién debe atenderlo?").locator("option:checked")).toHaveText("Correo electrónico");
  await expect(first.getByLabel(/^Producto/).locator("option:checked")).toHaveText("Correo de robles-asociados.example");
  await expect(second.getByLabel("¿Quién debe atenderlo?").locator("option:checked")).toHaveText("Facturación");

  // Each is changed by itself.
  await second.getByLabel("Asunto").fill("La factura de octubre del tlacuache");
  const saved = kept(page, '\\"priority\\":\\"low\\"');
  await second.getByLabel("Prioridad").selectOption({ label: "Baja" });
  await saved;
  await page.reload();
  await expect(part(page, 2).getByLabel("Asunto")).toHaveValue("La factura de octubre del tlacuache");
  await expect(part(page, 2).getByLabel("Prioridad").locator("option:checked")).toHaveText("Baja");

  const reference = await sendBoth(page);
  const links = page.getByRole("region", { name: "Enviado junto con" });
  await links.getByRole("link", { name: /La factura de octubre del tlacuache/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "La factura de octubre del tlacuache" })).toBeVisible();
  await expect(page.getByText("Facturación", { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("region", { name: "Enviado junto con" }).getByRole("link", { name: new RegExp(reference) })).toBeVisible();

  const desk = await as("carla");
  await desk.goto(`/agent/tickets/${reference}`);
  await desk.getByRole("region", { name: "Enviado junto con" }).getByRole("link", { name: /La factura de octubre del tlacuache/ }).click();
  await expect(desk.getByRole("heading", { name: /La factura de octubre del tlacuache/ }).first()).toBeVisible();

  // Nothing is left of it in the form.
  await page.goto("/portal/tickets/new");
  await expect(page.getByLabel("Asunto")).toHaveValue("");
});

test("it is kept as one with one press, is not asked again, and is one ticket", async ({ page }) => {
  await writeTwo(page, "cacomixtle");
  const saved = kept(page, '"keptAsOne":"1"');
  await page.getByRole("button", { name: "Dejar como uno solo" }).click();
  await expect(offer(page)).toBeHidden();
  await saved;
  await page.reload();
  await expect(page.getByLabel("Asunto")).toHaveValue("Asuntos del cacomixtle");
  const asked = page.waitForResponse("**/api/portal/suggest");
  await page.getByLabel("Asunto").fill("Asuntos del cacomixtle y su cascabel");
  await asked;
  await expect(offer(page)).toBeHidden();
  await send(page);
  const boxes = page.getByRole("checkbox", { name: /^Es un tema distinto/ });
  const sent = page.getByText(/^Recibimos su ticket/);
  await expect(sent.or(boxes.first())).toBeVisible();
  if (!(await sent.isVisible())) {
    for (let at = 0; at < (await boxes.count()); at += 1) await boxes.nth(at).check();
    await send(page);
  }
  await referenceOf(page);
  await expect(page.getByRole("region", { name: "Enviado junto con" })).toBeHidden();
});

test("two are joined again by keyboard, with nothing lost of what was changed in them", async ({ page }) => {
  await writeTwo(page, "ocelote");
  await splitIt(page);
  await part(page, 2).getByLabel("Descripción").fill("La factura de octubre, a nombre del despacho.");
  await part(page, 2).getByRole("button", { name: "Unir con el anterior" }).focus();
  await page.keyboard.press("Enter");
  await expect(part(page, 1)).toBeHidden();
  await expect(page.getByLabel("Descripción")).toHaveValue(/el ocelote de la antena los devuelve\.[\s\S]*La factura de octubre, a nombre del despacho\./);
  await expect(page.getByRole("button", { name: "Enviar ticket" })).toBeVisible();
});

test("going back to one brings the text as it was written", async ({ page }) => {
  await writeTwo(page, "tejon");
  await splitIt(page);
  await page.getByRole("button", { name: "Volver a un solo ticket" }).click();
  await expect(part(page, 1)).toBeHidden();
  await expect(page.getByLabel("Descripción")).toHaveValue(draftAbout("tejon").body);
  await expect(page.getByLabel("Asunto")).toHaveValue("Asuntos del tejon");
});

test("what is missing in a part is said there", async ({ page }) => {
  await writeTwo(page, "coati");
  await splitIt(page);
  await part(page, 2).getByLabel("Asunto").fill("");
  await page.getByRole("button", { name: "Enviar 2 tickets" }).click();
  await expect(page.getByRole("heading", { name: "Todavía no se envió" })).toBeVisible();
  await expect(part(page, 2).getByText("Este campo es necesario.")).toBeVisible();
  await expect(part(page, 1).getByLabel("Descripción")).toHaveValue(/el coati de la antena/);
});

test("without JavaScript it is offered once, on sending, and splits as well", async ({ as }) => {
  const page = await as(WRITER, { javaScriptEnabled: false });
  await openTicketForm(page);
  await write(page, draftAbout("zopilote"));
  await send(page);
  await expect(offer(page)).toBeVisible();
  await page.getByRole("button", { name: "Separar en 2 tickets" }).click();
  await expect(part(page, 1).getByLabel("Asunto")).toHaveValue(/^No puedo enviar correos desde Outlook/);
  const reference = await sendBoth(page);
  expect(reference).toMatch(/^IMP/);
  await expect(page.getByRole("region", { name: "Enviado junto con" }).getByRole("link")).toHaveCount(1);
});

test("it fits a phone and a desk, in light and dark, with no violation", async ({ page }) => {
  for (const { colorScheme, width, height } of LOOKS) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await writeTwo(page, "venado");
    await offer(page).scrollIntoViewIfNeeded();
    await page.screenshot({ path: test.info().outputPath(`offer-${width}-${colorScheme}.png`), fullPage: true });
    expect(await axeFindings(page)).toEqual([]);
    await splitIt(page);
    await page.screenshot({ path: test.info().outputPath(`split-${width}-${colorScheme}.png`), fullPage: true });
    expect(await axeFindings(page)).toEqual([]);
    expect(await overflowWidth(page)).toBe(0);
  }
});
