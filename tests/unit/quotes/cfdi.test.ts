/** @jest-environment node */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { validateXML } from "xmllint-wasm";
import { cfdiOf, type CfdiCharge, type CfdiLine } from "@/lib/quotes/cfdi";
import type { Company } from "@/lib/quotes/charge-types";
import { xmlDocument, type XmlElement } from "@/lib/quotes/xml-text";
import { amountLimits, taxLimits } from "@/tests/unit/quotes/support/sat-limits";

const SAT = join(__dirname, "../../fixtures/sat");
const [schema, ...preload] = ["cfdv40.xsd", "catCFDI.xsd", "tdCFDI.xsd"].map((fileName) => ({ fileName, contents: readFileSync(join(SAT, fileName), "utf8") }));

const company: Company = { rfc: "EKU9003173C9", legalName: "ESCUELA KEMPER URGATE", taxRegime: "601", postalCode: "42501", productKey: "81111811", paymentMethod: "PPD", paymentForm: "99", series: "A" };
const issuedAt = Temporal.PlainDateTime.from("2026-11-18T12:00:07.5");
const fiscal = { rfc: "XIA190128J61", legalName: "XENON INDUSTRIAL ARTICLES", taxRegime: "601", postalCode: "76343", cfdiUse: "G03" };
const line = (changes: Partial<CfdiLine> = {}): CfdiLine => {
  const priced = { code: "SOP-1", description: "Soporte | remoto & \"urgente\" <ya>\n de 1 hora", unit: "event" as const, quantity: 1, unitPriceCents: 100_000, discountCents: 0, vatRateBp: 1600, ...changes };
  const subtotalCents = changes.subtotalCents ?? Math.floor((priced.unitPriceCents * priced.quantity) / (priced.unit === "hour" ? 60 : 1) + 0.5);
  return { ...priced, subtotalCents, vatCents: Math.floor(((subtotalCents - priced.discountCents) * priced.vatRateBp) / 10_000 + 0.5) };
};
const charge = (lines: CfdiLine[], changes: Partial<CfdiCharge> = {}): CfdiCharge => ({ reference: "CAR-7K3M-Q2XD", fiscal, paymentTerms: "A 15 días.\nPor transferencia.", lines, ...changes });

function made(of: CfdiCharge, by: Company = company): XmlElement {
  const cfdi = cfdiOf(of, { company: by, issuedAt });
  if (!cfdi.ok) throw new Error(cfdi.code);
  return cfdi.data;
}

/** What the SAT's structure says against it; `NoCertificado`, which has none yet, is given twenty digits first. */
async function errorsOf(root: XmlElement, { hasCertificate = true } = {}): Promise<string[]> {
  const xml = xmlDocument(root, "Sin sello");
  const contents = hasCertificate ? xml.replace('NoCertificado=""', 'NoCertificado="00000000000000000000"') : xml;
  const { errors } = await validateXML({ xml: { fileName: "cfdi.xml", contents }, schema: [schema!], preload });
  return errors.map(({ message }) => message);
}

const find = (root: XmlElement, ...path: string[]): XmlElement[] => path.reduce((found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === `cfdi:${name}`)), [root]);

describe("a CFDI without seal", () => {
  it("has the SAT's structure", async () => {
    const root = made(charge([line(), line({ unit: "hour", quantity: 50, unitPriceCents: 90_000 }), line({ quantity: 3, discountCents: 12_345, vatRateBp: 800 }), line({ vatRateBp: 0 })]));
    expect(await errorsOf(root)).toEqual([]);
    expect(root.attributes).toMatchObject({ Serie: "A", Folio: "CAR-7K3M-Q2XD", Fecha: "2026-11-18T12:00:07", Sello: "", NoCertificado: "", Certificado: "", MetodoPago: "PPD", FormaPago: "99", CondicionesDePago: "A 15 días. Por transferencia.", Moneda: "MXN" });
    expect(find(root, "Conceptos", "Concepto").map(({ attributes }) => [attributes.Cantidad, attributes.ClaveUnidad, attributes.Importe])).toEqual([["1", "E48", "1000.00"], ["0.833333", "HUR", "750.00"], ["3", "E48", "3000.00"], ["1", "E48", "1000.00"]]);
    // 1,000 + 750 at 16 %, 2,876.55 at 8 %, 1,000 at 0 %.
    expect(find(root, "Impuestos", "Traslados", "Traslado").map(({ attributes }) => [attributes.Base, attributes.TasaOCuota, attributes.Importe])).toEqual([["1750.00", "0.160000", "280.00"], ["2876.55", "0.080000", "230.12"], ["1000.00", "0.000000", "0.00"]]);
    expect(root.attributes).toMatchObject({ SubTotal: "5750.00", Descuento: "123.45", Total: "6136.67" });
  });

  it("lacks nothing but the number of a certificate, which whoever seals it has", async () => {
    const errors = await errorsOf(made(charge([line()])), { hasCertificate: false });
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.every((message) => message.includes("'NoCertificado'"))).toBe(true);
  });

  it("is refused by the structure where something is wrong, so that the test would notice", async () => {
    expect(await errorsOf(made(charge([line()]), { ...company, taxRegime: "999" }))).not.toEqual([]);
    expect(await errorsOf(made(charge([line()], { fiscal: { ...fiscal, rfc: "X" } })))).not.toEqual([]);
  });

  it("leaves out lines of nothing, and says of what is given away that no tax is due", async () => {
    const root = made(charge([line(), line({ unitPriceCents: 0 }), line({ discountCents: 100_000 })]));
    expect(await errorsOf(root)).toEqual([]);
    expect(find(root, "Conceptos", "Concepto").map(({ attributes, children }) => [attributes.ObjetoImp, children.length])).toEqual([["02", 1], ["04", 0]]);
    expect(cfdiOf(charge([line({ unitPriceCents: 0 })]), { company, issuedAt })).toMatchObject({ code: "CFDI_NOTHING_TO_INVOICE" });
  });

  it("is a global one to the public in general, and an ordinary one to somebody with the generic RFC and a name", async () => {
    const publicOne = { rfc: "XAXX010101000", legalName: "PUBLICO EN GENERAL", taxRegime: "616", postalCode: "01000", cfdiUse: "S01" };
    const pue = { ...company, paymentMethod: "PUE" as const, paymentForm: "03" };
    const root = made(charge([line({ unit: "hour", quantity: 50, unitPriceCents: 90_000 })], { fiscal: publicOne }), pue);
    expect(await errorsOf(root)).toEqual([]);
    expect(find(root, "InformacionGlobal")[0]!.attributes).toEqual({ Periodicidad: "01", Meses: "11", "Año": "2026" });
    expect(find(root, "Receptor")[0]!.attributes).toMatchObject({ DomicilioFiscalReceptor: "42501", RegimenFiscalReceptor: "616", UsoCFDI: "S01" });
    expect(find(root, "Conceptos", "Concepto")[0]!.attributes).toMatchObject({ ClaveProdServ: "01010101", ClaveUnidad: "ACT", Descripcion: "Venta", NoIdentificacion: "CAR-7K3M-Q2XD", Cantidad: "1", ValorUnitario: "750.00" });
    expect(cfdiOf(charge([line()], { fiscal: publicOne }), { company, issuedAt })).toMatchObject({ code: "CFDI_GLOBAL_NEEDS_PUE" });
    const named = made(charge([line()], { fiscal: { ...publicOne, legalName: "ANA TORRES" } }));
    expect([find(named, "InformacionGlobal"), await errorsOf(named)]).toEqual([[], []]);
  });

  it("adds up within the SAT's limits of rounding, whatever the lines", () => {
    const anyLine = fc.record({
      unit: fc.constantFrom("event" as const, "hour" as const), quantity: fc.integer({ min: 1, max: 600 }), unitPriceCents: fc.integer({ min: 1, max: 5_000_000 }),
      share: fc.integer({ min: 0, max: 99 }), vatRateBp: fc.constantFrom(0, 800, 1600),
    }).map(({ share, ...rest }) => { const whole = line(rest); return line({ ...rest, discountCents: Math.floor((whole.subtotalCents * share) / 100) }); }).filter(({ subtotalCents, discountCents }) => subtotalCents > discountCents);
    fc.assert(fc.property(fc.array(anyLine, { minLength: 1, maxLength: 12 }), (lines) => {
      const root = made(charge(lines));
      const cents = (text = "0.00") => BigInt(text.replace(".", ""));
      let [subtotal, discount, taxes] = [0n, 0n, 0n];
      for (const concept of find(root, "Conceptos", "Concepto")) {
        const { Cantidad, ValorUnitario, Importe, Descuento } = concept.attributes;
        const [low, high] = amountLimits(Cantidad!, ValorUnitario!);
        expect(cents(Importe) >= low && cents(Importe) <= high).toBe(true);
        const [transfer] = find(concept, "Impuestos", "Traslados", "Traslado");
        const [lowTax, highTax] = taxLimits(transfer!.attributes.Base!, transfer!.attributes.TasaOCuota!);
        expect(cents(transfer!.attributes.Importe) >= lowTax && cents(transfer!.attributes.Importe) <= highTax).toBe(true);
        expect(cents(transfer!.attributes.Base)).toBe(cents(Importe) - cents(Descuento));
        [subtotal, discount, taxes] = [subtotal + cents(Importe), discount + cents(Descuento), taxes + cents(transfer!.attributes.Importe)];
      }
      expect([cents(root.attributes.SubTotal), cents(root.attributes.Descuento), cents(root.attributes.Total)]).toEqual([subtotal, discount, subtotal - discount + taxes]);
      expect(cents(find(root, "Impuestos")[0]!.attributes.TotalImpuestosTrasladados)).toBe(taxes);
      expect(find(root, "Impuestos", "Traslados", "Traslado").reduce((sum, { attributes }) => sum + cents(attributes.Importe), 0n)).toBe(taxes);
    }));
  });
});

it("writes text that no XML can hold as what it can, and ends no comment early", () => {
  const text = xmlDocument({ name: "a", attributes: { b: "<\u0000&\ud800\">" }, children: [] }, "no es -- una --> factura-");
  expect(text).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<!-- no es - - una - -> factura -->\n<a b="&lt;&amp;\ufffd&quot;&gt;"/>\n');
});
