import { createECDH, createPublicKey, randomBytes, verify } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { decrypt } from "http_ece";

export type Pushed = { path: string; headers: IncomingHttpHeaders; bytes: Buffer };

/** A push service on a port of its own: takes what it is given, or answers as it is told. */
export async function startPushService() {
  const received: Pushed[] = [];
  let answer: { status: number; headers?: Record<string, string> } = { status: 201 };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({ path: request.url ?? "", headers: request.headers, bytes: Buffer.concat(chunks) });
      response.writeHead(answer.status, answer.headers).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The push service has no port.");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    received,
    behave: (status: number, headers?: Record<string, string>) => (answer = { status, ...(headers ? { headers } : {}) }),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** A browser's own side: what it gives to the desk, and how it reads what comes. */
export function newBrowser(origin: string) {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  const auth = randomBytes(16).toString("base64url");
  return {
    given: { endpoint: `${origin}/${randomBytes(8).toString("hex")}`, keys: { p256dh: pair.getPublicKey("base64url"), auth }, renews: null },
    read: ({ bytes }: Pushed): unknown => JSON.parse(decrypt(bytes, { version: "aes128gcm", privateKey: pair, authSecret: auth }).toString("utf8")),
  };
}

/** What the desk says of itself (RFC 8292), once its signature was checked with the key that comes along. */
export function vapidOf({ headers }: Pushed): { claims: Record<string, unknown>; publicKey: string } {
  const [, token, publicKey] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(headers.authorization ?? "") ?? [];
  if (!token || !publicKey) throw new Error(`No VAPID in ${headers.authorization ?? "nothing"}`);
  const [head, body, signature] = token.split(".") as [string, string, string];
  const point = Buffer.from(publicKey, "base64url");
  const key = createPublicKey({ format: "jwk", key: { kty: "EC", crv: "P-256", x: point.subarray(1, 33).toString("base64url"), y: point.subarray(33).toString("base64url") } });
  const isSigned = verify("sha256", Buffer.from(`${head}.${body}`), { key, dsaEncoding: "ieee-p1363" }, Buffer.from(signature, "base64url"));
  if (!isSigned) throw new Error("The signature is not of that key.");
  return { claims: JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as Record<string, unknown>, publicKey };
}
