import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { HEAD } from "@/app/api/ingest/[key]/route";
import { POST } from "@/app/api/uploadthing/route";
import { INGEST_ORIGIN, localKey, signText } from "@/lib/attachments/signed-address";
import { partPath } from "@/lib/storage/parts";
import { config as proxyConfig } from "@/proxy";
import { addressOf, askAddress, cookieOf, formBody, ORIGIN, putOutcome, putTo, rangeStart, uploadFile, type Sending } from "@/tests/integration/attachments/support/uploading";
import { ana, bruno } from "@/tests/support/cast";
import { testDb, useDatabase } from "@/tests/support/db";

useDatabase();

const file = (text = "Bitácora de ayer\n".repeat(200), name = "servidor.log"): Sending => ({ name, type: "text/plain", bytes: Buffer.from(text) });
const asked = { name: "servidor.log", size: 1000, type: "text/plain" };

/** An address of ours with other parameters, signed by whoever has the key. */
function signed(address: string, change: (parameters: URLSearchParams) => void, key = localKey(process.env.APP_SECRET ?? "")): string {
  const url = new URL(address, ORIGIN);
  const fileKey = url.pathname.split("/").at(-1);
  url.searchParams.delete("signature");
  change(url.searchParams);
  const text = `${INGEST_ORIGIN}/${fileKey}${url.search}`;
  url.searchParams.append("signature", signText(text, key));
  return `${url.pathname}${url.search}`;
}

const partOf = async (id: string) => partPath((await testDb().attachmentUpload.findUniqueOrThrow({ where: { id } })).partKey);

describe("asking for an address", () => {
  it("takes a session, read from the request itself", async () => {
    expect((await askAddress({ person: null, files: [asked] })).status).toBe(401);
  });

  it("takes a page of ours", async () => {
    const elsewhere = await askAddress({ person: ana, files: [asked], headers: { origin: "https://elsewhere.example" } });
    const crossSite = await askAddress({ person: ana, files: [asked], headers: { "sec-fetch-site": "cross-site" } });
    expect([elsewhere.status, crossSite.status]).toEqual([403, 403]);
  });

  it("takes one file a call", async () => {
    const answer = await askAddress({ person: ana, files: [asked, asked] });
    expect([answer.status, await answer.json()]).toEqual([400, { code: "FILES_ONE_AT_A_TIME", message: expect.stringContaining("por separado") }]);
    expect((await askAddress({ person: ana, files: [] })).status).toBe(400);
  });

  it.each([
    ["larger than allowed", { size: 16 * 1024 * 1024 + 1 }, "FILE_TOO_LARGE"],
    ["empty", { size: 0 }, "FILE_EMPTY"],
    ["of a negative size", { size: -5 }, "FILE_TOO_LARGE"],
    ["of half a byte", { size: 10.5 }, "FILE_TOO_LARGE"],
    ["larger than numbers are exact", { size: 2 ** 60 }, "FILE_TOO_LARGE"],
    ["with half a character in its name", { name: "a\ud800.log" }, "FILE_NAME_UNREADABLE"],
    ["with a NUL in its name", { name: "a\0.log" }, "FILE_NAME_UNREADABLE"],
    ["SVG", { name: "logo.svg", type: "image/svg+xml" }, "FILE_TYPE_NOT_ALLOWED"],
    ["HTML", { name: "a.html", type: "text/html" }, "FILE_TYPE_NOT_ALLOWED"],
    ["SVG under another name", { name: "logo.png", type: "image/svg+xml" }, "FILE_TYPE_NOT_ALLOWED"],
    ["HTML under another name", { name: "a.txt", type: "text/html" }, "FILE_TYPE_NOT_ALLOWED"],
    ["a program", { name: "a.exe", type: "" }, "FILE_TYPE_NOT_ALLOWED"],
    ["without an ending", { name: "LEEME", type: "text/plain" }, "FILE_TYPE_NOT_ALLOWED"],
  ])("takes no file that is %s", async (_what, change, code) => {
    const answer = await askAddress({ person: ana, files: [{ ...asked, ...change }] });
    expect([answer.status >= 400, await answer.json()]).toEqual([true, { code, message: expect.any(String) }]);
  });

  it("takes every kind that may be sent, whatever the browser calls it", async () => {
    const given = [["a.png", "image/png"], ["a.jpg", "image/jpeg"], ["a.JPEG", ""], ["a.webp", "image/webp"], ["a.gif", "image/gif"], ["a.heic", ""], ["a.heic", "image/heic"], ["a.pdf", "application/pdf"], ["a.txt", "text/plain"], ["a.log", ""], ["a.csv", "application/vnd.ms-excel"], ["a.eml", "message/rfc822"], ["a.eml", ""], ["a.msg", ""], ["a.msg", "application/octet-stream"], ["a.zip", "application/x-zip-compressed"], ["a.docx", ""], ["a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"], ["a.mp4", "video/mp4"]] as const;
    for (const [name, type] of given) expect([name, type, (await askAddress({ person: ana, files: [{ name, type, size: 10 }] })).status]).toEqual([name, type, 200]);
  });

  it("refuses ids that are no UUID, and what is no call at all", async () => {
    expect((await askAddress({ person: ana, customId: "1; DROP TABLE", files: [asked] })).status).toBe(400);
    const call = (search: string, body: string) => cookieOf(ana).then((cookie) => POST(new Request(`${ORIGIN}/api/uploadthing${search}`, { method: "POST", body, headers: { cookie, origin: ORIGIN, "content-type": "application/json", "content-length": String(body.length) } })));
    expect((await call("?actionType=upload&slug=otra", "{}")).status).toBe(404);
    expect((await call("?actionType=upload&slug=attachment", "no JSON")).status).toBeGreaterThanOrEqual(400);
    expect((await call("?actionType=upload&slug=attachment", JSON.stringify({ files: "x".repeat(20_000) }))).status).toBe(400);
  });

  it("never gives two people, or two files, one id", async () => {
    const id = randomUUID();
    await addressOf(ana, file(), id);
    const refusals = [await askAddress({ person: bruno, customId: id, files: [{ ...asked, size: file().bytes.byteLength }] }), await askAddress({ person: ana, customId: id, files: [{ ...asked, size: 7 }] })];
    expect(await Promise.all(refusals.map(async (answer) => ((await answer.json()) as { code: string }).code))).toEqual(["UPLOAD_ID_TAKEN", "UPLOAD_ID_TAKEN"]);
  });

  it("knows no callback from outside: that is the service's, and there is none", async () => {
    const answer = await POST(new Request(`${ORIGIN}/api/uploadthing?slug=attachment`, { method: "POST", body: "{}", headers: { "uploadthing-hook": "callback", origin: ORIGIN } }));
    expect(answer.status).toBe(404);
  });

  it("leaves nothing of an address that was refused", async () => {
    const before = await testDb().attachmentUpload.count();
    await askAddress({ person: ana, files: [{ ...asked, name: "a.exe" }] });
    expect(await testDb().attachmentUpload.count()).toBe(before);
  });
});

describe("the address", () => {
  const outcomes = async (address: string) => [await rangeStart(address), (await putOutcome(address, file().bytes)).code];

  it("is refused when a character of it was changed", async () => {
    const address = await addressOf(ana, file());
    const tampered = [
      address.replace("servidor", "servidos"),
      address.replace(/x-ut-file-size=\d+/, "x-ut-file-size=999999999"),
      address.replace(/expires=\d/, "expires=9"),
      address.replace(/signature=(.{20})./, "signature=$1x"),
      address.replace(/&signature=.*/, ""),
      `${address}&x-ut-acl=public-read`,
    ];
    for (const each of tampered) expect(await outcomes(each)).toEqual([{ status: 403 }, "UPLOAD_TAMPERED"]);
  });

  it("is refused with a parameter twice, whichever would count", async () => {
    const address = await addressOf(ana, file());
    const twice = [signed(address, (query) => query.append("x-ut-file-size", "1")), `${address}&signature=${new URL(address, ORIGIN).searchParams.get("signature")}`, address.replace("?", "?signature=x&")];
    for (const each of twice) expect(await outcomes(each)).toEqual([{ status: 403 }, "UPLOAD_TAMPERED"]);
  });

  it("is refused when somebody else signed it", async () => {
    expect(await outcomes(signed(await addressOf(ana, file()), () => {}, "sk_local_guessed"))).toEqual([{ status: 403 }, "UPLOAD_TAMPERED"]);
  });

  it("ends after its hour", async () => {
    const address = await addressOf(ana, file());
    const hour = Number(new URL(address, ORIGIN).searchParams.get("expires")) - Date.now();
    expect(Math.round(hour / 60_000)).toBe(60);
    expect(await outcomes(signed(address, (query) => query.set("expires", String(Date.now() - 1))))).toEqual([{ status: 410 }, "UPLOAD_EXPIRED"]);
  });

  it("leads nowhere for another app, key, id or size, and without being made known", async () => {
    const address = await addressOf(ana, file());
    const other = await addressOf(bruno, file());
    const otherId = new URL(other, ORIGIN).searchParams.get("x-ut-custom-id") ?? "";
    for (const change of [["x-ut-identifier", "other"], ["x-ut-custom-id", otherId], ["x-ut-custom-id", "no-uuid"], ["x-ut-file-size", "5"], ["x-ut-file-name", "otro.log"]] as const) {
      expect([change, ...(await outcomes(signed(address, (query) => query.set(change[0], change[1]))))]).toEqual([change, { status: 404 }, "UPLOAD_UNKNOWN"]);
    }
    await testDb().attachmentUpload.deleteMany({ where: { id: new URL(address, ORIGIN).searchParams.get("x-ut-custom-id") ?? "" } });
    expect(await outcomes(address)).toEqual([{ status: 404 }, "UPLOAD_UNKNOWN"]);
    const odd = await HEAD(new Request(`${ORIGIN}${address}`, { method: "HEAD" }), { params: Promise.resolve({ key: "../../etc/passwd" }) });
    expect(odd.status).toBe(404);
  });
});

describe("sending bytes", () => {
  it("takes a page of ours", async () => {
    expect((await putTo(await addressOf(ana, file()), file().bytes, { headers: { origin: "https://elsewhere.example" } })).status).toBe(403);
  });

  it("is cut at once when more come than were declared, however the length is put", async () => {
    const small = file("a\n".repeat(50));
    const big = Buffer.from("b\n".repeat(50_000));
    const declared = await putTo(await addressOf(ana, small), big);
    expect([declared.status, declared.headers.get("connection")]).toEqual([413, "close"]);

    const id = randomUUID();
    const address = await addressOf(ana, small, id);
    let pulled = 0;
    const { body, contentType } = formBody(big);
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(pulled === 1 ? new Uint8Array(body.subarray(0, 40_000)) : new Uint8Array(40_000));
      },
    });
    const path = await partOf(id);
    const lied = await putTo(address, small.bytes, { body: endless, headers: { "content-type": contentType } });
    expect([lied.status, ((await lied.json()) as { code: string }).code]).toEqual([413, "FILE_TOO_LARGE"]);
    expect(pulled).toBeLessThan(20);
    expect(existsSync(path)).toBe(false);
    expect(await testDb().attachment.count({ where: { id } })).toBe(0);
  });

  it.each([
    ["SVG as a picture", { name: "foto.png", type: "image/png", bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>') }],
    ["HTML as a picture", { name: "foto.jpg", type: "image/jpeg", bytes: Buffer.from("<!doctype html><script>alert(1)</script>") }],
    ["HTML as a text", { name: "notas.txt", type: "text/plain", bytes: Buffer.from("  <HTML><body>x</body></HTML>") }],
    ["SVG as a text", { name: "notas.log", type: "text/plain", bytes: Buffer.from('<?xml version="1.0"?><!-- x --><svg></svg>') }],
    ["HTML in UTF-16", { name: "notas.txt", type: "text/plain", bytes: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("<script>alert(1)</script>", "utf16le")]) }],
    ["a program as a text", { name: "notas.txt", type: "text/plain", bytes: Buffer.from("7f454c4602010100000000000000000003003e0001000000", "hex") }],
    ["a picture as a PDF", { name: "factura.pdf", type: "application/pdf", bytes: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex") }],
    ["a text with NULs", { name: "a.csv", type: "text/csv", bytes: Buffer.from("a,b\0c\n") }],
    ["a text as a message", { name: "a.eml", type: "message/rfc822", bytes: Buffer.from("Hola, adjunto lo que me pidieron.") }],
    ["HTML after a polyglot GIF header", { name: "a.gif", type: "image/gif", bytes: Buffer.from("GIF89a/*<script>alert(1)</script>*/=1;") }],
  ])("refuses %s with 415, for good", async (_what, sending) => {
    const id = randomUUID();
    const address = await addressOf(ana, sending, id);
    const path = await partOf(id);
    const first = await putOutcome(address, sending.bytes);
    expect(first.status).toBe(415);
    expect(["FILE_TYPE_MISMATCH", "IMAGE_UNREADABLE"]).toContain(first.code);
    expect(await putOutcome(address, sending.bytes)).toEqual(first);
    expect([existsSync(path), await testDb().attachment.count({ where: { id } })]).toEqual([false, 0]);
  });

  it("again, after it is complete, changes nothing and answers the same", async () => {
    const sending = file("uno\n".repeat(300));
    const id = randomUUID();
    const address = await addressOf(ana, sending, id);
    const first = await putOutcome(address, sending.bytes);
    expect(first.status).toBe(200);
    const replayed = await putOutcome(address, Buffer.from("dos\n".repeat(300)));
    expect(replayed).toEqual(first);
    expect(await rangeStart(address)).toBe(sending.bytes.byteLength);
    expect(await testDb().attachment.count({ where: { id } })).toBe(1);
  });

  it("by several at once to one address makes one file, whole", async () => {
    const sending = file("abcdefghij\n".repeat(20_000));
    const id = randomUUID();
    const address = await addressOf(ana, sending, id);
    const answers = await Promise.all(Array.from({ length: 6 }, () => putOutcome(address, sending.bytes)));
    expect(answers.every(({ status, code }) => status === 200 || code === "UPLOAD_BUSY" || code === "UPLOAD_RANGE")).toBe(true);
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    expect(await testDb().attachment.findMany({ where: { id }, select: { size: true } })).toEqual([{ size: sending.bytes.byteLength }]);
  });

  it("is refused where it does not go on, and told where it would", async () => {
    const sending = file();
    const address = await addressOf(ana, sending);
    const ahead = await putTo(address, sending.bytes.subarray(100), { from: 100 });
    expect([ahead.status, ahead.headers.get("x-ut-range-start")]).toEqual([416, "0"]);
    for (const range of ["bytes=-5", "bytes=0-99", "bytes=0-,5-", "bytes=1e3-", "lines=0-"]) expect((await putTo(address, sending.bytes, { headers: { range } })).status).toBe(416);
    expect((await putOutcome(address, sending.bytes)).status).toBe(200);
  });

  it("as anything but one file in a form is refused, and the upload goes on afterwards", async () => {
    const sending = file();
    const address = await addressOf(ana, sending);
    const codes = [
      await putOutcome(address, sending.bytes, { headers: { "content-type": "text/plain" } }),
      await putOutcome(address, sending.bytes, { body: new Uint8Array(formBody(sending.bytes, { name: "other" }).body) }),
      await putOutcome(address, sending.bytes, { body: new Uint8Array(Buffer.alloc(3000, "x")) }),
      await putOutcome(address, sending.bytes, { headers: { "content-type": "multipart/form-data" } }),
    ].map(({ status, code }) => [status, code]);
    expect(codes).toEqual(Array.from({ length: 4 }, () => [400, "UPLOAD_CUT"]));
    expect((await putOutcome(address, sending.bytes)).status).toBe(200);
  });

  it("is nothing that the proxy in front of the pages ever sees: it would cut bodies at 10 MB", () => {
    expect(proxyConfig.matcher.filter((each) => /api|:path\*/.test(each) && !/^\/(portal|agent)\//.test(each))).toEqual([]);
  });
});

describe("what one person may leave waiting", () => {
  it("has an end", async () => {
    const at = new Date();
    const row = (n: number) => ({ id: randomUUID(), uploaderId: bruno.userId, fileKey: `flood-${n}`, partKey: randomUUID(), metadata: {}, name: "a.txt", type: "text/plain", size: 1, createdAt: at, updatedAt: at });
    await testDb().attachmentUpload.createMany({ data: Array.from({ length: 100 }, (_, n) => row(n)) });
    const answer = await askAddress({ person: bruno, files: [asked] });
    expect(((await answer.json()) as { code: string }).code).toBe("UPLOADS_TOO_MANY");
    await testDb().attachmentUpload.deleteMany({ where: { uploaderId: bruno.userId } });
    await uploadFile(bruno, file());
  });
});
