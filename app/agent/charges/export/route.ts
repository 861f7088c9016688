import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { refusalMessage } from "@/lib/i18n/refusals";
import { exportChargesSchema } from "@/lib/quotes/charge-schema";
import { exportCharges } from "@/lib/quotes/export-charges";

/** The charges of a period as a table for the accounting system. */
export async function GET(request: Request): Promise<Response> {
  const ctx = contextOf(await requireStaff());
  const asked = exportChargesSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return refused("EXPORT_DAYS", 400);
  const table = await exportCharges(ctx, asked.data);
  if (!table.ok) return refused(table.code, table.code === "FORBIDDEN" ? 403 : 400, table.details);
  return new Response(table.data, {
    headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": 'attachment; filename="cargos.csv"', "cache-control": "private, no-store", "x-content-type-options": "nosniff" },
  });
}

function refused(code: string, status: number, details?: unknown): Response {
  return new Response(refusalMessage(code, details), { status, headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "private, no-store" } });
}
