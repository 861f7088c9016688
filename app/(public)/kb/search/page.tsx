import { SearchX } from "lucide-react";
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
import { knowledgeKindSchema, searchTextSchema } from "@/lib/kb/schema";
import { searchKnowledge } from "@/lib/kb/search-knowledge";
import type { KnowledgeKind } from "@/lib/kb/search-types";
import { searchHref } from "../../_data/search-href";
import { searchHit } from "../../_data/search-hits";
import { searchWords } from "../../_data/search-words";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const HITS_SHOWN = 20;

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
  const { query, kind } = await readQuery(searchParams);
  return (
    <Container size="narrow" className="space-y-6 pt-8">
      <PageHeader
        title={query ? t("search.titleWith", { query }) : t("search.title")}
        breadcrumbs={{ label: ui("breadcrumbs"), items: [{ label: t("title"), href: "/kb" }] }}
      />
      {/* Keyed: another query is another form, with its own text in the box. */}
      <KnowledgeSearch key={query} id="buscar" words={searchWords("home")} size="lg" kind={kind} defaultValue={query} />
      {query ? (
        <Results query={query} kind={kind} />
      ) : (
        <EmptyState title={t("search.startTitle")} actions={<ButtonLink href="/kb">{t("search.browse")}</ButtonLink>}>
          {t("search.startText")}
        </EmptyState>
      )}
    </Container>
  );
}

async function Results({ query, kind }: { query: string; kind: KnowledgeKind | undefined }) {
  const t = getTranslator("kb");
  const { hits, didYouMean } = await searchKnowledge(publicContext(), { text: query, limit: HITS_SHOWN, ...(kind ? { kinds: [kind] } : {}) });
  return (
    <>
      <TabLinks
        label={t("search.kinds")}
        items={[
          { href: searchHref({ query }), label: t("search.kindAll"), isCurrent: !kind },
          { href: searchHref({ query, kind: "article" }), label: t("search.kindArticles"), isCurrent: kind === "article" },
          { href: searchHref({ query, kind: "faq" }), label: t("search.kindFaqs"), isCurrent: kind === "faq" },
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
        <SearchResults
          summary={hits.length === HITS_SHOWN ? t("search.countMany", { count: hits.length }) : t("search.count", { count: hits.length })}
          hits={hits.map((hit) => searchHit(hit))}
        />
      ) : (
        <EmptyState
          icon={<SearchX />}
          title={t("search.noneTitle", { query })}
          actions={
            <>
              <ButtonLink href="/portal/tickets/new" isPlain variant="primary">
                {t("search.newTicket")}
              </ButtonLink>
              <ButtonLink href="/kb">{t("search.browse")}</ButtonLink>
            </>
          }
        >
          {t("search.noneText")}
        </EmptyState>
      )}
    </>
  );
}

async function readQuery(searchParams: Props["searchParams"]): Promise<{ query: string; kind: KnowledgeKind | undefined }> {
  const { q, kind } = await searchParams;
  return { query: searchTextSchema.parse(q), kind: knowledgeKindSchema.parse(kind) };
}
