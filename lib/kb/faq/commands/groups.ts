import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { lockFaq } from "@/lib/kb/faq/record";
import { steppedBy } from "@/lib/order";
import type { AddFaqGroupInput, FaqGroupIdInput, MoveFaqGroupInput, RenameFaqGroupInput } from "@/lib/kb/faq/schema";
import { canWriteKnowledge } from "@/lib/kb/policy";
import { recordKbEvent } from "@/lib/kb/record-event";
import { freeSlug } from "@/lib/kb/slug";
import { ok, refuse, type Result } from "@/lib/result";

type Saved = { groupId: string };

/** A new group, the last one. Its address is made of its name and stays. */
export async function addFaqGroup({ db, actor, now }: Context<StaffActor>, { name }: AddFaqGroupInput): Promise<Result<Saved, "FORBIDDEN" | "FAQ_GROUP_NAME_TAKEN">> {
  if (!canWriteKnowledge(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<Result<Saved, "FAQ_GROUP_NAME_TAKEN">> => {
    await lockFaq(tx);
    const groups = await tx.faqGroup.findMany({ select: { slug: true, name: true, position: true } });
    if (groups.some((group) => isSameName(group.name, name))) return refuse("FAQ_GROUP_NAME_TAKEN");
    const slug = freeSlug(name, new Set(groups.map((group) => group.slug)));
    const { id } = await tx.faqGroup.create({ data: { slug, name, position: 1 + Math.max(0, ...groups.map((group) => group.position)) }, select: { id: true } });
    await recordKbEvent(tx, { subjectId: id, type: "faq-group.created", data: { name }, actor, at: now });
    return ok({ groupId: id });
  });
}

type RenameAnswer = Result<Saved, "FORBIDDEN" | "FAQ_GROUP_GONE" | "FAQ_GROUP_CHANGED" | "FAQ_GROUP_NAME_TAKEN">;

/** Over the version that was seen, and over no other. */
export async function renameFaqGroup({ db, actor, now }: Context<StaffActor>, { groupId, name, version }: RenameFaqGroupInput): Promise<RenameAnswer> {
  if (!canWriteKnowledge(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<RenameAnswer> => {
    await lockFaq(tx);
    const groups = await tx.faqGroup.findMany({ select: { id: true, name: true, version: true } });
    const group = groups.find((each) => each.id === groupId);
    if (!group) return refuse("FAQ_GROUP_GONE");
    if (group.name === name) return ok({ groupId });
    if (group.version !== version) return refuse("FAQ_GROUP_CHANGED", { theirs: group.name, version: group.version });
    if (groups.some((each) => each.id !== groupId && isSameName(each.name, name))) return refuse("FAQ_GROUP_NAME_TAKEN");
    await tx.faqGroup.update({ where: { id: groupId }, data: { name, version: { increment: 1 } }, select: { id: true } });
    await recordKbEvent(tx, { subjectId: groupId, type: "faq-group.renamed", data: { before: group.name, after: name }, actor, at: now });
    return ok({ groupId });
  });
}

/** One place up or down; at an end it stays where it is. */
export async function moveFaqGroup({ db, actor, now }: Context<StaffActor>, { groupId, direction }: MoveFaqGroupInput): Promise<Result<Saved, "FORBIDDEN" | "FAQ_GROUP_GONE">> {
  if (!canWriteKnowledge(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<Result<Saved, "FAQ_GROUP_GONE">> => {
    await lockFaq(tx);
    const groups = await tx.faqGroup.findMany({ orderBy: [{ position: "asc" }, { name: "asc" }], select: { id: true } });
    const before = groups.map((group) => group.id);
    if (!before.includes(groupId)) return refuse("FAQ_GROUP_GONE");
    const after = steppedBy(before, groupId, direction);
    if (after.join() === before.join()) return ok({ groupId });
    for (const [at, id] of after.entries()) await tx.faqGroup.update({ where: { id }, data: { position: at + 1 }, select: { id: true } });
    await recordKbEvent(tx, { subjectId: groupId, type: "faq-group.moved", data: { direction }, actor, at: now });
    return ok({ groupId });
  });
}

/** Only what has no questions, archived ones included: they are kept. What is gone already is as it was wanted. */
export async function deleteFaqGroup({ db, actor, now }: Context<StaffActor>, { groupId }: FaqGroupIdInput): Promise<Result<{ isGone: true }, "FORBIDDEN" | "FAQ_GROUP_HAS_QUESTIONS">> {
  if (!canWriteKnowledge(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<Result<{ isGone: true }, "FAQ_GROUP_HAS_QUESTIONS">> => {
    await lockFaq(tx);
    const group = await tx.faqGroup.findUnique({ where: { id: groupId }, select: { name: true, _count: { select: { entries: true } } } });
    if (!group) return ok({ isGone: true });
    if (group._count.entries > 0) return refuse("FAQ_GROUP_HAS_QUESTIONS", { count: group._count.entries });
    await tx.faqGroup.delete({ where: { id: groupId }, select: { id: true } });
    await recordKbEvent(tx, { subjectId: groupId, type: "faq-group.deleted", data: { name: group.name }, actor, at: now });
    return ok({ isGone: true });
  });
}

function isSameName(one: string, other: string): boolean {
  return one.localeCompare(other, "es", { sensitivity: "base" }) === 0;
}
