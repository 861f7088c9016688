import { boardQuestionOf } from "@/app/agent/kb/searches/_data/board-address";
import { contextOf } from "@/lib/actions/context";
import { csvText } from "@/lib/http/csv";
import { getTranslator } from "@/lib/i18n/translator";
import { listSearches } from "@/lib/kb/search-board";
import { staffOf } from "../_lib/staff-request";

const MOST_ROWS = 5_000;

/** The authors' board as a table to work on elsewhere. */
export async function GET(request: Request): Promise<Response> {
  const gate = await staffOf(request);
  if ("answer" in gate) return gate.answer;
  const question = boardQuestionOf(Object.fromEntries(new URL(request.url).searchParams));
  const rows = await listSearches(contextOf(gate.actor), { ...question, limit: MOST_ROWS });
  const t = getTranslator("agent");
  const head = [t("searches.terms"), t("searches.columns.all"), t("searches.columns.none"), t("searches.columns.unopened"), t("searches.columns.ticket"), t("searches.lastOn"), t("searches.opened"), t("searches.shown")];
  const lines = rows.map(({ terms, counts, lastOn, texts: { were, items } }) => {
    const titles = items.map((item) => item.title).join("; ");
    return [terms, counts.all, counts.none, counts.unopened, counts.ticket, lastOn.toString(), were === "opened" ? titles : "", were === "shown" ? titles : ""];
  });
  const name = `${t("searches.fileName")}-${question.view}-${question.days}.csv`;
  return new Response(csvText([head, ...lines]), {
    headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${name}"`, "cache-control": "private, no-store" },
  });
}
