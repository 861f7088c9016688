import "server-only";
import type { Db } from "@/lib/db/client";
import type { Audience } from "./audience";
import type { KnowledgeKind } from "./search-types";
import { readableArticlesSql } from "./visibility";

/** A published article or a question, as the search shows it. */
export type KnowledgeEntry = {
  kind: KnowledgeKind;
  id: string;
  slug: string;
  title: string;
  body: string;
  category: { slug: string; name: string };
  audience: Audience;
  isPinned: boolean;
  /** 0 to 1; few opinions stay near the middle. */
  helpfulShare: number;
};

type Row = Omit<KnowledgeEntry, "category"> & { categorySlug: string; categoryName: string };

/** Of what was found, what these audiences may read now. */
export async function loadEntries(db: Db, found: ReadonlyArray<{ id: string }>, audiences: readonly Audience[]): Promise<Map<string, KnowledgeEntry>> {
  if (found.length === 0) return new Map();
  const ids = found.map(({ id }) => id);
  const rows = await db.$queryRaw<Row[]>`
    SELECT 'article' AS kind, a.id, a.slug, a.title, left(a.summary || E'\n' || a.body, 6000) AS body, c.slug AS "categorySlug", c.name AS "categoryName", a.effective_audience::text AS audience,
      a.is_pinned AS "isPinned", ((a.helpful_yes + 2)::float8 / (a.helpful_yes + a.helpful_no + 4)) AS "helpfulShare"
    FROM article a JOIN kb_category c ON c.id = a.category_id WHERE a.id = ANY(${ids}::uuid[]) AND ${readableArticlesSql(audiences)}
    UNION ALL
    SELECT 'faq', f.id, f.slug, f.question, left(f.answer, 6000), g.slug, g.name, 'public', FALSE, 0.5::float8
    FROM faq_entry f JOIN faq_group g ON g.id = f.group_id WHERE f.id = ANY(${ids}::uuid[]) AND f.archived_at IS NULL`;
  return new Map(rows.map(({ categorySlug, categoryName, ...row }) => [row.id, { ...row, category: { slug: categorySlug, name: categoryName } }]));
}
