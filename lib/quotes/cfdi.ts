import type { FiscalData } from "@/lib/customers/fiscal";
import { GENERIC_REGIME, GENERIC_USE } from "@/lib/customers/catalogues";
import { GENERIC_RFCS } from "@/lib/customers/rfc";
import { decimalText } from "@/lib/quotes/decimal-text";
import type { Company } from "@/lib/quotes/charge-types";
import { element, type XmlElement } from "@/lib/quotes/xml-text";
import { ok, refuse, type Result } from "@/lib/result";

/**
 * A CFDI 4.0 of an income (Anexo 20), without seal, certificate or stamp: those are made by whoever has the keys, and by the PAC. Amounts
 * have two decimals, IVA is reckoned by line and summed as it stands in the lines, so that what adds up there adds up here.
 */

export type CfdiLine = { code: string; description: string; unit: "event" | "hour"; quantity: number; unitPriceCents: number; subtotalCents: number; discountCents: number; vatRateBp: number; vatCents: number };

export type CfdiCharge = { reference: string; fiscal: FiscalData; paymentTerms: string; lines: readonly CfdiLine[] };

const IVA = "002";
/** Unit of service, and hour (c_ClaveUnidad). */
const UNIT = { event: "E48", hour: "HUR" } as const;
/** c_ObjetoImp: taxed; taxed and without any tax due, as where nothing is left after the discount. */
const TAXED = "02";
const NO_TAX_DUE = "04";
/** What the guide for invoices to the public in general asks of each line. */
const GLOBAL = { productKey: "01010101", unit: "ACT", description: "Venta", receiver: "PUBLICO EN GENERAL" } as const;

/** @param issuedAt in the zone of the place of issue */
export function cfdiOf(charge: CfdiCharge, { company, issuedAt }: { company: Company; issuedAt: Temporal.PlainDateTime }): Result<XmlElement, "CFDI_GLOBAL_NEEDS_PUE" | "CFDI_NOTHING_TO_INVOICE"> {
  const lines = charge.lines.filter(({ subtotalCents }) => subtotalCents > 0); // an income of nothing is no concept
  if (lines.length === 0) return refuse("CFDI_NOTHING_TO_INVOICE");
  const isGlobal = isPublicInGeneral(charge.fiscal);
  if (isGlobal && company.paymentMethod !== "PUE") return refuse("CFDI_GLOBAL_NEEDS_PUE");

  const sum = (key: "subtotalCents" | "discountCents" | "vatCents") => lines.reduce((total, line) => total + line[key], 0);
  const [subtotal, discount, vat] = [sum("subtotalCents"), sum("discountCents"), sum("vatCents")];
  const conditions = cleanText(charge.paymentTerms, 1000);
  return ok(element("cfdi:Comprobante", {
    "xmlns:cfdi": "http://www.sat.gob.mx/cfd/4",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": "http://www.sat.gob.mx/cfd/4 http://www.sat.gob.mx/sitio_internet/cfd/4/cfdv40.xsd",
    Version: "4.0",
    Serie: company.series || undefined,
    Folio: charge.reference,
    Fecha: issuedAt.toString({ smallestUnit: "second" }),
    Sello: "",
    FormaPago: company.paymentForm,
    NoCertificado: "",
    Certificado: "",
    CondicionesDePago: conditions || undefined,
    SubTotal: decimalText(subtotal),
    Descuento: discount > 0 ? decimalText(discount) : undefined,
    Moneda: "MXN",
    Total: decimalText(subtotal - discount + vat),
    TipoDeComprobante: "I",
    Exportacion: "01",
    MetodoPago: company.paymentMethod,
    LugarExpedicion: company.postalCode,
  }, [
    ...(isGlobal ? [element("cfdi:InformacionGlobal", { Periodicidad: "01", Meses: String(issuedAt.month).padStart(2, "0"), "A\u00f1o": String(issuedAt.year) })] : []),
    element("cfdi:Emisor", { Rfc: company.rfc, Nombre: company.legalName, RegimenFiscal: company.taxRegime }),
    element("cfdi:Receptor", receiverOf(charge.fiscal, company)),
    element("cfdi:Conceptos", {}, lines.map((line) => conceptOf(line, { charge, company, isGlobal }))),
    ...taxesOf(lines),
  ]));
}

/** Named so, the generic RFC is the public in general, and the invoice a global one; with another name it is an invoice to somebody without an RFC. */
function isPublicInGeneral({ rfc, legalName }: FiscalData): boolean {
  return rfc === GENERIC_RFCS[0] && legalName === GLOBAL.receiver;
}

/** Nobody in particular lives where the invoice is made. */
function receiverOf(fiscal: FiscalData, company: Company) {
  const isGeneric = GENERIC_RFCS.includes(fiscal.rfc);
  return {
    Rfc: fiscal.rfc,
    Nombre: cleanText(fiscal.legalName, 300),
    DomicilioFiscalReceptor: isGeneric ? company.postalCode : fiscal.postalCode,
    RegimenFiscalReceptor: isGeneric ? GENERIC_REGIME : fiscal.taxRegime,
    UsoCFDI: isGeneric ? GENERIC_USE : fiscal.cfdiUse,
  };
}

function conceptOf(line: CfdiLine, { charge, company, isGlobal }: { charge: CfdiCharge; company: Company; isGlobal: boolean }): XmlElement {
  const base = line.subtotalCents - line.discountCents;
  const isHours = line.unit === "hour" && !isGlobal;
  return element("cfdi:Concepto", {
    ClaveProdServ: isGlobal ? GLOBAL.productKey : company.productKey,
    NoIdentificacion: isGlobal ? charge.reference : line.code,
    Cantidad: isGlobal ? "1" : isHours ? hoursText(line.quantity) : String(line.quantity),
    ClaveUnidad: isGlobal ? GLOBAL.unit : UNIT[line.unit],
    Descripcion: isGlobal ? GLOBAL.description : cleanText(line.description, 1000),
    ValorUnitario: decimalText(isGlobal ? line.subtotalCents : line.unitPriceCents),
    Importe: decimalText(line.subtotalCents),
    Descuento: line.discountCents > 0 ? decimalText(line.discountCents) : undefined,
    ObjetoImp: base > 0 ? TAXED : NO_TAX_DUE,
  }, base > 0 ? [element("cfdi:Impuestos", {}, [element("cfdi:Traslados", {}, [transferOf(base, line.vatRateBp, line.vatCents)])])] : []);
}

/** The lines' taxes by rate; their sums are those of the lines. */
function taxesOf(lines: readonly CfdiLine[]): XmlElement[] {
  const taxed = lines.filter(({ subtotalCents, discountCents }) => subtotalCents > discountCents);
  if (taxed.length === 0) return [];
  const rates = [...Map.groupBy(taxed, ({ vatRateBp }) => vatRateBp)].sort(([a], [b]) => b - a);
  const transfers = rates.map(([rate, own]) =>
    transferOf(own.reduce((sum, { subtotalCents, discountCents }) => sum + subtotalCents - discountCents, 0), rate, own.reduce((sum, { vatCents }) => sum + vatCents, 0)),
  );
  return [element("cfdi:Impuestos", { TotalImpuestosTrasladados: decimalText(taxed.reduce((sum, { vatCents }) => sum + vatCents, 0)) }, [element("cfdi:Traslados", {}, transfers)])];
}

function transferOf(baseCents: number, rateBp: number, vatCents: number): XmlElement {
  return element("cfdi:Traslado", { Base: decimalText(baseCents), Impuesto: IVA, TipoFactor: "Tasa", TasaOCuota: rateText(rateBp), Importe: decimalText(vatCents) });
}

/** 1600 is "0.160000": hundredths of a percent with six decimals. */
function rateText(rateBp: number): string {
  const millionths = String(rateBp * 100).padStart(7, "0");
  return `${millionths.slice(0, -6)}.${millionths.slice(-6)}`;
}

/** Minutes as hours with up to six decimals, as many as the SAT allows: 50 are 0.833333. */
function hoursText(minutes: number): string {
  const millionths = String(Math.round((minutes * 1_000_000) / 60)).padStart(7, "0");
  return `${millionths.slice(0, -6)}.${millionths.slice(-6)}`.replace(/\.?0+$/, "");
}

/** One line, without the bar that parts the original chain, no longer than the schema takes. */
function cleanText(text: string, max: number): string {
  return text.replaceAll("|", "/").replace(/\s+/g, " ").trim().slice(0, max).trim();
}
