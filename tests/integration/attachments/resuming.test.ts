import { randomBytes, randomUUID } from "node:crypto";
import { appendFile, mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { GET } from "@/app/api/files/[id]/route";
import { tidyUploads } from "@/lib/attachments/commands/tidy-uploads";
import { completeUpload } from "@/lib/attachments/commands/complete-upload";
import { findUploadById, leaseUpload, uploadMetadataSchema } from "@/lib/attachments/upload-rows";
import { partPath } from "@/lib/storage/parts";
import { storageOf } from "@/lib/storage/storage";
import { toDate } from "@/lib/time/instants";
import * as samples from "@/tests/integration/attachments/support/samples";
import { addressOf, cookieOf, formBody, ORIGIN, putOutcome, rangeStart, sha256, uploadFile, type Sending } from "@/tests/integration/attachments/support/uploading";
import { ana } from "@/tests/support/cast";
import { testDb, useDatabase } from "@/tests/support/db";
import { newTicket } from "@/tests/support/factories";

useDatabase();

const BIG: Sending = { name: "copia.zip", type: "application/zip", bytes: Buffer.alloc(0) };
beforeAll(async () => {
  BIG.bytes = await samples.zipOf({ "datos.bin": randomBytes(3_000_000) });
});

async function bytesOf(id: string): Promise<Buffer> {
  const answer = await GET(new Request(`${ORIGIN}/api/files/${id}`, { headers: { cookie: await cookieOf(ana) } }), { params: Promise.resolve({ id }) });
  return Buffer.from(await answer.arrayBuffer());
}

/** A sender that goes away in the middle of a file. */
function cutAfter(count: number): ReadableStream<Uint8Array> {
  const { body } = formBody(BIG.bytes);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= count) return controller.error(new Error("aborted"));
      controller.enqueue(new Uint8Array(body.subarray(at, Math.min(at + 65_536, count))));
      at += 65_536;
    },
  });
}

describe("an upload that was cut", () => {
  it("goes on where it ended, again and again, and the file is identical", async () => {
    const id = randomUUID();
    const address = await addressOf(ana, BIG, id);
    for (const share of [0.2, 0.1, 0.4]) {
      const start = Number(await rangeStart(address));
      const rest = BIG.bytes.subarray(start);
      const { body, contentType } = formBody(rest);
      let isFirst = true;
      const cut = new ReadableStream<Uint8Array>({
        pull(controller) {
          if (!isFirst) return controller.error(new Error("aborted"));
          isFirst = false;
          controller.enqueue(new Uint8Array(body.subarray(0, Math.floor(rest.byteLength * share))));
        },
      });
      expect(await putOutcome(address, rest, { from: start, body: cut, headers: { "content-type": contentType } })).toEqual({ status: 400, code: "UPLOAD_CUT" });
      expect(await testDb().attachment.count({ where: { id } })).toBe(0);
    }
    const start = Number(await rangeStart(address));
    expect(start).toBeGreaterThan(1_000_000);
    const { file } = await putOutcome(address, BIG.bytes.subarray(start), { from: start });
    expect(sha256(await bytesOf(file!.id))).toBe(sha256(BIG.bytes));
  });

  it("goes on under a new address too: after an hour, a reload or a new session", async () => {
    const id = randomUUID();
    const first = await addressOf(ana, BIG, id);
    await putOutcome(first, BIG.bytes, { body: cutAfter(500_000) });
    const second = await addressOf(ana, BIG, id);
    expect(second).not.toBe(first);
    const start = Number(await rangeStart(second));
    expect(start).toBeGreaterThan(400_000);
    expect(await rangeStart(first)).toEqual({ status: 404 });
    expect((await putOutcome(second, BIG.bytes.subarray(start), { from: start })).status).toBe(200);
    expect(sha256(await bytesOf(id))).toBe(sha256(BIG.bytes));
  });

  it("waits for a writer that is still there, and for no longer than one that died would have had", async () => {
    const id = randomUUID();
    const address = await addressOf(ana, BIG, id);
    await putOutcome(address, BIG.bytes, { body: cutAfter(300_000) });
    const lease = await leaseUpload(testDb(), id, 0);
    expect(await putOutcome(address, BIG.bytes)).toEqual({ status: 409, code: "UPLOAD_BUSY" });
    const asked = rangeStart(address);
    await lease!.release();
    expect(Number(await asked)).toBeGreaterThan(200_000);
    // A process that died lets nobody go on before its lease ends by itself.
    await testDb().$executeRaw`UPDATE attachment_upload SET lease_token = gen_random_uuid(), lease_until = now() + interval '1 second' WHERE id = ${id}::uuid`;
    const began = Date.now();
    expect(Number(await rangeStart(address))).toBeGreaterThan(200_000);
    expect(Date.now() - began).toBeGreaterThan(800);
  }, 15_000);

  it("and whose bytes are all here is completed by the next try, which sends none", async () => {
    const id = randomUUID();
    const address = await addressOf(ana, BIG, id);
    const { partKey } = (await findUploadById(testDb(), id))!;
    await mkdir(join(partPath(partKey), ".."), { recursive: true });
    await appendFile(partPath(partKey), BIG.bytes);
    const start = Number(await rangeStart(address));
    expect(start).toBe(BIG.bytes.byteLength);
    expect((await putOutcome(address, Buffer.alloc(0), { from: start })).status).toBe(200);
    expect(sha256(await bytesOf(id))).toBe(sha256(BIG.bytes));
  });
});

describe("completing", () => {
  it("twice, or several times at once, makes one file", async () => {
    const { id } = await uploadFile(ana, BIG);
    const upload = (await findUploadById(testDb(), id))!;
    const ctx = { db: testDb(), now: Temporal.Now.instant() };
    const again = () => completeUpload(ctx, { metadata: uploadMetadataSchema.parse(upload.metadata), fileKey: upload.fileKey });
    const answers = await Promise.all([again(), again(), again()]);
    expect(answers.every((answer) => answer.ok && answer.data.id === id)).toBe(true);
    await testDb().attachment.delete({ where: { id } });
    const anew = await Promise.all([again(), again(), again()]);
    expect(anew.map((answer) => answer.ok && answer.data.id)).toEqual([id, id, id]);
    expect(await testDb().attachment.count({ where: { id } })).toBe(1);
  });

  it("takes the key and the person that were signed together", async () => {
    const { id } = await uploadFile(ana, BIG);
    const upload = (await findUploadById(testDb(), id))!;
    const metadata = uploadMetadataSchema.parse(upload.metadata);
    const ctx = { db: testDb(), now: Temporal.Now.instant() };
    expect(await completeUpload(ctx, { metadata: { ...metadata, uploaderId: randomUUID() }, fileKey: upload.fileKey })).toEqual({ ok: false, code: "UPLOAD_UNKNOWN" });
    expect(await completeUpload(ctx, { metadata, fileKey: "another" })).toEqual({ ok: false, code: "UPLOAD_UNKNOWN" });
  });
});

describe("the janitor", () => {
  const later = (hours: number) => ({ db: testDb(), now: Temporal.Now.instant().add({ hours }) });
  const small = (name: string) => uploadFile(ana, { name, type: "text/plain", bytes: Buffer.from(`${randomUUID()}\n`) });
  const objects = async () => {
    const root = join(process.env.DATA_DIR!, "files");
    return (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => entry.name);
  };

  it("removes after a day what nobody sent, its bytes included, and nothing else", async () => {
    const [kept, left] = [await small("kept.log"), await small("left.log")];
    await newTicket({ attachments: [kept.id] });
    const key = async (id: string) => (await testDb().attachment.findUniqueOrThrow({ where: { id } })).objectKey;
    const [keptKey, leftKey] = [await key(kept.id), await key(left.id)];
    await tidyUploads(later(23));
    expect(await objects()).toEqual(expect.arrayContaining([keptKey, leftKey]));
    await tidyUploads(later(25));
    expect(await testDb().attachment.findMany({ where: { id: { in: [kept.id, left.id] } }, select: { id: true } })).toEqual([{ id: kept.id }]);
    await tidyUploads(later(28));
    expect((await objects()).includes(keptKey)).toBe(true);
    expect((await objects()).includes(leftKey)).toBe(false);
    expect(await tidyUploads(later(28))).toEqual({ unclaimed: 0, uploads: 0, objects: 0, parts: 0 });
  });

  it("removes uploads that did not go on, with what came of them, but none that is being written to", async () => {
    const [stale, live] = [randomUUID(), randomUUID()];
    for (const id of [stale, live]) await putOutcome(await addressOf(ana, BIG, id), BIG.bytes, { body: cutAfter(100_000) });
    const at = Temporal.Now.instant().add({ hours: 25 });
    await testDb().attachmentUpload.update({ where: { id: live }, data: { leaseToken: randomUUID(), leaseUntil: toDate(at.add({ minutes: 1 })) } });
    const parts = await Promise.all([stale, live].map(async (id) => (await findUploadById(testDb(), id))!.partKey));
    await tidyUploads({ db: testDb(), now: at });
    expect([await findUploadById(testDb(), stale), (await findUploadById(testDb(), live))?.id]).toEqual([null, live]);
    const left = await readdir(join(process.env.DATA_DIR!, "uploads"));
    expect(parts.map((part) => left.includes(`${part}.part`))).toEqual([false, true]);
  });

  it("removes what a process left half made, and objects that no file came of", async () => {
    const scratch = join(process.env.DATA_DIR!, "uploads", `${randomUUID()}.tmp`);
    await writeFile(scratch, "x");
    await utimes(scratch, new Date(0), new Date(0));
    // Put into the store, and the process died before the row was written.
    const objectKey = randomUUID();
    await storageOf("disk").put(objectKey, { path: scratch, size: 1, mediaType: "text/plain" });
    await testDb().attachmentDiscard.create({ data: { backend: "disk", objectKey, createdAt: new Date() } });
    await tidyUploads(later(1));
    expect((await objects()).includes(objectKey)).toBe(true);
    await tidyUploads(later(3));
    expect((await objects()).includes(objectKey)).toBe(false);
    expect((await readdir(join(process.env.DATA_DIR!, "uploads"))).some((name) => scratch.endsWith(name))).toBe(false);
  });

  it("may run twice at once", async () => {
    await small("a.log");
    const waiting = await testDb().attachment.count({ where: { claimedAt: null } });
    const tidied = await Promise.all([tidyUploads(later(60)), tidyUploads(later(60))]);
    expect(tidied.reduce((sum, each) => sum + each.unclaimed, 0)).toBe(waiting);
    expect(await testDb().attachment.count({ where: { claimedAt: null } })).toBe(0);
  });
});
