import { expect, test } from "@/tests/support/browser";

/** A contract from its purchase to the customer's statement, and a rate card from a table to the customer's price. */

test("an administrator registers a contract, buys hours, corrects them, and the customer reads the statement", async ({ as }) => {
  const desk = await as("diego", { viewport: { width: 1440, height: 900 } });
  await desk.goto("/agent/contracts");
  await desk.getByRole("link", { name: "Registrar póliza" }).click();
  await desk.getByRole("link", { name: "Acme Herramientas" }).click();
  await desk.getByLabel("Nombre de la póliza").fill("Póliza de prueba del navegador");
  await desk.getByLabel("Horas compradas").fill("1.333");
  await desk.getByLabel("Precio en pesos, sin IVA").fill("6,000.00");
  await desk.getByRole("button", { name: "Registrar póliza" }).click();
  await expect(desk.getByRole("alert").filter({ hasText: "El tiempo no se puede leer" })).toBeFocused();
  await desk.getByLabel("Horas compradas").fill("10:30");
  await desk.getByRole("button", { name: "Registrar póliza" }).click();
  await expect(desk.getByText("La póliza quedó registrada con su compra.")).toBeVisible();
  const reference = /POL-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(desk.url())?.[0] ?? "";

  await desk.getByText("Comprar más horas").click();
  await desk.locator("#buy-hours").fill("2");
  await desk.locator("#buy-price").fill("1200");
  await desk.getByRole("button", { name: "Registrar compra" }).click();
  await expect(desk.getByText("Se registró la compra de horas.")).toBeVisible();
  await desk.getByText("Ajustar el saldo").click();
  await desk.locator("#adjust-direction").selectOption("take");
  await desk.locator("#adjust-hours").fill("99");
  await desk.locator("#adjust-reason").fill("Corrección de captura");
  await desk.getByRole("button", { name: "Registrar ajuste" }).click();
  await expect(desk.getByText("A la póliza no le alcanza: quedan 12 h 30 min").first()).toBeVisible();
  await desk.locator("#adjust-hours").fill("0:30");
  await desk.getByRole("button", { name: "Registrar ajuste" }).click();
  await expect(desk.getByText("Se registró el ajuste.")).toBeVisible();
  const entries = desk.getByRole("list", { name: "Movimientos de la póliza" }).getByRole("listitem");
  await expect(entries).toHaveCount(3);
  await entries.first().locator("summary").click();
  await entries.first().getByLabel("Motivo de la cancelación").fill("Era otra póliza");
  await entries.first().getByRole("button", { name: "Cancelar movimiento" }).click();
  await expect(desk.getByText("El movimiento quedó cancelado.")).toBeVisible();
  await expect(entries.first()).toContainText("Cancelación");
  await expect(entries.nth(1)).toContainText("Cancelado");

  const customer = await as("ana", { viewport: { width: 360, height: 740 } });
  await customer.goto("/portal/contracts");
  const card = customer.getByRole("listitem").filter({ hasText: "Póliza de prueba del navegador" });
  await expect(card).toContainText(`Le quedan 12 h 30 min en Póliza de prueba del navegador (${reference}).`);
  await card.getByRole("link", { name: "Ver estado de cuenta" }).click();
  await expect(customer.locator("#statement")).toContainText("Saldo final12 h 30 min");
  await expect(customer.locator("#statement")).toContainText("Corrección de captura");
  const pdf = await customer.request.get((await customer.getByRole("link", { name: "Descargar PDF" }).getAttribute("href"))!);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
  const csv = await (await customer.request.get((await customer.getByRole("link", { name: "Descargar CSV" }).getAttribute("href"))!)).text();
  expect(csv).toMatch(/^\uFEFFfecha,movimiento,motivo,ticket,quien,minutos,saldo_minutos\r\n,Saldo inicial,,,,,0\r\n/);
  expect(csv).toContain("Ajuste,Corrección de captura,,Diego Mora,-30,720");
});

test("a rate card is published from a table, once one has seen what it changes, and customers see their price", async ({ as }) => {
  const page = await as("diego", { viewport: { width: 1440, height: 900 } });
  await page.goto("/agent/settings/rates");
  const table = await (await page.request.get("/agent/settings/rates/csv")).text();
  const upload = async (text: string) => {
    await page.getByLabel("Archivo CSV").setInputFiles({ name: "tabulador.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await page.getByRole("button", { name: "Revisar archivo" }).click();
  };
  await page.getByRole("link", { name: "Importar CSV" }).click();
  await upload(table);
  await expect(page.getByText("El archivo es igual al tabulador vigente.")).toBeVisible();
  await upload(table.replace("SOP-HORA,", "SOP HORA,"));
  await expect(page.getByRole("alert").filter({ hasText: "Línea 2, codigo: Escriba un código" })).toBeFocused();
  await upload(table.replace(/(SOP-HORA,[^\n]*?)750\.00,580\.00/, "$1775.50,599.90"));
  await expect(page.getByText("Precio público: de $750.00 a $775.50")).toBeVisible();
  await page.getByLabel("Nota de la versión").fill("Ajuste de la hora de soporte");
  await page.getByRole("button", { name: /^Publicar versión/ }).click();
  await expect(page.getByText(/Se publicó la versión \d+ del tabulador\./)).toBeVisible();
  await expect(page.getByRole("row", { name: /SOP-HORA/ })).toContainText("$775.50");

  const customer = await as("ana");
  await customer.goto("/portal/rates");
  await expect(customer.getByRole("listitem").filter({ hasText: "SOP-HORA" })).toContainText("$599.90 por hora");
});

test("a contract's rules are changed without a script, and nothing typed is lost", async ({ as }) => {
  const page = await as("diego", { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await page.goto("/agent/contracts?q=Tintero");
  await page.getByRole("link", { name: "Póliza de la tienda en línea" }).click();
  await page.getByText("Cambiar reglas").click();
  await page.getByLabel("Nombre de la póliza").fill("Póliza de la tienda, renovada");
  await page.getByLabel("Hugo Reyes").uncheck();
  await page.getByRole("button", { name: "Guardar reglas" }).click();
  await expect(page.getByText("Elija al menos a una persona que pueda autorizar.").first()).toBeVisible();
  // What was refused stays open.
  await expect(page.getByLabel("Nombre de la póliza")).toHaveValue("Póliza de la tienda, renovada");
  await page.getByLabel("Pilar Núñez (responsable)").check();
  // He goes on authorising: tests/e2e/quotes.spec.ts has him do so, at the same time or later.
  await page.getByLabel("Hugo Reyes").check();
  await page.getByRole("button", { name: "Guardar reglas" }).click();
  await expect(page.getByText("Se guardaron las reglas de la póliza.")).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "Pilar Núñez" })).toBeVisible();
});
