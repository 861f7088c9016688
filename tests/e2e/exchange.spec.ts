import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@/tests/support/browser";
import { axeFindings, overflowWidth } from "@/tests/support/browser-axe";
import { queryDatabase } from "@/tests/support/browser-database";

test.use({ person: "diego", viewport: { width: 1440, height: 900 } });

const DUMP = join(__dirname, "../fixtures/hesk/desk.sql");

test("an administrator imports HESK's knowledge: looked at, done once, found under the old addresses, exported", async ({ page, request }) => {
  await page.goto("/agent/kb");
  await page.getByRole("link", { name: /^Importar/ }).first().click();
  await page.getByLabel("Archivo .sql o .zip").setInputFiles({ name: "corte.sql", mimeType: "application/sql", buffer: readFileSync(DUMP).subarray(0, 3_000) });
  await page.getByRole("button", { name: "Revisar el archivo" }).click();
  await expect(page.getByText("El respaldo está incompleto")).toBeVisible();

  await page.getByLabel("Archivo .sql o .zip").setInputFiles(DUMP);
  await page.getByRole("button", { name: "Revisar el archivo" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Qué trae desk.sql" })).toBeVisible();
  await expect(page.getByText("4 artículos", { exact: true })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "Claves de la sala de quetzal" })).toContainText("Nuevo");
  expect(await axeFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await overflowWidth(page)).toBe(0);
  await page.setViewportSize({ width: 1440, height: 900 });
  expect((await request.get("/knowledgebase.php?article=3", { maxRedirects: 0 })).headers().location).toBe("/earlier?article=3");

  await page.getByRole("button", { name: "Aplicar la importación" }).click();
  await expect(page.getByText("La importación terminó")).toBeVisible({ timeout: 20_000 });
  await page.getByRole("link", { name: /Con avisos/ }).click();
  await expect(page.getByText("Una imagen está en otro sitio y no se trae: https://elsewhere.example/foto.png")).toBeVisible();

  // By the old address, in the folder where the earlier desk stood too.
  await page.goto("/soporte/knowledgebase.php?article=3");
  await expect(page).toHaveURL("/kb/articles/como-enlazar-la-impresora-quetzal");
  await expect(page.getByRole("heading", { level: 1, name: "Cómo enlazar la impresora quetzal" })).toBeVisible();
  await page.getByRole("link", { name: "la lista de puertos" }).click();
  await expect(page).toHaveURL("/kb/articles/puertos-que-usa-quetzal");
  await page.goto("/knowledgebase.php?category=4");
  await expect(page).toHaveURL("/kb/impresoras-quetzal");
  // Neither a private article nor a draft has an address for everybody; the desk is led on.
  for (const key of ["6", "7"]) expect((await request.get(`/knowledgebase.php?article=${key}`, { maxRedirects: 0 })).headers().location).toBe(`/earlier?article=${key}`);
  await page.goto("/knowledgebase.php?article=6");
  await page.getByRole("link", { name: "Entrar", exact: true }).last().click();
  await expect(page).toHaveURL("/agent/kb/read/articles/claves-de-la-sala-de-quetzal");

  // A tracking id: the same for one that was imported and for one that there never was.
  const bodies = await Promise.all(["QTZ-7K3-M2XD", "QTZ-7K3-XXXX"].map(async (id) => (await (await request.get(`/ticket.php?track=${id}`)).text()).replaceAll(id, "ID").replace(/nonce="[^"]*"/g, "")));
  expect(bodies[0]).toContain("Su ticket está en el sistema anterior");
  expect(bodies[0]!.length).toBe(bodies[1]!.length);

  // The same file again makes nothing new.
  await page.goto("/agent/kb/import");
  await page.getByLabel("Archivo .sql o .zip").setInputFiles(DUMP);
  await page.getByRole("button", { name: "Revisar el archivo" }).click();
  await expect(page.getByRole("link", { name: /Ya existe/ })).toContainText("6");
  await expect(page.getByRole("link", { name: /^Nuevo/ })).toContainText("0");

  await page.goto("/agent/kb/export");
  expect(await axeFindings(page)).toEqual([]);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Descargar" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("conocimiento.zip");
  expect(readFileSync(await file.path()).includes(Buffer.from("impresoras-quetzal/como-enlazar-la-impresora-quetzal.md"))).toBe(true);
});

test("the authors' board leads from what is missing to a new article", async ({ page }) => {
  await queryDatabase("INSERT INTO kb_search (place, searched_on, searched_hour, terms, folded, result_count, shown, opened) SELECT 'page', now()::date, 9, 'colibrí sin respuesta', 'colibri sin respuesta', 0, '{}', '{}' FROM generate_series(1, 400)", []);
  await page.goto("/agent/kb/board");
  const row = page.getByRole("row").filter({ hasText: "colibrí sin respuesta" });
  await expect(row).toContainText("400");
  await expect(row.getByRole("link", { name: "Crear artículo: colibrí sin respuesta" })).toHaveAttribute("href", "/agent/kb/articles/new?title=colibr%C3%AD+sin+respuesta&from=missing");
  for (const name of ["Leídos justo antes de un ticket", "Sugerencias que nadie abrió", "Con votos en contra", "Por revisar", "Tickets que probablemente evitó", "Búsquedas sin respuesta"]) {
    await page.getByRole("navigation", { name: "Tablero de autores" }).getByRole("link", { name }).click();
    await expect(page.getByRole("navigation", { name: "Tablero de autores" }).getByRole("link", { name })).toHaveAttribute("aria-current", "page");
    expect(await axeFindings(page)).toEqual([]);
  }
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Descargar CSV" }).click();
  expect(readFileSync(await (await download).path(), "utf8")).toContain("colibrí sin respuesta,400,400,0");
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await overflowWidth(page)).toBe(0);
  await queryDatabase("DELETE FROM kb_search WHERE folded = 'colibri sin respuesta'", []);
});
