import type { Page } from "@playwright/test";
import { axeFindings } from "@/tests/support/browser-axe";
import { expect, test } from "@/tests/support/browser";
import { openTicketForm, referenceOf, send, write } from "@/tests/support/browser-tickets";

const HOST = "web7.impera.example";

/** One outage as three customers tell it. */
const OUTAGE = {
  martin: { subject: `Nuestro sitio no abre: ${HOST} no responde`, body: `Desde las nueve el sitio marca error 503 y ${HOST} no responde. ¿Es una falla general?` },
  hugo: { subject: `Error 503 en la tienda, ${HOST} no responde`, body: `La tienda marca error 503. El panel dice que ${HOST} no responde desde las nueve.` },
  ivan: { subject: `${HOST} no responde y la página da error 503`, body: `La página del despacho da error 503 porque ${HOST} no responde. Urge saber cuándo vuelve.` },
} as const;

type Customer = keyof typeof OUTAGE;

async function raise(page: Page, customer: Customer): Promise<string> {
  await openTicketForm(page);
  await write(page, { department: "Dominios y hosting", ...OUTAGE[customer] });
  await send(page);
  return referenceOf(page);
}

/** The desk compares a new ticket within seconds. */
async function showsThree(page: Page): Promise<void> {
  await expect(async () => {
    await page.goto("/agent/clusters");
    await expect(matter(page).getByText("3 tickets de 3 clientes")).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 45_000 });
}

const matter = (page: Page) => page.getByRole("region", { name: new RegExp(HOST) });
const row = (page: Page, reference: string) => matter(page).getByRole("listitem").filter({ hasText: reference });

test("three customers' tickets on one outage are one matter for the desk, until one is taken out, and again when that is undone", async ({ as }) => {
  test.setTimeout(120_000);
  const references: Record<string, string> = {};
  for (const customer of ["martin", "hugo", "ivan"] as const) references[customer] = await raise(await as(customer), customer);
  const { martin = "", hugo = "", ivan = "" } = references;

  const page = await as("elena", { viewport: { width: 1440, height: 900 } });
  await showsThree(page);
  for (const reference of [martin, hugo, ivan]) await expect(row(page, reference)).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);

  await page.goto(`/agent/tickets/${hugo}`);
  await page.getByRole("link", { name: "Parte de un asunto repetido: 3 tickets de 3 clientes" }).click();
  await expect(matter(page)).toBeInViewport();

  await page.getByRole("button", { name: `No es el mismo asunto: ${ivan} y los demás de este asunto` }).click();
  await expect(page.getByText(`${ivan} ya no está en ese asunto.`)).toBeVisible();
  await expect(matter(page).getByText("2 tickets de 2 clientes")).toBeVisible();
  await expect(row(page, ivan)).toHaveCount(0);

  await page.getByRole("link", { name: "Ver la decisión o deshacerla" }).click();
  const decisions = page.getByRole("region", { name: "Decisiones sobre duplicados" });
  await expect(decisions.getByText("Elena Cruz indicó que no es el mismo asunto:")).toHaveCount(2);
  await expect(page.getByRole("link", { name: /^Parte de un asunto repetido/ })).toHaveCount(0);
  expect(await axeFindings(page)).toEqual([]);
  for (const reference of [martin, hugo]) {
    await decisions.getByRole("button", { name: `Deshacer: ${ivan} y ${reference} pueden ser el mismo asunto` }).click();
    await expect(page.getByRole("heading", { name: "Decisiones sobre duplicados" })).toBeFocused();
  }
  await expect(decisions.getByText("Elena Cruz lo deshizo,")).toHaveCount(2);
  await expect(page.getByRole("link", { name: "Parte de un asunto repetido: 3 tickets de 3 clientes" })).toBeVisible();

  await test.step("without JavaScript a ticket is taken out as well", async () => {
    const still = await as("elena", { javaScriptEnabled: false });
    await still.goto("/agent/clusters");
    await still.getByRole("button", { name: `No es el mismo asunto: ${hugo} y los demás de este asunto` }).click();
    await expect(still.getByText(`${hugo} ya no está en ese asunto.`)).toBeVisible();
    await expect(row(still, hugo)).toHaveCount(0);
  });

  await test.step("the similar ones of a ticket lose it too", async () => {
    const similar = page.getByRole("region", { name: "Tickets parecidos" });
    const button = similar.getByRole("button", { name: `No es el mismo asunto: ${ivan} y ${martin}` });
    await button.click();
    await expect(button).toHaveCount(0);
    await expect(page.getByRole("heading", { name: "Tickets parecidos" })).toBeFocused();
    await expect(similar.getByText(martin)).toHaveCount(0);
  });

  await test.step("a customer sees nothing of it", async () => {
    const customer = await as("hugo");
    await customer.goto("/agent/clusters");
    await expect(customer).toHaveURL(/\/portal/);
    await customer.goto(`/portal/tickets/${hugo}`);
    await expect(customer.getByRole("main")).not.toContainText(/asunto repetido|clientes|parecido/i);
  });
});

test("an administrator downloads what was decided; an agent is not offered it", async ({ as }) => {
  const agent = await as("carla");
  await agent.goto("/agent/clusters");
  await expect(agent.getByRole("heading", { level: 1, name: "Asuntos repetidos" })).toBeVisible();
  await expect(agent.getByRole("link", { name: "Descargar decisiones" })).toHaveCount(0);

  const admin = await as("diego");
  await admin.goto("/agent/clusters");
  const [download] = await Promise.all([admin.waitForEvent("download"), admin.getByRole("link", { name: "Descargar decisiones" }).click()]);
  expect(download.suggestedFilename()).toBe("duplicates.jsonl");
  const text = await (await download.createReadStream()).setEncoding("utf8").reduce((whole: string, chunk: string) => whole + chunk, "");
  const lines = text.trimEnd().split("\n").map((line) => JSON.parse(line) as { type: string });
  expect(new Set(lines.map(({ type }) => type))).toContain("doc");
  expect(text).not.toMatch(/@(?:acme|globex|eltintero|sonrisaclara)\.example/);
});
