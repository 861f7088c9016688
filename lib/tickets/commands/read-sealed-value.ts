import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { log } from "@/lib/log";
import { ok, refuse, type Result } from "@/lib/result";
import { kindOf } from "@/lib/secrets/held-secrets";
import { openSealed } from "@/lib/secrets/sealed-values";
import { readableSealed } from "@/lib/secrets/visibility";
import { recordTicketEvent } from "@/lib/tickets/record";
import type { ReadSealedInput } from "@/lib/tickets/schema";
import { visibleTickets } from "@/lib/tickets/visibility";

type Refusals = "SEALED_NOT_FOUND" | "SEALED_GONE" | "SEALED_KEY_UNKNOWN" | "SEALED_DAMAGED";

/** Reads what a person sealed for the desk. That it was read, by whom and when, is written to the ticket's trail in the same transaction. */
export async function readSealedValue({ db, actor, now }: Context<StaffActor>, { sealedId }: ReadSealedInput): Promise<Result<{ sealedId: string; value: string }, Refusals>> {
  return db.$transaction(async (tx): Promise<Result<{ sealedId: string; value: string }, Refusals>> => {
    const row = await tx.sealedValue.findFirst({
      where: { AND: [{ id: sealedId }, readableSealed(actor), { ticket: visibleTickets(actor) }] },
      select: { id: true, ticketId: true, kind: true, keyId: true, cipher: true, expiresAt: true },
    });
    if (!row) return refuse("SEALED_NOT_FOUND");
    // The job that takes it away may be a little late; what was promised holds to the minute.
    if (!row.cipher || !row.keyId || row.expiresAt.getTime() <= now.epochMilliseconds) return refuse("SEALED_GONE");
    const opened = openSealed({ id: row.id, ticketId: row.ticketId, keyId: row.keyId, cipher: row.cipher });
    if (!opened.ok) {
      log.error({ sealedId, code: opened.code }, "a sealed value cannot be opened");
      return opened;
    }
    await recordTicketEvent(tx, { ticketId: row.ticketId, type: "sealed.read", data: { sealedId, kind: kindOf(row.kind) }, actor, at: now });
    return ok({ sealedId, value: opened.data });
  });
}
