import type { Locator, Page } from "@playwright/test";
import { expect, test } from "@/tests/support/browser";
import { axeFindings, overflowWidth } from "@/tests/support/browser-axe";
import { secretPicture } from "@/tests/support/browser-files";

test.use({ person: "carla" });

const GROUP = "Huertos urbanos";
const [FIRST, SECOND] = ["¿Cómo riego mis macetas?", "¿Qué siembro en otoño?"];

const text = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });

/** What a paste puts on the clipboard, without the system's own. */
async function paste(into: Locator, html: string): Promise<void> {
  await into.evaluate((element, value) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", value);
    clipboardData.setData("text/plain", "texto");
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, html);
}

/** From the text to a button of its toolbar, and back, with keys alone. */
async function press(page: Page, label: string): Promise<void> {
  await page.keyboard.press("Alt+F10");
  const button = page.getByRole("toolbar").getByRole("button", { name: label, exact: true });
  for (let step = 0; step < 25 && !(await button.evaluate((element) => element === document.activeElement)); step += 1) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
}

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment-->
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Regadera<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><b>Agua</b> <img src="https://ajena.example/agua.png"><o:p></o:p></p>
<table class=MsoTableGrid><tr><td><p class=MsoNormal>Planta</p></td><td><p class=MsoNormal>Veces</p></td></tr><tr><td><p class=MsoNormal>Menta</p></td><td><p class=MsoNormal>Dos</p></td></tr></table><!--EndFragment--></body></html>`;

test("an answer is written by keyboard, pasted from Word and put in its place; everybody reads it, and an earlier version comes back", async ({ page, as }, info) => {
  await page.goto("/agent/kb/faq");
  await page.getByText("Nuevo grupo").click();
  await text(page, "Nombre del grupo").last().fill(GROUP);
  await page.getByRole("button", { name: "Crear grupo" }).click();
  await expect(page.getByText("El grupo se creó.")).toBeVisible();

  await page.getByRole("link", { name: `Escribir pregunta en ${GROUP}` }).click();
  await text(page, "Pregunta").fill(FIRST);
  const answer = text(page, "Respuesta").and(page.locator(".editor-text"));
  await answer.click();
  await page.keyboard.type("Abra la llave");
  await press(page, "Pasos numerados");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Espere ");
  await page.keyboard.press("ControlOrMeta+b");
  await page.keyboard.type("cinco minutos");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await paste(answer, WORD);
  await expect(page.getByText(/agua\.png/)).toBeVisible();
  await page.getByRole("button", { name: "Entendido" }).click();
  expect([await overflowWidth(page), await axeFindings(page)]).toEqual([0, []]);
  await page.screenshot({ path: info.outputPath("editor-1440.png"), fullPage: true });

  await page.getByRole("button", { name: "Ver Markdown" }).click();
  const markdown = text(page, "Respuesta");
  await expect(markdown).toHaveValue(/^1\. Abra la llave\n2\. Espere \*\*cinco minutos\*\*\n\n- Regadera\n- \*\*Agua\*\*\n\n\| Planta \| Veces \|\n\| -+ \| -+ \|\n\| Menta +\| Dos +\|$/);
  await markdown.press("ControlOrMeta+End");
  await page.keyboard.type("\n\n> [!TIP]\n> De noche se evapora menos.");
  await page.getByRole("button", { name: "Ver con formato" }).click();
  await expect(answer.locator(".callout-tip")).toContainText("De noche");
  await page.getByRole("button", { name: "Publicar pregunta" }).click();
  await expect(page.getByText("La pregunta ya está en la página pública.")).toBeVisible();

  await page.getByRole("link", { name: `Escribir pregunta en ${GROUP}` }).click();
  await text(page, "Pregunta").fill(SECOND);
  await answer.fill("Espinaca.");
  await page.getByRole("button", { name: "Publicar pregunta" }).click();

  const rows = page.locator("section").filter({ hasText: GROUP }).locator("ol > li");
  await expect(rows).toHaveText([FIRST, SECOND]);
  const down = page.getByRole("button", { name: `Bajar: ${FIRST}` });
  await down.focus();
  await page.keyboard.press("Enter");
  await expect(rows).toHaveText([SECOND, FIRST]);
  await expect(down).toBeFocused();
  await expect(page.getByText(`«${FIRST}» está en el lugar 2 de 2.`)).toBeAttached();
  await page.keyboard.press("Enter");
  await expect(page.getByText(`«${FIRST}» ya es la última.`)).toBeAttached();
  await rows.last().locator("[draggable=true]").dragTo(rows.first());
  await expect(rows).toHaveText([FIRST, SECOND]);

  const reader = await as(null, { viewport: { width: 360, height: 740 }, colorScheme: "dark" });
  await reader.goto("/faq");
  await reader.getByText(FIRST).click();
  const shown = reader.locator("details[open] .prose");
  await expect(shown.locator("ol > li")).toHaveText(["Abra la llave", "Espere cinco minutos"]);
  await expect(shown.getByRole("note")).toContainText("Consejo");
  expect([await overflowWidth(reader), await axeFindings(reader)]).toEqual([0, []]);
  await reader.screenshot({ path: info.outputPath("faq-360-dark.png"), fullPage: true });

  await page.getByRole("link", { name: FIRST }).click();
  await answer.locator("li").first().click();
  await page.keyboard.press("End");
  await page.keyboard.type(" despacio");
  await page.getByRole("button", { name: "Guardar cambios" }).click();
  await page.getByRole("link", { name: FIRST }).click();
  await page.getByRole("link", { name: "Versiones (2)" }).click();
  await expect(page.locator("ins").filter({ hasText: "despacio" })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.screenshot({ path: info.outputPath("versions-1440.png"), fullPage: true });
  await page.getByRole("button", { name: "Recuperar la versión 1" }).click();
  await expect(page.getByText("Se recuperó la versión anterior")).toBeVisible();

  await page.setViewportSize({ width: 360, height: 740 });
  expect([await overflowWidth(page), await axeFindings(page)]).toEqual([0, []]);
  await page.screenshot({ path: info.outputPath("desk-360.png"), fullPage: true });
  for (const question of [FIRST, SECOND]) {
    await page.getByRole("link", { name: question }).click();
    await page.screenshot({ path: info.outputPath("editor-360.png"), fullPage: true });
    expect(await overflowWidth(page)).toBe(0);
    await page.getByRole("button", { name: "Archivar pregunta" }).click();
    await expect(page.getByText("La pregunta se archivó")).toBeVisible();
  }
  await reader.goto("/faq");
  await expect(reader.getByText(GROUP)).toHaveCount(0);
});

test("a picture that is pasted stands in the article, with what it shows; it is the desk's until everybody may read the article", async ({ page, as }, info) => {
  await page.goto("/agent/kb/articles/new");
  await page.locator("[name=title]").fill("Cuidar la menta en maceta");
  await page.locator("[name=summary]").fill("Para que dure todo el año.");
  await page.locator("[name=categoryId]").selectOption({ index: 1 });
  const body = text(page, "Texto").and(page.locator(".editor-text"));
  await body.click();
  await page.keyboard.type("Así se ve:");
  await page.keyboard.press("Enter");
  const bytes = [...(await secretPicture())];
  await body.evaluate((element, data) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([new Uint8Array(data)], "menta.png", { type: "image/png" }));
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, bytes);
  const alt = text(page, "¿Qué muestra la imagen?");
  await expect(alt).toBeFocused();
  await page.keyboard.type("Una maceta al sol");
  await page.keyboard.press("Enter");
  await page.keyboard.type(" ");
  await expect.poll(() => body.locator("img[src]").evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(800);
  expect([await overflowWidth(page), await axeFindings(page)]).toEqual([0, []]);
  await page.screenshot({ path: info.outputPath("article-1440.png"), fullPage: true });
  await page.getByRole("button", { name: "Guardar borrador" }).click();
  await expect(page).toHaveURL(/cuidar-la-menta-en-maceta\?done=/);

  await page.goto("/agent/kb/articles/cuidar-la-menta-en-maceta/edit");
  const source = await body.locator("img[src]").getAttribute("src");
  expect(source).toMatch(/^\/api\/files\/[0-9a-f-]{36}#800x500$/);
  await page.getByRole("button", { name: "Ver Markdown" }).click();
  await expect(text(page, "Texto")).toHaveValue(`Así se ve:\n\n![Una maceta al sol](${source})`);
  const nobody = await as(null);
  expect([(await page.request.get(source!)).status(), (await nobody.request.get(source!)).status()]).toEqual([200, 404]);
});
