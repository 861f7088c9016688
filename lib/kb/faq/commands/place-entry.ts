import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { SavedEntry } from "@/lib/kb/faq/commands/save-entry";
import { placedAt, steppedBy } from "@/lib/order";
import { findEntry, followInIndex, idsOfGroup, lastPosition, lockFaq } from "@/lib/kb/faq/record";
import type { FaqEntryIdInput, MoveFaqEntryInput } from "@/lib/kb/faq/schema";
import { canWriteKnowledge } from "@/lib/kb/policy";
import { recordKbEvent } from "@/lib/kb/record-event";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

type Answer = Result<SavedEntry, "FORBIDDEN" | "FAQ_ENTRY_GONE">;

/** Among those that its group asks. What one reads of it does not change, and so neither does its version. */
export async function moveFaqEntry({ db, actor, now }: Context<StaffActor>, { entryId, direction, to }: MoveFaqEntryInput): Promise<Answer> {
  if (!canWriteKnowledge(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<Answer> => {
    await lockFaq(tx);
    const entry = await findEntry(tx, entryId);
    if (!entry || entry.archivedAt) return refuse("FAQ_ENTRY_GONE");
    const before = await idsOfGroup(tx, entry.groupId);
    const after = direction ? steppedBy(before, entryId, direction) : placedAt(before, entryId, to ?? before.indexOf(entryId));
    if (after.join() === before.join()) return ok({ entryId });
    for (const [at, id] of after.entries()) await tx.faqEntry.update({ where: { id }, data: { position: at + 1 }, select: { id: true } });
    await recordKbEvent(tx, { subjectId: entryId, type: "faq.moved", data: { place: after.indexOf(entryId) + 1 }, actor, at: now });
    return ok({ entryId });
  });
}

/** Puts a question away: from the page, the search and the suggestions. Its versions stay. */
export async function archiveFaqEntry({ db, actor, now }: Context<StaffActor>, { entryId }: FaqEntryIdInput): Promise<Answer> {
  if (!canWriteKnowledge(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<Answer> => {
    await lockFaq(tx);
    const entry = await findEntry(tx, entryId);
    if (!entry) return refuse("FAQ_ENTRY_GONE");
    if (entry.archivedAt) return ok({ entryId });
    await tx.faqEntry.update({ where: { id: entryId }, data: { archivedAt: toDate(now), updatedAt: toDate(now) }, select: { id: true } });
    await followInIndex(tx, entryId, now);
    await recordKbEvent(tx, { subjectId: entryId, type: "faq.archived", data: {}, actor, at: now });
    return ok({ entryId });
  });
}

/** Asks it again, as the last of its group. */
export async function unarchiveFaqEntry({ db, actor, now }: Context<StaffActor>, { entryId }: FaqEntryIdInput): Promise<Answer> {
  if (!canWriteKnowledge(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<Answer> => {
    await lockFaq(tx);
    const entry = await findEntry(tx, entryId);
    if (!entry) return refuse("FAQ_ENTRY_GONE");
    if (!entry.archivedAt) return ok({ entryId });
    await tx.faqEntry.update({ where: { id: entryId }, data: { archivedAt: null, position: await lastPosition(tx, entry.groupId), updatedAt: toDate(now) }, select: { id: true } });
    await followInIndex(tx, entryId, now);
    await recordKbEvent(tx, { subjectId: entryId, type: "faq.unarchived", data: {}, actor, at: now });
    return ok({ entryId });
  });
}
