import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { refusalMessage } from "@/lib/i18n/refusals";
import { getTranslator } from "@/lib/i18n/translator";
import { parseChargeReference } from "@/lib/quotes/charge-reference";
import { exportCfdi } from "@/lib/quotes/export-charges";

/** A charge as a CFDI without seal: for the system of the PAC, which stamps it. Its first lines say so. */
export async function GET(_request: Request, { params }: { params: Promise<{ reference: string }> }): Promise<Response> {
  const ctx = contextOf(await requireStaff());
  const reference = parseChargeReference((await params).reference);
  const cfdi = reference ? await exportCfdi(ctx, { reference, note: getTranslator("charges")("cfdi.note") }) : null;
  if (!cfdi || (!cfdi.ok && cfdi.code === "CHARGE_NOT_FOUND")) return refused("CHARGE_NOT_FOUND", 404);
  if (!cfdi.ok) return refused(cfdi.code, 409);
  return new Response(cfdi.data, {
    headers: { "content-type": "application/xml; charset=utf-8", "content-disposition": `attachment; filename="${reference}-sin-sello.xml"`, "cache-control": "private, no-store", "x-content-type-options": "nosniff" },
  });
}

function refused(code: string, status: number): Response {
  return new Response(refusalMessage(code), { status, headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "private, no-store" } });
}
