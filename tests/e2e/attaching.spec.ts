import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/browser";
import { queryDatabase } from "@/tests/support/browser-database";
import { axeFindings, overflowWidth } from "@/tests/support/browser-axe";
import {
  choose, download, dragOver, dropOn, editor, files, PAPER, picture, pixelOf, placeIn, row, SECRET, SECRET_AREA, secretPicture, secretPixels, sendAndCut, standInScreen, storedFiles, untilUploaded,
} from "@/tests/support/browser-files";
import { markAllDifferent, openTicketForm, referenceOf, send, write } from "@/tests/support/browser-tickets";

// Drafts and tickets of this person are written in this file alone.
// No trace: the recorder fetches the previews of pictures, which the policy refuses, and each refusal fails a test.
test.use({ person: "andres", trace: "off" });

/** A form with its words written, about something that nobody else writes about. */
async function begin(page: Page, about: string): Promise<void> {
  await openTicketForm(page);
  await write(page, { department: "Soporte técnico", subject: about, body: `${about}. Empezó hoy y no ha parado.` });
}

const raised: string[] = [];

// So that other tests' tickets stay on the first page of the desk's lists.
test.afterAll(() => queryDatabase("UPDATE ticket SET status = 'closed', closed_at = now(), next_due_at = NULL WHERE status <> 'closed' AND reference = ANY ($1)", [raised]));

/** Sends; what resembles it is said to be another topic. */
async function raise(page: Page): Promise<string> {
  await send(page);
  const received = page.getByText(/^Recibimos su ticket/);
  await expect(received.or(page.getByRole("heading", { name: "Todavía no se envió" }))).toBeVisible();
  if (!(await received.isVisible())) {
    await markAllDifferent(page);
    await send(page);
  }
  const reference = await referenceOf(page);
  raised.push(reference);
  return reference;
}

test("paste a picture: it goes along, and opens in the ticket by the keyboard", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await begin(page, "El tlacuache de la captura pegada");
  const data = (await secretPicture()).toString("base64");
  await page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    await navigator.clipboard.write([new ClipboardItem({ "image/png": new Blob([bytes], { type: "image/png" }) })]);
  }, data);
  await page.getByLabel("Descripción").press("ControlOrMeta+V");
  await untilUploaded(page, "imagen-pegada.png");
  expect(await page.getByLabel("Descripción").inputValue()).toContain("no ha parado");

  const reference = await raise(page);
  const [stored] = await storedFiles(reference);
  expect(await pixelOf(await download(page, stored!.id), SECRET_AREA.left + 10, SECRET_AREA.top + 10)).toEqual(SECRET);

  const link = page.locator("a[data-attachment=image]").first();
  await link.focus();
  await page.keyboard.press("Enter");
  const viewer = page.getByRole("dialog", { name: "Imágenes del ticket" });
  await expect(viewer.getByRole("img")).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(viewer).toBeHidden();
  await expect(link).toBeFocused();
});

test("capture and black out: the pixels of the stored file are black, and the capture has ended", async ({ page }) => {
  await standInScreen(page);
  await begin(page, "La clave del cenzontle a la vista");
  await files(page).getByRole("button", { name: "Capturar pantalla" }).click();
  await expect(picture(page)).toBeFocused();
  expect(await page.evaluate(() => (window as unknown as { captured: MediaStream }).captured.getTracks().map((track) => track.readyState))).toEqual(["ended"]);
  expect(await axeFindings(page)).toEqual([]);

  const { left, top, width, height } = SECRET_AREA;
  await dragOver(page, { x: left - 8, y: top - 8 }, { x: left + width + 8, y: top + height + 8 });
  await page.keyboard.press("Enter");
  await page.keyboard.press("f"); // an arrow, by the keyboard alone
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ControlOrMeta+z");
  await editor(page).getByRole("button", { name: "Usar imagen" }).click();
  await expect(editor(page)).toBeHidden();
  await expect(files(page).getByRole("button", { name: "Capturar pantalla" })).toBeFocused();
  await untilUploaded(page, /captura-\d{8}-\d{6}\.png/);

  const reference = await raise(page);
  const [stored] = await storedFiles(reference);
  const image = await download(page, stored!.id);
  expect(await secretPixels(image)).toBe(0);
  expect(await pixelOf(image, left + width / 2, top + height / 2)).toEqual({ r: 0, g: 0, b: 0 });
  expect(await pixelOf(image, left, top)).toEqual({ r: 0, g: 0, b: 0 });
  expect(await pixelOf(image, 20, 20)).toEqual(PAPER);
  // Neither the thumbnail nor any other file holds what was there.
  const thumbnail = await page.request.get(`/api/files/${stored!.id}/thumbnail`);
  expect(await secretPixels(await thumbnail.body())).toBe(0);
  expect(await storedFiles(reference)).toHaveLength(1);
});

test("a picture that was uploaded is edited afterwards: only the new one goes along", async ({ page }) => {
  await begin(page, "El axolote recortado");
  await choose(page, { name: "pantalla.png", mimeType: "image/png", buffer: await secretPicture() });
  await untilUploaded(page, "pantalla.png");
  await row(page, "pantalla.png").getByRole("button", { name: "Editar pantalla.png" }).click();
  await expect(picture(page)).toBeFocused();
  const { left, top, width, height } = SECRET_AREA;
  await page.keyboard.press("r");
  await dragOver(page, { x: left + 10, y: top + 10 }, { x: left + width - 10, y: top + height - 10 });
  await page.keyboard.press("Enter");
  await editor(page).getByRole("button", { name: "Usar imagen" }).click();
  await untilUploaded(page, "pantalla-editada.png");
  await expect(row(page, /^pantalla\.png/)).toHaveCount(0);
  const reference = await raise(page);
  const stored = await storedFiles(reference);
  expect(stored.map(({ name }) => name)).toEqual(["pantalla-editada.png"]);
  expect(await pixelOf(await download(page, stored[0]!.id), 5, 5)).toEqual(SECRET);
});

test.describe("an upload", () => {
  const line = "2026-11-24T19:40:00Z conexión rechazada por el servidor remoto\n";
  const buffer = Buffer.from(line.repeat(90_000)); // some 6 MB
  const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
  const log = (page: Page) => row(page, "servidor.log");

  /** Where each try began, as it was asked for. */
  function listenToStarts(page: Page): number[] {
    const starts: number[] = [];
    page.on("request", (request) => {
      if (request.method() === "PUT" && request.url().includes("/api/ingest/")) starts.push(Number(/\d+/.exec(request.headers().range ?? "")?.[0]));
    });
    return starts;
  }

  test("is paused, holds the message back meanwhile, and goes on from where it stood", async ({ page, context }) => {
    const starts = listenToStarts(page);
    await begin(page, "El quetzal del envío en pausa");
    await choose(page, { name: "chico.log", mimeType: "text/plain", buffer: Buffer.from(line) });
    await untilUploaded(page, "chico.log"); // what sends files is loaded: the narrow line is for the file alone
    const cdp = await context.newCDPSession(page);
    await cdp.send("Network.emulateNetworkConditions", { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: 1_500_000 });
    await choose(page, { name: "servidor.log", mimeType: "text/plain", buffer });
    const progress = log(page).getByRole("progressbar", { name: "Avance de servidor.log" });
    await expect.poll(async () => Number(await progress.getAttribute("value")), { timeout: 20_000 }).toBeGreaterThan(2_000_000);
    await log(page).getByRole("button", { name: "Pausar servidor.log" }).click();
    await expect(log(page)).toContainText("En pausa");
    await send(page);
    await expect(page.getByText("Hay archivos sin terminar de subir.")).toBeVisible();
    await cdp.send("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
    await log(page).getByRole("button", { name: "Continuar servidor.log" }).click();
    await untilUploaded(page, "servidor.log");
    expect(starts.at(-1)).toBeGreaterThan(0);
    const stored = await storedFiles(await raise(page));
    expect(sha256(await download(page, stored[1]!.id))).toBe(sha256(buffer));
  });

  test("that is cut half way goes on from there, and the bytes are the same", async ({ page, complaints }) => {
    const starts = listenToStarts(page);
    await begin(page, "El quetzal del envío cortado");
    let tries = 0;
    await page.route("**/api/ingest/**", async (route) => {
      if (route.request().method() !== "PUT") return route.continue();
      tries += 1;
      if (tries === 1) await sendAndCut(route, { file: buffer, bytes: 2_500_000 });
      return route.abort("connectionreset");
    });
    await choose(page, { name: "servidor.log", mimeType: "text/plain", buffer });
    await expect(log(page)).toContainText("Se cortó la conexión. Lo que ya subió se conserva", { timeout: 45_000 });
    expect(tries).toBeGreaterThan(1); // it was tried again by itself
    await page.unroute("**/api/ingest/**");
    await log(page).getByRole("button", { name: "Reintentar servidor.log" }).click();
    await untilUploaded(page, "servidor.log");
    expect(starts[0]).toBe(0);
    expect(starts.at(-1)).toBeGreaterThan(1_000_000);
    const stored = await storedFiles(await raise(page));
    expect(sha256(await download(page, stored[0]!.id))).toBe(sha256(buffer));
    complaints.length = 0; // the library notes a line that is cut
  });

  test("that is still on its way when the message is sent takes the message with it once it is there", async ({ page, context }) => {
    await begin(page, "El colibrí que espera su archivo");
    await choose(page, { name: "chico.log", mimeType: "text/plain", buffer: Buffer.from(line) });
    await untilUploaded(page, "chico.log");
    const cdp = await context.newCDPSession(page);
    await cdp.send("Network.emulateNetworkConditions", { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: 1_500_000 });
    await choose(page, { name: "servidor.log", mimeType: "text/plain", buffer });
    await expect(log(page)).toContainText("Subiendo");
    await send(page);
    await expect(page.getByText("Se enviará en cuanto terminen de subir los archivos.")).toBeVisible();
    const reference = await referenceOf(page);
    raised.push(reference);
    expect((await storedFiles(reference)).map(({ name }) => name)).toEqual(["chico.log", "servidor.log"]);
  });
});

test("one bad file among good ones: it says why, and the others go along", async ({ page }) => {
  await begin(page, "El ajolote entre buenos y malos");
  const html = Buffer.from("<!doctype html><script>alert(1)</script>");
  await choose(
    page,
    { name: "buena.png", mimeType: "image/png", buffer: await secretPicture() },
    { name: "disfraz.png", mimeType: "image/png", buffer: html },
    { name: "programa.exe", mimeType: "application/octet-stream", buffer: Buffer.from("MZ") },
    { name: "notas.txt", mimeType: "text/plain", buffer: Buffer.from("todo en orden\n") },
  );
  await untilUploaded(page, "buena.png");
  await untilUploaded(page, "notas.txt");
  await expect(row(page, "disfraz.png")).toContainText(/contenido|imagen/i);
  await expect(row(page, "programa.exe")).toContainText("este tipo de archivo no se acepta");
  expect(await axeFindings(page)).toEqual([]);
  const reference = await raise(page);
  expect((await storedFiles(reference)).map(({ name }) => name)).toEqual(["buena.png", "notas.txt"]);
});

test("a telephone's own format, which this browser cannot show, is edited once the server has made a JPEG of it", async ({ page }) => {
  await begin(page, "La foto HEIC del pez vela");
  await choose(page, { name: "foto.heic", mimeType: "image/heic", buffer: readFileSync(join(__dirname, "../fixtures/attachments/two-colours.heic")) });
  await untilUploaded(page, "foto.jpg");
  await row(page, "foto.jpg").getByRole("button", { name: "Editar foto.jpg" }).click();
  await expect(picture(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await editor(page).getByRole("button", { name: "Usar imagen" }).click();
  await untilUploaded(page, "foto-editada.png");
  const stored = await storedFiles(await raise(page));
  expect(stored.map(({ name }) => name)).toEqual(["foto-editada.png"]);
});

test("what was uploaded is the draft's: there after a reload, and on a device without a script, where the server asks about the secrets in it", async ({ page, as }) => {
  await begin(page, "La guacamaya recargada");
  const log = { name: "sitio.log", mimeType: "text/plain", buffer: Buffer.from("APP_ENV=production\nDB_PASSWORD=k7.Lima\n") };
  await choose(page, { name: "pantalla.png", mimeType: "image/png", buffer: await secretPicture() }, { ...log, name: "quitado.log" }, log);
  for (const name of ["pantalla.png", "quitado.log", "sitio.log"]) await untilUploaded(page, name);
  await expect(page.getByText(/El archivo «quitado.log» parece traer datos secretos/)).toBeVisible();
  await row(page, "quitado.log").getByRole("button", { name: "Quitar quitado.log" }).click();
  await expect(page.getByText(/«quitado.log»/)).toBeHidden();
  await expect.poll(async () => (await queryDatabase<{ count: number }>("SELECT jsonb_array_length(data -> 'attachments') AS count FROM ticket_draft d JOIN app_user u ON u.id = d.user_id WHERE u.email LIKE 'andres%' AND slot = 'new'"))[0]?.count).toBe(2);
  await page.reload();
  for (const name of ["pantalla.png", "sitio.log"]) await untilUploaded(page, name);
  const plain = await as("andres", { javaScriptEnabled: false });
  await plain.goto("/portal/tickets/new");
  await plain.getByRole("checkbox", { name: /^pantalla.png/ }).uncheck();
  await send(plain);
  await expect(plain.getByText("El archivo «sitio.log» parece traer datos secretos: dato de configuración (renglón 2).", { exact: false })).toBeVisible();
  await expect(plain.getByRole("checkbox", { name: /^pantalla.png/ })).not.toBeChecked();
  const reference = await raise(plain);
  expect((await storedFiles(reference)).map(({ name }) => name)).toEqual(["sitio.log"]);
});

test("replies and notes take files along: what the desk adds to a note stays with the desk", async ({ page, as }) => {
  await begin(page, "La iguana de las respuestas con archivo");
  const reference = await raise(page);

  const carla = await as("carla");
  await carla.goto(`/agent/tickets/${reference}`);
  // The browser's own part of it is there: what is dropped before that goes to the browser.
  await expect(files(carla).getByRole("button", { name: "Capturar pantalla" })).toBeVisible();
  await dropOn(files(carla), { name: "respuesta.txt", type: "text/plain", text: "para el cliente\n" });
  await untilUploaded(carla, "respuesta.txt");
  await carla.getByRole("textbox", { name: /^Respuesta para/ }).fill("Le adjunto los pasos.");
  await carla.getByRole("button", { name: "Enviar respuesta" }).click();
  await expect(carla.getByRole("link", { name: /respuesta\.txt/ })).toBeVisible();
  await expect(files(carla).getByRole("listitem")).toHaveCount(0); // the composer is empty again
  await carla.getByRole("tab", { name: "Nota interna" }).click();
  await choose(carla, { name: "nota.txt", mimeType: "text/plain", buffer: Buffer.from("solo para la mesa\n") });
  await untilUploaded(carla, "nota.txt");
  await carla.getByRole("textbox", { name: /nota/i }).fill("Con el detalle.");
  await carla.getByRole("button", { name: "Guardar nota" }).click();
  await expect(carla.getByRole("link", { name: /nota\.txt/ })).toBeVisible();

  await page.goto(`/portal/tickets/${reference}`);
  await expect(page.getByRole("link", { name: /respuesta\.txt/ })).toBeVisible();
  await expect(page.getByText("nota.txt")).toHaveCount(0);
  await choose(page, { name: "contestacion.txt", mimeType: "text/plain", buffer: Buffer.from("gracias\n") });
  await untilUploaded(page, "contestacion.txt");
  await page.getByRole("textbox", { name: "Responder" }).fill("Aquí está lo que pidió.");
  await page.getByRole("button", { name: "Enviar respuesta" }).click();
  await expect(page.getByRole("link", { name: /contestacion\.txt/ })).toBeVisible();
  await expect(files(page).getByRole("listitem")).toHaveCount(0);
});

test("what is removed before sending is gone from the server too", async ({ page }) => {
  await begin(page, "El murciélago arrepentido");
  await choose(page, { name: "pantalla.png", mimeType: "image/png", buffer: await secretPicture() });
  await untilUploaded(page, "pantalla.png");
  const id = await page.locator("input[name=attachment]").inputValue();
  expect((await page.request.get(`/api/files/${id}`)).status()).toBe(200);
  await row(page, "pantalla.png").getByRole("button", { name: "Quitar pantalla.png" }).click();
  await expect.poll(async () => (await page.request.get(`/api/files/${id}`)).status()).toBe(404);
});

test("what the browser knows is shown, and goes along only when ticked", async ({ page }) => {
  await begin(page, "El jaguar del navegador raro");
  const box = page.getByRole("group", { name: "Datos de su equipo" });
  await expect(box.getByText(/Chrome \d+/)).toBeVisible();
  await expect(page.locator("input[name=environment]")).toHaveCount(0);
  await box.getByLabel("Dirección de la página").fill("https://tienda.example/pago?token=secreto");
  await box.getByRole("checkbox", { name: "Enviar estos datos con el ticket" }).check();
  await raise(page);
  const panel = page.getByRole("region", { name: "Datos de su equipo" }).or(page.locator("section").filter({ hasText: "Datos de su equipo" }));
  await expect(panel.getByText("https://tienda.example/pago")).toBeVisible();
  await expect(page.getByText("secreto")).toHaveCount(0);
});

test.describe("on a telephone, 360 pixels wide", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("an added picture opens in the editor before it leaves, and is blacked out by a finger", async ({ page, context }) => {
    await begin(page, "El manatí en el teléfono");
    expect(await overflowWidth(page)).toBe(0);
    await expect(files(page).getByRole("button", { name: "Tomar foto" })).toBeVisible();
    await expect(files(page).getByRole("button", { name: "Capturar pantalla" })).toHaveCount(0);
    await choose(page, { name: "foto.png", mimeType: "image/png", buffer: await secretPicture() });
    await expect(editor(page)).toBeVisible();
    expect(await overflowWidth(page)).toBe(0);
    const { left, top, width, height } = SECRET_AREA;
    const [from, to] = [await placeIn(picture(page), { x: left - 12, y: top - 12 }), await placeIn(picture(page), { x: left + width + 12, y: top + height + 12 })];
    const cdp = await context.newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...points: { x: number; y: number }[]) => cdp.send("Input.dispatchTouchEvent", { type, touchPoints: points });
    await touch("touchStart", from);
    await touch("touchMove", { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
    await touch("touchMove", to);
    await touch("touchEnd");
    expect(await axeFindings(page)).toEqual([]);
    await editor(page).getByRole("button", { name: "Usar imagen" }).click();
    await untilUploaded(page, "foto.png");
    expect(await overflowWidth(page)).toBe(0);
    const reference = await raise(page);
    const [stored] = await storedFiles(reference);
    expect(await secretPixels(await download(page, stored!.id))).toBe(0);
  });
});
