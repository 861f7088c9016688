import { SaxesParser } from "saxes";
import { centsOf, decimalText } from "@/lib/quotes/decimal-text";
import { ok, refuse, type Result } from "@/lib/result";

/** What is read of a stamped invoice. */
export type InvoiceFacts = { uuid: string; totalCents: bigint; currency: string; issuerRfc: string; receiverRfc: string; kind: string };

/** An invoice of the SAT's has some kilobytes. */
export const INVOICE_XML_MAX = 1024 * 1024;

const CFDI = /^http:\/\/www\.sat\.gob\.mx\/cfd\/[34]$/;
const STAMP = "http://www.sat.gob.mx/TimbreFiscalDigital";
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Wanted = Partial<Record<"total" | "currency" | "kind" | "issuer" | "receiver" | "uuid", string>>;

/**
 * Reads an invoice. The parser knows no entities but XML's own five, fetches nothing, and a document type is refused: there is nothing in it
 * that could grow or reach out. Elements are known by their namespaces, whatever their prefixes.
 */
export function readInvoiceXml(text: string): Result<InvoiceFacts, "INVOICE_XML_UNREADABLE" | "INVOICE_NOT_STAMPED"> {
  if (text.length > INVOICE_XML_MAX) return refuse("INVOICE_XML_UNREADABLE");
  const found = collect(text);
  const totalCents = found && centsOf(found.total ?? "");
  if (!found || totalCents === null || !found.issuer || !found.receiver) return refuse("INVOICE_XML_UNREADABLE");
  const uuid = found.uuid?.toLowerCase() ?? "";
  if (!UUID.test(uuid)) return refuse("INVOICE_NOT_STAMPED");
  return ok({ uuid, totalCents, currency: found.currency ?? "", kind: found.kind ?? "", issuerRfc: found.issuer, receiverRfc: found.receiver });
}

/** Null where it is no invoice, or no XML. */
function collect(text: string): Wanted | null {
  const parser = new SaxesParser({ xmlns: true });
  const found: Wanted = {};
  let [depth, isInvoice, isBroken] = [0, false, false];
  parser.on("error", () => (isBroken = true));
  parser.on("doctype", () => (isBroken = true));
  parser.on("opentag", ({ uri, local, attributes }) => {
    depth += 1;
    const value = (name: string) => attributes[name]?.value;
    if (depth === 1 && local === "Comprobante" && CFDI.test(uri)) {
      isInvoice = true;
      Object.assign(found, { total: value("Total"), currency: value("Moneda"), kind: value("TipoDeComprobante") });
    }
    if (depth === 2 && CFDI.test(uri) && local === "Emisor") found.issuer = value("Rfc");
    if (depth === 2 && CFDI.test(uri) && local === "Receptor") found.receiver = value("Rfc");
    if (uri === STAMP && local === "TimbreFiscalDigital") found.uuid = value("UUID");
  });
  parser.on("closetag", () => (depth -= 1));
  try {
    parser.write(text.replace(/^\uFEFF/, "")).close();
  } catch {
    return null;
  }
  return isInvoice && !isBroken ? found : null;
}

/** Whether an invoice is that of a charge: the total, to whom, by whom if it is known, in pesos, and the folio fiscal that was typed. */
export function checkInvoice(facts: InvoiceFacts, charge: { typedUuid: string; totalCents: bigint; totalText: string; receiverRfc: string; issuerRfc: string | null }): Result<
  null,
  "INVOICE_UUID_DIFFERS" | "INVOICE_TOTAL_DIFFERS" | "INVOICE_RFC_DIFFERS" | "INVOICE_ISSUER_DIFFERS" | "INVOICE_KIND_DIFFERS"
> {
  if (facts.kind !== "I" || facts.currency !== "MXN") return refuse("INVOICE_KIND_DIFFERS", { kind: facts.kind, currency: facts.currency });
  if (facts.uuid !== charge.typedUuid.toLowerCase()) return refuse("INVOICE_UUID_DIFFERS", { found: facts.uuid.toUpperCase() });
  if (facts.totalCents !== charge.totalCents) return refuse("INVOICE_TOTAL_DIFFERS", { found: decimalText(facts.totalCents), expected: charge.totalText });
  if (facts.receiverRfc !== charge.receiverRfc) return refuse("INVOICE_RFC_DIFFERS", { found: facts.receiverRfc, expected: charge.receiverRfc });
  if (charge.issuerRfc !== null && facts.issuerRfc !== charge.issuerRfc) return refuse("INVOICE_ISSUER_DIFFERS", { found: facts.issuerRfc, expected: charge.issuerRfc });
  return ok(null);
}
