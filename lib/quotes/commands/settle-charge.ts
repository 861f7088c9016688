import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Tx } from "@/lib/db/client";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { lockVisibleCharge, type LockedCharge } from "@/lib/quotes/charge-record";
import type { CancelChargeInput, PayChargeInput } from "@/lib/quotes/charge-schema";
import { moveCharge, type ChargeMove } from "@/lib/quotes/charge-states";
import { canCancelCharges, canWork } from "@/lib/quotes/work-policy";
import { ok, refuse, type Result } from "@/lib/result";
import { recordTicketEvent } from "@/lib/tickets/record";
import { toDate } from "@/lib/time/instants";

type Answer<C extends string = never> = Result<{ reference: string }, "CHARGE_NOT_FOUND" | "FORBIDDEN" | "CHARGE_MOVE_NOT_ALLOWED" | C>;

/** What was invoiced was paid, on a day that is not in the future. */
export function payCharge({ db, actor, now }: Context<StaffActor>, { chargeId, paidOn, note }: PayChargeInput): Promise<Answer<"PAID_IN_FUTURE">> {
  return db.$transaction(async (tx): Promise<Answer<"PAID_IN_FUTURE">> => {
    if (!canWork(actor)) return refuse("FORBIDDEN");
    const charge = await lockFor(tx, actor, { chargeId, move: "pay" });
    if (!charge.ok) return charge;
    const today = now.toZonedDateTimeISO(DESK_TIME_ZONE);
    if (Temporal.PlainDate.compare(paidOn, today.toPlainDate()) > 0) return refuse("PAID_IN_FUTURE");
    // Of today it is this moment; of another day its noon, which is that day in every calendar of ours.
    const paidAt = paidOn.equals(today.toPlainDate()) ? now : paidOn.toZonedDateTime({ timeZone: DESK_TIME_ZONE, plainTime: "12:00" }).toInstant();

    await tx.charge.update({ where: { id: chargeId }, data: { state: "paid", paidAt: toDate(paidAt), paidById: actor.userId, paymentNote: note, updatedAt: toDate(now) } });
    await recordTicketEvent(tx, { ticketId: charge.data.ticketId, type: "charge.paid", data: { charge: charge.data.reference }, actor, at: now });
    return ok({ reference: charge.data.reference });
  });
}

/** Given up, with a reason; never what was paid. */
export function cancelCharge({ db, actor, now }: Context<StaffActor>, { chargeId, reason }: CancelChargeInput): Promise<Answer> {
  return db.$transaction(async (tx): Promise<Answer> => {
    if (!canCancelCharges(actor)) return refuse("FORBIDDEN");
    const charge = await lockFor(tx, actor, { chargeId, move: "cancel" });
    if (!charge.ok) return charge;

    await tx.charge.update({ where: { id: chargeId }, data: { state: "cancelled", cancelledAt: toDate(now), cancelReason: reason, updatedAt: toDate(now) } });
    await recordTicketEvent(tx, { ticketId: charge.data.ticketId, type: "charge.cancelled", data: { charge: charge.data.reference }, actor, at: now });
    return ok({ reference: charge.data.reference });
  });
}

async function lockFor(tx: Tx, actor: StaffActor, { chargeId, move }: { chargeId: string; move: ChargeMove }): Promise<Result<LockedCharge, "CHARGE_NOT_FOUND" | "CHARGE_MOVE_NOT_ALLOWED">> {
  const charge = await lockVisibleCharge(tx, actor, chargeId);
  if (!charge) return refuse("CHARGE_NOT_FOUND");
  const moved = moveCharge(charge.state, move);
  return moved.ok ? ok(charge) : moved;
}
