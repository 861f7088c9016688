import { randomUUID } from "node:crypto";
import { expect, test } from "@/tests/support/browser";
import { queryDatabase } from "@/tests/support/browser-database";
import { choose, files, untilUploaded } from "@/tests/support/browser-files";

// The demonstration's work in progress is this file's alone.
test.use({ person: "carla", viewport: { width: 1440, height: 900 } });

const SUBJECT = "Revisar por qu\u00e9 el sistema de citas pierde registros";

async function workInProgress(): Promise<string> {
  const [ticket] = await queryDatabase<{ reference: string }>("SELECT reference FROM ticket WHERE subject = $1", [SUBJECT]);
  return ticket!.reference;
}

test("time is posted and refused over the estimate, the work closed, its charge invoiced and paid, and the customer has the invoice", async ({ page, as }) => {
  const reference = await workInProgress();
  await page.goto(`/agent/tickets/${reference}`);
  await page.getByRole("link", { name: "Registrar tiempo" }).click();
  const post = async (duration: string) => {
    await page.getByLabel("Duraci\u00f3n").fill(duration);
    await page.getByLabel("Qu\u00e9 se hizo").first().fill("Correcci\u00f3n de la cola de registros.");
    await page.getByRole("button", { name: "Registrar", exact: true }).click();
  };
  await post("0:41");
  await expect(page.getByRole("alert").filter({ hasText: "quedan 40 min" })).toBeVisible();
  await expect(page.getByLabel("Duraci\u00f3n")).toHaveValue("0:41");
  await post("40");
  await expect(page.getByText("El tiempo qued\u00f3 registrado.").first()).toBeVisible();
  await expect(page.getByText("1 h trabajados, 1 h facturables")).toBeVisible();

  await page.getByText("Cerrar el trabajo").first().click();
  await page.locator("[id^=close-] textarea").fill("Los registros ya no se pierden.");
  await page.getByRole("button", { name: "Cerrar el trabajo" }).click();
  await page.getByRole("link", { name: /^Cargo CAR-/ }).click();

  await expect(page.getByRole("heading", { name: "CFDI sin sello" })).toBeVisible();
  const address = await page.getByRole("link", { name: "Descargar XML sin sello" }).getAttribute("href");
  const unsealed = await (await page.request.get(address!)).text();
  expect(unsealed).toContain("SIN SELLO");
  const uuid = randomUUID();
  const stamp = `<cfdi:Complemento><tfd:TimbreFiscalDigital xmlns:tfd="http://www.sat.gob.mx/TimbreFiscalDigital" UUID="${uuid}"/></cfdi:Complemento></cfdi:Comprobante>`;
  await page.getByLabel("Folio", { exact: true }).fill("A-2001");
  await page.getByLabel("Folio fiscal (UUID)").fill(randomUUID());
  await choose(page, { name: "a-2001.xml", mimeType: "text/xml", buffer: Buffer.from(unsealed.replace("</cfdi:Comprobante>", stamp)) }, { name: "a-2001.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n") });
  await untilUploaded(page, "a-2001.xml");
  await untilUploaded(page, "a-2001.pdf");
  await page.getByRole("button", { name: "Registrar factura" }).click();
  await expect(page.getByRole("alert").filter({ hasText: uuid.toUpperCase() })).toBeVisible();
  await expect(files(page).getByRole("listitem")).toHaveCount(2);
  await page.getByLabel("Folio fiscal (UUID)").fill(uuid);
  await page.getByRole("button", { name: "Registrar factura" }).click();
  await page.getByLabel("Referencia").fill("SPEI 1");
  await page.getByRole("button", { name: "Registrar pago" }).click();
  await expect(page.getByText("SPEI 1")).toBeVisible();

  const customer = await as("lucia");
  await customer.goto("/portal/charges");
  const charge = customer.getByRole("listitem").filter({ hasText: SUBJECT });
  await expect(charge.getByText("Pagado", { exact: true })).toBeVisible();
  const href = await charge.getByRole("link", { name: /a-2001\.xml/ }).getAttribute("href");
  expect(await (await customer.request.get(href!)).text()).toContain(uuid);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("time that is not billed is posted, and what cannot be read comes back as it was typed", async ({ page }) => {
    const [ticket] = await queryDatabase<{ reference: string }>("SELECT reference FROM ticket WHERE NOT is_paid AND status = 'open' ORDER BY created_at LIMIT 1");
    await page.goto(`/agent/tickets/${ticket!.reference}/work`);
    await page.getByLabel("Duraci\u00f3n").fill("media hora");
    await page.getByLabel("Qu\u00e9 se hizo").fill("Llamada de seguimiento.");
    await page.getByRole("button", { name: "Registrar", exact: true }).click();
    await expect(page.getByRole("alert").getByText(/No entendemos esta duraci\u00f3n/)).toBeVisible();
    await expect(page.getByLabel("Qu\u00e9 se hizo")).toHaveValue("Llamada de seguimiento.");
    await page.getByLabel("Duraci\u00f3n").fill("30");
    await page.getByRole("button", { name: "Registrar", exact: true }).click();
    await expect(page.getByText("30 min trabajados, 0 min facturables")).toBeVisible();
  });
});
