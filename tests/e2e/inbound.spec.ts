import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/browser";
import { lookAt } from "@/tests/support/browser-axe";
import { queryDatabase } from "@/tests/support/browser-database";
import { handIn } from "@/tests/support/browser-letters";
import { newcomer } from "@/tests/support/browser-newcomer";
import { linkFor } from "@/tests/support/browser-outbox";
import { ADDRESSES, password, sessionCookies } from "@/tests/support/browser-people";
import { sendUntilRaised } from "@/tests/support/browser-tickets";

test("what a customer writes by mail waits in the form that the answer leads to, for nobody else", async ({ as }, info) => {
  test.setTimeout(180_000);
  const email = await newcomer(ADDRESSES.pilar, `Marcela Correo ${info.retry}`);
  const subject = `La impresora de etiquetas ${info.retry}${info.workerIndex} dejó de imprimir`;
  const id = await handIn({ from: `Marcela <${email}>`, subject: `=?UTF-8?B?${Buffer.from(subject).toString("base64")}?=`, text: "Desde el martes sale todo en blanco.\r\n\r\nEl lun, 23 nov 2026 a las 10:15, Mesa escribió:\r\n> antes\r\n" });

  const way = await linkFor(email, "from-mail");
  const diego = await as("diego");
  await diego.goto("/agent/settings/inbound");
  await expect(diego.getByText("Entrega desde un servidor de correo")).toBeVisible();
  await expect(diego.getByRole("link", { name: subject })).toBeVisible();
  await lookAt(diego, "inbound");
  await diego.goto(`/agent/settings/inbound/${id}`);
  await expect(diego.getByText("Desde el martes sale todo en blanco.")).toBeVisible();
  await lookAt(diego, "inbound-letter");
  await diego.getByRole("link", { name: "Ver en el correo de salida" }).click();
  await expect(diego.getByText(way).first()).toBeVisible();

  const bruno = await as("bruno");
  await bruno.goto(way);
  await expect(bruno.getByText("Este enlace no abre ningún texto")).toBeVisible();
  await expect(bruno.getByText("Desde el martes")).toHaveCount(0);
  await lookAt(bruno, "from-mail-other");

  const page = await as(null);
  await page.goto(way);
  await page.getByLabel("Correo electrónico").fill(email);
  await page.getByLabel("Contraseña").fill(password());
  await page.getByRole("button", { name: "Entrar" }).click();
  await expect(page.getByLabel("Asunto")).toHaveValue(subject);
  await expect(page.getByLabel("Descripción")).toHaveValue("Desde el martes sale todo en blanco.");
  await expect(page.getByText("Esto es lo que nos escribió por correo")).toBeVisible();
  await lookAt(page, "from-mail-form");
  await page.getByRole("radio", { name: "Soporte técnico" }).check();
  const reference = await sendUntilRaised(page);
  await page.goto(way);
  await expect(page).toHaveURL(new RegExp(`/portal/tickets/${reference}$`));

  await answerByMail(page, { email, reference });
});

/** The next day, to the mail about the ticket. */
async function answerByMail(page: Page, { email, reference }: { email: string; reference: string }): Promise<void> {
  await queryDatabase("DELETE FROM inbound_sender WHERE address = $1", [email]);
  const [ticket] = await queryDatabase<{ id: string }>("SELECT id FROM ticket WHERE reference = $1", [reference]);
  const before = await linkFor(email, "from-mail");
  await handIn({ from: email, subject: `Re: [${reference}]`, text: "Ya cambié el rollo y sigue igual.", headers: [`In-Reply-To: <ticket-${ticket?.id}@localhost>`] });
  await expect.poll(() => linkFor(email, "from-mail"), { timeout: 30_000 }).not.toBe(before);
  await page.goto(await linkFor(email, "from-mail"));
  await expect(page).toHaveURL(new RegExp(`/portal/tickets/${reference}$`));
  await expect(page.getByLabel("Responder", { exact: true })).toHaveValue("Ya cambié el rollo y sigue igual.");
}

test("without a script the form holds what was written, too, and a text of one's own comes first", async ({ as }) => {
  test.setTimeout(120_000);
  const email = await newcomer(ADDRESSES.pilar, "Norma Sin Guion");
  await handIn({ from: email, subject: "Por correo", text: "Esto va por correo." });
  const way = await linkFor(email, "from-mail");
  await queryDatabase("INSERT INTO ticket_draft (user_id, slot, data, updated_at) SELECT id, 'new', $2::jsonb, now() FROM app_user WHERE email = $1", [email, JSON.stringify({ subject: "Propio", body: "Lo empecé aquí." })]);
  const plain = await as(null, { javaScriptEnabled: false, storageState: { cookies: await sessionCookies(email), origins: [] } });
  await plain.goto(way);
  await expect(plain.getByLabel("Asunto")).toHaveValue("Propio");
  await plain.getByRole("button", { name: "Descartar y empezar de nuevo" }).click();
  await expect(plain.getByLabel("Asunto")).toHaveValue("Por correo");
  await expect(plain.getByLabel("Descripción")).toHaveValue("Esto va por correo.");
});

test("one of the desk who writes to it gets the text back, and a robot gets nothing", async ({ as }) => {
  await queryDatabase("DELETE FROM inbound_sender WHERE address = $1", [ADDRESSES.elena]);
  const before = await queryDatabase("SELECT id FROM mail_message WHERE address = $1 AND kind = 'inbound'", [ADDRESSES.elena]);
  await handIn({ from: ADDRESSES.elena, subject: "Para mí", text: "Me llamó un cliente por teléfono." });
  await expect.poll(async () => (await queryDatabase("SELECT id FROM mail_message WHERE address = $1 AND kind = 'inbound' AND body_text <> ''", [ADDRESSES.elena])).length, { timeout: 30_000 }).toBe(before.length + 1);
  const elena = await as("elena");
  await elena.goto(await linkFor(ADDRESSES.elena, "from-mail"));
  await expect(elena.getByText("Esto es lo que escribió por correo")).toBeVisible();
  await expect(elena.locator("textarea")).toHaveValue("Para mí\n\nMe llamó un cliente por teléfono.");
  await lookAt(elena, "from-mail-staff");

  const id = await handIn({ from: "MAILER-DAEMON@mx.example.net", subject: "Undelivered Mail Returned to Sender", text: "x" });
  expect(await queryDatabase("SELECT verdict::text AS verdict, answer_id FROM inbound_mail WHERE id = $1", [id])).toEqual([{ verdict: "bounce", answer_id: null }]);
});
