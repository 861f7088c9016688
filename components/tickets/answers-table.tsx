import { Table, Th } from "@/components/ui/table";
import { formatPlainDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import type { AnswerView } from "@/lib/tickets/types";

/**
 * What was answered to the department's questions, as they were asked then. Nothing where nothing was asked.
 * @param hrefOf where tickets with the same answer are found; for the desk
 */
export function AnswersTable({ answers, hrefOf }: { answers: AnswerView[]; hrefOf?: (answer: AnswerView) => string }) {
  const t = getTranslator("tickets");
  if (answers.length === 0) return null;
  return (
    <div className="rounded-lg border bg-surface">
      <p aria-hidden="true" className="px-4 pt-3.5 pb-1 text-sm font-semibold sm:px-5">
        {t("answers.title")}
      </p>
      <Table label={t("answers.title")} isDense className="px-1 pb-2 sm:px-2">
        <tbody>
          {answers.map((answer) => (
            <tr key={answer.questionId}>
              <Th scope="row" className="w-2/5 min-w-32 font-normal text-muted">
                {answer.question}
              </Th>
              <td className="font-medium wrap-anywhere whitespace-pre-line">
                {answer.kind === "date" ? formatPlainDate(answer.value) : answer.value}
                {hrefOf && answer.kind !== "long_text" && (
                  <a href={hrefOf(answer)} className="link ml-2 inline-flex min-h-6 items-center text-xs font-normal">
                    {t("answers.search")}
                    <span className="sr-only"> {t("answers.searchFor", { value: answer.value })}</span>
                  </a>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
