import { notFound } from "next/navigation";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { csvText } from "@/lib/http/csv";
import { loadStatement } from "../_data/load-statement";
import { statementFileName } from "../_data/statement-content";

type Props = { params: Promise<{ reference: string }> };

/** A month's statement as a table: minutes as numbers, the time in the desk's zone, the opening and the closing balance as rows of their own. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const loaded = await loadStatement((await params).reference, new URL(request.url).searchParams.get("month") ?? undefined);
  if (!loaded) notFound();
  const { contract, statement } = loaded;
  const t = getTranslator("billing");
  const columns = (["date", "kind", "reason", "ticket", "who", "minutes", "balance"] as const).map((column) => t(`statement.csvColumn.${column}`));
  const rows = statement.entries.map(({ at, kind, reason, ticket, actor, minutes, balance }) => [localTime(at), t(`kind.${kind}`), reason, ticket ?? "", actor ?? t("view.system"), minutes, balance]);
  const text = csvText([columns, ["", t("statement.opening"), "", "", "", "", statement.opening], ...rows, ["", t("statement.closing"), "", "", "", "", statement.closing]]);
  return new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${statementFileName(contract.reference, statement.month, "csv")}"`,
      "cache-control": "private, no-store",
    },
  });
}

function localTime(at: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(DESK_TIME_ZONE).toPlainDateTime().toString({ smallestUnit: "minute" }).replace("T", " ");
}
