import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { FOR_EVERYBODY, type Audience } from "@/lib/kb/audience";

/** Published articles for these audiences. Every read of what is published starts from here, or from one of its two likenesses below. */
export function readableArticles(audiences: readonly Audience[]) {
  return { status: "published", publishedAt: { not: null }, effectiveAudience: { in: [...audiences] } } satisfies Prisma.ArticleWhereInput;
}

/** What everybody may read. */
export const publishedArticles = readableArticles(FOR_EVERYBODY);

/** The same of categories; what is in them is asked for by itself. */
export function readableCategories(audiences: readonly Audience[]) {
  return { effectiveAudience: { in: [...audiences] } } satisfies Prisma.KbCategoryWhereInput;
}

/** `readableArticles` in a statement, where the article's table is called `a`. */
export function readableArticlesSql(audiences: readonly Audience[]): Prisma.Sql {
  return Prisma.sql`(a.status = 'published' AND a.published_at IS NOT NULL AND a.effective_audience = ANY (${[...audiences]}::kb_audience[]))`;
}
