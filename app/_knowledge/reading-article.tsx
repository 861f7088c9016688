import { ArticleView } from "@/components/kb/article-view";
import { ArticleVote } from "@/components/kb/article-vote";
import { AudienceBadge } from "@/components/kb/audience-badge";
import { Stuck } from "@/components/kb/stuck";
import { getTranslator } from "@/lib/i18n/translator";
import { areaHref, categoryHrefIn, type KnowledgeArea } from "@/lib/kb/addresses";
import type { ArticleCard, ArticlePage } from "@/lib/kb/types";
import { renderDocument } from "@/lib/markdown/render";
import { longDate } from "../(public)/_data/long-date";
import { voteWords } from "../(public)/_data/vote-words";
import { articleViewWords } from "./article-words";
import { articleLinkIn } from "./links";

/** An article in the area where somebody reads it. The desk's own people are not asked whether it helped them. */
export function ReadingArticle({ article, related, area, now }: { article: ArticlePage; related: ArticleCard[]; area: KnowledgeArea; now: Temporal.Instant }) {
  const t = getTranslator("kb");
  const { html, headings } = renderDocument(article.body);
  const ticketHref = `/portal/tickets/new?article=${article.slug}`;
  return (
    <ArticleView
      slug={article.slug}
      title={article.title}
      lead={article.summary}
      crumbs={[{ label: t("title"), href: areaHref(area) }, ...article.path.map(({ slug, name }) => ({ label: name, href: categoryHrefIn(area, slug) }))]}
      meta={
        <>
          <time dateTime={article.updatedAt.toString()}>{t("article.updated", { date: longDate(article.updatedAt, { now }) })}</time>
          {article.audience !== "public" && <AudienceBadge audience={article.audience} label={getTranslator("kbCategories")(`audience.${article.audience}`)} />}
        </>
      }
      html={html}
      headings={headings}
      files={article.files}
      next={related.map((other) => articleLinkIn(area, other, { now }))}
      words={articleViewWords()}
    >
      {area !== "agent" && (
        <>
          <div className="mt-12 print:hidden">
            <ArticleVote slug={article.slug} area={area} ticketHref={ticketHref} words={voteWords()} />
          </div>
          <div className="mt-6 print:hidden">
            <Stuck title={t("article.stuckTitle")} text={t("article.stuckText")} action={{ href: ticketHref, label: t("article.stuckAction") }} />
          </div>
        </>
      )}
    </ArticleView>
  );
}
