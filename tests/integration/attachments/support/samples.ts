import sharp from "sharp";
import { ZipFile } from "yazl";

/** Files of every kind, made here; none is anybody's. */

export function textOf(text: string): Buffer {
  return Buffer.from(text);
}

export const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
export const MAIL = Buffer.from("Received: from mx.acme.example\r\nFrom: Ana <ana@acme.example>\r\nTo: soporte@impera.example\r\nSubject: Rebote\r\nDate: Wed, 18 Nov 2026 12:00:00 -0600\r\n\r\n<html><body>550</body></html>\r\n");
export const MP4 = Buffer.concat([Buffer.from("0000001c66747970", "hex"), Buffer.from("isom\0\0\x02\0isomiso2mp41", "latin1"), Buffer.from("00000008", "hex"), Buffer.from("free")]);

/** The header of a compound file and, somewhere in it, what only a saved message has. */
export const MESSAGE = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2040), Buffer.from("__properties_version1.0", "utf16le"), Buffer.alloc(512)]);
export const WORD_97 = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2040), Buffer.from("WordDocument", "utf16le"), Buffer.alloc(512)]);

export function zipOf(entries: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content as string), name);
  zip.end();
  return bytesOf(zip.outputStream as unknown as AsyncIterable<Buffer>);
}

export const docx = () => zipOf({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document/>" });
export const xlsx = () => zipOf({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>" });
export const docm = () => zipOf({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document/>", "word/vbaProject.bin": "x" });

export type Format = "png" | "jpeg" | "webp" | "gif";

/** Red on the left, blue on the right. */
export function picture(format: Format, { width = 60, height = 40 } = {}): Promise<Buffer> {
  return twoColours(width, height).toFormat(format).toBuffer();
}

/** A photograph of a telephone held upright: stored lying, with the turn, the place and the camera said beside it. */
export function photo(): Promise<Buffer> {
  return twoColours(60, 40)
    .jpeg({ quality: 95 })
    .withExif({ IFD0: { Make: "Telefono-Secreto", Copyright: "Ana" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "19/1 25/1 42/1", GPSLongitudeRef: "W", GPSLongitude: "99/1 7/1 39/1" } })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

export async function animation(frames: number, { width = 40, height = 30 } = {}): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3 * frames);
  for (let frame = 0; frame < frames; frame += 1) pixels.fill((frame * 40) % 256, frame * width * height * 3, (frame + 1) * width * height * 3);
  return sharp(pixels, { raw: { width, height: height * frames, channels: 3, pageHeight: height } }).gif({ delay: Array.from({ length: frames }, () => 100) }).toBuffer();
}

/** A few kilobytes that would be billions of pixels. */
export async function bomb(side: number): Promise<Buffer> {
  const small = await sharp({ create: { width: 1, height: 1, channels: 3, background: "#fff" } }).png().toBuffer();
  const header = Buffer.from(small);
  header.writeUInt32BE(side, 16);
  header.writeUInt32BE(side, 20);
  header.writeUInt32BE(crc32(header.subarray(12, 29)), 29);
  return header;
}

function twoColours(width: number, height: number) {
  const half = { create: { width: width / 2, height, channels: 3 as const, background: "#0000ff" } };
  return sharp({ create: { width, height, channels: 3, background: "#ff0000" } }).composite([{ input: half, left: width / 2, top: 0 }]);
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
