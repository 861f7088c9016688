import { boardAskedOf } from "@/app/agent/kb/board/_data/addresses";
import { boardTable } from "@/app/agent/kb/board/_data/table";
import { contextOf } from "@/lib/actions/context";
import { csvText } from "@/lib/http/csv";
import { getTranslator } from "@/lib/i18n/translator";
import { listBoardSection } from "@/lib/kb/board/queries";
import { staffOf } from "../_lib/staff-request";

const MOST_ROWS = 5_000;

/** A section of the authors' board as a table to work on elsewhere. */
export async function GET(request: Request): Promise<Response> {
  const gate = await staffOf(request);
  if ("answer" in gate) return gate.answer;
  const { section, days } = boardAskedOf(Object.fromEntries(new URL(request.url).searchParams));
  const { head, lines } = boardTable(section, await listBoardSection(contextOf(gate.actor), section, { days, limit: MOST_ROWS }));
  const name = `${getTranslator("kbExchange")("board.fileName")}-${section}-${days}.csv`;
  return new Response(csvText([head, ...lines.map(({ title, cells }) => [title, ...cells])]), {
    headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${name}"`, "cache-control": "private, no-store" },
  });
}
