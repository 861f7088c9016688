import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { AUDIENCES } from "@/lib/kb/audience";
import { canWriteKnowledge } from "@/lib/kb/policy";
import { suggestKnowledge } from "@/lib/kb/search-knowledge";
import { readableArticles } from "@/lib/kb/visibility";
import { linkableFirst, linkForReply, textForReply, type ArticleForReply } from "./insertion";

const MOST = 8;

/** Published articles for an answer, while one types what they are looked for by. `origin`: of the site, for links. */
export async function searchArticlesForReply(ctx: Context<StaffActor>, { text, origin }: { text: string; origin: string }): Promise<ArticleForReply[]> {
  if (!canWriteKnowledge(ctx.actor) || text === "") return [];
  const hits = await suggestKnowledge(ctx, { text, kinds: ["article"], limit: MOST });
  return linkableFirst(hits.map(({ slug, title, audience, category }) => ({ slug, title, audience, category: category?.name ?? "", link: linkForReply({ slug, title, audience, origin }) })));
}

/** What is read of it now, as a reply says it; null when it is not published any more. */
export async function findTextForReply({ db, actor }: Context<StaffActor>, { slug, origin }: { slug: string; origin: string }): Promise<string | null> {
  if (!canWriteKnowledge(actor)) return null;
  const article = await db.article.findFirst({ where: { AND: [readableArticles(AUDIENCES), { slug }] }, select: { body: true } });
  return article && textForReply(article.body, { origin });
}
