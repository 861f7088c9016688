import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/browser";
import { queryDatabase } from "@/tests/support/browser-database";
import { expectGoodLooks } from "@/tests/support/browser-axe";

test.use({ person: "carla", viewport: { width: 1440, height: 900 } });

/** Tickets of the demonstration that no other browser test writes on. */
const TICKETS = {
  reply: "Quiero activar DKIM para el boletín de la librería",
  note: "Cambiar precios de muchos libros a la vez",
  draft: "¿Qué uso de CFDI pongo para el hosting?",
  work: "Error 500 en robles-asociados.example después de editar el .htaccess",
  take: "Clientes nos dicen que nuestros mensajes están en «correo no deseado»",
  mergeFrom: "Hoja vacía al bajar el estado de cuenta de un cliente",
  mergeInto: "Los estados de cuenta en PDF se descargan en blanco",
  stale: "el formulario de contacto no manda nada",
  staleInto: "Que nameservers pongo para la pagina nueva?",
  live: "CFDI pendiente del hosting del despacho",
  similar: "Softlik no timbra facturas: «Servicio de timbrado no disponible»",
  plain: "No salen los CFDI de nuestros clientes, se queda en «Timbrando...»",
} as const;

/** Opens it beside its department's list: the list of all has more than one page, which other tests fill. */
async function openTicket(page: Page, subject: string): Promise<string> {
  const [ticket] = await queryDatabase<{ reference: string; department: string }>("SELECT t.reference, d.slug AS department FROM ticket t JOIN department d ON d.id = t.department_id WHERE t.subject = $1 ORDER BY t.created_at", [subject]);
  await page.goto(`/agent/tickets/${ticket?.reference}?queue=all&department=${ticket?.department}`);
  await expect(page.getByRole("heading", { level: 1, name: subject })).toBeVisible();
  return ticket?.reference ?? "";
}

/** As coming back to the tab does: the desk asks at once instead of at its next turn. */
async function comeBack(page: Page): Promise<void> {
  await expect(async () => {
    const answered = page.waitForResponse((response) => response.url().includes("/api/agent/queues"), { timeout: 1500 });
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await answered;
  }).toPass();
}

/** The keys work from when the page has come alive. */
async function keysAreOn(page: Page): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Atajos de teclado" });
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(dialog).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
}

const said = (page: Page, text: string) => expect(page.getByRole("status").filter({ hasText: text })).toBeAttached();

test.describe("the three panes", () => {
  test("the list is ordered by what burns, and opens a ticket beside itself", async ({ page }) => {
    await page.goto("/agent");
    await expect(page).toHaveURL(/\/agent\/queues\/open$/);
    const due = await page.locator("ol time").evaluateAll((times) => times.map((time) => Date.parse((time as HTMLTimeElement).dateTime)));
    expect(due.length).toBeGreaterThan(5);
    expect(due).toEqual(due.toSorted((a, b) => a - b));
    await expect(page.locator("ol li").first()).toContainText("Vencido");

    const row = page.locator("[data-desk-row]").nth(3);
    const subject = await row.innerText();
    await row.click();
    await expect(page.getByRole("heading", { level: 1, name: subject })).toBeFocused();
    await expect(page.getByRole("link", { name: subject, exact: true })).toHaveAttribute("aria-current", "page");
    await expect(page.getByRole("heading", { level: 2, name: "Abiertos" })).toBeVisible();
  });

  test("a department is a queue too, and its count is what its list shows", async ({ page }) => {
    await page.goto("/agent/queues/open");
    const link = page.getByRole("navigation", { name: "Colas de tickets" }).getByRole("link", { name: /^Facturación/ });
    const count = Number(/(\d+) tickets/.exec((await link.textContent()) ?? "")?.[1]);
    await link.click();
    await expect(page.getByRole("heading", { level: 1, name: "Todos los activos · Facturación" })).toBeVisible();
    await expect(page.locator("ol li")).toHaveCount(count);
  });

  test("a narrow screen shows one pane at a time", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto("/agent/queues/open");
    await page.getByRole("link", { name: "Colas", exact: true }).click();
    await page.getByRole("main").getByRole("link", { name: /^Míos/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Míos" })).toBeVisible();
    await page.locator("[data-desk-row]").first().click();
    await expect(page.getByRole("heading", { level: 2, name: "Míos" })).toBeHidden();
    await page.getByRole("link", { name: "Volver a la lista" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Míos" })).toBeVisible();
  });

  test("a search keeps its results beside the ticket, and a whole reference leads to it", async ({ page }) => {
    await page.goto("/agent/queues/open");
    await page.getByRole("searchbox", { name: "Buscar tickets" }).fill("boletín DKIM librería");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: /Búsqueda/ })).toBeVisible();
    await page.getByRole("link", { name: TICKETS.reply, exact: true }).click();
    await expect(page.getByRole("heading", { level: 2, name: /Búsqueda/ })).toBeVisible();
    const reference = /IMP-\w{4}-\w{4}/.exec(page.url())?.[0] ?? "";
    await page.getByRole("searchbox", { name: "Buscar tickets" }).fill(` ${reference.toLowerCase()} `);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/agent/tickets/${reference}`));
  });

  test("what there is not is not found", async ({ page }) => {
    expect((await page.goto("/agent/queues/nada"))?.status()).toBe(404);
    expect((await page.goto("/agent/tickets/IMP-0000-0000"))?.status()).toBe(404);
    await expect(page.getByText("No encontramos esta página")).toBeVisible();
  });
});

test.describe("writing", () => {
  test("a reply reaches the customer, moves the ticket, and leaves the focus in the thread", async ({ page }) => {
    await openTicket(page, TICKETS.reply);
    await page.getByLabel(/^Respuesta para/).fill("Ya activamos **DKIM**. ¿Nos confirma con un correo de prueba?");
    await page.getByLabel("Después de enviar").selectOption("pending");
    await page.getByRole("button", { name: "Enviar respuesta" }).click();

    const message = page.getByRole("listitem").filter({ hasText: "Ya activamos DKIM" });
    await expect(message).toBeFocused();
    await said(page, "Respuesta enviada.");
    await expect(page.getByLabel(/^Respuesta para/)).toHaveValue("");
    await expect(page.getByText("Le toca al cliente")).toBeVisible();
    await page.reload();
    await expect(page.getByLabel(/^Respuesta para/)).toHaveValue("");
  });

  test("an internal note looks different and never reaches the customer", async ({ page, as }) => {
    const reference = await openTicket(page, TICKETS.note);
    await page.getByRole("tab", { name: "Nota interna" }).click();
    await page.getByRole("textbox", { name: "Nota interna" }).fill("Ojo: secreto de la mesa");
    await page.getByRole("button", { name: "Guardar nota" }).click();
    await expect(page.getByRole("listitem").filter({ hasText: "secreto de la mesa" })).toContainText("el cliente no la ve");
    const pilar = await as("pilar");
    await pilar.goto(`/portal/tickets/${reference}`);
    await expect(pilar.getByRole("heading", { level: 1 })).toContainText(TICKETS.note);
    expect(await pilar.content()).not.toContain("secreto de la mesa");
  });

  test("what is typed survives leaving the page", async ({ page }) => {
    await openTicket(page, TICKETS.draft);
    await page.getByLabel(/^Respuesta para/).fill("Se usa G03, pero");
    await expect(page.getByText("Borrador guardado")).toBeVisible();
    await page.reload();
    await expect(page.getByLabel(/^Respuesta para/)).toHaveValue("Se usa G03, pero");
    const kept = page.waitForResponse((response) => response.url().endsWith("/api/agent/drafts"));
    await page.getByLabel(/^Respuesta para/).fill("");
    expect((await kept).status()).toBe(200);
    await page.reload();
    await expect(page.getByLabel(/^Respuesta para/)).toHaveValue("");
  });

  test("an empty reply is refused beside the field, with a summary that takes the focus", async ({ page }) => {
    await openTicket(page, TICKETS.draft);
    await page.getByRole("button", { name: "Enviar respuesta" }).click();
    const summary = page.getByRole("alert").filter({ hasText: "No se pudo enviar" });
    await expect(summary).toBeFocused();
    await summary.getByRole("link").click();
    await expect(page.getByLabel(/^Respuesta para/)).toBeFocused();
  });

  test("a text for a ticket that was merged meanwhile stays, and the answer says where to go", async ({ page, as }) => {
    // A page that no news reaches: one that hears of it shows it before anything is sent.
    await page.route("**/api/events**", (route) => route.abort());
    const from = await openTicket(page, TICKETS.stale);
    await page.getByLabel(/^Respuesta para/).fill("Revisamos el formulario");
    const elena = await as("elena", { viewport: { width: 1440, height: 900 } });
    const into = await openTicket(elena, TICKETS.staleInto);
    await elena.goto(`/agent/tickets/${from}/merge?into=${into}`);
    await elena.getByRole("button", { name: `Unir ${from} a ${into}` }).click();
    await expect(elena.getByText(`${from} se unió a este ticket`)).toBeVisible();

    await page.getByRole("button", { name: "Enviar respuesta" }).click();
    await expect(page.getByRole("alert").filter({ hasText: into })).toBeFocused();
    await expect(page.getByRole("tabpanel").getByRole("link", { name: `Abrir ${into}` })).toBeVisible();
    await expect(page.getByLabel(/^Respuesta para/)).toHaveValue("Revisamos el formulario");
  });

  test("a text survives an expired session and a lost connection", async ({ page, context }) => {
    await openTicket(page, TICKETS.draft);
    const box = page.getByLabel(/^Respuesta para/);
    await box.fill("No se pierde");
    await context.setOffline(true);
    await page.getByRole("button", { name: "Enviar respuesta" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "No hubo respuesta de la mesa" })).toBeFocused();
    await context.setOffline(false);
    await context.clearCookies();
    await page.getByRole("button", { name: "Enviar respuesta" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "Su sesión terminó" })).toBeFocused();
    await expect(page.getByRole("link", { name: "Iniciar sesión en otra pestaña" })).toBeVisible();
    await expect(box).toHaveValue("No se pierde");
  });
});

test.describe("working on a ticket", () => {
  test("priority and department are saved by their buttons, and told in the thread", async ({ page }) => {
    await openTicket(page, TICKETS.work);
    await page.getByLabel("Prioridad", { exact: true }).selectOption("low");
    await page.getByRole("button", { name: "Guardar", exact: true }).click();
    await said(page, "Prioridad guardada.");
    await expect(page.getByText("cambió la prioridad de media a baja")).toBeVisible();
    await page.getByLabel("Departamento", { exact: true }).selectOption({ label: "Soporte técnico" });
    await page.getByRole("button", { name: "Guardar", exact: true }).click();
    await expect(page.getByText("de Dominios y hosting a Soporte técnico")).toBeVisible();
  });

  test("a status move keeps the focus when its button goes away", async ({ page }) => {
    await openTicket(page, TICKETS.work);
    const group = page.getByRole("group", { name: /^Estado/ });
    await group.getByRole("button", { name: "Poner en espera" }).press("Enter");
    await said(page, "Estado guardado.");
    await expect(group).toBeFocused();
    await group.getByRole("button", { name: "Retomar" }).click();
    await expect(group.getByRole("button", { name: "Retomar" })).toBeHidden();
  });

  test("tickets of two customers are not merged; those of one are, after both were named", async ({ page }) => {
    const other = await openTicket(page, TICKETS.note);
    const into = await openTicket(page, TICKETS.mergeInto);
    const from = await openTicket(page, TICKETS.mergeFrom);
    await page.getByText("Unir a otro ticket…").click();
    const box = page.getByLabel("Clave del ticket que sigue");
    const next = page.getByRole("button", { name: "Continuar" });

    await box.fill(from);
    await next.click();
    await expect(page.getByRole("alert").filter({ hasText: "a sí mismo" })).toBeFocused();

    await box.fill(other);
    await next.click();
    const dialog = page.getByRole("dialog", { name: "¿Unir estos dos tickets?" });
    await dialog.getByRole("button", { name: `Unir ${from} a ${other}` }).click();
    await expect(dialog.getByRole("alert").filter({ hasText: "clientes distintos" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();

    await box.fill(into.toLowerCase());
    await next.click();
    await expect(dialog).toContainText(TICKETS.mergeFrom);
    await expect(dialog).toContainText(TICKETS.mergeInto);
    await dialog.getByRole("button", { name: `Unir ${from} a ${into}` }).click();
    await expect(page).toHaveURL(new RegExp(`/agent/tickets/${into}`));
    await expect(page.getByText(`${from} se unió a este ticket.`)).toBeVisible();
    await expect(page.getByRole("region", { name: "Decisiones sobre duplicados" })).toContainText("Carla Ríos unió a este ticket:");
    await page.getByRole("region", { name: "Tickets unidos a este" }).getByRole("link", { name: new RegExp(`^${from}`) }).click();
    await expect(page.getByText(`Este ticket se unió a ${into}`)).toBeVisible();
  });

  test("likely duplicates say why, and can be merged from there", async ({ page }) => {
    await openTicket(page, TICKETS.similar);
    const similar = page.getByRole("region", { name: "Tickets parecidos" });
    await expect(similar.getByRole("link", { name: TICKETS.plain })).toBeVisible();
    await expect(similar.getByText(/Comparten|Ambos mencionan|Dice algo/).first()).toBeVisible();
    await similar.getByRole("link", { name: /^Unir IMP-/ }).first().click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("Este se cierra");
    await dialog.getByRole("button", { name: "Cancelar" }).click();
    await expect(dialog).toBeHidden();
  });

  test("another agent's change is announced, and no row moves before one asks for it", async ({ page, as }) => {
    // Of one department: other tests' tickets may fill the first page of all.
    await page.goto("/agent/queues/all?department=facturacion");
    await comeBack(page);
    const before = await page.locator("[data-desk-row]").allInnerTexts();
    const elena = await as("elena", { viewport: { width: 1440, height: 900 } });
    await openTicket(elena, TICKETS.live);
    await elena.getByRole("group", { name: /^Estado/ }).getByRole("button", { name: "Esperar al cliente" }).click();
    await said(elena, "Estado guardado.");

    await comeBack(page);
    await expect(page.getByText("Hay cambios")).toBeVisible();
    expect(await page.locator("[data-desk-row]").allInnerTexts()).toEqual(before);
    await page.getByRole("button", { name: "Actualizar" }).click();
    await expect(page.getByText("Hay cambios")).toBeHidden();
    await expect(page.locator("ol li").filter({ hasText: TICKETS.live })).toContainText("Espera respuesta");
  });
});

test.describe("the keyboard alone", () => {
  test("j and k move, Enter opens, a takes, r and n write, Esc leaves", async ({ page }) => {
    await page.goto("/agent/queues/open");
    await keysAreOn(page);
    await page.keyboard.press("j");
    await expect(page.locator("[data-desk-row]").first()).toBeFocused();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    await expect(page.locator("[data-desk-row]").nth(1)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator("#ticket-title")).toBeFocused();

    await openTicket(page, TICKETS.take);
    await keysAreOn(page);
    await page.keyboard.press("a");
    await said(page, "El ticket es suyo.");
    await expect(page.getByLabel("Asignado a", { exact: true })).toHaveValue(/.+/);

    await page.keyboard.press("n");
    await expect(page.getByRole("textbox", { name: "Nota interna" })).toBeFocused();
    await page.keyboard.type("jkgra?/");
    await expect(page.getByRole("textbox", { name: "Nota interna" })).toHaveValue("jkgra?/");
    await page.keyboard.press("Escape");
    await page.keyboard.press("r");
    await expect(page.getByLabel(/^Respuesta para/)).toBeFocused();
    await page.keyboard.type("Con el teclado.");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("listitem").filter({ hasText: "Con el teclado." })).toBeFocused();
    await page.keyboard.press("u");
    await expect(page.locator("[data-desk-row][aria-current=page]")).toBeFocused();
  });

  test("/ searches, g and a letter change the queue, ? shows the keys and can turn them off", async ({ page }) => {
    await page.goto("/agent/queues/open");
    await keysAreOn(page);
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox", { name: "Buscar tickets" })).toBeFocused();
    await expect(page.getByRole("searchbox", { name: "Buscar tickets" })).toHaveValue("");
    await page.locator("#contenido").focus();
    await page.keyboard.press("g");
    await page.keyboard.press("m");
    await expect(page.getByRole("heading", { level: 1, name: "Míos" })).toBeVisible();
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog", { name: "Atajos de teclado" });
    await expect(dialog).toBeVisible();
    await dialog.getByLabel("Usar atajos de una tecla").uncheck();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await page.keyboard.press("j");
    await expect(page.locator("[data-desk-row]").first()).not.toBeFocused();
    await page.reload();
    await comeBack(page); // alive again
    await page.keyboard.press("?");
    await expect(dialog).toBeHidden();
  });
});

test.describe("without JavaScript", () => {
  test("one reads, replies, notes and merges with plain forms", async ({ as }) => {
    const page = await as("elena", { javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
    const reference = await openTicket(page, TICKETS.plain);
    await expect(page.getByRole("link", { name: "Buscar tickets parecidos" })).toBeVisible();
    await page.getByLabel(/^Respuesta para/).fill("Sin guiones también funciona.");
    await page.getByRole("button", { name: "Enviar respuesta" }).click();
    await expect(page.getByRole("listitem").filter({ hasText: "Sin guiones también funciona." })).toBeVisible();
    await expect(page.getByText("Respuesta enviada.")).toBeVisible();
    await expect(page.getByLabel(/^Respuesta para/)).toHaveValue("");

    await page.getByRole("tab", { name: "Nota interna" }).click();
    await page.getByRole("button", { name: "Guardar nota" }).click();
    await expect(page.getByText("Este campo es necesario.").first()).toBeVisible();
    await page.getByRole("textbox", { name: "Nota interna" }).fill("Nota sin guiones");
    await page.getByRole("button", { name: "Guardar nota" }).click();
    await expect(page.getByRole("listitem").filter({ hasText: "Nota sin guiones" })).toBeVisible();

    await page.getByText("Unir a otro ticket…").click();
    await page.getByLabel("Clave del ticket que sigue").fill("IMP-0000-0000");
    await page.getByRole("button", { name: "Continuar" }).click();
    await expect(page.getByText("No hay ningún ticket con esa clave")).toBeVisible();
    await page.getByRole("link", { name: "Volver al ticket" }).click();
    await expect(page).toHaveURL(new RegExp(reference));
  });
});

test.describe("without JavaScript and signed out", () => {
  test("what was typed is shown again, and nothing of the ticket", async ({ as }) => {
    const page = await as("elena", { javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
    await openTicket(page, TICKETS.draft);
    await page.getByLabel(/^Respuesta para/).fill("Escrito antes de que terminara la sesión");
    await page.context().clearCookies();
    await page.getByRole("button", { name: "Enviar respuesta" }).click();
    await expect(page.getByText("Su sesión terminó").first()).toBeVisible();
    await expect(page.getByRole("textbox")).toHaveValue("Escrito antes de que terminara la sesión");
    await expect(page.getByRole("link", { name: "Iniciar sesión en otra pestaña" })).toHaveAttribute("href", /sign-in\?next=/);
    expect(await page.content()).not.toContain(TICKETS.draft);
  });
});

/** As the browser marks the requests of the desk's own pages. */
const OWN_PAGE = { "sec-fetch-site": "same-origin" };

test.describe("who may be here", () => {
  test("a customer is led to the portal, and the desk's requests answer nothing", async ({ as }) => {
    const ana = await as("ana");
    await ana.goto("/agent/queues/open");
    await expect(ana).toHaveURL(/\/portal/);
    expect((await ana.request.get("/api/agent/queues")).status()).toBe(404);
    expect((await ana.request.get("/api/agent/tickets?reference=IMP-0000-0000")).status()).toBe(404);
    expect((await ana.request.post("/api/agent/drafts", { data: {}, headers: OWN_PAGE })).status()).toBe(404);
    expect((await ana.request.post("/api/agent/read", { data: {}, headers: OWN_PAGE })).status()).toBe(404);
  });

  test("nobody is led to the sign-in page and back", async ({ as }) => {
    const nobody = await as(null);
    await nobody.goto("/agent/queues/mine");
    await expect(nobody).toHaveURL(/\/sign-in\?next=%2Fagent%2Fqueues%2Fmine/);
    expect((await nobody.request.get("/api/agent/queues")).status()).toBe(401);
  });

  test("the desk's requests refuse another site, and what is not theirs", async ({ page }) => {
    const elsewhere = await page.request.post("/api/agent/drafts", { data: {}, headers: { "sec-fetch-site": "cross-site" } });
    expect(elsewhere.status()).toBe(403);
    const post = async (data: unknown) => (await page.request.post("/api/agent/drafts", { data, headers: OWN_PAGE })).status();
    expect(await post({ slot: "new:..", data: {} })).toBe(400);
    expect(await post({ slot: "new", data: { body: "x".repeat(400_000) } })).toBe(413);
    expect(await post("nonsense")).toBe(400);
    const unknown = { ticketId: "00000000-0000-4000-8000-000000000000" };
    expect((await page.request.post("/api/agent/read", { data: unknown, headers: OWN_PAGE })).status()).toBe(404);
  });

  test("the counts are asked for with their name, and answered in full only when they changed", async ({ page }) => {
    const first = await page.request.get("/api/agent/queues?queue=closed");
    const etag = first.headers()["etag"] ?? "";
    expect(Object.keys((await first.json()).counts.queues)).toContain("unassigned");
    expect((await page.request.get("/api/agent/queues?queue=all", { headers: { "if-none-match": '"other"' } })).status()).toBe(200);
    const again = await page.request.get("/api/agent/queues?queue=closed", { headers: { "if-none-match": etag } });
    expect([200, 304]).toContain(again.status()); // another test may have moved a ticket in between
  });
});

// The pages as such are looked at in quality.spec.ts: here stand those that come of use.
test("axe finds nothing, and nothing is wider than the screen, while one writes, merges, searches and reads the keys", async ({ as }) => {
  test.setTimeout(120_000);
  const page = await as("diego");
  const reference = await openTicket(page, "La tienda tarda más de 8 segundos en abrir");
  for (const path of ["/agent/queues/solved", "/agent/search?q=zzzz", "/agent/search?q=correo", `/agent/tickets/${reference}?compose=note`, `/agent/tickets/${reference}/merge?into=${reference}`]) {
    await page.goto(path);
    await expect(page.locator("#contenido")).toBeVisible();
    await expectGoodLooks(page, path);
  }
  await page.goto(`/agent/tickets/${reference}`);
  await keysAreOn(page);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectGoodLooks(page, "the keys");
});
