import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { GET } from "@/app/api/files/[id]/route";
import { tidyUploads } from "@/lib/attachments/commands/tidy-uploads";
import { storageOf } from "@/lib/storage/storage";
import * as samples from "@/tests/integration/attachments/support/samples";
import { cookieOf, ORIGIN, sha256, uploadFile } from "@/tests/integration/attachments/support/uploading";
import { ana } from "@/tests/support/cast";
import { testDb, useDatabase } from "@/tests/support/db";
import { S3_KEYS, startS3, type S3Server } from "@/tests/support/s3-server";

useDatabase();

let server: S3Server;
beforeAll(async () => {
  server = await startS3();
  Object.assign(process.env, { S3_BUCKET: "mesa", S3_ENDPOINT: server.url, S3_ACCESS_KEY_ID: S3_KEYS.accessKeyId, S3_SECRET_ACCESS_KEY: S3_KEYS.secretAccessKey });
});
afterAll(async () => {
  for (const name of ["S3_BUCKET", "S3_ENDPOINT", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"]) delete process.env[name];
  await server.stop();
});

async function ask(id: string, headers: Record<string, string> = {}): Promise<Response> {
  return GET(new Request(`${ORIGIN}/api/files/${id}`, { headers: { cookie: await cookieOf(ana), ...headers } }), { params: Promise.resolve({ id }) });
}

describe("with a bucket", () => {
  it("files go into it and come back through our own route, whole and in part", async () => {
    const file = await uploadFile(ana, { name: "a.pdf", type: "application/pdf", bytes: samples.PDF });
    const row = await testDb().attachment.findUniqueOrThrow({ where: { id: file.id } });
    expect([row.backend, server.objects.get(`/mesa/${row.objectKey}`)?.type]).toEqual(["s3", "application/pdf"]);
    expect(sha256(Buffer.from(await (await ask(file.id)).arrayBuffer()))).toBe(sha256(samples.PDF));
    const part = await ask(file.id, { range: "bytes=1-3" });
    expect([part.status, await part.text()]).toEqual([206, "PDF"]);
  });

  it("pictures go with their thumbnails, and the janitor removes both", async () => {
    const file = await uploadFile(ana, { name: "a.png", type: "image/png", bytes: await samples.picture("png") });
    const { objectKey, thumbnailKey } = await testDb().attachment.findUniqueOrThrow({ where: { id: file.id } });
    const there = () => [objectKey, thumbnailKey].map((key) => server.objects.has(`/mesa/${key}`));
    expect(there()).toEqual([true, true]);
    await tidyUploads({ db: testDb(), now: Temporal.Now.instant().add({ hours: 25 }) });
    await tidyUploads({ db: testDb(), now: Temporal.Now.instant().add({ hours: 28 }) });
    expect(there()).toEqual([false, false]);
  });

  it("a file that was kept on disk before stays readable, and one whose bytes are gone is said to be", async () => {
    const [path, objectKey, id] = [join(process.env.DATA_DIR!, "before.txt"), randomUUID(), randomUUID()];
    writeFileSync(path, "de antes\n");
    await storageOf("disk").put(objectKey, { path, size: 9, mediaType: "text/plain" });
    await testDb().attachment.create({ data: { id, uploaderId: ana.userId, backend: "disk", objectKey, name: "a.txt", mediaType: "text/plain", kind: "file", size: 9, sha256: sha256(Buffer.from("de antes\n")), createdAt: new Date() } });
    expect(await (await ask(id)).text()).toBe("de antes\n");
    await storageOf("disk").remove(objectKey);
    expect((await ask(id)).status).toBe(410);
  });
});
