import type { BrowserContext, Page } from "@playwright/test";
import { expect, test } from "@/tests/support/browser";
import { queryDatabase } from "@/tests/support/browser-database";
import { ADDRESSES } from "@/tests/support/browser-people";
import { openTicketForm, referenceOf, signInAt, write } from "@/tests/support/browser-tickets";

// Drafts of this one are written in this file alone, one test after the other.
const WRITER = "ivan";
test.describe.configure({ mode: "serial" });
test.use({ person: WRITER });

const subject = (page: Page) => page.getByLabel("Asunto");
const body = (page: Page) => page.getByLabel("Descripción");
const saved = (page: Page) => page.getByText(/^Borrador guardado a las \d\d:\d\d$/);
const conflict = (page: Page) => page.getByRole("alert").filter({ hasText: "también se escribió en otra pestaña o dispositivo" });
const inBrowser = (page: Page) => page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith("mesa.draft:")).map(([, text]) => String(text)));

test("what one writes on one device is there on the other", async ({ page, as }) => {
  await openTicketForm(page);
  await write(page, { department: "Soporte técnico", subject: "El cormorán", body: "Se empezó en el teléfono" });
  await isStored("Se empezó en el teléfono");
  await expect(saved(page)).toBeVisible();
  expect(await inBrowser(page)).toEqual([]);
  const desk = await as(WRITER);
  await desk.goto("/portal/tickets");
  await expect(desk.getByText("Tiene un borrador sin enviar")).toBeVisible();
  await desk.getByRole("link", { name: "Ticket nuevo" }).click();
  await expect(subject(desk)).toHaveValue("El cormorán");
  await expect(body(desk)).toHaveValue("Se empezó en el teléfono");
});

for (const { choice, kept } of [
  { choice: "Juntar ambos", kept: "Común, de la computadora\n\nComún, del teléfono" },
  { choice: "Usar el otro", kept: "Común, de la computadora" },
  { choice: "Conservar el de aquí", kept: "Común, del teléfono" },
]) {
  test(`two devices on one draft are both shown: ${choice}`, async ({ page, as }, info) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await openTicketForm(page);
    await subject(page).fill("El cormorán");
    await body(page).fill("Común");
    await isStored("Común");
    const desk = await as(WRITER, { viewport: { width: 1440, height: 900 } });
    await desk.goto("/portal/tickets/new");
    await expect(body(desk)).toHaveValue("Común");
    await body(desk).fill("Común, de la computadora");
    await isStored("Común, de la computadora");
    await body(page).fill("Común, del teléfono");
    await expect(conflict(page)).toBeVisible();
    await expect(page.getByLabel(/^El otro texto, guardado a las/)).toHaveValue("El cormorán\n\nComún, de la computadora");
    await expect(body(page)).toHaveValue("Común, del teléfono");
    if (choice === "Juntar ambos") await looks(page, info.outputPath.bind(info));
    await page.getByRole("button", { name: choice }).click();
    await expect(conflict(page)).toBeHidden();
    await expect(body(page)).toHaveValue(kept);
    await isStored(kept);
  });
}

test("a tab that comes into view again learns what another wrote, and what another sent", async ({ page }) => {
  await openTicketForm(page);
  await write(page, { department: "Soporte técnico", subject: "La gaviota del respaldo nocturno", body: "Suena a las tres" });
  await isStored("Suena a las tres");
  const other = await page.context().newPage();
  await other.goto("/portal/tickets/new");
  await body(other).fill("Suena a las tres y a las cuatro de la mañana");
  await expect(saved(other)).toBeVisible();
  await expect(body(page)).toHaveValue("Suena a las tres y a las cuatro de la mañana");
  await other.getByRole("button", { name: "Enviar ticket" }).click();
  const reference = await referenceOf(other);
  await expect(page.getByText(`Este texto ya se envió desde otra pestaña o dispositivo: ${reference}`)).toBeVisible();
  expect(await storedBody()).toBeNull();
  await page.getByRole("button", { name: "Vaciar y empezar de nuevo" }).click();
  await expect(body(page)).toHaveValue("");
});

test("a server that is down for a while loses nothing, through a reload too", async ({ page, complaints }) => {
  await openTicketForm(page);
  await down(page.context());
  await body(page).fill("Escrito sin mesa");
  await expect(page.getByText("Sin conexión: lo escrito está en este navegador.", { exact: false })).toBeVisible();
  await page.reload();
  await expect(body(page)).toHaveValue("Escrito sin mesa");
  await expect(page.getByText("Sin conexión: lo escrito está en este navegador.", { exact: false })).toBeVisible();
  await page.context().unroute("**/api/portal/drafts*");
  await isStored("Escrito sin mesa");
  await expect(saved(page)).toBeVisible();
  expect(await inBrowser(page)).toEqual([]);
  complaints.length = 0;
});

test("an expired session loses nothing: one signs in again, and the text is there", async ({ page }) => {
  await openTicketForm(page);
  await page.context().clearCookies();
  await body(page).fill("Escrito sin sesión");
  await expect(page.getByText("Su sesión terminó. Lo que escribió sigue aquí", { exact: false })).toBeVisible();
  await page.goto("/sign-in?next=%2Fportal%2Ftickets%2Fnew");
  await signInAt(page, WRITER);
  await expect(body(page)).toHaveValue("Escrito sin sesión");
  await expect(saved(page)).toBeVisible();
});

test("closing the page asks while there is unsent text, saved or not; going on inside the portal does not", async ({ page }) => {
  await openTicketForm(page);
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  expect(asked).toEqual([]);
  await body(page).pressSequentially("Sin enviar");
  await expect(saved(page)).toBeVisible();
  await page.reload();
  expect(asked).toEqual(["beforeunload"]);
  await body(page).pressSequentially(" todavía");
  await expect(saved(page)).toBeVisible();
  await page.getByRole("link", { name: "Mis tickets" }).first().click();
  await expect(page).toHaveURL(/\/portal\/tickets$/);
  expect(asked).toEqual(["beforeunload"]);
});

test("signing out saves what it can, and leaves nothing in the browser for the next person", async ({ as }) => {
  // A session of its own: the others' goes on.
  const page = await as(null);
  await page.goto("/sign-in?next=%2Fportal%2Ftickets%2Fnew");
  await signInAt(page, WRITER);
  await expect(subject(page)).toBeVisible();
  await openTicketForm(page);
  await down(page.context());
  await body(page).fill("Solo en este navegador");
  await expect(page.getByText("Sin conexión", { exact: false })).toBeVisible();
  expect(await inBrowser(page)).toHaveLength(1);
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.message());
    void (asked.length === 1 ? dialog.dismiss() : dialog.accept());
  });
  await page.getByRole("button", { name: "Cerrar sesión" }).click();
  await expect(() => expect(asked).toHaveLength(1)).toPass();
  expect(asked[0]).toContain("se borra de este navegador");
  await expect(body(page)).toHaveValue("Solo en este navegador");
  await page.getByRole("button", { name: "Cerrar sesión" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  expect(await inBrowser(page)).toEqual([]);
  await page.context().unroute("**/api/portal/drafts*");
  await signInAt(page, "lucia");
  await expect(page).toHaveURL(/\/portal/);
  await page.goto("/portal/tickets/new");
  expect(await page.content()).not.toContain("Solo en este navegador");
});

test("an agent's reply and note are kept, and two tabs of theirs are told apart", async ({ as }) => {
  const page = await as("carla", { viewport: { width: 1440, height: 900 } });
  const [ticket] = await queryDatabase<{ reference: string }>("SELECT reference FROM ticket WHERE status IN ('new', 'open') ORDER BY created_at LIMIT 1", []);
  await page.goto(`/agent/tickets/${ticket?.reference}`);
  const box = page.getByLabel(/^Respuesta para/);
  await box.fill("Lo revisamos");
  await expect(saved(page)).toBeVisible();
  const other = await as("carla", { viewport: { width: 1440, height: 900 } });
  await other.goto(`/agent/tickets/${ticket?.reference}`);
  await expect(other.getByLabel(/^Respuesta para/)).toHaveValue("Lo revisamos");
  await expect(other.getByRole("tab", { name: /\(borrador\)/ })).toBeVisible();
  await other.getByLabel(/^Respuesta para/).fill("Lo revisamos hoy");
  await expect(saved(other)).toBeVisible();
  await box.fill("Lo revisamos mañana");
  await expect(conflict(page)).toBeVisible();
  await page.getByRole("button", { name: "Usar el otro" }).click();
  await expect(box).toHaveValue("Lo revisamos hoy");
  await box.fill("");
});

async function down(context: BrowserContext): Promise<void> {
  await context.route("**/api/portal/drafts*", (route) => route.fulfill({ status: 503, body: "" }));
}

/** The last of several saves has arrived: leaving a field saves too. */
async function isStored(text: string): Promise<void> {
  await expect(async () => expect(await storedBody()).toBe(text)).toPass({ timeout: 15_000 });
}

async function storedBody(): Promise<string | null> {
  const rows = await queryDatabase<{ body: string }>("SELECT d.data->>'body' AS body FROM ticket_draft d JOIN app_user u ON u.id = d.user_id WHERE u.email = $1 AND d.slot = 'new'", [ADDRESSES[WRITER]]);
  return rows[0]?.body ?? null;
}

/** For whoever looks at how it looks: narrow and wide, light and dark. */
async function looks(page: Page, at: (name: string) => string): Promise<void> {
  for (const { width, colorScheme } of [{ width: 360, colorScheme: "light" }, { width: 360, colorScheme: "dark" }, { width: 1440, colorScheme: "light" }, { width: 1440, colorScheme: "dark" }] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await conflict(page).scrollIntoViewIfNeeded();
    await page.screenshot({ path: at(`conflict-${width}-${colorScheme}.png`) });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
}
