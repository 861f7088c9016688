import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/browser";
import { axeFindings, LOOKS, overflowWidth } from "@/tests/support/browser-axe";
import { openTicketForm, send, sendUntilRaised, write } from "@/tests/support/browser-tickets";

// Two who write nowhere else at the same time; the questions of Softlik are this file's alone.
const WRITER = "pilar";
const PLAIN_WRITER = "rosa";
const PAGE = "/agent/settings/questions";
const QUESTION = "¿En qué equipo pasa el quetzal?";
const FOLLOW_UP = "¿Qué folio tiene la licencia?";

/** An optional question says so after its words. */
const beginning = (label: string) => new RegExp(`^${label.replaceAll("?", "\\?")}`);
const questions = (page: Page) => page.getByRole("listitem").filter({ has: page.getByRole("link", { name: /^Editar la pregunta/ }) });

test("an administrator asks, a customer answers, and the desk finds the ticket by the answer", async ({ as }) => {
  test.setTimeout(120_000);
  const diego = await as("diego", { viewport: { width: 1440, height: 900 } });

  await test.step("Diego asks two questions, the second when the first has an answer", async () => {
    await diego.goto("/agent/queues/open");
    await diego.getByRole("navigation", { name: "Ajustes" }).getByRole("link", { name: "Preguntas" }).click();
    await diego.getByRole("navigation", { name: "Departamentos" }).getByRole("link", { name: /^Softlik/ }).click();
    await expect(diego.getByRole("heading", { name: "Qué pregunta Softlik" })).toBeVisible();
    await expect(diego.getByText("Este departamento no pregunta nada")).toBeVisible();
    await diego.getByRole("link", { name: "Agregar pregunta" }).click();

    await diego.getByLabel("Pregunta", { exact: true }).fill(QUESTION);
    await diego.getByRole("radio", { name: /^Opciones/ }).check();
    await diego.getByLabel("Opciones", { exact: true }).last().fill("Caja");
    await diego.getByRole("button", { name: "Agregar pregunta" }).click();
    await expect(diego.getByRole("alert").filter({ hasText: "necesita al menos 2" })).toBeFocused();
    await expect(diego.getByLabel("Pregunta", { exact: true })).toHaveValue(QUESTION);
    await diego.getByLabel("Opciones", { exact: true }).last().fill("Caja\nAlmacén\nContabilidad");
    await diego.getByRole("checkbox", { name: /^Es necesario/ }).check();
    await diego.getByRole("button", { name: "Agregar pregunta" }).click();
    await expect(diego.locator(":focus")).toContainText("Pregunta agregada.");

    await diego.getByRole("link", { name: "Agregar pregunta" }).click();
    await diego.getByLabel("Pregunta", { exact: true }).fill(FOLLOW_UP);
    await diego.getByLabel(/^Cuándo aparece/).selectOption({ label: QUESTION });
    await diego.getByRole("checkbox", { name: "Almacén" }).check();
    await diego.getByRole("button", { name: "Agregar pregunta" }).click();
    await expect(questions(diego)).toHaveCount(2);
    await expect(questions(diego).nth(1)).toContainText(`Aparece si «${QUESTION}» es «Almacén»`);
  });

  const pilar = await as(WRITER);
  await test.step("Pilar is asked once she chooses the department, and is told what she left out", async () => {
    await openTicketForm(pilar);
    await expect(pilar.getByLabel(QUESTION)).toHaveCount(0);
    await write(pilar, { department: "Softlik", subject: "El quetzal del inventario no vuela", body: "Desde el jueves el quetzal se queda posado y no captura entradas." });
    const asked = pilar.getByRole("group", { name: "Sobre Softlik" });
    await expect(asked).toBeVisible();
    await send(pilar);
    await expect(pilar.getByRole("alert").filter({ hasText: "No se envió" }).or(pilar.getByRole("alert").filter({ hasText: "Elija una opción" })).first()).toBeVisible();
    await expect(asked.getByText("Elija una opción de la lista.")).toBeVisible();
    await expect(pilar).toHaveURL(/\/portal\/tickets\/new$/);
    await asked.getByRole("radio", { name: "Almacén" }).check();
    await asked.getByLabel(beginning(FOLLOW_UP)).fill("ZOPILOTE-8841");
  });

  await test.step("a reload brings the answers back", async () => {
    await expect(pilar.getByText("Borrador guardado")).toBeVisible();
    await pilar.reload();
    await expect(pilar.getByRole("radio", { name: "Almacén" })).toBeChecked();
    await expect(pilar.getByLabel(beginning(FOLLOW_UP))).toHaveValue("ZOPILOTE-8841");
  });

  let reference = "";
  await test.step("she sends, and sees her answers in the ticket", async () => {
    reference = await sendUntilRaised(pilar);
    await expect(pilar.getByRole("row", { name: `${QUESTION} Almacén` })).toBeVisible();
    await expect(pilar.getByRole("row", { name: `${FOLLOW_UP} ZOPILOTE-8841` })).toBeVisible();
  });

  await test.step("the desk finds the ticket by the answer", async () => {
    const carla = await as("carla", { viewport: { width: 1440, height: 900 } });
    await carla.goto("/agent/search?q=zopilote-8841");
    await carla.getByRole("link", { name: /El quetzal del inventario/ }).first().click();
    await expect(carla.getByRole("row", { name: new RegExp("ZOPILOTE-8841") })).toBeVisible();
    await carla.getByRole("link", { name: "Buscar iguales a «ZOPILOTE-8841»" }).click();
    await expect(carla.getByText(reference).first()).toBeVisible();
  });

  await test.step("what has answers can only be retired, and not before what hangs on it", async () => {
    await diego.goto(`${PAGE}?department=softlik`);
    await questions(diego).nth(0).getByRole("link").click();
    await expect(diego.getByText("Un ticket la contesta: no se puede borrar, solo retirar.")).toBeVisible();
    await diego.getByRole("button", { name: "Retirar la pregunta" }).click();
    await expect(diego.getByText(`La pregunta «${FOLLOW_UP}» depende de ésta.`).first()).toBeVisible();
  });
});

test("a deep link fills in the form, says gently what it could not, and works without JavaScript", async ({ as }) => {
  test.setTimeout(90_000);
  const diego = await as("diego", { viewport: { width: 1440, height: 900 } });
  await diego.goto(`${PAGE}?department=softlik`);
  await diego.getByLabel(/^Asunto/).fill("No abre el colibrí");
  await diego.getByLabel("Prioridad").selectOption({ label: "Baja" });
  await diego.getByLabel(beginning(QUESTION)).selectOption("Caja");
  const href = await diego.getByLabel("Enlace", { exact: true }).inputValue();
  expect(new URL(href).pathname).toBe("/portal/tickets/new");

  const page = await as(PLAIN_WRITER, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await openTicketForm(page);
  await page.goto(`/portal/tickets/new${new URL(href).search}&product=nave&answer.nada=x`);
  await expect(page.getByText("Parte del enlace no se pudo usar: producto «nave» y respuesta «nada».")).toBeVisible();
  await expect(page.getByRole("radio", { name: "Softlik" })).toBeChecked();
  await expect(page.getByRole("radio", { name: "Baja" })).toBeChecked();
  await expect(page.getByLabel("Asunto")).toHaveValue("No abre el colibrí");
  await expect(page.getByRole("radio", { name: "Caja" })).toBeChecked();
  await page.getByRole("radio", { name: "Almacén" }).check();
  await page.getByLabel("Descripción").fill("Toqué dos veces y el colibrí sigue sin abrir.");
  await page.getByRole("button", { name: "Mostrar las preguntas del departamento" }).click();
  await expect(page.getByLabel("Asunto")).toHaveValue("No abre el colibrí");
  await page.getByLabel(beginning(FOLLOW_UP)).fill("COLIBRI-77");
  await sendUntilRaised(page);
  await expect(page.getByRole("row", { name: `${FOLLOW_UP} COLIBRI-77` })).toBeVisible();
});

test("without JavaScript a required answer is asked for, and nothing typed is lost", async ({ as }) => {
  const page = await as(PLAIN_WRITER, { javaScriptEnabled: false });
  await openTicketForm(page);
  await write(page, { department: "Softlik", subject: "La iguana del reporte", body: "No sale completa." });
  await send(page);
  await expect(page.getByText("Elija una opción de la lista.").first()).toBeVisible();
  await expect(page.getByLabel("Asunto")).toHaveValue("La iguana del reporte");
  await page.getByRole("radio", { name: "Contabilidad" }).check();
  await sendUntilRaised(page);
  await expect(page.getByRole("row", { name: `${QUESTION} Contabilidad` })).toBeVisible();
});

test("what was shown and opened before writing is told to the desk", async ({ as }) => {
  const pilar = await as(WRITER);
  await openTicketForm(pilar);
  await write(pilar, { department: "Dominios y hosting", subject: "Configurar SPF para que el correo no sea spam", body: "No encuentro dónde se pone el registro del flamenco." });
  const panel = pilar.getByRole("region", { name: "Antes de enviar" });
  const link = panel.getByRole("link", { name: /SPF/ }).first();
  await expect(link).toBeVisible();
  const title = ((await link.innerText()) ?? "").split("\n")[0]!.trim();
  const told = pilar.waitForResponse("**/api/portal/opened-articles");
  const [article] = await Promise.all([pilar.context().waitForEvent("page"), link.click()]);
  await article.close();
  expect((await told).status()).toBe(200);
  const reference = await sendUntilRaised(pilar);

  const carla = await as("carla", { viewport: { width: 1440, height: 900 } });
  await carla.goto(`/agent/tickets/${reference}`);
  const seen = carla.getByRole("region", { name: "Antes de escribir" });
  await expect(seen.getByText("Abrió:")).toBeVisible();
  await expect(seen.getByRole("link").first()).toContainText(title);
});

for (const { colorScheme, width, height } of LOOKS) {
  test(`axe finds nothing, and nothing is wider than the screen: ${colorScheme}, ${width} px`, async ({ as }, { outputDir }) => {
    test.setTimeout(120_000);
    const check = async (page: Page, what: string) => {
      expect.soft(await axeFindings(page), what).toEqual([]);
      expect.soft(await overflowWidth(page), what).toBeLessThanOrEqual(0);
      await page.screenshot({ path: `${outputDir}/../guided-${what}-${colorScheme}-${width}.png`, fullPage: true });
    };
    const diego = await as("diego", { colorScheme, viewport: { width, height } });
    await diego.goto(`${PAGE}?department=correo-electronico`);
    await check(diego, "list");
    await diego.getByRole("link", { name: "Editar la pregunta «¿Qué error exacto aparece?»" }).click();
    await expect(diego.getByRole("checkbox", { name: "No puedo enviar" })).toBeChecked();
    await check(diego, "edit");
    await diego.goto(`${PAGE}/new?department=facturacion`);
    await diego.getByRole("button", { name: "Agregar pregunta" }).click();
    await expect(diego.getByRole("alert").filter({ hasText: "No se pudo guardar" })).toBeFocused();
    await check(diego, "refused");

    const rosa = await as("rosa", { colorScheme, viewport: { width, height } });
    await openTicketForm(rosa);
    await rosa.goto("/portal/tickets/new?department=correo&answer.que-pasa-con-el-correo=no+puedo+enviar&priority=alta");
    await expect(rosa.getByLabel("¿Qué error exacto aparece?")).toBeVisible();
    await check(rosa, "form");
    await rosa.getByLabel("Asunto").fill("x");
    await send(rosa);
    await expect(rosa.getByLabel("¿Qué error exacto aparece?")).toHaveAccessibleDescription(/Este campo es necesario/);
    await check(rosa, "form-refused");
    await openTicketForm(rosa);

    const lucia = await as("lucia", { colorScheme, viewport: { width, height } });
    await lucia.goto("/portal/tickets?filter=all&q=iPhone");
    await lucia.getByRole("link", { name: /El iPhone de recepción/ }).first().click();
    await expect(lucia.getByRole("row", { name: /citas@sonrisaclara/ })).toBeVisible();
    await check(lucia, "ticket");
    const reference = /IMP-[0-9A-Z-]+/.exec(lucia.url())?.[0] ?? "";
    const carla = await as("carla", { colorScheme, viewport: { width, height } });
    await carla.goto(`/agent/tickets/${reference}`);
    await expect(carla.getByRole("row", { name: /citas@sonrisaclara/ })).toBeVisible();
    await check(carla, "agent");
  });
}

test("the questions of this file are asked no more", async ({ as }) => {
  const diego = await as("diego", { viewport: { width: 1440, height: 900 } });
  for (const label of [FOLLOW_UP, QUESTION]) {
    await diego.goto(`${PAGE}?department=softlik`);
    await diego.getByRole("link", { name: `Editar la pregunta «${label}»` }).click();
    await diego.getByRole("button", { name: "Retirar la pregunta" }).click();
    await expect(diego.getByText("Pregunta retirada.")).toBeVisible();
  }
  await expect(diego.getByText("2 preguntas que ya no se hacen")).toBeVisible();
});
