import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/browser";
import { expectGoodLooks } from "@/tests/support/browser-axe";
import { readRouteIds, routeCases, VIEWERS } from "@/tests/support/browser-routes";
import { openTicketForm, send, write } from "@/tests/support/browser-tickets";

test.describe.configure({ mode: "parallel" });

/** One first heading, a title and a language. */
async function checkOrder(page: Page, address: string): Promise<void> {
  await expect(page.locator("html"), address).toHaveAttribute("lang", "es-MX");
  expect((await page.title()).length, address).toBeGreaterThan(5);
  expect.soft(await page.locator("h1").count(), `${address}: first headings`).toBe(1);
  await expect(page.locator("main"), address).toHaveCount(1);
}

/** So that two can be read at once. */
const PARTS = 5;

for (const viewer of ["nobody", "ana", "diego"] as const) {
  const column = VIEWERS.indexOf(viewer);
  const isOwn = (address: string) => viewer === "nobody" || /^\/(portal|agent)/.test(address);
  for (let part = 0; part < PARTS; part += 1) {
    // The console is listened to by every test: a page that breaks its own security policy fails here.
    test(`every page that ${viewer} can open is in order, bears axe, and is no wider than the screen (${part + 1} of ${PARTS})`, async ({ as }) => {
      test.setTimeout(240_000);
      const page = await as(viewer === "nobody" ? null : viewer);
      const pages = routeCases(await readRouteIds()).filter(({ kind, outcomes }) => kind !== "data" && typeof outcomes[column] === "number");
      expect(pages.length).toBeGreaterThan(14);
      // A page that has several addresses here shows the same with other rows in it: one that it answers well is looked at whole.
      const first = new Set(Map.groupBy(pages, ({ file }) => file).values().map((same) => (same.find(({ outcomes }) => outcomes[column] === 200) ?? same[0]!).address));
      for (const { address, outcomes } of pages.filter((_, at) => at % PARTS === part)) {
        await page.goto(address, { waitUntil: "load" });
        await expect(page.locator("h1").first(), address).toBeAttached();
        if (outcomes[column] === 200) await checkOrder(page, address);
        if (isOwn(address) && first.has(address)) await expectGoodLooks(page, address);
      }
    });
  }
}

test("axe finds nothing in the states that only use brings about", async ({ as }) => {
  test.setTimeout(120_000);
  const nobody = await as(null);
  await nobody.goto("/sign-in");
  await nobody.getByRole("button", { name: "Entrar" }).click();
  await expect(nobody.getByRole("alert").first()).toBeFocused();
  await expectGoodLooks(nobody, "sign-in refused");

  await nobody.goto("/kb");
  await nobody.getByRole("searchbox").first().fill("correo");
  await expect(nobody.getByRole("link", { name: /correo/i }).first()).toBeVisible();
  await expectGoodLooks(nobody, "knowledge base while searching");

  const page = await as("rosa");
  await openTicketForm(page);
  await send(page);
  await expect(page.getByRole("heading", { name: "Todavía no se envió" })).toBeVisible();
  await expectGoodLooks(page, "ticket form refused");

  await write(page, { department: "Facturación", subject: "No me ha llegado la factura CFDI del hosting", body: "Pagué la renovación y no llega el CFDI al correo de siempre." });
  await expect(page.locator("#parecidos").getByRole("listitem").first()).toBeVisible();
  await expectGoodLooks(page, "ticket form with suggestions");
  for (const details of await page.locator("details").all()) await details.evaluate((element) => element.setAttribute("open", ""));
  await expectGoodLooks(page, "ticket form, all unfolded");

  const ticket = await as("lucia");
  await ticket.goto("/portal/tickets?filter=all");
  await ticket.getByRole("main").locator('a[href*="/portal/tickets/IMP-"]').first().click();
  await expect(ticket.getByRole("heading", { level: 1 })).toBeVisible();
  for (const details of await ticket.locator("details").all()) await details.evaluate((element) => element.setAttribute("open", ""));
  await expectGoodLooks(ticket, "portal ticket, all unfolded");
});
