import "server-only";
import { createHash, createHmac, randomBytes } from "node:crypto";
import type { Tx } from "@/lib/db/client";
import { env } from "@/lib/env";
import { LINK_DAYS } from "@/lib/inbound/mail-details";
import { toDate } from "@/lib/time/instants";

/**
 * The link of an answer: 256 bits, made like those of accounts (docs/decisions/0042) so that the table holds nothing that opens it. It opens
 * nothing by itself either: what was written is shown to whoever has the sender's address as their own, and to nobody else.
 */
export function makeLink(now: Temporal.Instant): { seed: string; tokenHash: string; linkExpiresAt: Date } {
  const seed = randomBytes(32).toString("base64url");
  return { seed, tokenHash: hashOfInboundToken(tokenOf(seed)), linkExpiresAt: toDate(now.add({ hours: LINK_DAYS * 24 })) };
}

/** For the mail that carries it, at each try; null once it is worth nothing. */
export async function tokenOfInbound(tx: Tx, { inboundId, now }: { inboundId: string; now: Temporal.Instant }): Promise<string | null> {
  const row = await tx.inboundMail.findFirst({ where: { id: inboundId, linkExpiresAt: { gt: toDate(now) } }, select: { seed: true, tokenHash: true } });
  const { seed = null, tokenHash = null } = row ?? {};
  if (seed === null || tokenHash === null) return null;
  return [env().APP_SECRET, ...env().APP_SECRET_PREVIOUS].map((secret) => tokenOf(seed, secret)).find((token) => hashOfInboundToken(token) === tokenHash) ?? null;
}

export function hashOfInboundToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

function tokenOf(seed: string, secret = env().APP_SECRET): string {
  return createHmac("sha256", secret).update(`mesa inbound link ${seed}`).digest("base64url");
}
