import { createHash, randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { HEAD, PUT } from "@/app/api/ingest/[key]/route";
import { POST } from "@/app/api/uploadthing/route";
import type { UploadedFile, UploadProblem } from "@/lib/attachments/types";
import type { PersonActor } from "@/lib/auth/actor";
import { signedIn } from "@/tests/support/sessions";

export const ORIGIN = "http://localhost:3000";

export type Sending = { name: string; type: string; bytes: Uint8Array };

/** The cookie of somebody who is signed in. */
export async function cookieOf(person: PersonActor): Promise<string> {
  const sessionId = await signedIn(person);
  const token = await encode({ token: { userId: person.userId, sessionVersion: 1, sessionId }, secret: process.env.APP_SECRET ?? "" });
  return `next-auth.session-token=${token}`;
}

type Asking = { person: PersonActor | null; customId?: string; files: { name: string; size: number; type: string }[]; headers?: Record<string, string> };

/** What the browser's hook asks first. */
export async function askAddress({ person, customId = randomUUID(), files, headers = {} }: Asking): Promise<Response> {
  const body = JSON.stringify({ input: { customId }, files });
  return POST(new Request(`${ORIGIN}/api/uploadthing?actionType=upload&slug=attachment`, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      "content-length": String(Buffer.byteLength(body)),
      origin: ORIGIN,
      "x-uploadthing-version": "7.7.4",
      "x-uploadthing-package": "@uploadthing/react",
      ...(person ? { cookie: await cookieOf(person) } : {}),
      ...headers,
    },
  }));
}

export async function addressOf(person: PersonActor, file: Sending, customId: string = randomUUID()): Promise<string> {
  const answer = await askAddress({ person, customId, files: [{ name: file.name, size: file.bytes.byteLength, type: file.type }] });
  if (!answer.ok) throw new Error(`No address: ${answer.status} ${await answer.text()}`);
  const [signed] = (await answer.json()) as { url: string }[];
  return signed!.url;
}

const keyOf = (address: string) => ({ params: Promise.resolve({ key: new URL(address, ORIGIN).pathname.split("/").at(-1)! }) });

export async function rangeStart(address: string): Promise<number | { status: number }> {
  const answer = await HEAD(new Request(`${ORIGIN}${address}`, { method: "HEAD" }), keyOf(address));
  return answer.ok ? Number(answer.headers.get("x-ut-range-start")) : { status: answer.status };
}

/** A form with one file, as XMLHttpRequest sends it. */
export function formBody(bytes: Uint8Array, { name = "file", boundary = "----formBoundaryA1" } = {}): { body: Buffer; contentType: string } {
  const head = Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="blob"\r\nContent-Type: application/octet-stream\r\n\r\n`);
  return { body: Buffer.concat([head, bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]), contentType: `multipart/form-data; boundary=${boundary}` };
}

export async function putTo(address: string, bytes: Uint8Array, { from = 0, headers = {}, body: given }: { from?: number; headers?: Record<string, string>; body?: BodyInit } = {}): Promise<Response> {
  const { body, contentType } = formBody(bytes);
  const request = new Request(`${ORIGIN}${address}`, {
    method: "PUT",
    body: given ?? new Uint8Array(body),
    headers: { "content-type": contentType, "content-length": String(body.byteLength), range: `bytes=${from}-`, origin: ORIGIN, ...headers },
    duplex: "half",
  } as RequestInit);
  return PUT(request, keyOf(address));
}

export async function putOutcome(address: string, bytes: Uint8Array, options: Parameters<typeof putTo>[2] = {}): Promise<{ status: number; code?: string; file?: UploadedFile }> {
  const answer = await putTo(address, bytes, options);
  const read = (await answer.json()) as Partial<UploadProblem> & { serverData?: UploadedFile };
  return { status: answer.status, ...(read.code ? { code: read.code } : {}), ...(read.serverData ? { file: read.serverData } : {}) };
}

/** The whole way, as a browser goes it. */
export async function uploadFile(person: PersonActor, file: Sending, customId: string = randomUUID()): Promise<UploadedFile> {
  const address = await addressOf(person, file, customId);
  const start = await rangeStart(address);
  const { status, code, file: kept } = await putOutcome(address, file.bytes.subarray(Number(start)), { from: Number(start) });
  if (!kept) throw new Error(`Not uploaded: ${status} ${code}`);
  return kept;
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
