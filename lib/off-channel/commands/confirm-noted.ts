import "server-only";
import type { CustomerActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { ConfirmNotedInput } from "@/lib/off-channel/schema";
import { slotOfNoted } from "@/lib/off-channel/slot";
import { visibleNotes } from "@/lib/off-channel/visibility";
import { openTicket } from "@/lib/tickets/commands/open-ticket";
import { toDate } from "@/lib/time/instants";

/**
 * What was noted becomes the customer's ticket, as the customer put it right: with its reference and its promise from now, after the same
 * reviews as every ticket. Once: the note and its ticket change places in one transaction, and whoever confirms again is shown that ticket.
 */
export async function confirmNoted(ctx: Context<CustomerActor> & { browser?: string }, { notedId, ...input }: ConfirmNotedInput): ReturnType<typeof openTicket> {
  const { db, actor, now } = ctx;
  const note = await db.offChannelNote.findFirst({ where: { AND: [visibleNotes(actor, now), { id: notedId, customerId: actor.userId }] }, select: { channel: true, agentId: true, submissionKey: true } });
  return openTicket(ctx, { ...input, submissionKey: note?.submissionKey ?? input.submissionKey }, {
    noted: note && { channel: note.channel, agentId: note.agentId },
    slot: slotOfNoted(notedId),
    async hold(tx) {
      // Without a note there is nothing to open: only a ticket that it became before is found.
      if (!note) return false;
      const rows = await tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM off_channel_note WHERE id = ${notedId}::uuid AND customer_id = ${actor.userId}::uuid AND expires_at > ${toDate(now)} FOR UPDATE`;
      return rows.length === 1;
    },
    async end(tx) {
      await tx.offChannelNote.deleteMany({ where: { id: notedId } });
    },
  });
}
