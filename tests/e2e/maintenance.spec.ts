import type { BrowserContextOptions, Page } from "@playwright/test";
import { expect, test, type Person } from "@/tests/support/browser";
import { expectGoodLooks } from "@/tests/support/browser-axe";
import { startOwnDesk, type OwnDesk } from "@/tests/support/browser-own-desk";
import { ADDRESSES, sessionCookies } from "@/tests/support/browser-people";
import { referenceOf, send, signInAt, write } from "@/tests/support/browser-tickets";
import { askAddress, putRest } from "@/tests/support/browser-uploads";

// It holds everybody, so it has a desk of its own.
let desk: OwnDesk;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  desk = await startOwnDesk(["ana", "bruno", "carla", "diego"]);
});

test.afterAll(() => desk.stop());

const FILE = { name: "nota.txt", type: "text/plain", bytes: new TextEncoder().encode("Una nota.\n".repeat(50)) };
const bar = (page: Page) => page.getByText("Mantenimiento activo: sólo personal.");
const status = async (page: Page, address: string) => (await page.goto(address))?.status();

test("maintenance holds customers, not staff, and nothing that was typed is lost", async ({ as }) => {
  test.setTimeout(120_000);
  const at = async (person: Person | null, options: BrowserContextOptions = {}) => {
    const page = await as(null, { baseURL: desk.url, ...options });
    if (person) await page.context().addCookies(await sessionCookies(ADDRESSES[person], desk.url));
    return page;
  };
  const [admin, agent, visitor, ana, bruno] = await Promise.all([at("diego"), at("carla"), at(null), at("ana"), at("bruno", { javaScriptEnabled: false })]);
  const anaDesk = { url: desk.url, cookie: (await ana.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ") };

  // Before: the page is in the cache, two people write, a file is on its way.
  expect(await status(visitor, "/kb")).toBe(200);
  for (const page of [ana, bruno]) {
    await page.goto("/portal/tickets/new");
    await write(page, { department: "Facturación", subject: "Factura de noviembre", body: "Necesito la factura de noviembre." });
    await page.getByLabel("Leí y acepto").check();
  }
  await expect(ana.getByText("Borrador guardado")).toBeVisible();
  const upload = await askAddress(anaDesk, FILE);

  await admin.goto("/agent/settings/maintenance");
  await admin.getByLabel("Mensaje para los clientes").fill("Cambiamos de **servidores**.");
  const preview = admin.getByRole("region", { name: "Así lo verán los clientes" });
  await expect(preview.locator("strong")).toHaveText("servidores");
  await admin.getByLabel("Se espera terminar").fill("2020-01-01T10:00");
  await admin.getByRole("button", { name: "Activar o programar" }).click();
  await expect(admin.getByText("terminaría antes de empezar").first()).toBeVisible();
  await expect(admin.getByLabel("Mensaje para los clientes")).toHaveValue("Cambiamos de **servidores**.");
  await admin.getByLabel("Se espera terminar").fill(inTwoHours());
  await admin.getByRole("button", { name: "Activar o programar" }).click();
  await expect(admin.locator(":focus")).toContainText("Mantenimiento activo.");
  await expect(bar(admin)).toBeVisible();
  await expectGoodLooks(admin, "the settings");

  await test.step("everybody else reads why, with 503 and when to come back", async () => {
    const answer = await visitor.goto("/kb");
    expect(answer?.status()).toBe(503);
    expect(Number(answer?.headers()["retry-after"])).toBeGreaterThan(3600);
    await expect(visitor.getByRole("heading", { name: "Estamos en mantenimiento" })).toBeVisible();
    await expect(visitor.locator("strong")).toHaveText("servidores");
    await expect(visitor.getByText("Se espera terminar:")).toBeVisible();
    await expect(visitor.getByRole("link", { name: "Volver a intentar" })).toHaveAttribute("href", "/kb");
    await expectGoodLooks(visitor, "the page that says why");
  });

  await test.step("programs are told the same; what must go on does", async () => {
    const codes = await Promise.all(["/sitemap.xml", "/kb/feed.xml", "/api/kb/suggestions?q=a", "/api/files/1", "/no-existe", "/api/health", "/robots.txt", "/sign-in", "/enhance.js"].map(async (each) => (await fetch(desk.url + each)).status));
    expect(codes).toEqual([503, 503, 503, 503, 503, 200, 200, 200, 200]);
    const held = await putRest(anaDesk, upload, FILE.bytes);
    expect([held.status, held.headers.has("retry-after"), ((await held.json()) as { code: string }).code]).toEqual([503, true, "MAINTENANCE"]);
  });

  await test.step("a form that was open says so, and keeps what was typed", async () => {
    await ana.getByLabel("Descripción").pressSequentially(" Gracias.");
    await send(ana);
    await expect(ana.getByText("Estamos en mantenimiento y no se envió.").first()).toBeVisible();
    await expect(ana.getByLabel("Descripción")).toHaveValue("Necesito la factura de noviembre. Gracias.");
    const kept = () => desk.query<{ kept: boolean }>("SELECT data::text LIKE '%noviembre. Gracias.%' AS kept FROM ticket_draft");
    await expect.poll(kept).toEqual([{ kept: true }]);
    const [answer] = await Promise.all([bruno.waitForResponse((each) => each.request().method() === "POST"), send(bruno)]);
    expect(answer.status()).toBe(503);
    await expect(bruno.getByText("Estamos en mantenimiento y no se envió.").first()).toBeVisible();
    await expect(bruno.getByLabel("Descripción")).toHaveValue("Necesito la factura de noviembre.");
    expect(await desk.query("SELECT id FROM ticket")).toEqual([]);
  });

  await test.step("staff passes everywhere, and can sign in; a customer who does reads why", async () => {
    for (const address of ["/", "/kb", "/no-existe", "/agent/queues/open"]) {
      await agent.goto(address);
      await expect(bar(agent), address).toBeVisible();
    }
    await expectGoodLooks(agent, "the desk");
    expect(await status(agent, "/kb")).toBe(200);
    await expectGoodLooks(agent, "a public page for staff");
    await visitor.goto("/sign-in");
    await expect(visitor.getByText("por ahora sólo puede entrar el personal")).toBeVisible();
    await signInAt(visitor, "ana");
    await expect(visitor.getByText("Inició sesión como ana.")).toBeVisible();
    await visitor.getByRole("button", { name: "Cerrar sesión" }).click();
    await expect(visitor).toHaveURL(/\/sign-in/);
    await signInAt(visitor, "carla");
    await expect(visitor).toHaveURL(/\/agent/);
    await expect(bar(visitor)).toBeVisible();
  });

  await test.step("afterwards everything goes on where it stopped", async () => {
    await admin.getByRole("button", { name: "Terminar mantenimiento" }).click();
    await expect(admin.locator(":focus")).toContainText("La mesa está abierta para todos.");
    await expect(bar(admin)).toHaveCount(0);
    expect((await putRest(anaDesk, upload, FILE.bytes)).status).toBe(200);
    for (const page of [ana, bruno]) {
      await send(page);
      await referenceOf(page);
    }
    expect(await status(agent, "/kb")).toBe(200);
    await expect(bar(agent)).toBeHidden();
    const [{ count }] = (await desk.query<{ count: string }>("SELECT count(*) FROM notice_event WHERE type LIKE 'maintenance.%'")) as [{ count: string }];
    expect(count).toBe("2");
  });
});

function inTwoHours(): string {
  return Temporal.Now.zonedDateTimeISO("America/Mexico_City").add({ hours: 2 }).toPlainDateTime().toString({ smallestUnit: "minute" });
}
