import { createHash, createHmac, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A small S3 server on the loopback: objects by path, ranges, uploads in pieces. Every request must be signed (SigV4) with its keys. */

export const S3_KEYS = { accessKeyId: "AKIATESTSONLY", secretAccessKey: "tests-only-secret-of-the-store" };

export type S3Server = { url: string; objects: Map<string, { bytes: Buffer; type: string }>; calls: string[]; stop: () => Promise<void> };

export async function startS3(): Promise<S3Server> {
  const objects = new Map<string, { bytes: Buffer; type: string }>();
  const uploads = new Map<string, { path: string; type: string; pieces: Map<number, Buffer> }>();
  const calls: string[] = [];
  const server = createServer((request, response) => {
    void answer(request, response, { objects, uploads, calls }).catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    objects,
    calls,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type World = Pick<S3Server, "objects" | "calls"> & { uploads: Map<string, { path: string; type: string; pieces: Map<number, Buffer> }> };

async function answer(request: IncomingMessage, response: ServerResponse, { objects, uploads, calls }: World): Promise<void> {
  const url = new URL(request.url ?? "/", "http://s3");
  const path = decodeURIComponent(url.pathname);
  const raw = await bodyOf(request);
  if (!isSigned(request, url)) return refuse(response, 403, "SignatureDoesNotMatch");
  const body = request.headers["content-encoding"]?.includes("aws-chunked") || request.headers["x-amz-decoded-content-length"] ? unchunk(raw) : raw;
  const uploadId = url.searchParams.get("uploadId");
  calls.push(`${request.method}${url.searchParams.has("uploads") ? " begin" : uploadId ? " piece" : ""}`);
  const type = request.headers["content-type"] ?? "";

  if (request.method === "POST" && url.searchParams.has("uploads")) {
    const id = randomUUID();
    uploads.set(id, { path, type, pieces: new Map() });
    return xml(response, `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`);
  }
  if (uploadId) {
    const upload = uploads.get(uploadId);
    if (!upload || upload.path !== path) return refuse(response, 404, "NoSuchUpload");
    if (request.method === "PUT") {
      upload.pieces.set(Number(url.searchParams.get("partNumber")), body);
      response.setHeader("etag", tagOf(body));
      response.end();
      return;
    }
    uploads.delete(uploadId);
    if (request.method === "DELETE") return empty(response);
    const pieces = [...upload.pieces].sort(([one], [other]) => one - other).map(([, piece]) => piece);
    objects.set(path, { bytes: Buffer.concat(pieces), type: upload.type });
    return xml(response, `<CompleteMultipartUploadResult><ETag>&quot;x&quot;</ETag></CompleteMultipartUploadResult>`);
  }
  if (request.method === "PUT") {
    objects.set(path, { bytes: body, type });
    response.setHeader("etag", tagOf(body));
    response.end();
    return;
  }
  if (request.method === "DELETE") {
    objects.delete(path);
    return empty(response);
  }
  const object = objects.get(path);
  if (!object) return refuse(response, 404, "NoSuchKey");
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "");
  const bytes = range ? object.bytes.subarray(Number(range[1]), Number(range[2]) + 1) : object.bytes;
  response.statusCode = range ? 206 : 200;
  response.setHeader("content-type", object.type);
  response.setHeader("content-length", bytes.byteLength);
  if (range) response.setHeader("content-range", `bytes ${range[1]}-${Number(range[1]) + bytes.byteLength - 1}/${object.bytes.byteLength}`);
  response.end(request.method === "HEAD" ? undefined : bytes);
}

/** The signature over the request as it came, made again with the secret. */
function isSigned(request: IncomingMessage, url: URL): boolean {
  const match = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(request.headers.authorization ?? "");
  if (!match) return false;
  const [, key, day = "", region = "", names = "", signature] = match;
  if (key !== S3_KEYS.accessKeyId) return false;
  const headers = names.split(";").map((name) => `${name}:${String(request.headers[name] ?? "").trim().replace(/\s+/g, " ")}\n`).join("");
  const encode = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  const query = [...url.searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`).sort().join("&");
  const canonical = [request.method, url.pathname, query, headers, names, request.headers["x-amz-content-sha256"]].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", request.headers["x-amz-date"], scope, createHash("sha256").update(canonical).digest("hex")].join("\n");
  const mac = (secret: string | Buffer, value: string) => createHmac("sha256", secret).update(value).digest();
  const signing = [region, "s3", "aws4_request"].reduce(mac, mac(`AWS4${S3_KEYS.secretAccessKey}`, day));
  return mac(signing, text).toString("hex") === signature;
}

/** Bodies that are sent as they are read come in chunks with sizes, and what follows the last is checksums. */
function unchunk(raw: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = raw.indexOf("\r\n", at);
    const size = Number.parseInt(raw.toString("latin1", at, end), 16);
    if (!(size > 0)) return Buffer.concat(pieces);
    pieces.push(raw.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function tagOf(bytes: Buffer): string {
  return `"${createHash("md5").update(bytes).digest("hex")}"`;
}

function xml(response: ServerResponse, text: string): void {
  response.setHeader("content-type", "application/xml");
  response.end(`<?xml version="1.0"?>${text}`);
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.statusCode = status;
  xml(response, `<Error><Code>${code}</Code></Error>`);
}

function empty(response: ServerResponse): void {
  response.statusCode = 204;
  response.end();
}
