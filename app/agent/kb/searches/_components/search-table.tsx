import { cn } from "@/components/ui/cn";
import { Table, Td, Th } from "@/components/ui/table";
import { DESK_TIME_ZONE, formatDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import type { BoardRow, BoardView } from "@/lib/kb/search-board-types";
import { newArticleHref } from "../../board/_data/addresses";

const COLUMNS = ["all", "none", "unopened", "ticket"] as const satisfies readonly BoardView[];

export function SearchTable({ rows, view, now }: { rows: BoardRow[]; view: BoardView; now: Temporal.Instant }) {
  const t = getTranslator("agent");
  return (
    <Table label={t(`searches.views.${view}`)} isDense className="rounded-lg border bg-surface">
      <thead>
        <tr>
          <Th>{t("searches.terms")}</Th>
          {COLUMNS.map((column) => (
            <Th key={column} className={cn("text-right", isExtra(column, view) && "max-sm:hidden")}>
              {t(`searches.columns.${column}`)}
            </Th>
          ))}
          <Th className="max-sm:hidden">{t("searches.lastOn")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.folded}>
            <Th scope="row" className="break-words">
              <a href={`/kb/search?${new URLSearchParams({ q: row.terms })}`} className="link inline-block py-1 font-medium">
                {row.terms}
              </a>
              <Texts texts={row.texts} />
              <a href={newArticleHref({ title: row.terms, from: "searches" })} className="link inline-flex min-h-6 items-center text-xs font-normal">
                {t("searches.createArticle")}
              </a>
            </Th>
            {COLUMNS.map((column) => (
              <Td key={column} isNumeric className={cn(row.counts[column] === 0 && "text-muted", isExtra(column, view) && "max-sm:hidden")}>
                <span className={cn("inline-block py-1", column === view && "font-semibold")}>{row.counts[column]}</span>
              </Td>
            ))}
            <Td className="whitespace-nowrap text-muted max-sm:hidden">
              <span className="inline-block py-1">{formatDate(row.lastOn.toZonedDateTime(DESK_TIME_ZONE).toInstant(), { now })}</span>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** What a telephone has no room for; the view of that column shows it. */
function isExtra(column: BoardView, view: BoardView): boolean {
  return column !== "all" && column !== view;
}

function Texts({ texts: { were, items } }: { texts: BoardRow["texts"] }) {
  const t = getTranslator("agent");
  if (items.length === 0) return null;
  return (
    <div className="pb-1 text-xs font-normal text-muted">
      <span>{t(`searches.${were}`)}: </span>
      <ul className="inline">
        {items.map((item, index) => (
          <li key={item.href} className="inline">
            {index > 0 && " · "}
            <a href={item.href} className="underline-offset-2 hover:text-ink hover:underline">
              {item.title}
            </a>{" "}
            <span className="tabular-nums">({item.count})</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
