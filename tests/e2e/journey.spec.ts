import { expect, test } from "@/tests/support/browser";
import { queryDatabase } from "@/tests/support/browser-database";
import { markAllDifferent, openTicketForm, referenceOf, send, sendUntilRaised, signInAt, write } from "@/tests/support/browser-tickets";

/** An open ticket of Ana's, in the demonstration. */
const OPEN_TICKET = "No podemos enviar correos: error 550 en acme.example";
const DRAFT = {
  department: "Correo electrónico",
  product: "Correo de acme.example",
  subject: "Error 550 al enviar correos desde acme.example",
  body: "Otra vez no podemos enviar: todo lo que mandamos a Hotmail regresa con 550 5.7.1 y la dirección 203.0.113.25. Recibimos bien.",
};
const ANSWER = "Movimos la salida de su correo. Pruebe enviar a una cuenta de Hotmail.";
const REOPENED = "Sigue igual: acaba de regresar otro correo con el mismo texto.";
const SOLUTION = "Ya quedó: la dirección salió de la lista de bloqueo.";

test("from a worried customer to a solved ticket that nobody else may see", async ({ page: ana, as }) => {
  test.setTimeout(120_000);

  await test.step("Ana is asked to sign in, and comes to the form she wanted", async () => {
    await ana.goto("/portal/tickets/new");
    await expect(ana).toHaveURL(/\/sign-in\?next=%2Fportal%2Ftickets%2Fnew/);
    await signInAt(ana, "ana");
    await expect(ana).toHaveURL(/\/portal\/tickets\/new$/);
    await openTicketForm(ana);
  });

  const candidate = ana.locator("#parecidos").getByRole("listitem").filter({ hasText: OPEN_TICKET });

  await test.step("while she writes, the open ticket on the same topic appears with its reasons, and her focus stays", async () => {
    await write(ana, DRAFT);
    await expect(candidate).toBeVisible();
    await expect(candidate).toContainText("Revíselo antes de enviar");
    await expect(candidate).toContainText("Ambos mencionan");
    await expect(candidate).toContainText(/550|203\.0\.113\.25/);
    await expect(ana.getByLabel("Descripción")).toBeFocused();
  });

  await test.step("sending without looking is stopped, and nothing she typed is lost", async () => {
    await send(ana);
    await expect(ana.getByRole("heading", { name: "Todavía no se envió" })).toBeVisible();
    await expect(ana).toHaveURL(/\/portal\/tickets\/new$/);
    await expect(ana.getByLabel("Asunto")).toHaveValue(DRAFT.subject);
    await expect(ana.getByLabel("Descripción")).toHaveValue(DRAFT.body);
    expect(await ticketsCalled(DRAFT.subject)).toBe(0);
  });

  const reference = await test.step("she says that it is another topic, sends, and sees her reference, the date and why", async () => {
    await markAllDifferent(ana);
    await expect(candidate).toContainText("Ya lo revisó");
    await send(ana);
    const raised = await referenceOf(ana);
    await expect(ana.getByText(`Recibimos su ticket ${raised}`)).toBeVisible();
    await expect(ana.getByText(/Le responderemos a más tardar el/)).toBeVisible();
    const why = ana.locator("details").filter({ hasText: "¿Por qué esta fecha?" }).first();
    await why.locator("summary").click();
    await expect(why).toContainText("El ticket se recibió el");
    await expect(why).toContainText("48 horas hábiles");
    return raised;
  });

  const carla = await as("carla");
  await test.step("Carla finds it by its reference, reads what Ana said of the other one, and answers it", async () => {
    await carla.goto("/agent");
    await carla.getByRole("searchbox", { name: "Buscar tickets" }).fill(reference);
    await carla.keyboard.press("Enter");
    await expect(carla.getByRole("heading", { level: 1, name: DRAFT.subject })).toBeVisible();
    await expect(carla.getByText("Ana Torres dijo que este es un tema distinto de:").first()).toBeAttached();
    await carla.getByLabel("Respuesta para Ana Torres").fill(ANSWER);
    await carla.getByLabel("Después de enviar").selectOption({ label: "Resolver" });
    await carla.getByRole("button", { name: "Enviar respuesta" }).click();
    await expect(carla.getByRole("article").filter({ hasText: ANSWER }).last()).toBeVisible();
    await expect(carla.getByRole("button", { name: "Reabrir" })).toBeVisible();
  });

  await test.step("Ana reads the answer, and reopens what is not solved", async () => {
    await ana.goto(`/portal/tickets/${reference}`);
    await expect(ana.getByText(ANSWER)).toBeVisible();
    await ana.getByLabel(/¿Sigue el problema\?/).fill(REOPENED);
    await ana.getByRole("button", { name: "Enviar y reabrir" }).click();
    await expect(ana.getByText("El ticket se reabrió y la mesa le debe una respuesta.")).toBeVisible();
    await expect(ana.getByText("Le toca a la mesa")).toBeVisible();
    await expect(ana.getByText("A más tardar")).toBeVisible();
  });

  await test.step("Carla sees it open again, and solves it", async () => {
    await carla.goto(`/agent/tickets/${reference}`);
    await expect(carla.getByText(REOPENED)).toBeVisible();
    await carla.getByLabel("Respuesta para Ana Torres").fill(SOLUTION);
    await carla.getByRole("button", { name: "Enviar respuesta" }).click();
    await expect(carla.getByText(SOLUTION)).toBeVisible();
    await carla.getByRole("button", { name: "Resolver", exact: true }).click();
    await expect(carla.getByRole("button", { name: "Reabrir" })).toBeVisible();
    await ana.reload();
    await expect(ana.getByText(SOLUTION)).toBeVisible();
    await expect(ana.getByText("La mesa lo dio por resuelto.")).toBeVisible();
  });

  await test.step("Bruno, of another company, gets a page that is not found and learns nothing", async () => {
    const bruno = await as("bruno");
    const answer = await bruno.goto(`/portal/tickets/${reference}`);
    expect(answer?.status()).toBe(404);
    await expect(bruno.getByRole("heading", { name: "No encontramos esta página" }).first()).toBeVisible();
    const data = await bruno.request.get(`/portal/tickets/${reference}`, { headers: { rsc: "1" } });
    for (const body of [(await answer?.text()) ?? "", await data.text()]) {
      for (const secret of [DRAFT.subject, "Hotmail", ANSWER, REOPENED, SOLUTION, "Ana Torres", "Acme"]) expect(body).not.toContain(secret);
    }
  });
});

test("works without JavaScript: signing in, looking for duplicates, raising a ticket, replying", async ({ as }) => {
  const page = await as(null, { javaScriptEnabled: false });
  const subject = "El reloj checador ya no sincroniza sus registros nocturnos";
  const reply = "Olvidé decir que empezó el martes por la noche.";
  await page.goto("/portal/tickets/new");
  await signInAt(page, "andres");
  await expect(page).toHaveURL(/\/portal\/tickets\/new$/);

  await openTicketForm(page);
  await page.getByLabel("Asunto").fill(subject);
  await send(page);
  await expect(page.getByRole("heading", { name: "Todavía no se envió" })).toBeVisible();
  await expect(page.getByLabel("Asunto")).toHaveValue(subject);

  await write(page, { department: "Soporte técnico", subject, body: "Desde anoche los registros del turno nocturno no aparecen en el reporte." });
  await page.getByRole("button", { name: "Buscar temas parecidos antes de enviar" }).click();
  await expect(page.getByLabel("Asunto")).toHaveValue(subject);
  const reference = await sendUntilRaised(page);
  await expect(page.getByText(/Le responderemos a más tardar el/)).toBeVisible();

  await page.getByLabel("Responder", { exact: true }).fill(reply);
  await page.getByRole("button", { name: "Enviar respuesta" }).click();
  await expect(page.getByText("Su mensaje quedó en el ticket.")).toBeVisible();
  await expect(page.getByText(reply)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(reference));
  expect(await ticketsCalled(subject)).toBe(1);
});

test("a double click on send makes one ticket", async ({ as }) => {
  const page = await as("martin");
  const subject = "La impresora de recetas imprime en blanco desde el lunes";
  await openTicketForm(page);
  await write(page, { department: "Soporte técnico", subject, body: "La bandeja de arriba jala dos hojas y ambas salen en blanco." });
  await page.getByRole("button", { name: "Enviar ticket" }).dblclick();
  await referenceOf(page);
  expect(await ticketsCalled(subject)).toBe(1);
});

test("the same draft sent from two tabs makes one ticket", async ({ as }) => {
  const page = await as("martin");
  const subject = "El escáner del archivo muerto guarda las hojas al revés";
  await openTicketForm(page);
  const body = "Las hojas del lote de ayer quedaron giradas, una sí y una no.";
  await write(page, { department: "Soporte técnico", subject, body });
  await expect(page.getByText("Borrador guardado")).toBeVisible();
  const other = await page.context().newPage();
  await other.goto("/portal/tickets/new");
  // On a slow machine the draft is saved between two fields: the rest of it comes to the second tab a moment later.
  await expect(other.getByLabel("Asunto")).toHaveValue(subject);
  await expect(other.getByLabel("Descripción")).toHaveValue(body);
  await Promise.all([send(page), send(other)]);
  expect(await referenceOf(page)).toBe(await referenceOf(other));
  expect(await ticketsCalled(subject)).toBe(1);
});

test("two posts of the same form at the same instant make one ticket", async ({ as }) => {
  const page = await as("hugo", { javaScriptEnabled: false });
  const subject = "El torniquete de la entrada no lee los gafetes nuevos";
  await openTicketForm(page);
  await write(page, { department: "Soporte técnico", subject, body: "Los gafetes entregados el viernes no abren; los viejos sí." });
  const form = await page.locator("form", { has: page.getByLabel("Asunto") }).evaluate((element) => [...new FormData(element as HTMLFormElement)].map(([name, value]) => [name, String(value)]));
  const multipart = Object.fromEntries(form as [string, string][]);
  const answers = await Promise.all(Array.from({ length: 5 }, () => page.request.post("/portal/tickets/new", { multipart, maxRedirects: 0 })));
  expect(answers.map((answer) => answer.status())).toEqual([303, 303, 303, 303, 303]);
  expect(new Set(answers.map((answer) => answer.headers().location)).size).toBe(1);
  expect(await ticketsCalled(subject)).toBe(1);
});

async function ticketsCalled(subject: string): Promise<number> {
  const rows = await queryDatabase<{ count: number }>("SELECT count(*)::int AS count FROM ticket WHERE subject = $1", [subject]);
  return rows[0]?.count ?? 0;
}
