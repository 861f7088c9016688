import { randomUUID } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";
import { expect, test } from "@/tests/support/browser";
import { queryDatabase } from "@/tests/support/browser-database";
import { acceptEverything } from "@/tests/support/browser-policies";
import { sessionCookies } from "@/tests/support/browser-people";
import { findMarkupOfPayloads, PAYLOADS } from "@/tests/support/payloads";

test.describe.configure({ mode: "serial" });

/** An organization, its product and its people whose very names are payloads; two people, because one may raise thirty tickets an hour. */
const ORGANIZATION = randomUUID();
const PEOPLE = [`eva1-${ORGANIZATION}@payload.example`, `eva2-${ORGANIZATION}@payload.example`];
const NAMES = [PAYLOADS[3]!, PAYLOADS[1]!];
const references: string[] = [];
/** The rest is closed at once, so that other tests' tickets stay on the first page of the desk's lists. */
const LEFT_OPEN = 4;

test.beforeAll(async () => {
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(25);
  await queryDatabase("INSERT INTO organization (id, slug, name) VALUES ($1, $2, $3)", [ORGANIZATION, `payload-${ORGANIZATION}`, PAYLOADS[4]]);
  await queryDatabase("INSERT INTO product (organization_id, kind, name, starts_on) VALUES ($1, 'hosting', $2, '2026-01-01')", [ORGANIZATION, PAYLOADS[5]]);
  for (const [index, email] of PEOPLE.entries()) {
    await queryDatabase(
      `INSERT INTO app_user (email, name, role, organization_id, organization_role, password_hash)
       SELECT $1, $2, 'customer', $3, 'manager', password_hash FROM app_user WHERE email = 'ana@acme.example'`,
      [email, NAMES[index], ORGANIZATION],
    );
    await acceptEverything(email);
  }
});

test("what is looked for would be found", async ({ as }) => {
  const page = await as(null);
  for (const payload of [PAYLOADS[0]!, PAYLOADS[3]!, PAYLOADS[10]!, PAYLOADS[19]!, PAYLOADS[20]!, PAYLOADS[23]!, PAYLOADS[24]!]) {
    await page.goto("/robots.txt"); // a page without a policy
    await page.evaluate((html) => document.write(html), payload);
    expect((await page.evaluate(findMarkupOfPayloads)).length, payload).toBeGreaterThan(0);
  }
});

test("every payload goes in through the forms as it is: subject, description, reply", async ({ as }) => {
  test.setTimeout(240_000);
  for (const [at, payload] of PAYLOADS.entries()) {
    const { request } = (await signedIn(as, PEOPLE[at % PEOPLE.length]!)).context();
    const reference = await raise(request, payload);
    references.push(reference);
    const kept = await queryDatabase<{ subject: string; body: string }>("SELECT subject, body FROM ticket WHERE reference = $1", [reference]);
    expect(kept[0]).toEqual({ subject: payload.trim(), body: `${payload}\n\n> ${payload}\n\n- ${payload}`.trim() });
    if (at % 4 === 0) await reply(request, reference, payload);
    if (at >= LEFT_OPEN) await close(reference);
  }
  const replies = await queryDatabase<{ count: number }>("SELECT count(*)::int AS count FROM ticket_message m JOIN ticket t ON t.id = m.ticket_id WHERE t.organization_id = $1", [ORGANIZATION]);
  expect(replies[0]?.count).toBe(Math.ceil(PAYLOADS.length / 4));
});

test("no payload is more than text on the portal's pages", async ({ as }) => {
  test.setTimeout(240_000);
  const page = await signedIn(as, PEOPLE[0]!);
  for (const filter of ["all", "live", "done"]) await check(page, `/portal/tickets?filter=${filter}`);
  for (const [at, reference] of references.entries()) await lookAt(at)(page, `/portal/tickets/${reference}`);
  for (const payload of PAYLOADS) await checkAnswer(page, `/portal/tickets?q=${encodeURIComponent(payload)}`);
  for (const payload of PAYLOADS.slice(0, 6)) {
    const query = new URLSearchParams({ subject: payload, body: payload, department: payload, product: payload, priority: payload, article: payload });
    await check(page, `/portal/tickets/new?${query}`);
    await check(page, `/portal/tickets?q=${encodeURIComponent(payload)}&filter=${encodeURIComponent(payload)}&cursor=${encodeURIComponent(payload)}`);
  }
});

test("no payload is more than text in what is suggested and in what a refused form gives back", async ({ as }) => {
  test.setTimeout(120_000);
  const page = await signedIn(as, PEOPLE[1]!);
  for (const payload of [PAYLOADS[3]!, PAYLOADS[19]!, PAYLOADS[30]!]) {
    await page.goto("/portal/tickets/new");
    await page.getByLabel("Asunto").fill(payload);
    await page.getByLabel("Descripción").fill(`${payload}\n\n${payload}`);
    await expect(page.locator("#parecidos").getByRole("listitem").first()).toBeVisible();
    await page.getByRole("button", { name: "Enviar ticket" }).click();
    await expect(page.getByRole("heading", { name: "Todavía no se envió" })).toBeVisible();
    await expect(page.getByLabel("Asunto")).toHaveValue(payload);
    expect(await page.evaluate(findMarkupOfPayloads), payload).toEqual([]);
  }
  const plain = await as(null, { javaScriptEnabled: false });
  for (const payload of PAYLOADS.slice(0, 6)) {
    await plain.goto(`/sign-in?next=${encodeURIComponent(payload)}`);
    await plain.getByLabel("Correo electrónico").fill(payload);
    await plain.getByLabel("Contraseña").fill("x");
    const answered = plain.waitForResponse((response) => response.request().method() === "POST");
    await plain.getByRole("button", { name: "Entrar" }).click();
    expectNoMarkup(await (await answered).text(), payload);
  }
});

test("no payload is more than text on the desk", async ({ as }) => {
  test.setTimeout(240_000);
  const page = await as("elena");
  for (const queue of ["all", "open", "unassigned", "closed"]) await check(page, `/agent/queues/${queue}`);
  for (const [at, reference] of references.entries()) await lookAt(at)(page, `/agent/tickets/${reference}`);
  for (const payload of PAYLOADS) await checkAnswer(page, `/agent/search?q=${encodeURIComponent(payload)}`);
  await check(page, `/agent/search?q=${encodeURIComponent(PAYLOADS[3]!)}`);
  await check(page, `/agent/tickets/${references[0]}/merge?into=${references[1]}`);
  await check(page, `/agent/tickets/${references[0]}/merge?into=${encodeURIComponent(PAYLOADS[3]!)}`);

  await page.goto(`/agent/tickets/${references[0]}`);
  await page.getByLabel(/^Respuesta para/).fill(PAYLOADS.join("\n\n"));
  await page.getByRole("button", { name: "Enviar respuesta" }).click();
  await expect(page.getByRole("article").filter({ hasText: "constructor.constructor" }).last()).toBeVisible();
  expect(await page.evaluate(findMarkupOfPayloads)).toEqual([]);
  const customer = await signedIn(as, PEOPLE[0]!);
  await check(customer, `/portal/tickets/${references[0]}`);
});

test("no payload is more than text in what is sold, quoted and worked", async ({ as }) => {
  test.setTimeout(120_000);
  const [contract, quote] = [`POL-7K3M-${randomEnd()}`, `COT-7K3M-${randomEnd()}`];
  await sell({ contract, quote, ticket: references[0]! });
  const customer = await signedIn(as, PEOPLE[0]!);
  for (const address of ["/portal/organization", "/portal/contracts", `/portal/contracts/${contract}`, "/portal/quotes", `/portal/tickets/${references[0]}/quotes/${quote}`, `/portal/tickets/${references[0]}`]) await check(customer, address);
  const desk = await as("diego");
  const slug = `payload-${ORGANIZATION}`;
  for (const address of ["/agent/customers", `/agent/customers/${slug}`, "/agent/contracts", `/agent/contracts/${contract}`, "/agent/quotes", `/agent/tickets/${references[0]}/quote`, `/agent/tickets/${references[0]}/work`]) await check(desk, address);
  for (const payload of PAYLOADS.slice(0, 6)) await checkAnswer(desk, `/agent/customers?q=${encodeURIComponent(payload)}`);
});

/** A contract with an entry, and a quote that was sent, every text of them a payload. */
async function sell({ contract, quote, ticket }: { contract: string; quote: string; ticket: string }): Promise<void> {
  const [name, reason, scope, terms] = [PAYLOADS[3]!, PAYLOADS[1]!, PAYLOADS[4]!, PAYLOADS[5]!];
  const desk = "(SELECT id FROM app_user WHERE email = 'diego@impera.example')";
  await queryDatabase(
    `INSERT INTO contract (reference, organization_id, name, minutes_bought, price_cents, vat_rate_bp, starts_on, ends_on, authorisers, created_at, created_by, updated_at)
     VALUES ($1, $2, $3, 600, 0, 1600, current_date - 10, current_date + 300, 'anyone', now(), ${desk}, now())`,
    [contract, ORGANIZATION, name.slice(0, 150)],
  );
  await queryDatabase(
    `INSERT INTO ledger_entry (contract_id, kind, minutes, balance_after, reason, actor_id, at, idempotency_key)
     SELECT id, 'adjust', 600, 0, $2, ${desk}, now(), $3 FROM contract WHERE reference = $1`,
    [contract, reason.slice(0, 500), randomUUID()],
  );
  await queryDatabase(
    `INSERT INTO quote (reference, ticket_id, revision, basis, rate_card_version_id, scope, exclusions, payment_terms, valid_until, subtotal_cents, discount_cents, vat_cents, total_cents, estimated_minutes, created_at, created_by, updated_at)
     SELECT $1, t.id, 1, 'event', (SELECT id FROM rate_card_version ORDER BY number DESC LIMIT 1), $3, $3, $4, now() + interval '5 days', 100, 1, 16, 115, 60, now(), ${desk}, now() FROM ticket t WHERE t.reference = $2`,
    [quote, ticket, scope, terms],
  );
  await queryDatabase(
    `INSERT INTO quote_line (quote_id, position, rate_card_item_id, code, description, unit, quantity, unit_price_cents, minutes, subtotal_cents, discount_cents, discount_reason, vat_rate_bp, vat_cents, total_cents)
     SELECT q.id, 1, i.id, i.code, $2, 'event', 1, 100, 60, 100, 1, $3, 1600, 16, 115 FROM quote q JOIN rate_card_item i ON i.version_id = q.rate_card_version_id WHERE q.reference = $1 LIMIT 1`,
    [quote, name, reason],
  );
  await queryDatabase(
    `UPDATE quote SET state = 'sent', sent_at = now(), sent_by = ${desk}, text = $2, sha256 = encode(sha256(convert_to($2, 'UTF8')), 'hex') WHERE reference = $1`,
    [quote, `mesa-quote v1\n${scope}\n`],
  );
}

/** Of a reference that no other run has. */
function randomEnd(): string {
  return randomUUID().replace(/[^0-9]/g, "").padEnd(4, "0").slice(0, 4);
}

test("no payload is more than text on the public pages", async ({ page }) => {
  test.setTimeout(120_000);
  for (const payload of PAYLOADS) {
    await checkAnswer(page, `/kb/search?q=${encodeURIComponent(payload)}`);
    await checkAnswer(page, `/api/kb/suggestions?q=${encodeURIComponent(payload)}`);
  }
  for (const payload of PAYLOADS.slice(0, 6)) {
    await check(page, `/kb/search?q=${encodeURIComponent(payload)}`);
    await check(page, `/kb/articles/${encodeURIComponent(payload)}`);
    await check(page, `/${encodeURIComponent(payload)}`);
  }
});

type As = (person: null) => Promise<Page>;

const pages = new Map<As, Map<string, Page>>();

/** One browser a person and test. */
async function signedIn(as: As, email: string): Promise<Page> {
  const own = pages.get(as) ?? new Map<string, Page>();
  pages.set(as, own);
  const known = own.get(email);
  if (known) return known;
  const page = await as(null);
  await page.context().addCookies(await sessionCookies(email));
  own.set(email, page);
  return page;
}

/** A page of many that are made alike: some in the browser, every one by what the server sends. */
function lookAt(at: number): typeof check {
  return at % 4 === 0 ? check : checkAnswer;
}

/** In the browser: nothing of the payloads has become markup or run. */
async function check(page: Page, address: string): Promise<void> {
  const answer = await page.goto(address, { waitUntil: "load" });
  expectNoMarkup((await answer?.text()) ?? "", address);
  await expect(page.locator("h1").first(), address).toBeAttached();
  expect(await page.evaluate(findMarkupOfPayloads), address).toEqual([]);
}

/** In the answer alone, which is quicker. */
async function checkAnswer(page: Page, address: string): Promise<void> {
  const answer = await page.request.get(address);
  expect(answer.status(), address).toBeLessThan(500);
  if (answer.headers()["content-type"]?.startsWith("text/html")) expectNoMarkup(await answer.text(), address);
  else expect(answer.headers()["content-type"]).toMatch(/^application\/json/);
}

function expectNoMarkup(html: string, what: string): void {
  for (const payload of PAYLOADS) {
    // Without a tag in it a payload is the same as text.
    if (payload.includes("<")) expect(html.includes(payload), `${what} holds ${payload} as it is`).toBe(false);
  }
}

/** As a browser without scripts does; says that what resembles it is another topic when asked. */
async function raise(request: APIRequestContext, payload: string): Promise<string> {
  const department = (await queryDatabase<{ id: string }>("SELECT id FROM department ORDER BY position LIMIT 1"))[0]!.id;
  const form = await hiddenFields(request, "/portal/tickets/new");
  const fields = { ...form, departmentId: department, productId: "", priority: "low", subject: payload, body: `${payload}\n\n> ${payload}\n\n- ${payload}`, submissionKey: randomUUID() };
  let answer = await post(request, "/portal/tickets/new", Object.entries(fields));
  if (answer.status() === 200) {
    const similar = [...(await answer.text()).matchAll(/name="different"[^>]*value="([0-9a-f-]{36})"|value="([0-9a-f-]{36})"[^>]*name="different"/g)].map((match) => match[1] ?? match[2]!);
    expect(similar.length, payload).toBeGreaterThan(0);
    answer = await post(request, "/portal/tickets/new", [...Object.entries(fields), ...similar.map((id) => ["different", id] as [string, string])]);
  }
  expect(answer.status(), payload).toBe(303);
  return /IMP-[0-9A-Z-]{9}/.exec(answer.headers().location ?? "")?.[0] ?? "";
}

async function reply(request: APIRequestContext, reference: string, body: string): Promise<void> {
  const address = `/portal/tickets/${reference}`;
  const answer = await post(request, address, Object.entries({ ...(await hiddenFields(request, address)), body }));
  expect(answer.status(), body).toBe(303);
}

async function close(reference: string): Promise<void> {
  await queryDatabase("UPDATE ticket_sla_target SET cancelled_at = now() WHERE fulfilled_at IS NULL AND ticket_id = (SELECT id FROM ticket WHERE reference = $1)", [reference]);
  await queryDatabase("UPDATE ticket SET status = 'closed', closed_at = now(), next_due_at = NULL WHERE reference = $1", [reference]);
}

function post(request: APIRequestContext, address: string, fields: [string, string][]) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return request.post(address, { multipart: form, maxRedirects: 0 });
}

/** Of the first form that has a text to fill in, the framework's own included. */
async function hiddenFields(request: APIRequestContext, address: string): Promise<Record<string, string>> {
  const html = await (await request.get(address)).text();
  const form = [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].map(([text]) => text).find((text) => text.includes('name="body"')) ?? "";
  const tags = [...form.matchAll(/<input type="hidden"[^>]*>/g)].map(([tag]) => tag);
  return Object.fromEntries(tags.map((tag) => [attributeOf(tag, "name"), attributeOf(tag, "value")]));
}

function attributeOf(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  return value.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
