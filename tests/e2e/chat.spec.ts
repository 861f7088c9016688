import type { Page } from "@playwright/test";
import { expect, test, type Person } from "@/tests/support/browser";
import { lookAt } from "@/tests/support/browser-axe";
import { startOwnDesk, type OwnDesk } from "@/tests/support/browser-own-desk";
import { ADDRESSES, sessionCookies } from "@/tests/support/browser-people";

// Whether the desk is open must not hang on the hour of the test, and who is available concerns everybody: a desk of its own.
let desk: OwnDesk;
/** The customers' pages and the desk's come from two processes: what one is told reaches the other through the database alone. */
let otherUrl: string;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  desk = await startOwnDesk(["ana", "bruno", "carla", "diego"]);
  otherUrl = await desk.beside();
});

test.afterAll(() => desk.stop());

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const log = (page: Page) => page.getByRole("log", { name: "Conversación" });
const box = (page: Page) => page.getByRole("textbox", { name: "Mensaje" });

async function openDesk(isOpen: boolean): Promise<void> {
  const always = Object.fromEntries(DAYS.map((day) => [day, [["00:00", "24:00"]]]));
  const never = Object.fromEntries(DAYS.map((day) => [day, day === "mon" ? [["00:00", "00:01"]] : []]));
  await desk.query("INSERT INTO calendar_version (version, definition, created_at) SELECT max(version) + 1, $1, now() FROM calendar_version", [
    JSON.stringify({ timeZone: "America/Mexico_City", weekly: isOpen ? always : never, holidays: [] }),
  ]);
}

test("a customer and an agent talk: the queue, a cut, and a ticket at the end", async ({ as }) => {
  test.setTimeout(210_000);
  const at = async (person: Person, options = {}) => {
    const url = person === "carla" || person === "diego" ? otherUrl : desk.url;
    const page = await as(null, { baseURL: url, ...options });
    await page.context().addCookies(await sessionCookies(ADDRESSES[person], url));
    return page;
  };
  const [ana, carla, bruno] = await Promise.all([at("ana"), at("carla", { viewport: { width: 1440, height: 900 } }), at("bruno", { javaScriptEnabled: false })]);

  await test.step("outside the hours it says so, and takes the text into a ticket", async () => {
    await openDesk(false);
    await bruno.goto("/portal/chat");
    await expect(bruno.getByText("El chat está cerrado. Abre el")).toBeVisible();
    await bruno.getByLabel("¿En qué le ayudamos?").fill("Se me olvidó cómo entrar.");
    await bruno.getByRole("button", { name: "Levantar un ticket con este texto" }).click();
    await expect(bruno.getByLabel("Descripción")).toHaveValue("Se me olvidó cómo entrar.");
    await openDesk(true);
    await ana.goto("/portal/chat");
    await expect(ana.getByText("En este momento no hay nadie disponible en el chat.")).toBeVisible();
    await lookAt(ana, "chat without anybody");
  });

  await test.step("the first has an agent at once, the second waits in the queue", async () => {
    await carla.goto("/agent/chat");
    await carla.getByLabel("Conversaciones a la vez").selectOption("1");
    await carla.getByRole("button", { name: "Ponerme disponible" }).click();
    await expect(carla.getByRole("button", { name: "Ponerme ocupado" })).toBeVisible();
    await lookAt(carla, "the desk's chat");

    await ana.reload();
    await ana.getByLabel("¿En qué le ayudamos?").fill("No puedo entrar a mi correo.");
    await ana.getByLabel("Leí y acepto").check();
    await ana.getByRole("button", { name: "Empezar a chatear" }).click();
    await expect(log(ana)).toContainText("carla se unió a la conversación");
    await bruno.goto("/portal/chat?new=1");
    await bruno.getByLabel("¿En qué le ayudamos?").fill("¿Cuándo vence mi dominio?");
    await bruno.getByLabel("Leí y acepto").check();
    await bruno.getByRole("button", { name: "Empezar a chatear" }).click();
    await expect(bruno.getByText("Usted es el siguiente")).toBeVisible();
  });

  await test.step("both write, see that the other writes, and that it was read", async () => {
    await carla.getByRole("link", { name: /ana.*No puedo entrar/ }).click();
    await expect(log(carla)).toContainText("No puedo entrar a mi correo.");
    await box(carla).pressSequentially("¿Qué dice la pantalla?");
    // Told while one types, kept nowhere: a page that began to listen a moment later hears of the next letter.
    await expect(async () => {
      await box(carla).press("?");
      await box(carla).press("Backspace");
      await expect(log(ana)).toContainText("carla está escribiendo", { timeout: 2_000 });
    }).toPass({ timeout: 30_000 });
    await box(carla).press("Enter");
    await expect(log(ana)).toContainText("¿Qué dice la pantalla?");
    await expect(log(carla)).toContainText("Leído");
    await box(ana).fill("Que la contraseña no es válida.");
    await box(ana).press("Enter");
    await expect(log(carla)).toContainText("Que la contraseña no es válida.");
    await lookAt(ana, "a conversation of a customer");
    await lookAt(carla, "a conversation of the desk");
  });

  await test.step("what is written during a cut is kept, also over a reload, and arrives once and in order", async () => {
    await ana.route("**/api/chat/messages", (route) => route.abort());
    await box(ana).fill("Uno sin red");
    await box(ana).press("Enter");
    await box(ana).fill("Dos sin red");
    await box(ana).press("Enter");
    await expect(log(ana).getByRole("button", { name: "Reintentar" })).toHaveCount(2);
    await ana.reload();
    await expect(log(ana)).toContainText("Dos sin red");
    await ana.unroute("**/api/chat/messages");
    // This time the answer is what is lost: the message is there, and is sent again.
    let isLost = false;
    await ana.route("**/api/chat/messages", async (route) => {
      if (isLost) return route.continue();
      isLost = true;
      await route.fetch();
      await route.abort();
    });
    await expect(log(carla)).toContainText("Dos sin red", { timeout: 20_000 });
    await expect(ana.locator("[data-unsent]")).toHaveCount(0, { timeout: 20_000 });
    const rows = await desk.query<{ body: string }>("SELECT body FROM conversation_message WHERE body LIKE '%sin red' ORDER BY seq");
    expect(rows.map(({ body }) => body)).toEqual(["Uno sin red", "Dos sin red"]);
  });

  await test.step("without a script one writes too, once it is one's turn", async () => {
    await carla.getByText("Convertir en ticket").first().click();
    const form = carla.locator("form").filter({ has: carla.getByLabel("Asunto") });
    await form.getByLabel("Asunto").fill("No puedo entrar a mi correo");
    await form.getByLabel("De qué se trata").fill("La contraseña no es válida.");
    await form.getByLabel("Departamento").selectOption({ label: "Facturación" });
    await form.getByRole("button", { name: "Convertir en ticket" }).click();
    await expect(log(ana)).toContainText("La conversación quedó en un ticket");
    await carla.getByRole("button", { name: "Terminar la conversación" }).click();
    await expect(ana.getByRole("link", { name: "Empezar otra conversación" })).toBeVisible();
    await ana.getByRole("link", { name: /Ver el ticket/ }).click();
    await expect(ana.getByText("Dos sin red")).toBeVisible();

    await bruno.goto("/portal/chat");
    await expect(log(bruno)).toContainText("carla se unió a la conversación");
    await box(bruno).fill("Sigo aquí, sin script.");
    await bruno.getByRole("button", { name: "Enviar" }).click();
    await expect(log(bruno)).toContainText("Sigo aquí, sin script.");
    await expect(carla.getByRole("link", { name: /bruno.*Sigo aquí, sin script/ })).toBeVisible();
  });

  await test.step("on the public pages it opens in a small panel for whoever is signed in, and leads the others to the way in", async () => {
    const visitor = await as(null, { baseURL: desk.url });
    await visitor.goto("/faq");
    await visitor.getByRole("link", { name: "Chat", exact: true }).click();
    await expect(visitor).toHaveURL(/\/sign-in\?next=%2Fportal%2Fchat/);
    await ana.goto("/faq");
    await ana.getByRole("link", { name: "Chat", exact: true }).click();
    const panel = ana.getByRole("region", { name: "Chat" });
    await panel.getByPlaceholder("Escriba su mensaje").fill("Otra pregunta, desde las páginas públicas.");
    await panel.getByPlaceholder("Escriba su mensaje").press("Enter");
    await expect(panel.getByRole("log")).toContainText("Otra pregunta, desde las páginas públicas.");
    await expect(panel.getByRole("status")).toContainText("En cuanto alguien se desocupe");
    await lookAt(ana, "the small chat");
    await carla.getByRole("link", { name: /ana.*Otra pregunta/ }).click();
    await carla.getByRole("button", { name: "Tomar la conversación" }).click();
    await box(carla).fill("Dígame.");
    await box(carla).press("Enter");
    await expect(panel.getByRole("log")).toContainText("Dígame.");
    await panel.getByPlaceholder("Escriba su mensaje").fill("¿Cuánto cuesta un dominio?");
    await panel.getByRole("button", { name: "Enviar" }).click();
    await expect(log(carla)).toContainText("¿Cuánto cuesta un dominio?");
    await box(carla).press("Control+.");
    await expect(carla.getByRole("dialog")).toBeVisible();
    await carla.keyboard.press("Escape");
  });

  await test.step("an answer that the administrator keeps is put where one writes, and a colleague takes over with a note", async () => {
    const diego = await at("diego", { viewport: { width: 1440, height: 900 } });
    await diego.goto("/agent/settings/chat");
    await diego.getByText("Agregar una respuesta").first().click();
    await diego.getByLabel("Título").fill("Precios");
    await diego.getByLabel("Texto").fill("Los precios vigentes están en su tabulador.");
    await diego.getByRole("button", { name: "Agregar una respuesta" }).click();
    await expect(diego.locator("summary").filter({ hasText: "Precios" })).toBeVisible();
    await lookAt(diego, "the settings of chat");
    await carla.reload();
    await carla.getByText("Respuestas guardadas").click();
    await carla.getByRole("button", { name: "Insertar: Precios" }).click();
    await expect(box(carla)).toHaveValue("Los precios vigentes están en su tabulador.");
    await expect(box(carla)).toBeFocused();
    await box(carla).press("Enter");
    await diego.goto(carla.url());
    await diego.getByLabel("Nota para quien sigue").fill("Quiere saber de dominios.");
    await diego.getByRole("button", { name: "Pasar a otra persona" }).click();
    await expect(log(diego)).toContainText("diego sigue con la conversación");
    await expect(box(diego)).toBeVisible();
    await expect(diego.getByText("Quiere saber de dominios.")).toBeVisible();
    for (const details of await diego.locator("details").all()) await details.evaluate((element) => { element.removeAttribute("name"); element.setAttribute("open", ""); });
    await lookAt(diego, "a conversation of the desk, all unfolded");
  });

  await test.step("what no person sends is refused clearly", async () => {
    const refused = await ana.evaluate(async () => {
      const { conversation } = await (await fetch("/api/chat/panel")).json();
      const send = (body: string) => fetch("/api/chat/messages", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ conversationId: conversation.id, clientMessageId: crypto.randomUUID(), body }) });
      const large = await send("a".repeat(1_000_000));
      const flood = await Promise.all(Array.from({ length: 1_000 }, (_, place) => send(`Ráfaga ${place}`)));
      return { large: [large.status, (await large.json()).message], statuses: [...new Set(flood.map(({ status }) => status))].sort() };
    });
    expect(refused.large).toEqual([413, expect.stringContaining("4,000 caracteres")]);
    expect(refused.statuses).toEqual([200, 429]);
    const [most] = await desk.query<{ written: number }>("SELECT max(written)::int AS written FROM (SELECT count(*) OVER (ORDER BY created_at RANGE BETWEEN '9.999 s' PRECEDING AND CURRENT ROW) AS written FROM conversation_message WHERE body LIKE 'Ráfaga %') AS in_ten_seconds");
    expect(most?.written).toBeLessThanOrEqual(20);
    expect(most?.written).toBeGreaterThan(10);
  });

  await test.step("the customer reports what the desk wrote", async () => {
    await ana.goto("/portal/chat");
    await ana.getByText("Reportar un mensaje").first().click();
    await ana.getByLabel("Mensaje").and(ana.locator("select")).selectOption({ label: "Dígame." });
    await ana.getByLabel("Qué le pareció mal").fill("Esperaba un saludo.");
    await ana.getByRole("button", { name: "Reportar un mensaje" }).click();
    await expect(ana.getByText("Se envió el reporte")).toBeVisible();
    await expect(ana.getByLabel("Qué le pareció mal")).toHaveValue("");
    await lookAt(ana, "a report of what the desk wrote");
    const [mark] = await desk.query<{ comment: string; about: string }>("SELECT m.comment, u.name AS about FROM conduct_mark m JOIN conduct_case c ON c.id = m.case_id JOIN app_user u ON u.id = c.about_id WHERE m.source = 'customer'");
    expect(mark).toEqual({ comment: "Esperaba un saludo.", about: "carla" });
  });
});
