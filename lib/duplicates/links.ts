import { z } from "zod";
import type { DuplicateCandidate } from "./types";

/** Why two tickets are linked: what stays true of both of them. An age goes stale, and a sentence belongs to one side alone. */
export const linkReasonsSchema = z.array(
  z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("identifier"), value: z.string() }),
    z.object({ kind: z.literal("code"), value: z.string() }),
    z.object({ kind: z.literal("product"), name: z.string() }),
    z.object({ kind: z.literal("terms"), words: z.array(z.string()) }),
  ]),
);
export type LinkReason = z.output<typeof linkReasonsSchema>[number];

/** A pair of tickets, the smaller id first. */
export type TicketPair = { lower: string; higher: string };
export type ScoredPair = TicketPair & { scoreMilli: number };
export type TicketLink = ScoredPair & { reasons: LinkReason[] };

export function pairOf(one: string, other: string): TicketPair {
  return one < other ? { lower: one, higher: other } : { lower: other, higher: one };
}

export function keyOfPair({ lower, higher }: TicketPair): string {
  return `${lower} ${higher}`;
}

export function linkOf(ticketId: string, { ticketId: otherId, score, reasons }: Pick<DuplicateCandidate, "ticketId" | "score" | "reasons">): TicketLink {
  return { ...pairOf(ticketId, otherId), scoreMilli: Math.round(score * 1000), reasons: reasons.flatMap(lastingReason) };
}

function lastingReason(reason: DuplicateCandidate["reasons"][number]): LinkReason[] {
  return reason.kind === "sentence" || reason.kind === "opened-ago" ? [] : [reason];
}
