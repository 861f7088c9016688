import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { csvText } from "@/lib/http/csv";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { cfdiOf } from "@/lib/quotes/cfdi";
import { readFiscal } from "@/lib/quotes/charge-fiscal";
import type { ExportChargesInput } from "@/lib/quotes/charge-schema";
import { readCompany } from "@/lib/quotes/company";
import { decimalText } from "@/lib/quotes/decimal-text";
import { canWork } from "@/lib/quotes/work-policy";
import { xmlDocument } from "@/lib/quotes/xml-text";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate, toInstant } from "@/lib/time/instants";
import { visibleTickets } from "@/lib/tickets/visibility";

/** Documented in docs/accounting-export.md; columns are only ever added at the end. */
export const EXPORT_COLUMNS = [
  "cargo", "estado", "fecha", "ticket", "cotizacion", "cliente", "rfc", "razon_social", "regimen_fiscal", "codigo_postal", "uso_cfdi",
  "subtotal", "descuento", "iva", "total", "moneda", "folio", "folio_fiscal", "fecha_factura", "fecha_pago", "nota_pago", "fecha_cancelacion", "motivo_cancelacion",
] as const;

/** More than a year of a busy desk; a longer time is asked for in parts. */
const ROWS_MAX = 20_000;

/** Charges made between two days of the desk's zone, both within, as a table for the accounting system. */
export async function exportCharges({ db, actor }: Context<StaffActor>, { from, to, state }: ExportChargesInput): Promise<Result<string, "FORBIDDEN" | "EXPORT_TOO_LONG">> {
  if (!canWork(actor)) return refuse("FORBIDDEN");
  const begin = from?.toZonedDateTime(DESK_TIME_ZONE).toInstant();
  const end = to?.add({ days: 1 }).toZonedDateTime(DESK_TIME_ZONE).toInstant();
  const rows = await db.charge.findMany({
    where: { ticket: { is: visibleTickets(actor) }, ...(state ? { state } : {}), createdAt: { ...(begin ? { gte: toDate(begin) } : {}), ...(end ? { lt: toDate(end) } : {}) } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: ROWS_MAX + 1,
    include: { quote: { select: { reference: true } }, ticket: { select: { reference: true, requester: { select: { name: true } }, organization: { select: { name: true } } } } },
  });
  if (rows.length > ROWS_MAX) return refuse("EXPORT_TOO_LONG", { max: ROWS_MAX });
  return ok(csvText([EXPORT_COLUMNS, ...rows.map(({ ticket, quote, ...charge }) => {
    const fiscal = readFiscal(charge.fiscal);
    return [
      charge.reference, charge.state, dayText(charge.createdAt), ticket.reference, quote.reference, ticket.organization?.name ?? ticket.requester.name,
      fiscal.rfc, fiscal.legalName, fiscal.taxRegime, fiscal.postalCode, fiscal.cfdiUse,
      decimalText(charge.subtotalCents), decimalText(charge.discountCents), decimalText(charge.vatCents), decimalText(charge.totalCents), "MXN",
      charge.invoiceFolio ?? "", charge.invoiceUuid?.toUpperCase() ?? "", dayText(charge.invoicedAt), dayText(charge.paidAt), charge.paymentNote, dayText(charge.cancelledAt), charge.cancelReason ?? "",
    ];
  })]));
}

/** A charge as a CFDI 4.0 without seal, for the system that stamps. @param note what stands in the file's first lines */
export async function exportCfdi({ db, actor, now }: Context<StaffActor>, { reference, note }: { reference: string; note: string }): Promise<Result<string, "CHARGE_NOT_FOUND" | "COMPANY_MISSING" | "CHARGE_IS_CANCELLED" | "CFDI_GLOBAL_NEEDS_PUE" | "CFDI_NOTHING_TO_INVOICE">> {
  const charge = canWork(actor) ? await db.charge.findFirst({
    where: { reference, ticket: { is: visibleTickets(actor) } },
    select: { reference: true, state: true, fiscal: true, quote: { select: { paymentTerms: true, lines: { orderBy: { position: "asc" } } } } },
  }) : null;
  if (!charge) return refuse("CHARGE_NOT_FOUND");
  if (charge.state === "cancelled") return refuse("CHARGE_IS_CANCELLED");
  const company = await readCompany(db);
  if (!company) return refuse("COMPANY_MISSING");
  const lines = charge.quote.lines.map((line) => ({ ...line, subtotalCents: Number(line.subtotalCents), discountCents: Number(line.discountCents), vatCents: Number(line.vatCents) }));
  const issuedAt = now.toZonedDateTimeISO(DESK_TIME_ZONE).toPlainDateTime();
  const cfdi = cfdiOf({ reference, fiscal: readFiscal(charge.fiscal), paymentTerms: charge.quote.paymentTerms, lines }, { company, issuedAt });
  return cfdi.ok ? ok(xmlDocument(cfdi.data, note)) : cfdi;
}

function dayText(date: Date | null): string {
  return date ? toInstant(date).toZonedDateTimeISO(DESK_TIME_ZONE).toPlainDate().toString() : "";
}
