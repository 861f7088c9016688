import "server-only";
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";
import { ok, refuse, type Result } from "@/lib/result";

/** AES-256-GCM under a key derived from APP_SECRET (HKDF-SHA-256). `keyId` says which secret it was, so that it can be changed. */

export type Encrypted = { keyId: string; cipher: Buffer<ArrayBuffer> };
type Key = { id: string; key: Buffer };
type Secrets = { current: string; previous: readonly string[] };

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** @param bound what the ciphertext belongs to: it opens nowhere else */
export function encrypt(value: string, bound: readonly string[], secrets: Secrets = secretsInForce()): Encrypted {
  const { id, key } = keyFrom(secrets.current);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(bindingOf(bound));
  const sealed = Buffer.concat([cipher.update(value, "utf8"), cipher.final()]);
  return { keyId: id, cipher: Buffer.concat([nonce, sealed, cipher.getAuthTag()]) };
}

/** SEALED_KEY_UNKNOWN: the secret it was encrypted under is not configured any more. SEALED_DAMAGED: it was changed, or moved to another row. */
export function decrypt({ keyId, cipher }: { keyId: string; cipher: Uint8Array }, bound: readonly string[], secrets: Secrets = secretsInForce()): Result<string, "SEALED_KEY_UNKNOWN" | "SEALED_DAMAGED"> {
  const key = [secrets.current, ...secrets.previous].map(keyFrom).find(({ id }) => id === keyId);
  if (!key) return refuse("SEALED_KEY_UNKNOWN");
  const bytes = Buffer.from(cipher);
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return refuse("SEALED_DAMAGED");
  const decipher = createDecipheriv("aes-256-gcm", key.key, bytes.subarray(0, NONCE_BYTES)).setAAD(bindingOf(bound)).setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return ok(Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString("utf8"));
  } catch {
    return refuse("SEALED_DAMAGED"); // all that `final` can complain about
  }
}

export function currentKeyId(secrets: Secrets = secretsInForce()): string {
  return keyFrom(secrets.current).id;
}

function secretsInForce(): Secrets {
  const { APP_SECRET, APP_SECRET_PREVIOUS } = env();
  return { current: APP_SECRET, previous: APP_SECRET_PREVIOUS };
}

const derived = new Map<string, Key>();

function keyFrom(secret: string): Key {
  const known = derived.get(secret);
  if (known) return known;
  const key = Buffer.from(hkdfSync("sha256", secret, "mesa", "sealed-values/v1/key", 32));
  const id = createHash("sha256").update(Buffer.from(hkdfSync("sha256", secret, "mesa", "sealed-values/v1/id", 32))).digest("hex").slice(0, 12);
  const made = { id, key };
  derived.set(secret, made);
  return made;
}

/** Lengths first: no two lists make the same bytes. */
function bindingOf(parts: readonly string[]): Buffer {
  return Buffer.from(parts.map((part) => `${part.length}:${part}`).join(""));
}
