import type { Prisma } from "@/lib/db/generated/client";

/** What everybody may read. Every public read of articles starts from here. */
export const publishedArticles = { status: "published", publishedAt: { not: null } } satisfies Prisma.ArticleWhereInput;
