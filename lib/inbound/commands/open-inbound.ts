import "server-only";
import { randomUUID } from "node:crypto";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { hasDraftContent, joinDrafts } from "@/lib/drafts/choice";
import { saveDraft } from "@/lib/drafts/commands";
import { findKeptDraft } from "@/lib/drafts/queries";
import { saveDraftSchema, type DraftData } from "@/lib/drafts/schema";
import { findOwnInbound, type OwnInbound } from "@/lib/inbound/queries";

/**
 * Where the link of an answer leads. `form`: of a new ticket, whose draft is what was written, unless another one was there. `ticket`: to
 * the conversation, with the text in its form, or to what became of it. `unsent`: the desk's own people raise no tickets; theirs is shown.
 * `nothing`: past its time, never made, or somebody else's; which of these is not said.
 */
export type OpenedInbound = { kind: "form" } | { kind: "ticket"; reference: string } | { kind: "unsent"; subject: string; body: string } | { kind: "nothing" };

/** Opening it once or often, in one window or two, makes one draft; a draft that was sent does not come back. */
export async function openInbound(ctx: Context<PersonActor>, { token }: { token: string }): Promise<OpenedInbound> {
  const own = await findOwnInbound(ctx, { token });
  if (!own) return { kind: "nothing" };
  if (own.sentAs) return { kind: "ticket", reference: own.sentAs };
  if (own.ticket) {
    await draftReply(ctx, own, own.ticket.id);
    return { kind: "ticket", reference: own.ticket.reference };
  }
  if (ctx.actor.kind === "staff") return { kind: "unsent", subject: own.subject, body: own.body };
  const kept = await findKeptDraft(ctx, "new");
  // Two topics are never mixed: the form offers to begin anew with this one.
  if (!hasDraftContent(kept?.data)) await keep(ctx, { slot: "new", base: kept?.version ?? null, data: { subject: own.subject, body: own.body, submissionKey: own.submissionKey } });
  return { kind: "form" };
}

/** Below what is in the conversation's form already: it is one matter. Under the key of this text, so that it is known once it was sent. */
async function draftReply(ctx: Context<PersonActor>, own: OwnInbound, ticketId: string): Promise<void> {
  const slot = `reply:${ticketId}`;
  const kept = await findKeptDraft(ctx, slot);
  if (kept?.data.submissionKey === own.submissionKey) return;
  const mine: DraftData = { body: own.body, submissionKey: own.submissionKey };
  await keep(ctx, { slot, base: kept?.version ?? null, data: kept && hasDraftContent(kept.data) ? joinDrafts(mine, kept.data) : mine });
}

/** What no form could hold, or what somebody writes on at this moment, is left as it is: the link still works. */
async function keep(ctx: Context<PersonActor>, { slot, base, data }: { slot: string; base: string | null; data: DraftData }): Promise<void> {
  const input = saveDraftSchema.safeParse({ slot, base, data, unheard: [], version: randomUUID(), owner: ctx.actor.userId });
  if (input.success) await saveDraft(ctx, input.data);
}
