import { request as httpRequest } from "node:http";
import { expect, type Locator, type Page, type Route } from "@playwright/test";
import sharp from "sharp";
import { queryDatabase } from "@/tests/support/browser-database";

export const PAPER = { r: 250, g: 240, b: 200 };
export const SECRET = { r: 30, g: 120, b: 220 };
export const SCREEN = { width: 800, height: 500 };
/** Where the screen shows what nobody should see. */
export const SECRET_AREA = { left: 200, top: 100, width: 300, height: 150 };

/** A picture with a secret in it. */
export async function secretPicture(): Promise<Buffer> {
  const secret = await sharp({ create: { width: SECRET_AREA.width, height: SECRET_AREA.height, channels: 3, background: SECRET } }).png().toBuffer();
  return sharp({ create: { ...SCREEN, channels: 3, background: PAPER } }).composite([{ input: secret, left: SECRET_AREA.left, top: SECRET_AREA.top }]).png().toBuffer();
}

/**
 * A screen to capture, where the browser has none: a canvas with the same picture, as a stream. What was captured is kept in
 * `window.captured`, to see that it ended. The only stand-in of these tests.
 */
export async function standInScreen(page: Page): Promise<void> {
  await page.addInitScript(
    ({ screen, area, paper, secret }) => {
      const colour = ({ r, g, b }: { r: number; g: number; b: number }) => `rgb(${r} ${g} ${b})`;
      navigator.mediaDevices.getDisplayMedia = async () => {
        const canvas = Object.assign(document.createElement("canvas"), screen);
        const context = canvas.getContext("2d")!;
        const paint = () => {
          context.fillStyle = colour(paper);
          context.fillRect(0, 0, screen.width, screen.height);
          context.fillStyle = colour(secret);
          context.fillRect(area.left, area.top, area.width, area.height);
        };
        paint();
        const timer = setInterval(paint, 50);
        setTimeout(() => clearInterval(timer), 5000);
        const stream = canvas.captureStream(20);
        Object.assign(window, { captured: stream });
        return stream;
      };
    },
    { screen: SCREEN, area: SECRET_AREA, paper: PAPER, secret: SECRET },
  );
}

/** Of the form in sight: the desk's other composer has one too. */
export const files = (page: Page) => page.getByRole("group", { name: "Archivos e imágenes" }).filter({ visible: true });
export const row = (page: Page, name: string | RegExp) => files(page).getByRole("listitem").filter({ hasText: name });
export const editor = (page: Page) => page.getByRole("dialog", { name: "Editar imagen" });
export const picture = (page: Page) => editor(page).getByRole("application");

export async function choose(page: Page, ...chosen: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  await files(page).locator("input[type=file][multiple]").setInputFiles(chosen);
}

/** Lets a file go over an element, as a file manager would. */
export async function dropOn(target: Locator, file: { name: string; type: string; text: string }): Promise<void> {
  await target.evaluate((element, { name, type, text }) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], name, { type }));
    for (const kind of ["dragover", "drop"]) element.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
  }, file);
}

/** Drags over the picture from one of its own pixels to another. */
export async function dragOver(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  const [start, end] = [await placeIn(picture(page), from), await placeIn(picture(page), to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2);
  await page.mouse.move(end.x, end.y);
  await page.mouse.up();
}

/** One of the picture's pixels on the page. */
export async function placeIn(canvas: Locator, { x, y }: { x: number; y: number }): Promise<{ x: number; y: number }> {
  return canvas.evaluate(
    (element, at) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const { width: columns, height: rows } = element as HTMLCanvasElement;
      return { x: left + (at.x / columns) * width, y: top + (at.y / rows) * height };
    },
    { x, y },
  );
}

export async function untilUploaded(page: Page, name: string | RegExp): Promise<void> {
  await expect(row(page, name)).toContainText("Listo", { timeout: 30_000 });
}

/** The files of a ticket's own text, in their order. */
export function storedFiles(reference: string): Promise<{ id: string; name: string; size: number }[]> {
  return queryDatabase("SELECT a.id, a.name, a.size FROM attachment a JOIN ticket t ON t.id = a.ticket_id WHERE t.reference = $1 ORDER BY a.position, a.id", [reference]);
}

export async function download(page: Page, id: string): Promise<Buffer> {
  const response = await page.request.get(`/api/files/${id}`);
  expect(response.status()).toBe(200);
  return response.body();
}

/** The colour of one pixel of a stored picture. */
export async function pixelOf(image: Buffer, x: number, y: number): Promise<{ r: number; g: number; b: number }> {
  const { data } = await sharp(image).extract({ left: x, top: y, width: 1, height: 1 }).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { r: data[0]!, g: data[1]!, b: data[2]! };
}

/** How many pixels of the secret's colour, or near it, are left in a picture. */
export async function secretPixels(image: Buffer): Promise<number> {
  const { data, info } = await sharp(image).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  let count = 0;
  for (let at = 0; at < data.length; at += info.channels) {
    if (Math.abs(data[at]! - SECRET.r) + Math.abs(data[at + 1]! - SECRET.g) + Math.abs(data[at + 2]! - SECRET.b) < 90) count += 1;
  }
  return count;
}

/**
 * Sends the beginning of a file to the server as the browser would have, and then cuts the line: what a lost network does, which the
 * browser's own "offline" does not do to what is under way.
 */
export async function sendAndCut(route: Route, { file, bytes }: { file: Buffer; bytes: number }): Promise<void> {
  const request = route.request();
  const headers = await request.allHeaders();
  const boundary = /boundary=(\S+)/.exec(headers["content-type"] ?? "")?.[1];
  if (!boundary) throw new Error("This is no upload.");
  const head = Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="file"\r\nContent-Type: application/octet-stream\r\n\r\n`);
  const tail = Buffer.byteLength(`\r\n--${boundary}--\r\n`);
  const sent = Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(":")));
  await new Promise<void>((resolve) => {
    const cut = httpRequest(request.url(), { method: "PUT", headers: { ...sent, "content-length": String(head.length + file.length + tail) } });
    cut.on("error", () => resolve()); // that is the cut
    cut.write(Buffer.concat([head, file.subarray(0, bytes)]), () => setTimeout(() => cut.destroy(new Error("cut")), 500));
  });
}
