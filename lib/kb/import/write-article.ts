import "server-only";
import { addKeptFile } from "@/lib/attachments/article-files";
import type { Tx } from "@/lib/db/client";
import { recordKbEvent } from "@/lib/kb/record-event";
import { indexArticle } from "@/lib/kb/search-index";
import { freeSlug } from "@/lib/kb/slug";
import { toDate } from "@/lib/time/instants";
import { ownPicturesIn } from "@/lib/markdown/pictures";
import type { ArticlePlan, ItemNote } from "./plan-types";
import type { Writing } from "./write";

type Item = { verdict: "new" | "exists"; position: number; notes: ItemNote[]; data: ArticlePlan };

/** Its first version has no author: nobody here wrote it. */
export async function writeArticle(tx: Tx, { verdict, position, notes, data }: Item, writing: Writing): Promise<void> {
  const { importId, now, actor } = writing;
  const legacy = data.legacyKey === null ? null : await tx.legacyAddress.findUnique({ where: { kind_key: { kind: "article", key: data.legacyKey } }, select: { articleId: true } });
  if (verdict === "exists" || legacy?.articleId || (await tx.article.count({ where: { id: data.id } })) > 0) return;
  const isTaken = (await tx.article.count({ where: { slug: data.slug } })) > 0;
  // A folder's article of that address was made in the meantime; one of the earlier desk is known by its number alone.
  if (isTaken && data.legacyKey === null) return;
  const slug = isTaken ? await freeArticleSlug(tx, data.slug) : data.slug;
  const lost = data.files.filter((file) => !writing.kept.get(file.id));
  const body = lost.reduce((text, file) => withoutFile(text, file), data.body);
  const { title, summary, tags, categoryId, audience, isPinned, reviewMonths } = data;
  const at = toDate(now);
  const hasBeenPublic = data.state === "published" || (data.state === "archived" && data.publishedAt !== null);
  await tx.article.create({
    data: {
      id: data.id, slug, categoryId, status: data.state, title, summary, body, tags, audience, isPinned, reviewMonths,
      carriedViews: data.views, helpfulYes: data.helpfulYes, helpfulNo: data.helpfulNo,
      headVersion: 1, liveVersion: hasBeenPublic ? 1 : null, publishedAt: hasBeenPublic ? instantOr(data.publishedAt, at) : null,
      updatedAt: instantOr(data.updatedAt, at), reviewOn: data.reviewOn === null ? null : new Date(`${data.reviewOn}T00:00:00Z`), archivedAt: data.state === "archived" ? at : null,
      publishAt: plannedAt(data, now),
    },
  });
  await tx.articleVersion.create({ data: { articleId: data.id, number: 1, title, summary, body, tags, authorId: null, at: instantOr(data.updatedAt, at) } });
  await attach(tx, data, writing);
  if (data.legacyKey !== null) await tx.legacyAddress.upsert({ where: { kind_key: { kind: "article", key: data.legacyKey } }, create: { kind: "article", key: data.legacyKey, articleId: data.id, importId }, update: { articleId: data.id } });
  await recordKbEvent(tx, { subjectId: data.id, type: "article.imported", data: { importId, state: data.state }, actor, at: now });
  await indexArticle(tx, { id: data.id, now });
  const more: ItemNote[] = [...lost.map((file): ItemNote => ({ code: "FILE_NOT_ALLOWED", detail: file.name })), ...(slug === data.slug ? [] : [{ code: "SLUG_CHANGED", detail: slug } as const])];
  if (more.length > 0) await tx.kbImportItem.update({ where: { importId_position: { importId, position } }, data: { notes: [...notes, ...more] } });
}

/** An hour that is over when the file comes in plans nothing: nobody wants to be surprised by what is public a minute later. */
function plannedAt({ state, publishAt }: ArticlePlan, now: Temporal.Instant): Date | null {
  const isDraft = state === "draft" || state === "review";
  return isDraft && publishAt && Temporal.Instant.compare(Temporal.Instant.from(publishAt), now) > 0 ? toDate(Temporal.Instant.from(publishAt)) : null;
}

/** Once all articles of an import are there: those that their authors had chosen beside each. */
export async function relateImported(tx: Tx, importId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO article_related (article_id, related_id, position)
    SELECT f.id, t.id, r.place - 1
    FROM kb_import_item i
    CROSS JOIN LATERAL jsonb_array_elements_text(i.data->'related') WITH ORDINALITY AS r (other, place)
    JOIN article f ON f.id = (i.data->>'id')::uuid
    JOIN article t ON t.id = r.other::uuid
    WHERE i.import_id = ${importId}::uuid AND i.kind = 'article' AND i.verdict = 'new' AND f.id <> t.id
    ON CONFLICT DO NOTHING`;
}

async function attach(tx: Tx, { id: articleId, files, body }: ArticlePlan, { kept, uploaderId, now }: Writing): Promise<void> {
  const shown = new Set(ownPicturesIn(body));
  for (const [position, { id }] of files.entries()) {
    const stored = kept.get(id);
    if (stored) await addKeptFile(tx, { id, articleId, uploaderId, stored, position, isInText: stored.thumbnailKey !== null && shown.has(id) }, now);
  }
}

/** Where the text shows or names a file that was none, its name stays. */
function withoutFile(text: string, { id, name }: { id: string; name: string }): string {
  return text.replace(new RegExp(`!?\\[([^\\]]{0,300})\\]\\(/api/files/${id}(?: "[^"]*")?\\)`, "g"), (_, words: string) => words || name.replace(/([\\`*_[\]<>])/g, "\\$1"));
}

async function freeArticleSlug(tx: Tx, slug: string): Promise<string> {
  const rows = await tx.article.findMany({ where: { slug: { startsWith: slug } }, select: { slug: true } });
  return freeSlug(slug, new Set(rows.map((row) => row.slug)));
}

function instantOr(instant: string | null, otherwise: Date): Date {
  return instant === null ? otherwise : toDate(Temporal.Instant.from(instant));
}
