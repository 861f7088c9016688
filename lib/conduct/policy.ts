import type { Actor } from "@/lib/auth/actor";

/** Who judges what (docs/decisions/0034). */

/** Whom a case is about, and who took part: has the ticket, wrote in it, or marked the message. */
export type CaseParties = { aboutId: string; isAboutStaff: boolean; partyIds: readonly string[] };

/** Agents judge customers' messages, but not where they took part; administrators judge all. Nobody judges what is about themselves. */
export function canReview(actor: Actor, { aboutId, isAboutStaff, partyIds }: CaseParties): boolean {
  if (actor.kind !== "staff" || actor.userId === aboutId) return false;
  return actor.role === "admin" || (!isAboutStaff && !partyIds.includes(actor.userId));
}

/** Customers alone are suspended so: what one of the desk may do is their account's matter. */
export function canSuspend(actor: Actor, { aboutId, isAboutStaff }: Pick<CaseParties, "aboutId" | "isAboutStaff">): boolean {
  return actor.kind === "staff" && canGovernConduct(actor) && !isAboutStaff && actor.userId !== aboutId;
}

/** Whoever imposed it does not decide on it. */
export function canDecideAppeal(actor: Actor, { imposedBy }: { imposedBy: string }): boolean {
  return actor.kind === "staff" && canGovernConduct(actor) && actor.userId !== imposedBy;
}

/** Lifting, and the texts and period of the warnings. */
export function canGovernConduct(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "admin";
}
