import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Tx } from "@/lib/db/client";
import type { NoteOffChannelInput } from "@/lib/off-channel/schema";
import { slotOfCall } from "@/lib/off-channel/slot";
import { expiryOf } from "@/lib/off-channel/term";
import { ok, refuse, type Result } from "@/lib/result";
import { forgetSentDraft } from "@/lib/drafts/sent";
import { toDate } from "@/lib/time/instants";

/** More at once is nothing that a person confirms one by one. */
export const MOST_OPEN = 10;

type Refusals = "FORBIDDEN" | "UNKNOWN_CUSTOMER" | "UNKNOWN_DEPARTMENT" | "UNKNOWN_PRODUCT" | "NOTED_ALREADY" | "NOTED_TOO_MANY";

/**
 * Notes for a customer what was said elsewhere. It is no request: it has no reference and no promise, and lapses unless the customer
 * confirms it. The same form sent twice notes once.
 */
export function noteOffChannel({ db, actor, now }: Context<StaffActor>, input: NoteOffChannelInput): Promise<Result<{ notedId: string }, Refusals>> {
  return db.$transaction(async (tx): Promise<Result<{ notedId: string }, Refusals>> => {
    if (actor.kind !== "staff") return refuse("FORBIDDEN");
    // Two who note for one customer do so one after the other.
    const [customer] = await tx.$queryRaw<{ id: string; organization_id: string | null }[]>`
      SELECT id, organization_id FROM app_user WHERE id = ${input.customerId}::uuid AND role = 'customer' AND suspended_at IS NULL FOR NO KEY UPDATE`;
    if (!customer) return refuse("UNKNOWN_CUSTOMER");
    const sent = await findSent(tx, actor.userId, input);
    if (sent) return sent;
    if ((await tx.department.count({ where: { id: input.departmentId, isActive: true } })) === 0) return refuse("UNKNOWN_DEPARTMENT");
    if (input.productId && !(customer.organization_id && (await tx.product.count({ where: { id: input.productId, organizationId: customer.organization_id } })))) return refuse("UNKNOWN_PRODUCT");
    const open = await tx.offChannelNote.count({ where: { customerId: customer.id, expiresAt: { gt: toDate(now) } } });
    if (open >= MOST_OPEN) return refuse("NOTED_TOO_MANY", { max: MOST_OPEN });

    const { productId, draft, ...rest } = input;
    const note = await tx.offChannelNote.create({
      data: { ...rest, productId: productId ?? null, agentId: actor.userId, createdAt: toDate(now), expiresAt: toDate(expiryOf(now)) },
      select: { id: true },
    });
    await forgetSentDraft(tx, { userId: actor.userId, slot: slotOfCall(customer.id), versions: draft });
    return ok({ notedId: note.id });
  });
}

/** The note that this form became. With another text, or once it was confirmed, it is another one's. */
async function findSent(tx: Tx, agentId: string, { customerId, submissionKey, subject, body }: NoteOffChannelInput): Promise<Result<{ notedId: string }, "NOTED_ALREADY"> | null> {
  const note = await tx.offChannelNote.findUnique({ where: { agentId_submissionKey: { agentId, submissionKey } }, select: { id: true, customerId: true, subject: true, body: true } });
  if (note) return note.customerId === customerId && note.subject === subject && note.body === body ? ok({ notedId: note.id }) : refuse("NOTED_ALREADY");
  return (await tx.ticket.count({ where: { requesterId: customerId, submissionKey } })) > 0 ? refuse("NOTED_ALREADY") : null;
}
