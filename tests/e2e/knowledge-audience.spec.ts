import type { Page } from "@playwright/test";
import { axeFindings, overflowWidth } from "@/tests/support/browser-axe";
import { queryDatabase } from "@/tests/support/browser-database";
import { expect, test } from "@/tests/support/browser";

test.use({ person: "carla", viewport: { width: 1440, height: 900 } });

const CATEGORIES = "/agent/kb/categories";
const line = (page: Page, name: string) => page.getByRole("listitem").filter({ has: page.getByRole("link", { name, exact: true }) }).last();

/** An article in a category of this test, as the authors' desk leaves it. */
async function writeArticle(category: string): Promise<void> {
  await queryDatabase(
    `INSERT INTO article (slug, category_id, status, title, summary, body, tags, published_at, updated_at)
     SELECT 'el-ajolote', id, 'published', 'El ajolote', 'Cómo se cuida', E'## Agua\n\nFría, como dice [la guía](https://example.com/guia).\n\n## Comida\n\nPoca.\n\n## Luz\n\nMenos.', '{}', now(), now() FROM kb_category WHERE slug = $1`,
    [category],
  );
}

async function addCategory(page: Page, name: string, within?: string): Promise<void> {
  await page.getByRole("link", { name: within ? `Agregar dentro de ${within}` : "Agregar tema", exact: true }).first().click();
  await page.getByLabel("Nombre").fill(name);
  await page.getByRole("button", { name: "Agregar tema" }).click();
  await expect(page.locator(":focus")).toContainText("El tema ya está en la lista.");
}

/** While one types, without sending. Who is shown what is tests/integration/matrix/knowledge.test.ts. */
async function suggests(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const search = page.getByRole("search", { name: "Buscar en la base de conocimientos" });
  await search.getByRole("searchbox").pressSequentially("spf");
  await expect(search.getByRole("link", { name: /SPF/ }).first()).toBeVisible();
  await search.getByRole("searchbox").press("ArrowDown");
  await expect(search.getByRole("link").first()).toBeFocused();
  await expect(search.getByRole("link").first()).toHaveAttribute("href", new RegExp(`^(?:${address}/articles/|/faq)`));
  expect([await overflowWidth(page), await axeFindings(page)]).toEqual([0, []]);
}

test("a category is written, ordered, made private with all that it holds, and made public again", async ({ page, as }) => {
  test.slow();
  await page.goto("/agent/kb");
  await page.getByRole("main").getByRole("link", { name: "Temas" }).click();
  await addCategory(page, "Anfibios");
  await addCategory(page, "Ajolotes", "Anfibios");
  await addCategory(page, "Salamandras", "Anfibios");
  await page.getByRole("button", { name: "Subir Salamandras un lugar" }).click();
  await expect(line(page, "Anfibios").getByRole("listitem").first()).toContainText("Salamandras");
  await expect(page.getByRole("button", { name: "Subir Salamandras un lugar" })).toBeFocused();
  await writeArticle("ajolotes");

  const [reader, customer] = [await as(null), await as("ana")];
  const statuses = async () => [
    (await reader.request.get("/kb/articles/el-ajolote")).status(),
    (await reader.request.get("/kb/ajolotes")).status(),
    (await (await reader.request.get("/kb")).text()).includes("Anfibios") ? 200 : 404,
    (await (await reader.request.get("/kb/feed.xml")).text()).includes("el-ajolote") ? 200 : 404,
    (await (await reader.request.get("/sitemap.xml")).text()).includes("el-ajolote") ? 200 : 404,
    (await customer.request.get("/portal/kb/articles/el-ajolote")).status(),
    (await page.request.get("/agent/kb/read/articles/el-ajolote")).status(),
  ];
  const setAudience = async (audience: string) => {
    await page.goto(CATEGORIES);
    await page.getByRole("link", { name: "Anfibios", exact: true }).click();
    await page.getByRole("radio", { name: new RegExp(`^${audience}`) }).check();
    await page.getByRole("button", { name: "Guardar cambios" }).click();
    await expect(page.locator(":focus")).toContainText("Los cambios ya se ven");
  };
  // Saved once, so that every page that is kept knows of the article.
  await setAudience("Clientes");
  await setAudience("Todos");
  expect(await statuses()).toEqual([200, 200, 200, 200, 200, 200, 200]);
  await setAudience("Clientes");
  expect(await statuses()).toEqual([404, 404, 404, 404, 404, 200, 200]);
  await expect(line(page, "Ajolotes")).toContainText("por el tema que lo contiene");
  await reader.goto("/kb/articles/el-ajolote");
  await expect(reader.getByRole("link", { name: "Iniciar sesión para verlos" })).toHaveAttribute("href", "/portal/kb/articles/el-ajolote");
  await setAudience("Solo la mesa");
  expect(await statuses()).toEqual([404, 404, 404, 404, 404, 404, 200]);
  await setAudience("Todos");
  expect(await statuses()).toEqual([200, 200, 200, 200, 200, 200, 200]);

  await reader.goto("/kb/articles/el-ajolote");
  await expect(reader.getByRole("navigation", { name: "Ruta de navegación" }).getByRole("link")).toHaveText(["Base de conocimientos", "Anfibios", "Ajolotes"]);
  await expect(reader.getByRole("button", { name: "Imprimir" })).toBeVisible();
  await reader.emulateMedia({ media: "print" });
  await expect(reader.getByRole("button", { name: "Imprimir" })).toBeHidden();
  await expect(reader.getByRole("banner")).toBeHidden();
  const address = await reader.getByRole("link", { name: "la guía" }).evaluate((link) => getComputedStyle(link, "::after").content);
  expect(address).toContain("https://example.com/guia");

  // What a customer reads: the same in their own area, votes included.
  await suggests(page, "/agent/kb/read");
  await suggests(customer, "/portal/kb");
  await customer.goto("/portal/kb");
  await customer.getByRole("link", { name: "Anfibios", exact: true }).click();
  await customer.getByRole("link", { name: "Ajolotes", exact: true }).click();
  await customer.getByRole("link", { name: /El ajolote/ }).click();
  await customer.getByRole("button", { name: "Sí", exact: true }).click();
  await expect(customer).toHaveURL(/\/portal\/kb\/articles\/el-ajolote#/);

  await page.goto(CATEGORIES);
  await page.getByRole("link", { name: "Ajolotes", exact: true }).click();
  await expect(page.getByText("Hay un artículo en él.")).toBeVisible();
  await queryDatabase("DELETE FROM article WHERE slug = 'el-ajolote'");
  for (const name of ["Ajolotes", "Salamandras", "Anfibios"]) {
    await page.goto(CATEGORIES);
    await page.getByRole("link", { name, exact: true }).click();
    await page.getByRole("button", { name: "Eliminar tema" }).click();
    await expect(page.locator(":focus")).toContainText("El tema se eliminó.");
  }
});

test("two people at one category do not write over each other unseen; without a script neither", async ({ page, as }) => {
  const plain = await as("diego", { javaScriptEnabled: false });
  await plain.goto(`${CATEGORIES}/new`);
  await plain.getByLabel("Nombre").fill("Reptiles");
  await plain.getByRole("button", { name: "Agregar tema" }).click();
  await expect(plain.getByText("El tema ya está en la lista.")).toBeVisible();
  await plain.getByRole("link", { name: "Reptiles", exact: true }).click();
  await page.goto(plain.url());
  await page.getByLabel("Nombre").fill("Reptiles de México");
  await page.getByRole("button", { name: "Guardar cambios" }).click();
  await expect(page.locator(":focus")).toContainText("Los cambios ya se ven");

  await plain.getByLabel("Nombre").fill("Lagartos");
  await plain.getByRole("button", { name: "Guardar cambios" }).click();
  await expect(plain.getByRole("region", { name: "Así lo dejó la otra persona" })).toContainText("Reptiles de México");
  await expect(plain.getByLabel("Nombre")).toHaveValue("Lagartos");
  await plain.getByRole("button", { name: "Guardar cambios" }).click();
  await expect(plain.getByRole("link", { name: "Lagartos", exact: true })).toBeVisible();
  await plain.getByRole("button", { name: "Subir Lagartos un lugar" }).click();
  await expect(plain.getByRole("link", { name: "Lagartos", exact: true })).toBeVisible();
  await plain.getByRole("link", { name: "Lagartos", exact: true }).click();
  await plain.getByRole("button", { name: "Eliminar tema" }).click();
  await expect(plain.getByText("El tema se eliminó.")).toBeVisible();
});

test("an administrator sets how long the lists are", async ({ as }) => {
  const page = await as("diego");
  await page.goto("/agent/settings/knowledge");
  await page.getByLabel("Últimos artículos").fill("cinco");
  await page.getByRole("button", { name: "Guardar cambios" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "número entero" })).toBeFocused();
  await expect(page.getByLabel("Últimos artículos")).toHaveValue("cinco");
  await page.getByLabel("Últimos artículos").fill("3");
  await page.getByRole("button", { name: "Guardar cambios" }).click();
  await expect(page.getByText("Los ajustes ya se ven")).toBeVisible();
  const reader = await as(null);
  await reader.goto("/kb");
  await expect(reader.getByRole("region", { name: "Últimos artículos" }).getByRole("listitem")).toHaveCount(3);
  await page.getByLabel("Últimos artículos").fill("6");
  await page.getByRole("button", { name: "Guardar cambios" }).click();
  await expect(page.getByText("Los ajustes ya se ven")).toBeVisible();
});
