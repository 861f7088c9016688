import { createHmac, randomUUID } from "node:crypto";
import { GET as getFile } from "@/app/api/files/[id]/route";
import { PUT } from "@/app/api/ingest/[key]/route";
import { POST } from "@/app/api/uploadthing/route";
import { tidyUploads } from "@/lib/attachments/commands/tidy-uploads";
import * as samples from "@/tests/integration/attachments/support/samples";
import { askAddress, cookieOf, ORIGIN, type Sending } from "@/tests/integration/attachments/support/uploading";
import { ana, bruno } from "@/tests/support/cast";
import { testDb, useDatabase } from "@/tests/support/db";

useDatabase();

const API_KEY = "sk_live_tests_only";
const INGEST = "https://sea1.ingest.uploadthing.com";

/** What the service would do, as far as this desk asks it; nothing leaves the machine. */
const service = { files: new Map<string, { bytes: Buffer; acl: string | null }>(), metadata: new Map<string, { metadata: object; callbackUrl: string }>(), results: new Map<string, unknown>(), strangers: [] as string[] };

async function answerAsService(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  const url = new URL(request.url);
  const key = url.pathname.split("/").at(-1) ?? "";
  if (url.origin === INGEST && url.pathname === "/route-metadata" && request.headers.get("x-uploadthing-api-key") === API_KEY) {
    const { fileKeys, metadata, callbackUrl } = (await request.json()) as { fileKeys: string[]; metadata: object; callbackUrl: string };
    for (const each of fileKeys) service.metadata.set(each, { metadata, callbackUrl });
    return Response.json({ ok: true });
  }
  if (url.origin === INGEST && url.pathname === "/callback-result") {
    const { fileKey, callbackData } = (await request.json()) as { fileKey: string; callbackData: unknown };
    service.results.set(fileKey, callbackData);
    return Response.json({ ok: true });
  }
  if (url.origin === INGEST && request.method === "PUT") {
    const file = (await request.formData()).get("file") as Blob;
    service.files.set(key, { bytes: Buffer.from(await file.arrayBuffer()), acl: decodeURIComponent(url.searchParams.get("x-ut-acl") ?? "") });
    return Response.json({ url: "", appUrl: "", ufsUrl: "", fileHash: "", serverData: null });
  }
  if (url.origin === "https://desk.ufs.sh" && url.searchParams.has("signature")) {
    const found = service.files.get(key);
    if (!found) return new Response(null, { status: 404 });
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.get("range") ?? "");
    return range ? new Response(new Uint8Array(found.bytes.subarray(Number(range[1]), Number(range[2]) + 1)), { status: 206 }) : new Response(new Uint8Array(found.bytes));
  }
  if (url.href === "https://api.uploadthing.com/v6/deleteFiles") {
    const { fileKeys } = (await request.json()) as { fileKeys: string[] };
    for (const each of fileKeys) service.files.delete(each);
    return Response.json({ success: true, deletedCount: fileKeys.length });
  }
  service.strangers.push(request.url);
  return new Response(null, { status: 500 });
}

const real = globalThis.fetch;
beforeAll(() => {
  process.env.UPLOADTHING_TOKEN = Buffer.from(JSON.stringify({ apiKey: API_KEY, appId: "desk", regions: ["sea1"] })).toString("base64");
  globalThis.fetch = answerAsService as typeof fetch;
  // The SDK warns of its own fields, which it reads itself, and says that a signature was wrong.
  for (const method of ["warn", "log"] as const) jest.spyOn(console, method).mockImplementation(() => {});
});
afterAll(() => {
  delete process.env.UPLOADTHING_TOKEN;
  globalThis.fetch = real;
});

/** The browser sends the file to the service, which calls back. */
async function send(file: Sending, id: string = randomUUID()): Promise<{ id: string; key: string; called: Response }> {
  const answer = await askAddress({ person: ana, customId: id, files: [{ name: file.name, type: file.type, size: file.bytes.byteLength }], headers: { host: "elsewhere.example" } });
  const [signed] = (await answer.json()) as { url: string; key: string }[];
  const { url, key } = signed!;
  expect([new URL(url).origin, new URL(url).searchParams.get("x-ut-acl")]).toEqual([INGEST, "private"]);
  service.files.set(key, { bytes: Buffer.from(file.bytes), acl: "private" });
  return { id, key, called: await callBack(file, id, key) };
}

async function callBack(file: Sending, id: string, key: string, secret = API_KEY): Promise<Response> {
  const { metadata } = service.metadata.get(key)!;
  const body = JSON.stringify({ status: "uploaded", origin: INGEST, metadata, file: { key, name: file.name, size: file.bytes.byteLength, type: file.type, customId: id, url: "", appUrl: "", ufsUrl: "", fileHash: "" } });
  const signature = `hmac-sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
  return POST(new Request(`${ORIGIN}/api/uploadthing?slug=attachment`, { method: "POST", body, headers: { "content-type": "application/json", "uploadthing-hook": "callback", "x-uploadthing-signature": signature } }));
}

const PDF: Sending = { name: "factura.pdf", type: "application/pdf", bytes: samples.PDF };

describe("with a token of the service", () => {
  it("files go there, privately, and come back through our own route, whole and in part", async () => {
    const { id, key, called } = await send(PDF);
    expect(called.status).toBe(200);
    expect(service.metadata.get(key)?.callbackUrl).toBe(`${ORIGIN}/api/uploadthing?slug=attachment`.split("?")[0]);
    const row = await testDb().attachment.findUniqueOrThrow({ where: { id } });
    expect([row.backend, row.uploaderId, service.files.get(row.objectKey)?.acl]).toEqual(["uploadthing", ana.userId, "private"]);
    expect(service.results.get(key)).toMatchObject({ id, name: "factura.pdf" });
    const ask = async (person: typeof ana, headers: Record<string, string> = {}) => getFile(new Request(`${ORIGIN}/api/files/${id}`, { headers: { cookie: await cookieOf(person), ...headers } }), { params: Promise.resolve({ id }) });
    expect(Buffer.from(await (await ask(ana)).arrayBuffer()).equals(samples.PDF)).toBe(true);
    const part = await ask(ana, { range: "bytes=0-7" });
    expect([part.status, await part.text()]).toEqual([206, "%PDF-1.4"]);
    expect((await ask(bruno)).status).toBe(404);
  });

  it("bytes are looked into here all the same", async () => {
    const { id, called } = await send({ name: "foto.png", type: "image/png", bytes: Buffer.from("<svg><script/></svg>") });
    expect(called.status).toBe(200);
    expect([await testDb().attachment.count({ where: { id } }), (await testDb().attachmentUpload.findUniqueOrThrow({ where: { id } })).refusal]).toEqual([0, "FILE_TYPE_MISMATCH"]);
  });

  it("pictures are made anew, and what was sent is removed from the service", async () => {
    const { id, key } = await send({ name: "foto.jpg", type: "image/jpeg", bytes: await samples.photo() });
    const row = await testDb().attachment.findUniqueOrThrow({ where: { id } });
    expect([row.kind, row.width, row.height, service.files.get(row.objectKey)?.bytes.includes("Telefono")]).toEqual(["image", 40, 60, false]);
    expect(service.files.has(key)).toBe(true);
    await tidyUploads({ db: testDb(), now: Temporal.Now.instant().add({ hours: 3 }) });
    expect([service.files.has(key), service.files.has(row.objectKey), service.files.has(row.thumbnailKey ?? "")]).toEqual([false, true, true]);
  });

  it("a callback that the service did not sign does nothing; one that it repeats changes nothing", async () => {
    const { id, key, called } = await send(PDF);
    expect(called.status).toBe(200);
    expect((await callBack(PDF, id, key)).status).toBe(200);
    expect(await testDb().attachment.count({ where: { id } })).toBe(1);
    await testDb().attachment.delete({ where: { id } });
    expect((await callBack(PDF, id, key, "sk_live_guessed")).status).toBe(400);
    expect(await testDb().attachment.count({ where: { id } })).toBe(0);
  });

  it("our own ingest takes nothing, and nobody else was asked anything", async () => {
    const answer = await PUT(new Request(`${ORIGIN}/api/ingest/x`, { method: "PUT", body: "x", headers: { origin: ORIGIN } }), { params: Promise.resolve({ key: "x" }) });
    expect(answer.status).toBe(404);
    expect(service.strangers).toEqual([]);
  });
});
