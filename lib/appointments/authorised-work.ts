import "server-only";
import { findAuthorisation, type Authorisation } from "@/lib/billing/authorisation";
import { refuseBillable, type GateRefusal } from "@/lib/billing/gate";
import { readPaidWork } from "@/lib/billing/paid-work";
import type { Db, Tx } from "@/lib/db/client";
import { usedMinutesOf } from "@/lib/quotes/work-record";

/** The authorisation of a ticket with what was used of it, or why there is none to book under. Whole minutes. */
export type WorkToBook = { ok: true; authorisation: Authorisation; usedMinutes: number } | { ok: false; code: GateRefusal };

export async function readWorkToBook(db: Db | Tx, ticketId: string): Promise<WorkToBook> {
  const authorisation = await findAuthorisation(db, ticketId);
  if (!authorisation) return { ok: false, code: refuseBillable(await readPaidWork(db, ticketId)) ?? "QUOTE_NEEDED" };
  return { ok: true, authorisation, usedMinutes: await usedMinutesOf(db, authorisation.quoteId) };
}

/** Of an authorisation, as a change of one of its appointments may cost it: nothing once it is not in force, or where no minutes were estimated. */
export function leftMinutes({ estimatedMinutes }: Pick<Authorisation, "estimatedMinutes">, used: number): number {
  return Math.max(0, estimatedMinutes - used);
}
