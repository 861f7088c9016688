import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * The addresses that uploadthing signs, as our own ingest reads them: `<origin>/<key>?expires=…&x-ut-…&signature=hmac-sha256=<hex>`,
 * the signature over everything before it, data values percent-encoded twice.
 */

/** Never dialled: it only stands in what is signed. */
export const INGEST_ORIGIN = "https://ingest.local.invalid";
export const LOCAL_APP = "local";

/** The key that this desk signs with; the token is what the SDK is given. */
export function localKey(secret: string): string {
  return `sk_local_${createHmac("sha256", secret).update("mesa:uploads:v1").digest("hex")}`;
}

export function localToken(secret: string): string {
  return Buffer.from(JSON.stringify({ apiKey: localKey(secret), appId: LOCAL_APP, regions: ["local"] })).toString("base64");
}

export function signText(text: string, key: string): string {
  return `hmac-sha256=${createHmac("sha256", key).update(text).digest("hex")}`;
}

/** `/api/ingest/<key>?…` of an address of the constant origin; null when it is none. */
export function relativeAddress(signed: string): string | null {
  return signed.startsWith(`${INGEST_ORIGIN}/`) ? `/api/ingest/${signed.slice(INGEST_ORIGIN.length + 1)}` : null;
}

export type SignedUpload = { fileKey: string; uploadId: string; name: string; size: number; type: string; slug: string };

export type AddressProblem = "UPLOAD_UNKNOWN" | "UPLOAD_TAMPERED" | "UPLOAD_EXPIRED";

const KEY = /^[A-Za-z0-9]{48,80}$/;
const MARK = "&signature=";

/** @param query as it was sent, with its question mark */
export function readSignedAddress({ fileKey, query, key, nowMs }: { fileKey: string; query: string; key: string; nowMs: number }): SignedUpload | AddressProblem {
  if (!KEY.test(fileKey)) return "UPLOAD_UNKNOWN";
  const parameters = new URLSearchParams(query);
  const names = [...parameters.keys()];
  if (new Set(names).size !== names.length || names.at(-1) !== "signature") return "UPLOAD_TAMPERED";
  const signed = `${INGEST_ORIGIN}/${fileKey}${query.slice(0, query.lastIndexOf(MARK))}`;
  if (!isSame(parameters.get("signature") ?? "", signText(signed, key))) return "UPLOAD_TAMPERED";

  // From here on it is what we signed.
  if (!(Number(parameters.get("expires")) > nowMs)) return "UPLOAD_EXPIRED";
  if (valueOf(parameters, "x-ut-identifier") !== LOCAL_APP) return "UPLOAD_UNKNOWN";
  return {
    fileKey,
    uploadId: valueOf(parameters, "x-ut-custom-id"),
    name: valueOf(parameters, "x-ut-file-name"),
    size: Number(valueOf(parameters, "x-ut-file-size")),
    type: valueOf(parameters, "x-ut-file-type"),
    slug: valueOf(parameters, "x-ut-slug"),
  };
}

function valueOf(parameters: URLSearchParams, name: string): string {
  try {
    return decodeURIComponent(parameters.get(name) ?? "");
  } catch {
    return "";
  }
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}
