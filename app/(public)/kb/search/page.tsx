import type { Metadata } from "next";
import { KnowledgeSearch } from "@/components/kb/knowledge-search";
import { SearchResults } from "@/components/kb/search-results";
import { Container } from "@/components/layout/container";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TabLinks } from "@/components/ui/tab-links";
import { publicContext } from "@/lib/actions/context";
import { getTranslator } from "@/lib/i18n/translator";
import { knowledgeKindSchema, searchTextSchema, searchTokenSchema } from "@/lib/kb/schema";
import type { KnowledgeKind } from "@/lib/kb/search-types";
import { HITS_SHOWN, searchForReader } from "../../../_knowledge/search-for-reader";
import { newTicketHref, searchHref } from "../../_data/search-href";
import { searchHit } from "../../_data/search-hits";
import { searchWords } from "../../_data/search-words";
import { NoResults } from "./_components/no-results";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where so little was found, the way to a ticket stands below. */
const FEW_HITS = 5;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = getTranslator("kb");
  const { query } = await readQuery(searchParams);
  return {
    title: query ? t("search.titleWith", { query }) : t("search.title"),
    description: t("description"),
    // Any number of addresses, none of them a page of its own.
    robots: { index: false, follow: true },
    alternates: { canonical: "/kb/search" },
  };
}

export default async function SearchPage({ searchParams }: Props) {
  const t = getTranslator("kb");
  const ui = getTranslator("ui");
  const asked = await readQuery(searchParams);
  const { query, kind } = asked;
  return (
    <Container size="narrow" className="space-y-6 pt-8">
      <PageHeader
        title={query ? t("search.titleWith", { query }) : t("search.title")}
        breadcrumbs={{ label: ui("breadcrumbs"), items: [{ label: t("title"), href: "/kb" }] }}
      />
      {/* Keyed: another query is another form, with its own text in the box. */}
      <KnowledgeSearch key={query} id="buscar" words={searchWords("home")} size="lg" kind={kind} defaultValue={query} />
      {query ? (
        <Results {...asked} />
      ) : (
        <EmptyState title={t("search.startTitle")} actions={<ButtonLink href="/kb">{t("search.browse")}</ButtonLink>}>
          {t("search.startText")}
        </EmptyState>
      )}
    </Container>
  );
}

type Query = { query: string; kind: KnowledgeKind | undefined; token: string | undefined };

async function Results(asked: Query) {
  const { query, kind } = asked;
  const t = getTranslator("kb");
  const { hits, didYouMean, near, token } = await searchForReader(publicContext(), asked);
  return (
    <div data-enhance="searched" data-search={token ?? undefined} className="space-y-6">
      <TabLinks
        label={t("search.kinds")}
        items={[
          { href: searchHref({ query, token }), label: t("search.kindAll"), isCurrent: !kind },
          { href: searchHref({ query, kind: "article", token }), label: t("search.kindArticles"), isCurrent: kind === "article" },
          { href: searchHref({ query, kind: "faq", token }), label: t("search.kindFaqs"), isCurrent: kind === "faq" },
        ]}
      />
      {didYouMean && (
        <p>
          {t("search.didYouMean")}{" "}
          <a href={searchHref({ query: didYouMean, kind })} className="link font-medium">
            {didYouMean}
          </a>
          ?
        </p>
      )}
      {hits.length > 0 ? (
        <>
          <SearchResults
            summary={hits.length === HITS_SHOWN ? t("search.countMany", { count: hits.length }) : t("search.count", { count: hits.length })}
            hits={hits.map((hit) => searchHit(hit, token))}
          />
          {hits.length <= FEW_HITS && (
            <p className="text-sm text-muted">
              {t("search.fewText")}{" "}
              <a href={newTicketHref({ query, token })} rel="nofollow" className="link">
                {t("search.newTicketWith")}
              </a>
            </p>
          )}
        </>
      ) : (
        <NoResults query={query} near={near} token={token} />
      )}
    </div>
  );
}

async function readQuery(searchParams: Props["searchParams"]): Promise<Query> {
  const { q, kind, search } = await searchParams;
  return { query: searchTextSchema.parse(q), kind: knowledgeKindSchema.parse(kind), token: searchTokenSchema.parse(search) };
}
