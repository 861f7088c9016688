import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";

/** What stands behind "Bearer"; empty where nothing does. */
export function bearerOf(authorization: string | null): string {
  return /^bearer\s+(\S.*)$/i.exec(authorization ?? "")?.[1]?.trim() ?? "";
}

/** In a time that says nothing of how much of it was right, nor of its length. */
export function isSameSecret(given: string, secret: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
