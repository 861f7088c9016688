import { Download, SearchCheck } from "lucide-react";
import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TabLinks } from "@/components/ui/tab-links";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { countSearches, listSearches } from "@/lib/kb/search-board";
import { BOARD_DAYS, BOARD_SOURCES, BOARD_VIEWS, type BoardQuestion } from "@/lib/kb/search-board-types";
import { deskCrumbs } from "../_data/desk-links";
import { boardFileHref, boardHref, boardQuestionOf, type RawQuery } from "./_data/board-address";
import { ChoiceLinks } from "./_components/choice-links";
import { SearchTable } from "./_components/search-table";

type Props = { searchParams: Promise<RawQuery> };

const ROWS_SHOWN = 50;

export function generateMetadata(): Metadata {
  return { title: getTranslator("agent")("searches.title") };
}

/** What customers look for in the knowledge base and do not find: what its authors should write next. */
export default async function SearchesPage({ searchParams }: Props) {
  const actor = await requireStaff();
  const question = boardQuestionOf(await searchParams);
  const ctx = contextOf(actor);
  const [counts, rows] = await Promise.all([countSearches(ctx, question), listSearches(ctx, { ...question, limit: ROWS_SHOWN })]);
  const t = getTranslator("agent");
  return (
    <div className="min-w-0 space-y-5 p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <PageHeader title={t("searches.title")} breadcrumbs={deskCrumbs({ label: t("searches.title") })} lead={t("searches.lead")} />
      <Choices question={question} />
      <TabLinks
        label={t("searches.view")}
        items={BOARD_VIEWS.map((view) => ({
          href: boardHref({ ...question, view }),
          label: t(`searches.views.${view}`),
          count: counts[view],
          isCurrent: view === question.view,
        }))}
      />
      <p className="max-w-prose text-sm text-muted">{t(`searches.hints.${question.view}`)}</p>
      {rows.length > 0 ? (
        <>
          <SearchTable rows={rows} view={question.view} now={ctx.now} />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="text-sm text-muted">{rows.length === ROWS_SHOWN ? t("searches.firstRows", { count: ROWS_SHOWN }) : t("searches.rows", { count: rows.length })}</p>
            <ButtonLink size="sm" href={boardFileHref(question)} isPlain download>
              <Download aria-hidden="true" />
              {t("searches.download")}
            </ButtonLink>
          </div>
        </>
      ) : (
        <EmptyState icon={<SearchCheck aria-hidden="true" />} title={t(`searches.empty.${question.view}`)}>
          {t("searches.emptyHint")}
        </EmptyState>
      )}
    </div>
  );
}

function Choices({ question }: { question: BoardQuestion }) {
  const t = getTranslator("agent");
  return (
    <div className="flex flex-wrap gap-3">
      <ChoiceLinks
        label={t("searches.source")}
        items={BOARD_SOURCES.map((source) => ({ href: boardHref({ ...question, source }), label: t(`searches.sources.${source}`), isCurrent: source === question.source }))}
      />
      <ChoiceLinks
        label={t("searches.period")}
        items={BOARD_DAYS.map((days) => ({ href: boardHref({ ...question, days }), label: t("searches.days", { days }), isCurrent: days === question.days }))}
      />
    </div>
  );
}
