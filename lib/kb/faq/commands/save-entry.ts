import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Tx } from "@/lib/db/client";
import { findEntry, findNamedArticle, followInIndex, lastPosition, lockFaq, writeVersion } from "@/lib/kb/faq/record";
import type { AddFaqEntryInput, EditFaqEntryInput, RestoreFaqVersionInput } from "@/lib/kb/faq/schema";
import type { FaqBody } from "@/lib/kb/faq/types";
import { canWriteKnowledge } from "@/lib/kb/policy";
import { recordKbEvent } from "@/lib/kb/record-event";
import { freeSlug } from "@/lib/kb/slug";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

export type SavedEntry = { entryId: string };
type ArticleRefusal = "FAQ_ARTICLE_UNKNOWN" | "FAQ_ARTICLE_TWICE";
type AddAnswer = Result<SavedEntry, "FORBIDDEN" | "FAQ_GROUP_GONE" | ArticleRefusal>;

/** A new question, the last of its group. Its address is made of its words and stays. */
export async function addFaqEntry({ db, actor, now }: Context<StaffActor>, input: AddFaqEntryInput): Promise<AddAnswer> {
  if (!canWriteKnowledge(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<AddAnswer> => {
    await lockFaq(tx);
    if (!(await isGroup(tx, input.groupId))) return refuse("FAQ_GROUP_GONE");
    const article = await findNamedArticle(tx, input.article);
    if (!article.ok) return article;
    const body: FaqBody = { groupId: input.groupId, question: input.question, answer: input.answer, articleId: article.data?.id ?? null };
    const taken = await tx.faqEntry.findMany({ select: { slug: true } });
    const slug = freeSlug(input.question, new Set(taken.map((row) => row.slug)));
    const { id } = await tx.faqEntry.create({ data: { ...body, slug, position: await lastPosition(tx, input.groupId), updatedAt: toDate(now) }, select: { id: true } });
    await writeVersion(tx, { entryId: id, number: 1, ...body, authorId: actor.userId, at: now });
    await followInIndex(tx, id, now);
    await recordKbEvent(tx, { subjectId: id, type: "faq.created", data: { groupId: body.groupId, articleId: body.articleId, question: body.question }, actor, at: now });
    return ok({ entryId: id });
  });
}

/** What somebody else saved meanwhile, and the version to write over it with. */
export type FaqConflict = { version: number; theirs: { question: string; answer: string } };
type EditAnswer = Result<SavedEntry, "FORBIDDEN" | "FAQ_ENTRY_GONE" | "FAQ_ENTRY_CHANGED" | "FAQ_GROUP_GONE" | ArticleRefusal>;

/** Over the version that was seen, and over no other. Other words are a new version; another group or article is none. */
export async function editFaqEntry({ db, actor, now }: Context<StaffActor>, input: EditFaqEntryInput): Promise<EditAnswer> {
  if (!canWriteKnowledge(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<EditAnswer> => {
    await lockFaq(tx);
    const entry = await findEntry(tx, input.entryId);
    if (!entry) return refuse("FAQ_ENTRY_GONE");
    if (!(await isGroup(tx, input.groupId))) return refuse("FAQ_GROUP_GONE");
    const article = await findNamedArticle(tx, input.article);
    if (!article.ok) return article;
    const before: FaqBody = { groupId: entry.groupId, question: entry.question, answer: entry.answer, articleId: entry.articleId };
    const after: FaqBody = { groupId: input.groupId, question: input.question, answer: input.answer, articleId: article.data?.id ?? null };
    const hasNewWords = before.question !== after.question || before.answer !== after.answer;
    const isMoved = before.groupId !== after.groupId;
    if (!hasNewWords && !isMoved && before.articleId === after.articleId) return ok({ entryId: entry.id });
    if (entry.headVersion !== input.version) return refuse("FAQ_ENTRY_CHANGED", { version: entry.headVersion, theirs: { question: entry.question, answer: entry.answer } } satisfies FaqConflict);
    const version = entry.headVersion + (hasNewWords ? 1 : 0);
    const place = isMoved ? { position: await lastPosition(tx, after.groupId) } : {};
    await tx.faqEntry.update({ where: { id: entry.id }, data: { ...after, ...place, headVersion: version, updatedAt: toDate(now) }, select: { id: true } });
    if (hasNewWords) await writeVersion(tx, { entryId: entry.id, number: version, ...after, authorId: actor.userId, at: now });
    await followInIndex(tx, entry.id, now);
    await recordKbEvent(tx, { subjectId: entry.id, type: "faq.changed", data: { version, groupId: after.groupId, articleId: after.articleId }, actor, at: now });
    return ok({ entryId: entry.id });
  });
}

type RestoreAnswer = Result<SavedEntry, "FORBIDDEN" | "FAQ_ENTRY_GONE" | "FAQ_ENTRY_CHANGED" | "FAQ_VERSION_GONE">;

/** An earlier version's words once more, as a new version. */
export async function restoreFaqVersion({ db, actor, now }: Context<StaffActor>, { entryId, number, version }: RestoreFaqVersionInput): Promise<RestoreAnswer> {
  if (!canWriteKnowledge(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<RestoreAnswer> => {
    await lockFaq(tx);
    const entry = await findEntry(tx, entryId);
    if (!entry) return refuse("FAQ_ENTRY_GONE");
    const old = await tx.faqVersion.findUnique({ where: { entryId_number: { entryId, number } }, select: { question: true, answer: true } });
    if (!old) return refuse("FAQ_VERSION_GONE");
    if (old.question === entry.question && old.answer === entry.answer) return ok({ entryId });
    if (entry.headVersion !== version) return refuse("FAQ_ENTRY_CHANGED", { version: entry.headVersion, theirs: { question: entry.question, answer: entry.answer } } satisfies FaqConflict);
    const next = entry.headVersion + 1;
    await tx.faqEntry.update({ where: { id: entryId }, data: { ...old, headVersion: next, updatedAt: toDate(now) }, select: { id: true } });
    await writeVersion(tx, { entryId, number: next, ...old, authorId: actor.userId, at: now });
    await followInIndex(tx, entryId, now);
    await recordKbEvent(tx, { subjectId: entryId, type: "faq.restored", data: { version: next, from: number }, actor, at: now });
    return ok({ entryId });
  });
}

async function isGroup(tx: Tx, groupId: string): Promise<boolean> {
  return (await tx.faqGroup.count({ where: { id: groupId } })) > 0;
}
