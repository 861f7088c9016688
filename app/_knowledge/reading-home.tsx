import { BookOpen } from "lucide-react";
import { ArticleColumns } from "@/components/kb/article-columns";
import { CategoryGrid } from "@/components/kb/category-grid";
import { ResultList, SearchResults } from "@/components/kb/search-results";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { getTranslator } from "@/lib/i18n/translator";
import { areaHref, type KnowledgeArea } from "@/lib/kb/addresses";
import { listCategories } from "@/lib/kb/queries";
import type { KnowledgeReader } from "@/lib/kb/reader";
import type { KnowledgeAnswer } from "@/lib/kb/search-types";
import { searchHitIn } from "../(public)/_data/search-hits";
import { topicItem } from "./links";
import { loadLists } from "./load-lists";
import { ReadingSearch } from "./reading-search";

/** What there is to read in an area behind a sign-in: topics and lists, or the answer to a search. */
export async function ReadingHome({ reader, area, query, answer }: { reader: KnowledgeReader; area: Exclude<KnowledgeArea, "public">; query: string; answer: (KnowledgeAnswer & { token: string | null }) | null }) {
  const t = getTranslator("kb");
  return (
    <div className="space-y-8">
      <PageHeader
        title={query ? t("search.titleWith", { query }) : t("title")}
        lead={query ? undefined : t(`leadIn.${area}`)}
        {...(query ? { breadcrumbs: { label: getTranslator("ui")("breadcrumbs"), items: [{ label: t("title"), href: areaHref(area) }] } } : {})}
      />
      <ReadingSearch area={area} query={query} />
      {answer ? <Answer query={query} area={area} answer={answer} /> : <Topics reader={reader} area={area} />}
    </div>
  );
}

function Answer({ query, area, answer: { hits, didYouMean, near, token } }: { query: string; area: Exclude<KnowledgeArea, "public">; answer: KnowledgeAnswer & { token: string | null } }) {
  const t = getTranslator("kb");
  return (
    <div className="max-w-3xl space-y-6">
      {didYouMean && (
        <p>
          {t("search.didYouMean")}{" "}
          <a href={areaHref(area, didYouMean)} className="link font-medium">
            {didYouMean}
          </a>
          ?
        </p>
      )}
      {hits.length > 0 ? (
        <SearchResults summary={t("search.count", { count: hits.length })} hits={hits.map((hit) => searchHitIn(area, hit, token))} />
      ) : (
        <div role="status" className="rounded-lg border bg-surface p-5">
          <h2 className="font-semibold break-words">{t("search.noneTitle", { query })}</h2>
          <p className="mt-1 max-w-prose text-sm text-muted">{near.length > 0 ? t("search.noneTextNear") : t("search.noneText")}</p>
        </div>
      )}
      {hits.length === 0 && near.length > 0 && <ResultList hits={near.map((hit) => searchHitIn(area, hit, token))} titleLevel={2} />}
    </div>
  );
}

async function Topics({ reader, area }: { reader: KnowledgeReader; area: KnowledgeArea }) {
  const [topics, { mostRead, newest }] = await Promise.all([listCategories(reader), loadLists(reader, area)]);
  const t = getTranslator("kb");
  if (topics.length === 0) {
    return (
      <EmptyState icon={<BookOpen aria-hidden="true" />} title={t("emptyTitle")}>
        {t("emptyText")}
      </EmptyState>
    );
  }
  return (
    <>
      <section aria-labelledby="temas">
        <h2 id="temas" className="mb-4 text-lg font-semibold">
          {t("categories")}
        </h2>
        <CategoryGrid items={topics.map((topic) => topicItem(area, topic))} />
      </section>
      <ArticleColumns columns={[...mostRead, newest]} />
    </>
  );
}
