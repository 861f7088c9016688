import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/browser";
import { axeFindings, overflowWidth } from "@/tests/support/browser-axe";
import { readRouteIds, routeCases, VIEWERS } from "@/tests/support/browser-routes";
import { openTicketForm, send, write } from "@/tests/support/browser-tickets";

test.describe.configure({ mode: "parallel" });

const LOOKS = (["light", "dark"] as const).flatMap((colorScheme) => [360, 1440].map((width) => ({ colorScheme, width })));

/** In both colours and on a telephone and a desk, as it is now. */
async function checkLooks(page: Page, what: string): Promise<void> {
  for (const { colorScheme, width } of LOOKS) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
    expect.soft(await axeFindings(page), `${what}, ${colorScheme}, ${width} px`).toEqual([]);
    expect.soft(await overflowWidth(page), `${what} is wider than ${width} px`).toBeLessThanOrEqual(0);
  }
}

for (const viewer of ["nobody", "ana", "carla"] as const) {
  test(`axe finds nothing on any page that ${viewer} can open, and none is wider than the screen`, async ({ as }) => {
    test.setTimeout(240_000);
    const page = await as(viewer === "nobody" ? null : viewer);
    const column = VIEWERS.indexOf(viewer);
    const isOwn = (address: string) => viewer === "nobody" || /^\/(portal|agent)/.test(address);
    const pages = routeCases(await readRouteIds()).filter(({ kind, outcomes, address }) => kind !== "data" && typeof outcomes[column] === "number" && isOwn(address));
    expect(pages.length).toBeGreaterThan(7);
    for (const { address } of pages) {
      await page.goto(address);
      await checkLooks(page, address);
    }
  });
}

test("axe finds nothing in the states that only use brings about", async ({ as }) => {
  test.setTimeout(120_000);
  const nobody = await as(null);
  await nobody.goto("/sign-in");
  await nobody.getByRole("button", { name: "Entrar" }).click();
  await expect(nobody.getByRole("alert").first()).toBeFocused();
  await checkLooks(nobody, "sign-in refused");

  await nobody.goto("/kb");
  await nobody.getByRole("searchbox").first().fill("correo");
  await expect(nobody.getByRole("link", { name: /correo/i }).first()).toBeVisible();
  await checkLooks(nobody, "knowledge base while searching");

  const page = await as("rosa");
  await openTicketForm(page);
  await send(page);
  await expect(page.getByRole("heading", { name: "Todavía no se envió" })).toBeVisible();
  await checkLooks(page, "ticket form refused");

  await write(page, { department: "Facturación", subject: "No me ha llegado la factura CFDI del hosting", body: "Pagué la renovación y no llega el CFDI al correo de siempre." });
  await expect(page.locator("#parecidos").getByRole("listitem").first()).toBeVisible();
  await checkLooks(page, "ticket form with suggestions");
  for (const details of await page.locator("details").all()) await details.evaluate((element) => element.setAttribute("open", ""));
  await checkLooks(page, "ticket form, all unfolded");

  const ticket = await as("lucia");
  await ticket.goto("/portal/tickets?filter=all");
  await ticket.getByRole("main").locator('a[href*="/portal/tickets/IMP-"]').first().click();
  await expect(ticket.getByRole("heading", { level: 1 })).toBeVisible();
  for (const details of await ticket.locator("details").all()) await details.evaluate((element) => element.setAttribute("open", ""));
  await checkLooks(ticket, "portal ticket, all unfolded");
});

test("pages are read in order: one first heading, no level left out, a title and a language", async ({ as }) => {
  test.setTimeout(120_000);
  for (const viewer of ["nobody", "ana", "carla"] as const) {
    const page = await as(viewer === "nobody" ? null : viewer);
    const column = VIEWERS.indexOf(viewer);
    for (const { address, kind, outcomes } of routeCases(await readRouteIds())) {
      if (kind === "data" || outcomes[column] !== 200) continue;
      await page.goto(address);
      await expect(page.locator("html"), address).toHaveAttribute("lang", "es-MX");
      expect((await page.title()).length, address).toBeGreaterThan(5);
      expect.soft(await page.locator("h1").count(), `${address}: first headings`).toBe(1);
      await expect(page.locator("main"), address).toHaveCount(1);
    }
  }
});
