import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { diskStorage } from "@/lib/storage/disk";
import { s3Storage } from "@/lib/storage/s3";
import { ObjectExists, ObjectMissing, type Storage } from "@/lib/storage/types";
import { S3_KEYS, startS3, type S3Server } from "@/tests/support/s3-server";

let directory: string;
let server: S3Server;
const stores: Record<string, Storage> = {};

const settings = () => ({ S3_BUCKET: "mesa", S3_ENDPOINT: server.url, S3_REGION: "us-east-1", S3_ACCESS_KEY_ID: S3_KEYS.accessKeyId, S3_SECRET_ACCESS_KEY: S3_KEYS.secretAccessKey, S3_PREFIX: "desk/" });

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "mesa-storage-"));
  server = await startS3();
  stores.disk = diskStorage(join(directory, "files"));
  stores.s3 = s3Storage(settings());
});
afterAll(async () => {
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
});

function local(bytes: Buffer) {
  const path = join(directory, randomUUID());
  writeFileSync(path, bytes);
  return { path, size: bytes.byteLength, mediaType: "application/pdf" };
}

async function read(stream: Promise<Readable>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describe.each(["disk", "s3"])("the store on %s", (name) => {
  const store = () => stores[name]!;

  it.each([1, 100_000, 12 * 1024 * 1024])("keeps %i bytes and gives them back, whole and in part", async (size) => {
    const bytes = randomBytes(size);
    const key = await store().put(randomUUID(), local(bytes));
    expect((await read(store().stream(key))).equals(bytes)).toBe(true);
    const [start, end] = [Math.floor(size / 3), Math.floor(size / 2)];
    expect((await read(store().range(key, { start, end }))).equals(bytes.subarray(start, end + 1))).toBe(true);
  });

  it("never replaces what is there", async () => {
    const key = await store().put(randomUUID(), local(Buffer.from("uno")));
    await expect(store().put(key, local(Buffer.from("dos")))).rejects.toThrow(ObjectExists);
    expect(String(await read(store().stream(key)))).toBe("uno");
  });

  it("says what is missing, and removes it as often as asked", async () => {
    const key = randomUUID();
    await expect(store().stream(key)).rejects.toThrow(ObjectMissing);
    await expect(store().range(key, { start: 0, end: 1 })).rejects.toThrow(ObjectMissing);
    await store().put(key, local(Buffer.from("uno")));
    await store().remove(key);
    await store().remove(key);
    await expect(store().stream(key)).rejects.toThrow(ObjectMissing);
  });

  it("leaves the file that it was given", async () => {
    const file = local(Buffer.from("uno"));
    await store().put(randomUUID(), file);
    expect(readdirSync(directory)).toContain(file.path.split("/").at(-1));
  });
});

describe("the store on disk", () => {
  it.each(["../escape", "a/b", ".hidden", "", "A".repeat(10), "..", "0\0"])("takes no key like %j", async (key) => {
    await expect(stores.disk!.put(key, local(Buffer.from("x")))).rejects.toThrow("storage key");
    await expect(stores.disk!.stream(key)).rejects.toThrow("storage key");
  });

  it("by two at once under one key keeps one of them", async () => {
    const key = randomUUID();
    const outcomes = await Promise.allSettled([stores.disk!.put(key, local(Buffer.from("uno"))), stores.disk!.put(key, local(Buffer.from("dos")))]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("the store on S3", () => {
  it("sends what is large in pieces, under its prefix, with its type", async () => {
    const key = randomUUID();
    await stores.s3!.put(key, local(randomBytes(12 * 1024 * 1024)));
    expect(server.objects.get(`/mesa/desk/${key}`)).toMatchObject({ type: "application/pdf", bytes: { byteLength: 12 * 1024 * 1024 } });
    expect(server.calls.filter((call) => call === "PUT piece").length).toBeGreaterThanOrEqual(3);
  });

  it("is refused with a wrong secret", async () => {
    const wrong = s3Storage({ ...settings(), S3_SECRET_ACCESS_KEY: "wrong" });
    await expect(wrong.put(randomUUID(), local(Buffer.from("x")))).rejects.toThrow(/403|SignatureDoesNotMatch|Unknown/);
  });
});
