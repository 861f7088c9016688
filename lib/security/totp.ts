import "server-only";
import { Secret, TOTP } from "otpauth";

/** Codes as RFC 6238 has them and every authenticator makes them: SHA-1, six digits, thirty seconds. */
const PERIOD_SECONDS = 30;
const SECRET_BYTES = 20;
/** A clock may be one step off, in either direction. */
const WINDOW = 1;

export function newSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** What the picture says to an authenticator. */
export function setUpUri({ secret, account, issuer }: { secret: string; account: string; issuer: string }): string {
  return totpOf(secret, { issuer, label: account }).toString();
}

/** The step that `code` belongs to, within the window around now; null when it is none of these. Steps count the half minutes since 1970. */
export function stepOfCode({ secret, code, now }: { secret: string; code: string; now: Temporal.Instant }): number | null {
  const timestamp = now.epochMilliseconds;
  const delta = totpOf(secret).validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? null : TOTP.counter({ period: PERIOD_SECONDS, timestamp }) + delta;
}

function totpOf(secret: string, names: { issuer?: string; label?: string } = {}): TOTP {
  return new TOTP({ ...names, secret: Secret.fromBase32(secret), period: PERIOD_SECONDS });
}
