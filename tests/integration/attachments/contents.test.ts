import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { GET as getFile } from "@/app/api/files/[id]/route";
import { GET as getThumbnail } from "@/app/api/files/[id]/thumbnail/route";
import { FRAMES_MAX } from "@/lib/attachments/pictures";
import type { UploadedFile } from "@/lib/attachments/types";
import * as samples from "@/tests/integration/attachments/support/samples";
import { addressOf, cookieOf, ORIGIN, putOutcome, uploadFile, type Sending } from "@/tests/integration/attachments/support/uploading";
import { ana } from "@/tests/support/cast";
import { testDb, useDatabase } from "@/tests/support/db";

useDatabase();

async function kept({ id }: UploadedFile, get = getFile): Promise<Buffer> {
  const answer = await get(new Request(`${ORIGIN}/api/files/${id}`, { headers: { cookie: await cookieOf(ana) } }), { params: Promise.resolve({ id }) });
  return Buffer.from(await answer.arrayBuffer());
}

const refusalOf = async (sending: Sending) => (await putOutcome(await addressOf(ana, sending), sending.bytes)).code;

describe("bytes decide what a file is", () => {
  it.each<[string, string, () => Buffer | Promise<Buffer>]>([
    ["a.pdf", "application/pdf", () => samples.PDF],
    ["a.txt", "text/plain", () => Buffer.from("Año nuevo, «póliza» ✓\r\n")],
    ["a.txt", "text/plain", () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("Señor\r\n", "utf16le")])],
    ["a.log", "", () => Buffer.from("A\xf1o nuevo \x1b[31mrojo\x1b[0m\n", "latin1")],
    ["a.csv", "application/vnd.ms-excel", () => Buffer.from("\uFEFFfecha;total\n2026-11-18;10\n")],
    ["a.eml", "message/rfc822", () => samples.MAIL],
    ["a.msg", "", () => samples.MESSAGE],
    ["a.zip", "application/x-zip-compressed", () => samples.zipOf({ "uno.txt": "1", "dos.exe": "2" })],
    ["a.docx", "", samples.docx],
    ["a.xlsx", "", samples.xlsx],
    ["a.mp4", "video/mp4", () => samples.MP4],
  ])("%s (%s) is kept byte for byte", async (name, type, make) => {
    const bytes = await make();
    const file = await uploadFile(ana, { name, type, bytes });
    expect([file.kind, file.name, file.size]).toEqual(["file", name, bytes.byteLength]);
    expect((await kept(file)).equals(bytes)).toBe(true);
  });

  it.each<[string, string, () => Buffer | Promise<Buffer>]>([
    ["a zip as a document", "a.docx", () => samples.zipOf({ "uno.txt": "1" })],
    ["a document as a table", "a.xlsx", samples.docx],
    ["a document as a zip", "a.zip", samples.docx],
    ["a document with macros", "a.docx", samples.docm],
    ["an old document as a message", "a.msg", () => samples.WORD_97],
    ["half a zip", "a.zip", async () => (await samples.zipOf({ "uno.txt": "1".repeat(500) })).subarray(0, -30)],
    ["a zip whose directory points outside", "a.zip", async () => {
      const zip = Buffer.from(await samples.zipOf({ "uno.txt": "1" }));
      zip.writeUInt32LE(0x7fffffff, zip.length - 6);
      return zip;
    }],
    ["a JPEG as PNG", "a.png", () => samples.picture("jpeg")],
    ["a zip after a text", "a.txt", async () => Buffer.concat([Buffer.from("Hola\n"), await samples.zipOf({ a: "b" })])],
  ])("refuses %s", async (_what, name, make) => {
    expect(await refusalOf({ name, type: "", bytes: await make() })).toBe("FILE_TYPE_MISMATCH");
  });

  it("never unpacks: a zip of a gigabyte in a few kilobytes is a zip, read at its end alone", async () => {
    const packed = await samples.zipOf({ "[Content_Types].xml": "A".repeat(50_000_000), "word/document.xml": "<w:document/>" });
    expect(packed.byteLength).toBeLessThan(200_000);
    const before = process.memoryUsage().rss;
    await uploadFile(ana, { name: "bomba.docx", type: "", bytes: packed });
    expect(process.memoryUsage().rss - before).toBeLessThan(80 * 1024 * 1024);
  });
});

describe("pictures are made anew", () => {
  it.each<samples.Format>(["png", "jpeg", "webp", "gif"])("%s stays what it is, of the same size, with a thumbnail", async (format) => {
    const file = await uploadFile(ana, { name: `captura.${format}`, type: `image/${format}`, bytes: await samples.picture(format, { width: 1200, height: 800 }) });
    expect(file).toMatchObject({ kind: "image", width: 1200, height: 800, name: `captura.${format}`, thumbnailHref: `/api/files/${file.id}/thumbnail` });
    expect(await sharp(await kept(file)).metadata()).toMatchObject({ format, width: 1200, height: 800 });
    expect(await sharp(await kept(file, getThumbnail)).metadata()).toMatchObject({ format: "webp", width: 480, height: 320 });
  });

  it("place, camera and name stay behind, and the way it was held is applied", async () => {
    const bytes = await samples.photo();
    expect(bytes.includes("Telefono-Secreto")).toBe(true);
    expect((await sharp(bytes).metadata()).orientation).toBe(6);
    const file = await uploadFile(ana, { name: "foto.jpg", type: "image/jpeg", bytes });
    expect([file.width, file.height]).toEqual([40, 60]);
    const made = await kept(file);
    const { exif, icc, xmp, iptc, orientation } = await sharp(made).metadata();
    expect([exif, icc, xmp, iptc, orientation ?? 1]).toEqual([undefined, undefined, undefined, undefined, 1]);
    expect(made.includes("Telefono")).toBe(false);
    // Turned to the right, what was left is above.
    const { data, info } = await sharp(made).raw().toBuffer({ resolveWithObject: true });
    const pixel = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)].map((value) => Math.round(value / 255));
    expect([pixel(20, 8), pixel(20, 52)]).toEqual([[1, 0, 0], [0, 0, 1]]);
  });

  it("what was hidden after the picture is gone", async () => {
    const bytes = Buffer.concat([await samples.picture("png"), Buffer.from("<script>contraseña</script>")]);
    expect((await kept(await uploadFile(ana, { name: "a.png", type: "image/png", bytes }))).includes("script")).toBe(false);
  });

  it("HEIC is shown as JPEG", async () => {
    const bytes = await readFile(join(__dirname, "../../fixtures/attachments/two-colours.heic"));
    const file = await uploadFile(ana, { name: "IMG_0001.HEIC", type: "", bytes });
    expect(file).toMatchObject({ kind: "image", name: "IMG_0001.jpg", width: 64, height: 48 });
    const made = await kept(file);
    expect(await sharp(made).metadata()).toMatchObject({ format: "jpeg", width: 64, height: 48 });
    const { data } = await sharp(made).extract({ left: 10, top: 20, width: 1, height: 1 }).raw().toBuffer({ resolveWithObject: true });
    expect([...data].map((value) => Math.round(value / 255))).toEqual([1, 0, 0]);
  }, 20_000);

  it("an animation keeps its frames", async () => {
    const file = await uploadFile(ana, { name: "a.gif", type: "image/gif", bytes: await samples.animation(5) });
    expect(await sharp(await kept(file), { animated: true }).metadata()).toMatchObject({ pages: 5, pageHeight: 30, delay: [100, 100, 100, 100, 100] });
    expect([file.width, file.height]).toEqual([40, 30]);
    expect((await sharp(await kept(file, getThumbnail)).metadata()).pages ?? 1).toBe(1);
  });

  it("one with more frames than fit is refused, with what to do", async () => {
    expect(await refusalOf({ name: "a.gif", type: "image/gif", bytes: await samples.animation(FRAMES_MAX + 1, { width: 2, height: 2 }) })).toBe("IMAGE_TOO_LARGE");
  });

  it.each([16_000, 60_000, 2_000_000_000])("a picture that says it is %i pixels wide and high is refused before it is unpacked", async (side) => {
    const before = process.memoryUsage().rss;
    const code = await refusalOf({ name: "bomba.png", type: "image/png", bytes: await samples.bomb(side) });
    expect(["IMAGE_TOO_LARGE", "IMAGE_UNREADABLE"]).toContain(code);
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 * 1024);
  });

  it("half a picture is refused, and leaves nothing behind", async () => {
    const objects = await testDb().attachmentDiscard.count();
    const whole = await samples.picture("png", { width: 900, height: 900 });
    expect(await refusalOf({ name: "a.png", type: "image/png", bytes: whole.subarray(0, whole.byteLength - 200) })).toBe("IMAGE_UNREADABLE");
    expect(await testDb().attachmentDiscard.count()).toBe(objects);
  });
});
