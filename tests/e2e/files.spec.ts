import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { serveDesk } from "@/scripts/setup/served-desk";
import { expect, test } from "@/tests/support/browser";
import { axeFindings, overflowWidth } from "@/tests/support/browser-axe";
import { queryDatabase } from "@/tests/support/browser-database";
import { ADDRESSES, deskUrl, sessionCookies, type Person } from "@/tests/support/browser-people";
import { askAddress, putRest, rangeStart, uploadFile, type Sending } from "@/tests/support/browser-uploads";
import { openTicketForm, sendUntilRaised, write } from "@/tests/support/browser-tickets";

const SHOTS = "test-results/files";

async function deskOf(person: Person) {
  const cookies = await sessionCookies(ADDRESSES[person]);
  return { url: deskUrl(), cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") };
}

const LOG: Sending = { name: "bitácora del servidor.log", type: "text/plain", bytes: Buffer.from("2026-11-18 12:00 No abre la página\n".repeat(400)) };

async function screenshot(): Promise<Sending> {
  const text = '<svg width="1280" height="720"><rect width="1280" height="720" fill="#dfe7ef"/><text x="80" y="380" font-size="96">Error 550</text></svg>';
  return { name: "captura.png", type: "image/png", bytes: await sharp(Buffer.from(text)).png().toBuffer() };
}

/** As the uploader of the form puts them: hidden inputs, one a file. */
async function attach(page: Page, form: string, ids: string[]): Promise<void> {
  await page.locator(form).first().evaluate((element, values) => {
    for (const value of values) {
      const input = Object.assign(document.createElement("input"), { type: "hidden", name: "attachment", value });
      element.append(input);
    }
  }, ids);
}

test.describe("files of a ticket", () => {
  test.use({ person: "pilar" });

  test("are shown with their message, saved one by one or all at once, and seen by nobody else", async ({ page, as }) => {
    const desk = await deskOf("pilar");
    const files = [await uploadFile(desk, await screenshot()), await uploadFile(desk, LOG)];
    await openTicketForm(page);
    await write(page, { department: "Soporte técnico", subject: "El pterodáctilo no imprime", body: "El pterodáctilo no imprime desde el lunes; adjunto la captura y la bitácora." });
    await attach(page, "form:has(input[name=submissionKey])", files.map(({ id }) => id));
    const reference = await sendUntilRaised(page);

    const picture = page.getByRole("link", { name: /^Abrir la imagen captura\.png/ });
    const row = page.getByRole("link", { name: /^Descargar bitácora del servidor\.log 14 kB/ });
    await expect(picture).toBeVisible();
    await expect(row).toBeVisible();
    await expect.poll(() => picture.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(480);
    const [download] = await Promise.all([page.waitForEvent("download"), row.click()]);
    expect(download.suggestedFilename()).toBe("bitácora del servidor.log");
    const [all] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Descargar todo (2)" }).click()]);
    expect(all.suggestedFilename()).toBe(`${reference}.zip`);

    await page.emulateMedia({ colorScheme: "dark" });
    expect(await axeFindings(page)).toEqual([]);
    await page.screenshot({ path: `${SHOTS}/customer-1280-dark.png`, fullPage: true });
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await overflowWidth(page)).toBe(0);
    await page.screenshot({ path: `${SHOTS}/customer-360.png`, fullPage: true });

    const carla = await as("carla", { viewport: { width: 1440, height: 900 } });
    await carla.goto(`/agent/tickets/${reference}`);
    await expect(carla.getByRole("link", { name: /^Abrir la imagen captura\.png/ })).toBeVisible();
    expect(await axeFindings(carla)).toEqual([]);
    await carla.screenshot({ path: `${SHOTS}/agent-1440.png` });

    for (const person of ["bruno", null] as const) {
      const other = await as(person);
      for (const file of files) expect((await other.request.get(file.href)).status()).toBe(404);
      expect((await other.request.get(`/api/files/ticket/${reference}`)).status()).toBe(person ? 404 : 401);
    }
  });

  test("are served with headers that the server in front leaves as they are", async ({ page }) => {
    const file = await uploadFile(await deskOf("pilar"), LOG);
    const answer = await page.request.get(file.href, { headers: { "accept-encoding": "gzip, br" } });
    expect(answer.headers()).toMatchObject({
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "content-length": String(LOG.bytes.byteLength),
      "accept-ranges": "bytes",
    });
    expect(answer.headers()["content-encoding"]).toBeUndefined();
    expect(answer.headers()["content-disposition"]).toMatch(/^attachment; filename="bitacora del servidor\.log"; filename\*=UTF-8''bit%C3%A1cora/);
    const part = await page.request.get(file.href, { headers: { range: "bytes=0-9" } });
    expect([part.status(), await part.text(), part.headers()["content-range"]]).toEqual([206, "2026-11-18", `bytes 0-9/${LOG.bytes.byteLength}`]);
    expect((await page.request.get(file.href, { headers: { "if-none-match": answer.headers().etag ?? "" } })).status()).toBe(304);
    expect((await page.request.head(file.href)).headers()["content-length"]).toBe(String(LOG.bytes.byteLength));
    expect((await page.request.delete(file.href, { headers: { origin: deskUrl() } })).status()).toBe(204);
    expect((await page.request.get(file.href)).status()).toBe(404);
  });

  test("of a telephone are shown as pictures that every browser knows", async ({ page }) => {
    const bytes = readFileSync(join(__dirname, "../fixtures/attachments/two-colours.heic"));
    const file = await uploadFile(await deskOf("pilar"), { name: "IMG_0001.HEIC", type: "", bytes });
    expect(file).toMatchObject({ name: "IMG_0001.jpg", kind: "image", width: 64, height: 48 });
    const answer = await page.request.get(file.href);
    expect([answer.status(), answer.headers()["content-type"], answer.headers()["content-disposition"]?.split(";")[0]]).toEqual([200, "image/jpeg", "inline"]);
  });

  test("that are too large are cut at once, and whoever sends more is hung up on", async () => {
    const desk = await deskOf("pilar");
    const address = await askAddress(desk, { ...LOG, bytes: Buffer.alloc(1000, "a\n") });
    const { status, sent } = await sendEndlessly(`${desk.url}${address}`, desk.url);
    expect(status).toBe(413);
    expect(sent).toBeLessThan(60 * 1024 * 1024);
  });
});

/** Sends without end and without saying how much, until the other side has had enough. */
function sendEndlessly(address: string, origin: string): Promise<{ status: number; sent: number }> {
  return new Promise((resolve, reject) => {
    let [status, sent] = [0, 0];
    const chunk = Buffer.alloc(65_536, "a\n");
    const sending = httpRequest(address, { method: "PUT", headers: { range: "bytes=0-", origin, "content-type": "multipart/form-data; boundary=x" } });
    const pump = () => {
      while (!sending.destroyed && sent < 64 * 1024 * 1024) {
        sent += chunk.byteLength;
        if (!sending.write(chunk)) return void sending.once("drain", pump);
      }
    };
    sending.on("response", (answer) => {
      status = answer.statusCode ?? 0;
      answer.resume();
    });
    sending.on("error", (error: NodeJS.ErrnoException) => (error.code === "EPIPE" || error.code === "ECONNRESET" ? undefined : reject(error)));
    sending.on("close", () => resolve({ status, sent }));
    sending.write('--x\r\nContent-Disposition: form-data; name="file"; filename="blob"\r\n\r\n');
    pump();
  });
}

test.describe("the administrator's limits", () => {
  test.use({ person: "diego", viewport: { width: 1440, height: 900 } });

  test("are changed on one page, and in force at once", async ({ page }) => {
    await page.goto("/agent/queues/open");
    await page.getByRole("navigation", { name: "Ajustes" }).getByRole("link", { name: "Archivos" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Archivos" })).toBeVisible();
    await expect(page.getByLabel("Tamaño máximo por archivo, en MB")).toHaveValue("16");
    expect(await axeFindings(page)).toEqual([]);
    await page.screenshot({ path: `${SHOTS}/settings-1440.png` });

    await page.getByLabel("Archivos por mensaje").fill("500");
    await page.getByRole("button", { name: "Guardar cambios" }).click();
    await expect(page.getByText("El máximo es 30.").first()).toBeVisible();
    await page.getByLabel("Archivos por mensaje").fill("9");
    await page.getByRole("checkbox", { name: "MP4, video" }).uncheck();
    await page.getByRole("button", { name: "Guardar cambios" }).click();
    await expect(page.getByText("Cambios guardados. Ya valen.")).toBeVisible();
    const video = { name: "video.mp4", type: "video/mp4", bytes: Buffer.alloc(10) };
    await expect(askAddress(await deskOf("pilar"), video)).rejects.toThrow("FILE_TYPE_NOT_ALLOWED");

    await page.getByRole("checkbox", { name: "MP4, video" }).check();
    await page.getByLabel("Archivos por mensaje").fill("10");
    await page.getByRole("button", { name: "Guardar cambios" }).click();
    await expect(page.getByText("Cambios guardados. Ya valen.")).toBeVisible();
    await page.reload();
    await expect(page.getByText(/Última edición: Diego/)).toBeVisible();
    await page.setViewportSize({ width: 360, height: 740 });
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await overflowWidth(page)).toBe(0);
    await page.screenshot({ path: `${SHOTS}/settings-360-dark.png`, fullPage: true });
  });
});

test("a server that is killed in the middle of an upload goes on afterwards, and the file is identical", async () => {
  test.setTimeout(180_000);
  const directory = mkdtempSync(join(tmpdir(), "mesa-killed-"));
  const databaseUrl = process.env.E2E_DATABASE_URL;
  if (!databaseUrl) throw new Error("This test needs the run's own database: run it without E2E_URL.");
  const [{ id } = { id: "" }] = await queryDatabase<{ id: string }>("SELECT id FROM app_user WHERE email = $1", [ADDRESSES.hugo]);
  const { encode } = await import("next-auth/jwt");
  const secret = `killed-${randomBytes(24).toString("base64url")}`;
  const sessionId = randomUUID();
  await queryDatabase("INSERT INTO user_session (id, user_id, session_version, created_at, last_seen_at, awaits_factor, confirmed_at) VALUES ($1, $2, 1, now(), now(), false, now())", [sessionId, id]);
  const cookie = `next-auth.session-token=${await encode({ secret, token: { userId: id, sessionVersion: 1, sessionId } })}`;
  const start = () => serveDesk({ databaseUrl, directory, data: "empty", env: { APP_SECRET: secret } });
  const file = { name: "respaldo.log", type: "text/plain", bytes: Buffer.from(randomBytes(6_000_000).toString("base64")) };

  let server = await start();
  try {
    const customId = randomUUID();
    const address = await askAddress({ url: server.url, cookie }, file, customId);
    // Half of it is sent, slowly; then the process is gone.
    const head = Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="blob"\r\n\r\n');
    const cut = httpRequest(`${server.url}${address}`, { method: "PUT", headers: { range: "bytes=0-", origin: server.url, "content-type": "multipart/form-data; boundary=x" } });
    cut.on("error", () => {});
    cut.write(Buffer.concat([head, file.bytes.subarray(0, 4_000_000)]));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    process.kill(server.pid, "SIGKILL");

    server = await start();
    const desk = { url: server.url, cookie };
    expect((await fetch(`${server.url}/api/files/${customId}`, { headers: { cookie } })).status).toBe(404);
    const received = await rangeStart(desk, address);
    expect(received).toBeGreaterThan(1_000_000);
    expect(received).toBeLessThanOrEqual(4_000_000);
    expect((await putRest(desk, address, file.bytes, received)).status).toBe(200);
    const kept = Buffer.from(await (await fetch(`${server.url}/api/files/${customId}`, { headers: { cookie } })).arrayBuffer());
    expect(kept.equals(file.bytes)).toBe(true);
  } finally {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
});
