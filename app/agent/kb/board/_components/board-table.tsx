import { Table, Td, Th } from "@/components/ui/table";
import { getTranslator } from "@/lib/i18n/translator";
import type { BoardSection } from "@/lib/kb/board/types";
import { newArticleHref } from "../_data/addresses";
import type { BoardTable as Rows } from "../_data/table";

/** Rows of a section, each with the way to a new article. */
export function BoardTable({ section, table: { head, lines } }: { section: BoardSection; table: Rows }) {
  const t = getTranslator("kbExchange");
  return (
    <Table label={t(`board.sections.${section}`)} isDense className="rounded-lg border bg-surface">
      <thead>
        <tr>
          {head.map((name, at) => (
            <Th key={name} className={at > 0 && typeof lines[0]?.cells[at - 1] === "number" ? "text-right" : ""}>
              {name}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ title, href, cells }) => (
          <tr key={href ?? title}>
            <Th scope="row" className="break-words">
              {href ? (
                <a href={href} className="link inline-block py-1 font-medium">
                  {title}
                </a>
              ) : (
                title
              )}
              {/* Below the title, where a telephone shows it too. */}
              <a href={newArticleHref({ title, from: section })} aria-label={`${t("board.create")}: ${title}`} className="link block w-fit py-1 text-xs font-normal">
                {t("board.create")}
              </a>
            </Th>
            {cells.map((cell, at) => (
              <Td key={head[at + 1]} isNumeric={typeof cell === "number"}>
                <span className="inline-block py-1">{cell}</span>
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
