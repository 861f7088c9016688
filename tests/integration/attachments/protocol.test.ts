import { createHmac, randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createUploadthing, createRouteHandler } from "uploadthing/server";
import { GET } from "@/app/api/uploadthing/route";
import { registerUpload } from "@/lib/attachments/commands/register-upload";
import { areRegistered } from "@/lib/attachments/upload-results";
import { uploadMetadataSchema } from "@/lib/attachments/upload-rows";
import { INGEST_ORIGIN, localKey, localToken, readSignedAddress } from "@/lib/attachments/signed-address";
import { ROOT } from "@/scripts/setup/paths";
import { addressOf, askAddress, ORIGIN, putOutcome } from "@/tests/integration/attachments/support/uploading";
import { ana, andres, bruno, carla, diego } from "@/tests/support/cast";
import { testDb, useDatabase } from "@/tests/support/db";

useDatabase();

const read = (path: string) => JSON.parse(readFileSync(join(ROOT, path), "utf8")) as { version?: string; dependencies?: Record<string, string>; overrides?: Record<string, string> };

describe("the libraries", () => {
  it("are pinned, and with an effect that keeps requests apart (CVE-2026-32887)", () => {
    const { dependencies, overrides } = read("package.json");
    expect([dependencies?.uploadthing, dependencies?.["@uploadthing/react"]]).toEqual(["7.7.4", "7.3.3"]);
    expect(overrides).toMatchObject({ "effect": "3.21.0", "@effect/platform": "0.96.0" });
    const required = createRequire(join(ROOT, "node_modules/uploadthing/server/index.cjs"));
    const versionOf = (name: string) => /"version": "([^"]+)"/.exec(readFileSync(join(ROOT, `node_modules/${name}/package.json`), "utf8"))?.[1];
    expect([versionOf("uploadthing"), versionOf("@uploadthing/react"), versionOf("effect"), versionOf("@effect/platform")]).toEqual(["7.7.4", "7.3.3", "3.21.0", "0.96.0"]);
    // The one that the SDK itself loads, and no copy of its own.
    expect(required.resolve("effect/Effect")).toContain(join(ROOT, "node_modules/effect/"));
  });
});

describe("requests at the same time", () => {
  it("never see each other's cookies, whatever each of them waits for", async () => {
    const f = createUploadthing();
    const seen: [string, string][] = [];
    const router = {
      attachment: f({ "text/plain": {} })
        .input({ parse: (value: unknown) => value, parseAsync: (value: unknown) => Promise.resolve(value) } as never)
        .middleware(async ({ req, input }) => {
          const mine = req.headers.get("cookie") ?? "";
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 5));
          seen.push([String(input), req.headers.get("cookie") === mine ? mine : "changed"]);
          return {};
        })
        .onUploadComplete(() => undefined),
    };
    const handler = createRouteHandler({ router, config: { token: localToken("x".repeat(32)), ingestUrl: INGEST_ORIGIN, callbackUrl: ORIGIN, isDev: false, handleDaemonPromise: "await", logLevel: "None", fetch: async () => Response.json({ ok: true }) } });
    const ask = async (cookie: string) => {
      const body = JSON.stringify({ input: cookie, files: [{ name: "a.txt", size: 1, type: "text/plain" }] });
      return (await handler(new Request(`${ORIGIN}/api/uploadthing?actionType=upload&slug=attachment`, { method: "POST", body, headers: { "content-type": "application/json", cookie } }))).status;
    };
    for (let round = 0; round < 10; round += 1) {
      const statuses = await Promise.all(Array.from({ length: 60 }, (_, n) => ask(`session=${round}-${n}`)));
      expect(statuses.every((status) => status === 200)).toBe(true);
    }
    expect(seen).toHaveLength(600);
    expect(seen.filter(([asked, found]) => asked !== found)).toEqual([]);
  }, 30_000);

  it("make uploads of exactly those who asked", async () => {
    const people = [ana, andres, bruno, carla, diego];
    const ids = Array.from({ length: 100 }, () => crypto.randomUUID());
    const answers = await Promise.all(ids.map((customId, n) => askAddress({ person: people[n % 5]!, customId, files: [{ name: "a.txt", size: 5, type: "text/plain" }] })));
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    const rows = await testDb().attachmentUpload.findMany({ where: { id: { in: ids } }, select: { id: true, uploaderId: true } });
    expect(rows).toHaveLength(100);
    expect(rows.filter(({ id, uploaderId }) => people[ids.indexOf(id) % 5]!.userId !== uploaderId)).toEqual([]);
  }, 30_000);
});

describe("the protocol between the SDK and our ingest", () => {
  it("signs as the SDK does: everything before the signature, values encoded twice", async () => {
    const name = "año & 100 % «x»+y.txt".replaceAll("«", "(").replaceAll("»", ")");
    const address = await addressOf(ana, { name, type: "text/plain", bytes: Buffer.from("hola\n") });
    const url = new URL(address, ORIGIN);
    expect(url.pathname).toMatch(/^\/api\/ingest\/[A-Za-z0-9]{48,}$/);
    expect([...url.searchParams.keys()]).toEqual(["expires", "x-ut-identifier", "x-ut-file-name", "x-ut-file-size", "x-ut-file-type", "x-ut-slug", "x-ut-custom-id", "x-ut-content-disposition", "x-ut-acl", "signature"]);
    expect([url.searchParams.get("x-ut-acl"), url.searchParams.get("x-ut-content-disposition")]).toEqual(["private", "attachment"]);
    const fileKey = url.pathname.split("/").at(-1)!;
    const key = localKey(process.env.APP_SECRET!);
    const signature = createHmac("sha256", key).update(`${INGEST_ORIGIN}/${fileKey}${url.search.slice(0, url.search.indexOf("&signature="))}`).digest("hex");
    expect(url.searchParams.get("signature")).toBe(`hmac-sha256=${signature}`);
    expect(readSignedAddress({ fileKey, query: url.search, key, nowMs: Date.now() })).toMatchObject({ name, size: 5, type: "text/plain", slug: "attachment" });
  });

  it("answers a complete file with what the SDK's client reads", async () => {
    const address = await addressOf(ana, { name: "a.txt", type: "text/plain", bytes: Buffer.from("hola\n") });
    const { status, file } = await putOutcome(address, Buffer.from("hola\n"));
    expect([status, file]).toEqual([200, expect.objectContaining({ id: new URL(address, ORIGIN).searchParams.get("x-ut-custom-id"), name: "a.txt" })]);
  });

  it("names concrete types alone: no family that would let SVG or HTML in", async () => {
    const [route] = (await (await GET(new Request(`${ORIGIN}/api/uploadthing`))).json()) as { slug: string; config: Record<string, { acl: string; maxFileCount: number }> }[];
    const types = Object.keys(route!.config);
    expect(route!.slug).toBe("attachment");
    expect(types.length).toBeGreaterThan(20);
    // XML is the desk's alone, and an invoice by its bytes (tests/integration/matrix/files.test.ts).
    expect(types.filter((type) => !/^[a-z]+\/[a-z0-9.+-]+$/.test(type) || /svg|html|xml$/.test(type)).sort()).toEqual(["application/xml", "text/xml"]);
    expect(Object.values(route!.config).every(({ acl, maxFileCount }) => acl === "private" && maxFileCount === 1)).toBe(true);
  });

  it("gives out no address that the ingest does not know: a key that meets another one's is refused, and a new try gets another", async () => {
    const file = { name: "a.txt", type: "text/plain", bytes: Buffer.from("x") };
    const address = await addressOf(ana, file);
    const { fileKey, metadata } = await testDb().attachmentUpload.findFirstOrThrow({ where: { fileKey: new URL(address, ORIGIN).pathname.split("/").at(-1) } });
    const other = { ...uploadMetadataSchema.parse(metadata), uploadId: randomUUID() };
    const ctx = { db: testDb(), now: Temporal.Now.instant() };
    expect(await registerUpload(ctx, { fileKey, metadata: other })).toEqual({ ok: false, code: "UPLOAD_BUSY" });
    expect(await areRegistered(ctx, [{ key: fileKey, customId: other.uploadId }])).toBe(false);
    expect(await registerUpload(ctx, { fileKey: `${fileKey}2`, metadata: other })).toEqual({ ok: true, data: null });
  });
});
