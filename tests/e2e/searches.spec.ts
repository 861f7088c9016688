import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/browser";
import { queryDatabase } from "@/tests/support/browser-database";
import { markAllDifferent, referenceOf, send, signInAt } from "@/tests/support/browser-tickets";

/** The tests' own browser says that it is a machine, and what machines look for is not counted. */
const READER = { userAgent: "Mozilla/5.0 (Android 16; Mobile) Reader/1" };
const CRAWLER = { userAgent: "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)" };

// Drafts and tickets of this one are written in this file alone.
const WRITER = "bruno";

type Row = { terms: string; place: string; result_count: number; opened: number; has_ticket: boolean };

const searchesFor = (folded: string) =>
  queryDatabase<Row>("SELECT terms, place::text, result_count, cardinality(opened)::int AS opened, has_ticket FROM kb_search WHERE folded = $1 ORDER BY id", [folded]);

const tokenIn = (page: Page) => new URL(page.url()).searchParams.get("search");
const board = "/agent/kb/searches";

test("a search that finds nothing leads to a ticket, and the authors learn of it", async ({ as }) => {
  test.setTimeout(120_000);
  const words = "zarigüeya xilófono quejumbrosa";
  const typed = `${words} zutzuki@zurumbatico.test`;
  const folded = "zarigueya xilofono quejumbrosa";
  const page = await as(null, READER);

  await test.step("the page of no results offers all topics, and a ticket with what was typed", async () => {
    await page.goto("/");
    await page.getByRole("searchbox").first().fill(typed);
    await page.getByRole("searchbox").first().press("Enter");
    await expect(page.getByRole("heading", { name: /^No encontramos nada sobre/ })).toBeVisible();
    await expect(page.getByRole("link", { name: "Ver todos los temas" })).toHaveAttribute("href", "/kb");
    await expect.poll(() => searchesFor(folded)).toEqual([{ terms: words, place: "page", result_count: 0, opened: 0, has_ticket: false }]);
  });

  await test.step("seen again, it is the same search", async () => {
    await expect.poll(() => tokenIn(page)).toMatch(/^[0-9a-f-]{36}$/);
    await page.reload();
    await expect(page.getByRole("heading", { name: /^No encontramos nada sobre/ })).toBeVisible();
    expect(await searchesFor(folded)).toHaveLength(1);
  });

  await test.step("the ticket begins with what was looked for, also after signing in", async () => {
    await page.getByRole("link", { name: "Levantar un ticket con lo que escribí" }).click();
    await signInAt(page, WRITER);
    await expect(page.getByLabel("Asunto")).toHaveValue(typed);
    await page.getByRole("radio", { name: "Soporte técnico" }).check();
    await page.getByLabel("Descripción").fill("La zarigüeya del xilófono se queja desde ayer.");
    // What is suggested while one writes is a search of its own.
    await expect.poll(async () => (await searchesFor(folded)).map((row) => row.place)).toEqual(["page", "ticket_form"]);
    await send(page);
    const isRefused = page.getByRole("heading", { name: "Todavía no se envió" });
    await expect(page.getByText(/^Recibimos su ticket/).or(isRefused)).toBeVisible();
    if (await isRefused.isVisible()) {
      await markAllDifferent(page);
      await send(page);
    }
    await referenceOf(page);
    expect((await searchesFor(folded)).map((row) => [row.place, row.has_ticket])).toEqual([["page", true], ["ticket_form", true]]);
  });

  await test.step("the authors see it among those that found nothing, and among those that became a ticket", async () => {
    const desk = await as("carla");
    await desk.goto("/agent");
    await desk.getByRole("link", { name: "Qué buscan los clientes" }).click();
    await expect(desk.getByRole("heading", { level: 1, name: "Qué buscan los clientes" })).toBeVisible();
    for (const view of [/^Sin resultados/, /^Terminaron en ticket/]) {
      await desk.getByRole("navigation", { name: "Qué pasó después" }).getByRole("link", { name: view }).click();
      await expect(desk.getByRole("row", { name: new RegExp(`^${words}`) }).getByRole("cell").first()).toHaveText("1");
    }
    await desk.getByRole("navigation", { name: "De dónde vienen" }).getByRole("link", { name: "Al escribir un ticket" }).click();
    await expect(desk.getByRole("row", { name: new RegExp(words) })).toBeVisible();
    const again = desk.getByRole("link", { name: words });
    await expect(again).toHaveAttribute("href", `/kb/search?${new URLSearchParams({ q: words })}`);
  });
});

test("what was opened is noted, and so is a ticket that an article led to", async ({ as }) => {
  const page = await as(null, READER);
  await page.goto("/kb/search?q=registro+spf+quetzalcoatlus");
  await page.getByRole("main").getByRole("link", { name: /registro SPF/i }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: /SPF/ })).toBeVisible();
  await expect(page).toHaveURL(/\/kb\/articles\/[a-z-]+$/);
  await expect.poll(async () => (await searchesFor("registro spf quetzalcoatlus"))[0]?.opened).toBe(1);
  await expect(page.getByRole("link", { name: "Levantar un ticket sobre esto" })).toHaveAttribute("href", /^\/portal\/tickets\/new\?article=[a-z-]+&search=[0-9a-f-]{36}$/);
});

test("what was typed is noted when a suggestion is opened, and when the box is left", async ({ as }) => {
  const page = await as(null, READER);
  await page.goto("/faq");
  const box = page.getByRole("searchbox");
  await box.pressSequentially("buzon lleno megaterio", { delay: 20 });
  await page.getByRole("search").getByRole("link", { name: /mi buzón sigue lleno/ }).click();
  await expect.poll(() => searchesFor("buzon lleno megaterio")).toEqual([expect.objectContaining({ place: "box", opened: 1 })]);

  await box.fill("gliptodonte melancolico");
  await page.waitForResponse("**/api/kb/suggestions?**");
  await page.waitForTimeout(2_500); // as long as somebody reads what is suggested
  await page.getByRole("heading", { level: 1 }).click();
  await expect.poll(() => searchesFor("gliptodonte melancolico")).toEqual([expect.objectContaining({ place: "box", opened: 0, has_ticket: false })]);
});

test("neither machines nor the desk are counted, and both find all the same", async ({ as }) => {
  for (const page of [await as(null, CRAWLER), await as("carla", READER)]) {
    await page.goto("/kb/search?q=registro+spf+perezoso");
    await page.getByRole("main").getByRole("link", { name: /registro SPF/i }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: /SPF/ })).toBeVisible();
  }
  const reader = await as(null, READER);
  await reader.goto("/kb/search?q=registro+spf+perezoso+gigante");
  await expect.poll(() => searchesFor("registro spf perezoso gigante")).toHaveLength(1);
  expect(await searchesFor("registro spf perezoso")).toEqual([]);
});

test.describe("without JavaScript", () => {
  test("a search that finds nothing leads to a ticket too", async ({ as }) => {
    const page = await as(WRITER, { ...READER, javaScriptEnabled: false });
    await page.goto("/kb/search?q=dodo+ventrilocuo");
    await page.getByRole("link", { name: "Levantar un ticket con lo que escribí" }).click();
    await expect(page.getByLabel("Asunto")).toHaveValue("dodo ventrilocuo");
    await expect(page.locator("input[name=search]")).toHaveValue(/^[0-9a-f-]{36}$/);
  });
});

test("the authors' file opens in a spreadsheet, and only for the desk", async ({ as }) => {
  const reader = await as(null, READER);
  await reader.goto("/kb/search?q=mastodonte+afonico");
  await expect.poll(() => searchesFor("mastodonte afonico")).toHaveLength(1);
  const desk = await as("carla");
  await desk.goto(`${board}?view=all&days=7`);
  const [download] = await Promise.all([desk.waitForEvent("download"), desk.getByRole("link", { name: "Descargar CSV" }).click()]);
  expect(download.suggestedFilename()).toBe("busquedas-all-7.csv");
  const text = await (await download.createReadStream()).setEncoding("utf8").reduce((all: string, part: string) => all + part, "");
  expect(text.startsWith("\uFEFFBúsqueda,Veces,")).toBe(true);
  expect(text).toContain("\r\nmastodonte afonico,1,1,0,0,");
  const own = { headers: { "sec-fetch-site": "same-origin" } };
  expect((await reader.request.get("/api/agent/kb-searches", own)).status()).toBe(401);
  expect((await desk.request.get("/api/agent/kb-searches", { headers: { "sec-fetch-site": "cross-site" } })).status()).toBe(403);
});

test("reports come from our own pages only", async ({ request }) => {
  const post = (data: unknown, headers: Record<string, string>) => request.post("/api/kb/searches", { data, headers });
  const own = { "sec-fetch-site": "same-origin", "user-agent": READER.userAgent };
  const search = "6f1c1a52-6d0c-4b7e-9a59-0f6f4d9f7b11";
  const opened = { kind: "article", slug: "configurar-spf" };
  expect((await post({ search, opened }, {})).status()).toBe(403);
  expect((await post({ search, opened }, { ...own, "sec-fetch-site": "cross-site" })).status()).toBe(403);
  expect((await post({ search }, own)).status()).toBe(400);
  expect((await post("no json", own)).status()).toBe(400);
  expect((await post({ search, text: "x".repeat(2_000) }, own)).status()).toBe(400);
  // Of a search that there is not, nobody learns so.
  expect((await post({ search, opened }, own)).status()).toBe(204);
});
