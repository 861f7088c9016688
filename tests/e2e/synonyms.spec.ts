import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/browser";
import { axeFindings, LOOKS, overflowWidth } from "@/tests/support/browser-axe";

test.use({ person: "diego", viewport: { width: 1440, height: 900 } });

const PAGE = "/agent/settings/synonyms";
const groups = (page: Page) => page.locator("section", { has: page.getByRole("heading", { name: "Grupos" }) });
const box = (page: Page) => page.getByRole("textbox", { name: "Expresiones que significan lo mismo" });
const rowOf = (page: Page, expression: string) => groups(page).getByRole("listitem").filter({ has: page.getByRole("link"), hasText: expression });

test("an administrator adds, tries, edits and deletes a group", async ({ page }) => {
  await page.goto("/agent/queues/open");
  await page.getByRole("navigation", { name: "Ajustes" }).getByRole("link", { name: "Sinónimos" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sinónimos" })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Ajustes" }).getByRole("link", { name: "Sinónimos" })).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("navigation", { name: "Colas de tickets" }).locator("[aria-current]")).toHaveCount(0);

  await box(page).fill("quetzal");
  await page.getByRole("button", { name: "Agregar grupo" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "al menos 2 expresiones" })).toBeFocused();
  await expect(box(page)).toHaveValue("quetzal");
  await box(page).fill("quetzal, correo");
  await page.getByRole("button", { name: "Agregar grupo" }).click();
  await expect(page.getByText("«correo» ya está en otro grupo: correo, correo electrónico").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Abrir el otro grupo" })).toBeVisible();

  // Trying does not throw away what stands in the other form.
  await page.getByLabel("Un texto como lo escribiría un cliente").fill("Mi página no abre");
  await page.getByRole("button", { name: "Probar" }).click();
  await expect(page.locator("mark")).toHaveText(["página", "no abre"]);
  await expect(page.getByText("«no abre» también encuentra")).toBeVisible();
  await expect(box(page)).toHaveValue("quetzal, correo");

  await box(page).fill("quetzal, ave nacional");
  await page.getByRole("button", { name: "Agregar grupo" }).click();
  await expect(page.getByText("Grupo agregado.")).toBeVisible();
  await expect(box(page)).toHaveValue("");
  await expect(rowOf(page, "ave nacional")).toContainText("Diego");

  await rowOf(page, "ave nacional").getByRole("link", { name: "Editar el grupo de «quetzal»" }).click();
  await expect(box(page)).toHaveValue("quetzal\nave nacional");
  await box(page).fill("quetzal\nave de Guatemala");
  await page.getByRole("button", { name: "Guardar cambios" }).click();
  await expect(page.locator(":focus")).toContainText("Cambios guardados.");
  await expect(rowOf(page, "ave de Guatemala")).toHaveCount(1);
  await page.getByLabel("Un texto como lo escribiría un cliente").fill("los quetzales");
  await page.keyboard.press("Enter");
  await expect(page.locator("dd").filter({ hasText: "ave de Guatemala" })).toBeVisible();

  await rowOf(page, "ave de Guatemala").getByRole("link").click();
  await page.getByText("Borrar el grupo…").click();
  await page.getByRole("button", { name: "Borrar el grupo" }).click();
  await expect(page.getByText("Grupo borrado.")).toBeVisible();
  await expect(rowOf(page, "ave de Guatemala")).toHaveCount(0);
});

test("two people at the same group do not write over each other unseen", async ({ page, as }) => {
  await page.goto(PAGE);
  await box(page).fill("ajolote, axolotl");
  await page.getByRole("button", { name: "Agregar grupo" }).click();
  const href = (await rowOf(page, "ajolote").getByRole("link").getAttribute("href")) ?? "";
  await page.goto(href);
  const other = await as("diego");
  await other.goto(href);
  await box(other).fill("ajolote, salamandra");
  await other.getByRole("button", { name: "Guardar cambios" }).click();
  await expect(other.getByText("Cambios guardados.")).toBeVisible();

  await box(page).fill("ajolote, achoque");
  await page.getByRole("button", { name: "Guardar cambios" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Quedó así: ajolote, salamandra." })).toBeFocused();
  await expect(box(page)).toHaveValue("ajolote, achoque");
  await page.getByRole("button", { name: "Guardar cambios" }).click();
  await expect(page.getByText("Cambios guardados.")).toBeVisible();
  await expect(rowOf(page, "achoque")).toHaveCount(1);

  await page.goto(href);
  await page.getByText("Borrar el grupo…").click();
  await page.getByRole("button", { name: "Borrar el grupo" }).click();
  await expect(page.getByText("Grupo borrado.")).toBeVisible();
});

test("it works with plain forms, and loses nothing when the session ended", async ({ as }) => {
  const page = await as("diego", { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await page.goto("/agent/queues");
  await page.getByRole("link", { name: "Sinónimos" }).click();
  await page.getByLabel("Un texto como lo escribiría un cliente").fill("el hospedaje");
  await page.getByRole("button", { name: "Probar" }).click();
  await expect(page.locator("mark")).toHaveText("hospedaje");
  await box(page).fill("cenzontle");
  await page.getByRole("button", { name: "Agregar grupo" }).click();
  await expect(page.getByText("al menos 2 expresiones").first()).toBeVisible();
  await expect(box(page)).toHaveValue("cenzontle");
  await box(page).fill("cenzontle, zenzontle");
  await page.getByRole("button", { name: "Agregar grupo" }).click();
  await expect(page.getByText("Grupo agregado.")).toBeVisible();
  await expect(box(page)).toHaveValue("");

  await rowOf(page, "zenzontle").getByRole("link").click();
  await box(page).fill("cenzontle");
  await page.getByRole("button", { name: "Guardar cambios" }).click();
  await expect(box(page)).toHaveValue("cenzontle");
  await page.getByText("Borrar el grupo…").click();
  await page.getByRole("button", { name: "Borrar el grupo" }).click();
  await expect(page.getByText("Grupo borrado.")).toBeVisible();

  await box(page).fill("escrito, tecleado");
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Agregar grupo" }).click();
  await expect(page.getByText("Su sesión terminó").first()).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveValue("escrito, tecleado");
});

test("an agent finds neither the page nor a link to it", async ({ as }) => {
  const carla = await as("carla", { viewport: { width: 1440, height: 900 } });
  expect((await carla.goto(PAGE))?.status()).toBe(404);
  await expect(carla.getByText("No encontramos esta página")).toBeVisible();
  await expect(carla.getByRole("link", { name: "Sinónimos" })).toHaveCount(0);
});

for (const { colorScheme, width, height } of LOOKS) {
  test(`axe finds nothing, and nothing is wider than the screen: ${colorScheme}, ${width} px`, async ({ as }) => {
    const page = await as("diego", { colorScheme, viewport: { width, height } });
    await page.goto(`${PAGE}?text=la+pagina+no+abre`);
    const check = async (what: string) => {
      expect.soft(await axeFindings(page), what).toEqual([]);
      expect.soft(await overflowWidth(page), what).toBeLessThanOrEqual(0);
    };
    await check("list");
    await page.getByRole("button", { name: "Agregar grupo" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "No se pudo guardar" })).toBeFocused();
    await check("refused");
    await groups(page).getByRole("link").first().click();
    await page.getByText("Borrar el grupo…").click();
    await check("group");
  });
}
