import type { Analysis } from "@/lib/search/analysis";
import type { Identifier } from "@/lib/search/types";
import { sigmoid } from "./probability";
import type { TicketScope } from "./types";
import { CIRCUMSTANCE, CONFLICT_CEILING } from "./weights";

/** What two tickets name: identifiers in common, whether they name different things, and whether they are about one product. */
export type Comparison = { sharedIdentifiers: Identifier[]; isConflict: boolean; product: "same" | "other" | "unknown" };

export type ComparedTicket = Pick<Analysis, "titleTokens" | "bodyTokens">;

export function compareTickets(draft: ComparedTicket, ticket: ComparedTicket, product: Comparison["product"]): Comparison {
  const ofDraft = identifiersOf(draft);
  const ofTicket = identifiersOf(ticket);
  return {
    sharedIdentifiers: [...ofDraft].filter(([key]) => ofTicket.has(key)).map(([, identifier]) => identifier),
    isConflict: isConflict([...ofDraft.values()], [...ofTicket.values()]),
    product,
  };
}

/** The probability that both are about one matter, from the logit of their likeness and what is known besides. */
export function probabilityOf(logit: number, comparison: Comparison, scope: TicketScope["kind"]): number {
  const probability = sigmoid(logit + circumstanceOf(comparison, scope));
  return comparison.isConflict && scope !== "all" ? Math.min(probability, CONFLICT_CEILING) : probability;
}

export function circumstanceOf({ sharedIdentifiers, isConflict: conflicts, product }: Comparison, scope: TicketScope["kind"]): number {
  const circumstance = CIRCUMSTANCE[scope];
  const isCode = (identifier: Identifier) => identifier.kind === "code";
  let logit: number = circumstance.base;
  if (product === "same") logit += circumstance.sameProduct;
  if (product === "other") logit += circumstance.otherProduct;
  if (sharedIdentifiers.some((identifier) => !isCode(identifier))) logit += circumstance.sharedIdentifier;
  if (sharedIdentifiers.some(isCode)) logit += circumstance.sharedCode;
  if (conflicts) logit += circumstance.conflict;
  return logit;
}

/** Numbers, versions and code names are no identity: they stand in logs by the dozen. */
const TELLING_KINDS: ReadonlySet<Identifier["kind"]> = new Set(["domain", "email", "ip", "code", "file", "folio", "month"]);
/** One matter has one of these. Two different ones, and none in common, are two matters. */
const EXCLUSIVE_KINDS: readonly Identifier["kind"][] = ["domain", "email", "folio", "month"];

function identifiersOf({ titleTokens, bodyTokens }: ComparedTicket): Map<string, Identifier> {
  const identifiers = new Map<string, Identifier>();
  for (const { identifier } of [...titleTokens, ...bodyTokens]) {
    if (identifier && TELLING_KINDS.has(identifier.kind)) identifiers.set(`${identifier.kind} ${identifier.value}`, identifier);
  }
  return identifiers;
}

function isConflict(draft: readonly Identifier[], ticket: readonly Identifier[]): boolean {
  return EXCLUSIVE_KINDS.some((kind) => {
    const ofDraft = draft.filter((identifier) => identifier.kind === kind).map((identifier) => identifier.value);
    const ofTicket = new Set(ticket.filter((identifier) => identifier.kind === kind).map((identifier) => identifier.value));
    return ofDraft.length > 0 && ofTicket.size > 0 && !ofDraft.some((value) => ofTicket.has(value));
  });
}
