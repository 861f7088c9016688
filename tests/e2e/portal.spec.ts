import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/browser";
import { expectGoodLooks } from "@/tests/support/browser-axe";
import { queryDatabase } from "@/tests/support/browser-database";
import { ADDRESSES, PEOPLE, type Person } from "@/tests/support/browser-people";
import { markAllDifferent, openTicketForm, referenceOf, send, write } from "@/tests/support/browser-tickets";

// Drafts and tickets of these two are written in this file alone.
const WRITER = "lucia";
const READER = "rosa";

test.use({ person: WRITER });

const subject = (page: Page) => page.getByLabel("Asunto");
const body = (page: Page) => page.getByLabel("Descripción");
const panel = (page: Page) => page.getByRole("region", { name: "Antes de enviar" });
const suggestion = (page: Page, text: string) => panel(page).getByRole("listitem").filter({ hasText: text }).first();

/** Raises a ticket about something that nobody else writes about. */
async function raise(page: Page, about: string): Promise<string> {
  await openTicketForm(page);
  await write(page, { department: "Soporte técnico", subject: about, body: `${about}. Empezó esta mañana y no ha parado.` });
  return sendUntilRaised(page);
}

/** Sends; what resembles it is said to be another topic. */
async function sendUntilRaised(page: Page): Promise<string> {
  await send(page);
  const raised = page.getByText(/^Recibimos su ticket/);
  const box = page.getByRole("checkbox", { name: /^Es un tema distinto/ }).first();
  await expect(raised.or(page.getByRole("heading", { name: "Todavía no se envió" }))).toBeVisible();
  if (!(await raised.isVisible())) {
    await expect(box).toBeVisible();
    await markAllDifferent(page);
    await send(page);
  }
  return referenceOf(page);
}

test.describe("what is typed is kept", () => {
  test("as a draft that a reload, and another day, bring back; discarding it brings what the address asks for", async ({ page }) => {
    await openTicketForm(page);
    await write(page, { department: "Facturación", subject: "Borrador de la guacamaya", body: "Primer renglón\n\nSegundo renglón" });
    await page.getByRole("radio", { name: "Baja" }).check();
    await expect(page.getByText("Borrador guardado")).toBeVisible();
    const key = await page.locator("input[name=submissionKey]").inputValue();

    await page.goto("/portal/tickets/new?subject=Otra+cosa&department=softlik");
    await expect(page.getByText("Recuperamos el borrador que dejó sin enviar.")).toBeVisible();
    await expect(subject(page)).toHaveValue("Borrador de la guacamaya");
    await expect(body(page)).toHaveValue("Primer renglón\n\nSegundo renglón");
    await expect(page.getByRole("radio", { name: "Facturación" })).toBeChecked();
    await expect(page.getByRole("radio", { name: "Baja" })).toBeChecked();
    await expect(page.locator("input[name=submissionKey]")).toHaveValue(key);

    await page.getByRole("button", { name: "Descartar y empezar de nuevo" }).click();
    await expect(subject(page)).toHaveValue("Otra cosa");
    await expect(page.getByRole("radio", { name: "Softlik" })).toBeChecked();
    await expect(page.locator("input[name=submissionKey]")).not.toHaveValue(key);
  });

  test("when one leaves for another page of the portal at once", async ({ page }) => {
    await openTicketForm(page);
    await subject(page).fill("A medias");
    await page.getByRole("link", { name: "Mis tickets" }).first().click();
    await expect(page).toHaveURL(/\/portal\/tickets$/);
    await expect(async () => {
      await page.goto("/portal/tickets/new");
      await expect(subject(page)).toHaveValue("A medias", { timeout: 500 });
    }).toPass();
  });

  test("when the session ended meanwhile, and is sent after signing in elsewhere", async ({ page }) => {
    await openTicketForm(page);
    await write(page, { department: "Soporte técnico", subject: "El pelícano del inventario", body: "No cuadra con el pelícano del mes pasado." });
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await send(page);
    await expect(page.getByRole("alert").filter({ hasText: "Su sesión terminó" }).first()).toBeFocused();
    await expect(page.getByRole("link", { name: "Iniciar sesión en otra pestaña" })).toHaveAttribute("target", "_blank");
    await expect(body(page)).toHaveValue("No cuadra con el pelícano del mes pasado.");
    await page.context().addCookies(cookies);
    await sendUntilRaised(page);
  });

  test("when the session ended meanwhile, without JavaScript", async ({ as }) => {
    const page = await as(WRITER, { javaScriptEnabled: false });
    await openTicketForm(page);
    await write(page, { department: "Soporte técnico", subject: "El tucán de la bodega", body: "Suena cada hora desde el jueves." });
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await send(page);
    await expect(page.getByText("Su sesión terminó mientras escribía.", { exact: false })).toBeVisible();
    await expect(subject(page)).toHaveValue("El tucán de la bodega");
    await page.context().addCookies(cookies);
    await sendUntilRaised(page);
    await expect(page.getByText("Soporte técnico", { exact: true }).first()).toBeVisible();
  });

  test("when there is no connection", async ({ page, complaints }) => {
    await openTicketForm(page);
    await write(page, { department: "Soporte técnico", subject: "La garza del servidor", body: "Se oye una garza." });
    await page.context().setOffline(true);
    await send(page);
    await expect(page.getByText("No hubo conexión con la mesa.", { exact: false })).toBeVisible();
    await expect(body(page)).toHaveValue("Se oye una garza.");
    await page.context().setOffline(false);
    complaints.length = 0; // the browser's own words about the lost connection
  });

  test("in a reply too, and gone once it is sent", async ({ page }) => {
    const reference = await raise(page, "El quetzal parpadea en la pantalla de recepción");
    const reply = page.getByLabel("Responder", { exact: true });
    await reply.fill("También de noche");
    await expect(page.getByText("Borrador guardado")).toBeVisible();
    await page.goto(`/portal/tickets/${reference}`);
    await expect(reply).toHaveValue("También de noche");
    await page.getByRole("button", { name: "Enviar respuesta" }).click();
    await expect(page.getByRole("article").last()).toContainText("También de noche");
    await expect(reply).toHaveValue("");
    await page.reload();
    await expect(reply).toHaveValue("");
  });
});

test.describe("before sending", () => {
  test("an open ticket on the topic counts as looked at once it is opened in its own tab", async ({ page }) => {
    const earlier = await raise(page, "El ajolote del checador muerde las credenciales");
    await openTicketForm(page);
    await write(page, { department: "Soporte técnico", subject: "El ajolote del checador vuelve a morder credenciales", body: "Otra vez el ajolote del checador muerde las credenciales nuevas." });
    const card = suggestion(page, earlier);
    await expect(card).toContainText("Revíselo antes de enviar");
    const [opened] = await Promise.all([
      page.context().waitForEvent("page"),
      page.waitForResponse("**/api/portal/opened-duplicates"),
      card.getByRole("link", { name: /^Abrir IMP/ }).click(),
    ]);
    await expect(opened).toHaveURL(new RegExp(earlier));
    await opened.close();
    await expect(card).toContainText("Ya lo revisó");
    await expect(subject(page)).toHaveValue("El ajolote del checador vuelve a morder credenciales");
    await send(page);
    await referenceOf(page);
  });

  test("the text can be added to it instead, and no second ticket is made", async ({ page }) => {
    const about = "El colibrí del conmutador cuelga las llamadas";
    const earlier = await raise(page, about);
    await openTicketForm(page);
    await subject(page).fill("El colibrí del conmutador sigue colgando llamadas");
    await body(page).fill("Hoy el colibrí del conmutador colgó las llamadas tres veces.");
    await suggestion(page, earlier).getByRole("button", { name: /^Agregar mi texto/ }).click();
    await expect(page).toHaveURL(new RegExp(`${earlier}\\?done=added`));
    await expect(page.getByText("Su texto se agregó a este ticket.", { exact: false })).toBeVisible();
    await expect(page.getByRole("article").last()).toContainText("Hoy el colibrí del conmutador colgó las llamadas tres veces.");
    await page.goto("/portal/tickets/new");
    await expect(subject(page)).toHaveValue("");
    expect(await queryDatabase("SELECT 1 FROM ticket WHERE subject LIKE 'El colibrí del conmutador%'")).toHaveLength(1);
  });

  test("a tick survives another refusal where no script runs", async ({ as }) => {
    const page = await as(WRITER, { javaScriptEnabled: false });
    await raise(page, "El jaguar del almacén abre las puertas solas");
    await openTicketForm(page);
    await write(page, { department: "Soporte técnico", subject: "El jaguar del almacén abre puertas solas otra vez", body: "El jaguar del almacén abre las puertas solas." });
    await send(page);
    await markAllDifferent(page);
    await subject(page).fill(`El jaguar del almacén abre las puertas solas ${"y no para ".repeat(20)}`);
    await send(page);
    await expect(page.getByText("Son demasiados caracteres: el máximo es 150.").first()).toBeVisible();
    await expect(page.getByRole("checkbox", { name: /^Es un tema distinto/ }).first()).toBeChecked();
    await subject(page).fill("El jaguar del almacén abre las puertas solas de nuevo");
    await send(page);
    await referenceOf(page);
  });

  test("the newest answer is shown, even when an older one comes later", async ({ page }) => {
    await openTicketForm(page);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let isFirst = true;
    await page.route("**/api/portal/suggest", async (route) => {
      const wait = isFirst;
      isFirst = false;
      const answer = await route.fetch();
      if (wait) await held;
      await route.fulfill({ response: answer }).catch(() => undefined); // the page may have given it up
    });
    const asked = page.waitForRequest("**/api/portal/suggest");
    await subject(page).pressSequentially("registro SPF");
    await asked;
    await subject(page).fill("WordPress lento");
    await expect(panel(page).getByRole("link", { name: /WordPress/ }).first()).toBeVisible();
    release();
    await expect(panel(page).getByRole("link", { name: /SPF/ })).toHaveCount(0);
    await expect(subject(page)).toBeFocused();
  });

  test("Enter in the subject sends the form, and never gives the text to another ticket", async ({ page }) => {
    const earlier = await raise(page, "El manatí del proyector apaga la sala de juntas");
    await openTicketForm(page);
    await subject(page).fill("El manatí del proyector apaga la sala de juntas otra vez");
    await expect(suggestion(page, earlier)).toBeVisible();
    await subject(page).press("Enter");
    await expect(page.getByRole("alert").getByRole("link")).toHaveCount(2); // department and description
    await page.goto(`/portal/tickets/${earlier}`);
    await expect(page.getByRole("article")).toHaveCount(1);
  });

  test("the whole form can be filled in and sent with the keyboard alone", async ({ page }) => {
    await openTicketForm(page);
    await page.getByRole("radio", { name: "Soporte técnico" }).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab"); // the product
    await page.keyboard.type("El flamenco del elevador");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Se detiene entre el segundo y el tercer piso.");
    await expect(panel(page).getByRole("status")).not.toContainText("Mientras escribe");
    await page.getByRole("button", { name: "Enviar ticket" }).focus();
    await page.keyboard.press("Enter");
    await referenceOf(page);
  });
});

test("a link fills in the form: department, subject, priority and the article that did not help", async ({ page }) => {
  await openTicketForm(page);
  await page.goto("/portal/tickets/new?department=correo-electronico&priority=low&subject=No+llega+el+correo&article=configurar-spf");
  await expect(page.getByRole("radio", { name: "Correo electrónico" })).toBeChecked();
  await expect(page.getByRole("radio", { name: "Baja" })).toBeChecked();
  await expect(subject(page)).toHaveValue("No llega el correo");
  await expect(body(page)).toHaveValue(/^Ya leí el artículo «.*SPF.*» y no resolvió mi problema\./);
  await page.goto("/portal/tickets/new?department=ninguno&product=x&priority=high&article=no-existe");
  await expect(page.getByRole("radio", { name: "Media" })).toBeChecked();
  await expect(body(page)).toHaveValue("");
});

test("priorities say what is promised; alta cannot be chosen, and the way to a paid service is told", async ({ page }) => {
  await page.goto("/portal/tickets/new");
  await expect(page.getByText(/Respuesta en un máximo de 48 horas hábiles\. Si lo envía ahora, a más tardar el \S{3} \d+ \S{3}, \d\d:\d\d\./)).toBeVisible();
  await expect(page.getByText("Le enviamos una cotización y sólo se hace si la autoriza.")).toBeVisible();
  await expect(page.getByRole("radio", { name: /^Alta/ })).toHaveCount(0);
});

test.describe("a ticket", () => {
  test("is closed by its requester, and leads on to a new one that mentions it", async ({ page }) => {
    const reference = await raise(page, "La iguana del cajón de efectivo");
    await page.getByText("Ya no necesito ayuda con esto").click();
    await page.getByRole("button", { name: "Cerrar ticket" }).click();
    await expect(page.getByText("El ticket quedó cerrado.", { exact: false })).toBeVisible();
    await expect(page.getByText("Nada pendiente")).toBeVisible();
    await expect(page.getByLabel("Responder", { exact: true })).toHaveCount(0);
    await page.getByRole("link", { name: "Levantar un ticket nuevo" }).click();
    await expect(subject(page)).toHaveValue(new RegExp(`^Seguimiento de ${reference}`));
  });

  test("that was closed meanwhile says so to a stale form, and keeps what was typed", async ({ page }) => {
    const reference = await raise(page, "El venado del estacionamiento");
    const other = await page.context().newPage();
    await other.goto(`/portal/tickets/${reference}`);
    await other.getByText("Ya no necesito ayuda con esto").click();
    await other.getByRole("button", { name: "Cerrar ticket" }).click();
    await expect(other.getByText("El ticket quedó cerrado.", { exact: false })).toBeVisible();
    await page.getByLabel("Responder", { exact: true }).fill("Sigue ahí");
    await page.getByRole("button", { name: "Enviar respuesta" }).click();
    await expect(page.getByText("Este ticket ya está cerrado.", { exact: false })).toBeVisible();
    await expect(page.getByLabel("Responder", { exact: true })).toHaveValue("Sigue ahí");
  });

  test("that was merged leads to the other one", async ({ as }) => {
    const [merged] = await queryDatabase<{ email: string; reference: string; into: string }>(
      `SELECT u.email, t.reference, m.reference AS into FROM ticket t JOIN ticket m ON m.id = t.merged_into_id
       JOIN app_user u ON u.organization_role = 'manager' AND u.organization_id = t.organization_id AND u.organization_id = m.organization_id
       WHERE u.email = ANY($1) ORDER BY t.created_at LIMIT 1`,
      [Object.values(ADDRESSES)],
    );
    const person = PEOPLE.find((each) => ADDRESSES[each] === merged?.email) as Person;
    const page = await as(person);
    await page.goto(`/portal/tickets/${merged?.reference}`);
    await expect(page.getByText(`Este ticket se unió a ${merged?.into}`)).toBeVisible();
    await expect(page.getByLabel("Responder", { exact: true })).toHaveCount(0);
    await page.getByRole("link", { name: new RegExp(`^${merged?.into}`) }).click();
    await expect(page).toHaveURL(new RegExp(`${merged?.into}$`));
  });

  test("shows what was written as text: no script of a writer runs", async ({ page }) => {
    await openTicketForm(page);
    const attack = "<img src=x onerror=alert(1)> <script>alert(2)</script> [x](javascript:alert(3))";
    await write(page, { department: "Soporte técnico", subject: `${attack} zopilote`, body: `${attack}\n\n**negritas**` });
    let dialogs = 0;
    page.on("dialog", (dialog) => {
      dialogs += 1;
      void dialog.dismiss();
    });
    await sendUntilRaised(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${attack} zopilote`);
    await expect(page.getByRole("article").first().locator("strong")).toHaveText("negritas");
    expect(await page.locator("main script, main img, main a[href^='javascript']").count()).toBe(0);
    expect(dialogs).toBe(0);
  });

  test("is found by its reference however it is written, and not at all under another's", async ({ page }) => {
    const reference = await raise(page, "El cenzontle del interfón");
    await page.goto(`/portal/tickets/${reference.toLowerCase()}`);
    await expect(page.getByRole("heading", { level: 1, name: "El cenzontle del interfón" })).toBeVisible();
    for (const other of ["IMP-0000-0000", "no-es-clave", "%00", "IMP-0000-0000'--"]) {
      expect((await page.request.get(`/portal/tickets/${other}`)).status(), other).toBe(404);
    }
  });
});

test.describe("the list", () => {
  test("says what is whose turn and until when, filters, searches, and says what to do when there is nothing", async ({ as }) => {
    const page = await as(READER);
    await page.goto("/portal/tickets");
    const list = page.getByRole("list", { name: "Mis tickets" });
    await expect(list.getByText("Le toca a la mesa").first()).toBeVisible();
    await expect(list.getByText(/^(Respuesta|Venció): \S{3} \d+ \S{3}, \d\d:\d\d$/).first()).toBeVisible();

    const first = (await list.getByRole("heading").first().textContent())?.replace(/ \(sin leer\)$/, "") ?? "";
    await page.getByRole("searchbox", { name: "Buscar en mis tickets" }).fill(first);
    await page.getByRole("button", { name: "Buscar" }).click();
    await expect(list.getByRole("heading").first()).toContainText(first);

    await page.goto("/portal/tickets?filter=done");
    await expect(page.getByRole("link", { name: /^Terminados/ })).toHaveAttribute("aria-current", "page");
    for (const item of await list.getByRole("listitem").all()) await expect(item).toContainText(/Resuelto|Cerrado/);

    await page.goto("/portal/tickets?q=zzzzqqqq");
    await expect(page.getByText("Nada coincide con «zzzzqqqq»")).toBeVisible();
    await expect(page.getByRole("link", { name: "Buscar en la base de conocimientos" })).toHaveAttribute("href", "/kb/search?q=zzzzqqqq");
    await page.goto("/portal/tickets?cursor=nonsense&filter=%00");
    await expect(list).toBeVisible();
  });

  test("marks a ticket as read once it was opened", async ({ as }) => {
    const page = await as(READER);
    await page.goto("/portal/tickets?filter=all");
    const unread = page.getByRole("listitem").filter({ hasText: "(sin leer)" }).first();
    const href = (await unread.getByRole("link").getAttribute("href")) ?? "";
    await page.goto(href);
    // It is marked once the answer is on its way.
    await expect(async () => {
      await page.goto("/portal/tickets?filter=all");
      await expect(page.locator(`a[href="${href}"]`)).not.toContainText("(sin leer)", { timeout: 500 });
    }).toPass();
  });
});

test("what the browser is asked in the background refuses strangers, other sites and nonsense", async ({ page, as }) => {
  const own = { "sec-fetch-site": "same-origin" };
  const nobody = await as(null);
  for (const path of ["suggest", "drafts", "opened-duplicates", "opened-articles"]) {
    const address = `/api/portal/${path}`;
    expect((await nobody.request.post(address, { data: {}, headers: own })).status()).toBe(401);
    expect((await page.request.post(address, { data: {}, headers: { "sec-fetch-site": "cross-site" } })).status()).toBe(403);
    expect((await page.request.post(address, { data: {}, headers: { origin: "https://evil.example" } })).status()).toBe(403);
    expect((await page.request.post(address, { data: "{", headers: own })).status()).toBe(400);
    expect((await page.request.post(address, { data: { unknown: 1 }, headers: own })).status()).toBe(400);
    expect((await page.request.post(address, { data: { subject: "x".repeat(400_000) }, headers: own })).status()).toBe(413);
  }
  const odd = await page.request.post("/api/portal/suggest", { data: { subject: "correo \u0000 \ud800 550", body: "", productId: "1; DROP TABLE", departmentId: "" }, headers: own });
  expect(odd.status()).toBe(200);
  expect(odd.headers()["cache-control"]).toContain("no-store");
});

// The pages as such are looked at in quality.spec.ts: here stand those that depend on a ticket's state, or come of use.
test("axe finds nothing and nothing is wider than the screen, whatever state a ticket is in", async ({ as }) => {
  test.setTimeout(120_000);
  const page = await as(READER);
  const tickets = await queryDatabase<{ reference: string }>(
    "SELECT DISTINCT ON (t.status) t.reference FROM ticket t JOIN app_user u ON u.id = t.requester_id JOIN organization o ON o.id = t.organization_id WHERE o.id = (SELECT organization_id FROM app_user WHERE email = $1)",
    [ADDRESSES[READER]],
  );
  for (const path of ["/portal/tickets?q=zzzzqqqq", ...tickets.map(({ reference }) => `/portal/tickets/${reference}`)]) {
    await page.goto(path);
    await checkLooks(page, path);
  }
  await page.goto("/portal/tickets/new");
  await send(page);
  await expect(page.getByRole("heading", { name: "Todavía no se envió" })).toBeVisible();
  await checkLooks(page, "the form with errors");

  const nobody = await as(null);
  await nobody.goto("/sign-in?out=1");
  await checkLooks(nobody, "signed out");
});

async function checkLooks(page: Page, what: string): Promise<void> {
  // Alive: what is opened before that is a difference to be complained about.
  await page.waitForFunction(() => [...document.querySelectorAll("main, main details")].every((each) => Object.keys(each).some((key) => key.startsWith("__reactProps"))));
  // Folded text is read too.
  await page.locator("main details").evaluateAll((all) => all.forEach((each) => each.setAttribute("open", "")));
  await expectGoodLooks(page, what);
}
