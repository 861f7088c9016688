import { queryDatabase } from "@/tests/support/browser-database";
import { expect, test } from "@/tests/support/browser";

test.use({ viewport: { width: 1280, height: 900 } });

test("a ticket about what is suspended is refused with the reason, before and at sending, and nothing typed is lost", async ({ as }) => {
  const page = await as("teresa");
  await page.goto("/portal/tickets/new");
  await page.getByLabel("Asunto").fill("El boletín no abre");
  await page.getByLabel("Descripción").fill("Desde ayer el sitio del boletín muestra una página en blanco.");
  await page.getByRole("radio", { name: /^Soporte técnico/ }).check();
  const product = page.getByRole("combobox", { name: /^Producto/ });
  // No póliza lifts a suspension.
  const suspended = await product.locator("option", { hasText: "boletin-robles.example" }).getAttribute("value");
  await product.selectOption(suspended);
  const reason = page.getByText(/«boletin-robles\.example» está suspendido\. Puede escribir a Facturación para reactivarlo\./);
  await expect(reason.first()).toBeVisible();
  await page.getByRole("button", { name: "Enviar ticket" }).click();
  await expect(page.getByRole("alert").filter({ has: reason })).toBeFocused();
  await expect(page.getByLabel("Descripción")).toHaveValue(/página en blanco/);
  // Facturación attends everybody.
  await page.getByRole("radio", { name: /^Facturación/ }).check();
  await page.getByRole("button", { name: "Enviar ticket" }).click();
  await expect(page).toHaveURL(/\/portal\/tickets\/IMP-.*sent=1/);
});

test("fiscal data with a wrong digit say so beside the field, and are kept once they are right", async ({ as }) => {
  const page = await as("pilar", { javaScriptEnabled: false });
  await page.goto("/portal/organization");
  await page.getByLabel("RFC").fill("EKU9003173C8");
  await page.getByLabel("Nombre o razón social").fill("LIBRERÍA EL TINTERO");
  await page.getByLabel("Régimen fiscal").selectOption("601");
  await page.getByLabel("Código postal").fill("42501");
  await page.getByLabel("Uso del CFDI").selectOption("G03");
  await page.getByRole("button", { name: "Guardar" }).click();
  await expect(page.getByLabel("RFC")).toHaveAccessibleDescription(/El dígito verificador no corresponde: revise el último carácter/);
  await expect(page.getByLabel("Nombre o razón social")).toHaveValue("LIBRERÍA EL TINTERO");
  await page.getByLabel("RFC").fill("EKU9003173C9");
  await page.getByRole("button", { name: "Guardar" }).click();
  await expect(page.getByText("Se guardó.")).toBeVisible();
  expect(await queryDatabase("SELECT f.rfc FROM fiscal_profile f JOIN organization o ON o.id = f.organization_id WHERE o.slug = 'el-tintero'")).toEqual([{ rfc: "EKU9003173C9" }]);
});

test("a table of products is looked at line by line, put right and applied", async ({ as }) => {
  const page = await as("diego");
  const upload = async (text: string) => {
    await page.goto("/agent/customers/import");
    await page.getByLabel("Archivo CSV").setInputFiles({ name: "productos.csv", mimeType: "text/csv", buffer: Buffer.from(text, "latin1") });
    await page.getByRole("button", { name: "Revisar archivo" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Revisión de productos.csv" })).toBeVisible();
  };
  const header = "organizaci\u00f3n;tipo;nombre;inicia;d\u00edas de gracia\r\n";
  await upload(`${header}acme;dominio;dise\u00f1os-acme.example;31/02/2026;5\r\n`);
  await expect(page.getByRole("row", { name: /diseños-acme\.example/ })).toContainText("inicia: Escriba una fecha que exista");
  await expect(page.getByRole("button", { name: "Aplicar" })).toHaveCount(0);

  await upload(`${header}acme;dominio;dise\u00f1os-acme.example;01/02/2026;0\r\n`);
  await expect(page.getByRole("row", { name: /diseños-acme\.example/ })).toContainText("Nuevo");
  await page.getByRole("button", { name: "Aplicar" }).click();
  await expect(page.getByText("Los cambios de este archivo ya se aplicaron.")).toBeVisible();
  await page.goto("/agent/customers/acme");
  await expect(page.getByRole("link", { name: "diseños-acme.example" })).toBeVisible();
});
