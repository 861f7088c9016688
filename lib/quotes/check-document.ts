import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import type { PublicContext } from "@/lib/auth/context";
import type { QuoteBasis, QuoteView } from "@/lib/quotes/quote-types";

/** What the check page says of a genuine quote or answer: nothing that its holder has not in hand. */
export type CheckedDocument = {
  kind: "quote" | "authorised" | "declined";
  reference: string;
  ticketReference: string;
  at: string;
  basis: QuoteBasis;
  totalCents: number;
  estimatedMinutes: number;
  /** Of a quote, what became of it is said to whoever asks with its hash: another one may count instead. */
  state: QuoteView["state"];
};

const select = { sha256: true, reference: true, sentAt: true, basis: true, totalCents: true, estimatedMinutes: true, state: true, ticket: { select: { reference: true } } } as const;

/** For anybody who has a document in hand. The whole hash is the key; the reference takes no part in finding it (as receipts do it). */
export async function checkQuoteDocument({ db }: PublicContext, { reference, hash }: { reference: string; hash: string }): Promise<CheckedDocument | null> {
  const [quote, decision] = await Promise.all([
    db.quote.findUnique({ where: { sha256: hash }, select }),
    db.quoteDecision.findUnique({ where: { sha256: hash }, select: { sha256: true, verdict: true, at: true, quote: { select } } }),
  ]);
  const found = decision?.quote ?? quote;
  const isSameHash = isSame(decision?.sha256 ?? quote?.sha256 ?? "", hash);
  const isSameReference = isSame(found?.reference ?? "", reference);
  if (!found || !isSameHash || !isSameReference) return null;
  const { basis, totalCents, estimatedMinutes, state, ticket, sentAt } = found;
  return {
    kind: decision?.verdict ?? "quote",
    reference: found.reference,
    ticketReference: ticket.reference,
    at: (decision?.at ?? sentAt ?? new Date(0)).toISOString(),
    basis,
    totalCents: Number(totalCents),
    estimatedMinutes,
    state,
  };
}

/** Compared by their digests: neither the place of the first difference nor the length shows in the time. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text, "utf8").digest();
  return timingSafeEqual(digest(a), digest(b));
}
