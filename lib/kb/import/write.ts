import "server-only";
import type { SystemActor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/client";
import { recordKbEvent } from "@/lib/kb/record-event";
import { indexFaqEntry } from "@/lib/kb/search-index";
import { freeSlug } from "@/lib/kb/slug";
import { toDate } from "@/lib/time/instants";
import type { KeptFiles } from "./files";
import type { CategoryPlan, GroupPlan, PlannedItem, QuestionPlan } from "./plan-types";
import { writeArticle } from "./write-article";

export type Writing = { importId: string; uploaderId: string; now: Temporal.Instant; kept: KeptFiles; actor: SystemActor };

/** Writes one piece of an import, if it is not there by now: whatever came in between is left as it is. */
export async function writeItem(tx: Tx, item: PlannedItem & { position: number }, writing: Writing): Promise<void> {
  if (item.verdict === "refused") return;
  switch (item.kind) {
    case "category":
      return writeCategory(tx, item.data, item.verdict === "new", writing);
    case "article":
      return writeArticle(tx, item, writing);
    case "group":
      return item.verdict === "new" ? writeGroup(tx, item.data, writing) : undefined;
    case "question":
      return item.verdict === "new" ? writeQuestion(tx, item.data, writing) : undefined;
    case "tickets":
      await tx.legacyAddress.createMany({ data: item.data.keys.map((key) => ({ kind: "ticket" as const, key, importId: writing.importId })), skipDuplicates: true });
      return;
    default:
      return item satisfies never;
  }
}

async function writeCategory(tx: Tx, category: CategoryPlan, isNew: boolean, writing: Writing): Promise<void> {
  const { importId, now, actor } = writing;
  const { legacyKey, slug, ...place } = category;
  const legacy = legacyKey === null ? null : await tx.legacyAddress.findUnique({ where: { kind_key: { kind: "category", key: legacyKey } }, select: { categoryId: true } });
  const there = legacy?.categoryId ?? (await tx.kbCategory.findFirst({ where: { OR: [{ id: category.id }, { parentId: category.parentId, name: category.name }] }, select: { id: true } }))?.id ?? null;
  if (there && there !== category.id) await leadTo(tx, { importId, from: category.id, to: there });
  if (!there && isNew) {
    const isTaken = (await tx.kbCategory.count({ where: { slug } })) > 0;
    await tx.kbCategory.create({ data: { ...place, slug: isTaken ? await freeCategorySlug(tx, slug) : slug } });
    await recordKbEvent(tx, { subjectId: category.id, type: "category.created", data: { name: category.name, description: category.description, audience: category.audience, parentId: category.parentId }, actor, at: now });
  }
  const categoryId = there ?? (isNew ? category.id : null);
  if (legacyKey !== null && !legacy && categoryId) await tx.legacyAddress.create({ data: { kind: "category", key: legacyKey, categoryId, importId } });
}

/** Two looks at one file that are both done: the second's pieces go where the first's category stands. */
async function leadTo(tx: Tx, { importId, from, to }: { importId: string; from: string; to: string }): Promise<void> {
  for (const field of ["categoryId", "parentId"]) {
    await tx.$executeRaw`UPDATE kb_import_item SET data = jsonb_set(data, ARRAY[${field}], to_jsonb(${to}::text)) WHERE import_id = ${importId}::uuid AND data->>${field} = ${from}`;
  }
}

async function freeCategorySlug(tx: Tx, slug: string): Promise<string> {
  const rows = await tx.kbCategory.findMany({ where: { slug: { startsWith: slug } }, select: { slug: true } });
  return freeSlug(slug, new Set(rows.map((row) => row.slug)));
}

async function writeGroup(tx: Tx, group: GroupPlan, { now, actor }: Writing): Promise<void> {
  const there = await tx.faqGroup.findFirst({ where: { OR: [{ id: group.id }, { slug: group.slug }] }, select: { id: true } });
  if (there) return;
  await tx.faqGroup.create({ data: group });
  await recordKbEvent(tx, { subjectId: group.id, type: "faq-group.imported", data: { name: group.name }, actor, at: now });
}

async function writeQuestion(tx: Tx, { isArchived, groupId, articleId, ...question }: QuestionPlan, { importId, now, actor }: Writing): Promise<void> {
  const there = await tx.faqEntry.count({ where: { OR: [{ id: question.id }, { slug: question.slug }] } });
  // Its group may have been made by another import in the meantime.
  const group = await tx.$queryRaw<{ id: string }[]>`
    SELECT g.id FROM faq_group g WHERE g.id = ${groupId}::uuid OR g.slug = (SELECT i.data->>'slug' FROM kb_import_item i WHERE i.import_id = ${importId}::uuid AND i.kind = 'group' AND i.data->>'id' = ${groupId} LIMIT 1) LIMIT 1`;
  if (there > 0 || !group[0]) return;
  const article = articleId === null ? null : await tx.article.findUnique({ where: { id: articleId }, select: { id: true } });
  const at = toDate(now);
  await tx.faqEntry.create({ data: { ...question, groupId: group[0].id, articleId: article?.id ?? null, headVersion: 1, updatedAt: at, archivedAt: isArchived ? at : null } });
  await tx.faqVersion.create({ data: { entryId: question.id, number: 1, question: question.question, answer: question.answer, authorId: null, at } });
  await recordKbEvent(tx, { subjectId: question.id, type: "faq.imported", data: { importId }, actor, at: now });
  if (!isArchived) await indexFaqEntry(tx, { id: question.id, question: question.question, answer: question.answer, now });
}
