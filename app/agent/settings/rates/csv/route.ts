import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { RATE_COLUMNS } from "@/lib/billing/rate-lines";
import { findRateVersion } from "@/lib/billing/rate-queries";
import { csvText } from "@/lib/http/csv";
import { notFound } from "next/navigation";
import { numberIn } from "../_data/addresses";
import { typedLine } from "../_data/typed-lines";

/** The card in force, or the version that is asked for, as the table that the import reads. */
export async function GET(request: Request): Promise<Response> {
  const ctx = contextOf(await requireStaff());
  const number = numberIn(new URL(request.url).searchParams.get("version") ?? undefined);
  const view = await findRateVersion(ctx, number === undefined ? {} : { number });
  if (!view) notFound();
  const rows = view.items.map((item) => {
    const line = typedLine(item);
    return RATE_COLUMNS.map(({ key }) => line[key]);
  });
  return new Response(csvText([RATE_COLUMNS.map(({ name }) => name), ...rows]), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="tabulador-v${view.version.number}.csv"`,
      "cache-control": "private, no-store",
    },
  });
}
