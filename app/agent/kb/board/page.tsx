import { Download, SearchCheck } from "lucide-react";
import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TabLinks } from "@/components/ui/tab-links";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { listBoardSection } from "@/lib/kb/board/queries";
import { BOARD_SECTIONS } from "@/lib/kb/board/types";
import { BOARD_DAYS } from "@/lib/kb/search-board-types";
import { deskCrumbs } from "../_data/desk-links";
import { ChoiceLinks } from "../searches/_components/choice-links";
import { BoardTable } from "./_components/board-table";
import { boardAskedOf, boardFileHref, boardHref, type RawQuery } from "./_data/addresses";
import { boardTable } from "./_data/table";

const ROWS_SHOWN = 50;
/** Sections that are about now, whatever the period. */
const OF_NOW = new Set(["disliked", "overdue"]);

export function generateMetadata(): Metadata {
  return { title: getTranslator("kbExchange")("board.title") };
}

/** What the authors should write or mend next, and what of their work has helped. */
export default async function BoardPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const ctx = contextOf(await requireStaff());
  const asked = boardAskedOf(await searchParams);
  const { section, days } = asked;
  const table = boardTable(section, await listBoardSection(ctx, section, { days, limit: ROWS_SHOWN }));
  const t = getTranslator("kbExchange");
  return (
    <div className="min-w-0 space-y-5 p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <PageHeader breadcrumbs={deskCrumbs({ label: t("board.title") })} title={t("board.title")} lead={t("board.lead")} />
      {!OF_NOW.has(section) && (
        <ChoiceLinks label={t("board.period")} items={BOARD_DAYS.map((each) => ({ href: boardHref({ section, days: each }), label: t("board.days", { days: each }), isCurrent: each === days }))} />
      )}
      <TabLinks label={t("board.title")} items={BOARD_SECTIONS.map((each) => ({ href: boardHref({ section: each, days }), label: t(`board.sections.${each}`), isCurrent: each === section }))} />
      <p className="max-w-prose text-sm text-muted">{t(`board.hints.${section}`)}</p>
      {table.lines.length === 0 ? (
        <EmptyState icon={<SearchCheck aria-hidden="true" />} title={t("board.empty")} />
      ) : (
        <>
          <BoardTable section={section} table={table} />
          <div className="flex flex-wrap justify-end gap-3">
            {section === "missing" && (
              <ButtonLink size="sm" href="/agent/kb/searches">
                {t("board.searches")}
              </ButtonLink>
            )}
            <ButtonLink size="sm" href={boardFileHref(asked)} isPlain download>
              <Download aria-hidden="true" />
              {t("board.download")}
            </ButtonLink>
          </div>
        </>
      )}
    </div>
  );
}
