import { expect, test } from "@/tests/support/browser";
import { axeFindings, overflowWidth } from "@/tests/support/browser-axe";
import { queryDatabase } from "@/tests/support/browser-database";
import { markAllDifferent, referenceOf } from "@/tests/support/browser-tickets";

// What is noted for this customer, and confirmed, is written in this file alone.
const CUSTOMER = "teresa";
test.use({ person: "carla" });

test.afterAll(() => queryDatabase("UPDATE ticket SET status = 'closed', closed_at = now(), next_due_at = NULL WHERE status <> 'closed' AND noted_by IS NOT NULL"));

test("a call is noted by an agent, put right and confirmed by the customer, and both see where the ticket came from", async ({ page, as }, info) => {
  await page.goto("/agent/noted/new");
  await page.getByRole("searchbox", { name: "Buscar al cliente" }).fill("robles teresa");
  await page.getByRole("search", { name: "Buscar al cliente" }).getByRole("button", { name: "Buscar" }).click();
  await page.getByRole("link", { name: "Anotar para Teresa Vega" }).click();
  await page.getByRole("button", { name: "Anotar", exact: true }).click();
  await expect(page.getByRole("heading", { name: "No se pudo anotar" })).toBeVisible();
  await page.getByLabel("Por dónde lo dijo").selectOption({ label: "WhatsApp" });
  await page.getByLabel("Departamento", { exact: true }).selectOption({ label: "Soporte técnico" });
  await page.getByLabel("Asunto").fill("El ornitorrinco del servidor de archivos");
  await page.getByLabel("Lo que dijo").fill("Dice que el ornitorrinco no deja abrir la carpeta compartida desde ayer.");
  await page.getByRole("button", { name: "Anotar", exact: true }).click();
  await expect(page.getByText("Quedó anotado.", { exact: false })).toBeVisible();
  await expect(page.getByRole("row", { name: /El ornitorrinco del servidor de archivos/ })).toContainText("Teresa Vega");

  const teresa = await as(CUSTOMER, { viewport: { width: 360, height: 740 } });
  await teresa.goto("/portal");
  await expect(teresa.getByText(/^Carla Ríos anotó su mensaje de WhatsApp del \p{L}+\. Todavía no es una solicitud oficial/u)).toBeVisible();
  await teresa.getByRole("link", { name: "Revisar y confirmar" }).click();
  await expect(teresa.getByLabel("Asunto")).toHaveValue("El ornitorrinco del servidor de archivos");
  expect([await overflowWidth(teresa), await axeFindings(teresa)]).toEqual([0, []]);
  await teresa.screenshot({ path: info.outputPath("noted-360.png"), fullPage: true });
  await teresa.getByLabel("Descripción").fill("El ornitorrinco no deja abrir la carpeta compartida desde el lunes, no desde ayer.");
  await expect(teresa.getByText(/^Borrador guardado/)).toBeVisible();
  await teresa.reload();
  await expect(teresa.getByLabel("Descripción")).toHaveValue(/desde el lunes/);
  const confirm = teresa.getByRole("button", { name: "Confirmar y enviar ticket" });
  await confirm.click();
  const received = teresa.getByText(/^Recibimos su ticket/);
  await expect(received.or(teresa.getByRole("heading", { name: "Todavía no se envió" }))).toBeVisible();
  if (!(await received.isVisible())) {
    await markAllDifferent(teresa);
    await confirm.click();
  }
  const reference = await referenceOf(teresa);
  await expect(teresa.getByText("Carla Ríos lo anotó (WhatsApp) y el cliente lo confirmó.")).toBeVisible();
  await teresa.goto("/portal/tickets");
  await expect(teresa.getByText("Todavía no es una solicitud oficial", { exact: false })).toHaveCount(0);

  await page.goto(`/agent/tickets/${reference}`);
  await expect(page.getByText("Carla Ríos lo anotó (WhatsApp) y el cliente lo confirmó.")).toBeVisible();
  await page.goto("/agent/noted");
  await expect(page.getByRole("row", { name: /El ornitorrinco/ })).toHaveCount(0);
});
