import { readInvoiceXml } from "@/lib/quotes/invoice-xml";
import { centsOf, decimalText } from "@/lib/quotes/decimal-text";

const UUID = "6f9619ff-8b86-4011-b42d-00c04fc964ff";
const stamp = `<c:Complemento><t:TimbreFiscalDigital xmlns:t="http://www.sat.gob.mx/TimbreFiscalDigital" UUID="${UUID.toUpperCase()}"/></c:Complemento>`;
const body = `<c:Emisor Rfc="A&amp;B010101AB1"/><c:Receptor Rfc="EKU9003173C9"/>${stamp}`;
const xml = (inside = body, attributes = 'Total="1160.5" Moneda="MXN" TipoDeComprobante="I"') => `<c:Comprobante xmlns:c="http://www.sat.gob.mx/cfd/4" ${attributes}>${inside}</c:Comprobante>`;

describe("reading an invoice", () => {
  it("finds what it is about by namespaces, whatever the prefixes", () => {
    expect(readInvoiceXml(`\uFEFF<?xml version="1.0"?>${xml()}`)).toEqual({ ok: true, data: { uuid: UUID, totalCents: 116_050n, currency: "MXN", kind: "I", issuerRfc: "A&B010101AB1", receiverRfc: "EKU9003173C9" } });
  });

  it.each([
    ["no XML", "no soy XML"],
    ["cut off", xml().slice(0, -20)],
    ["another document", "<a/>"],
    ["of another namespace", xml().replace("cfd/4", "cfd/9")],
    ["without a total", xml(body, 'Moneda="MXN"')],
    ["with parts of a cent", xml(body, 'Total="1.005"')],
    ["without whom it is to", xml(stamp)],
    ["with a document type", `<!DOCTYPE c [<!ENTITY a "b">]>${xml()}`],
    ["with an entity of its own", xml(body.replace("EKU9003173C9", "&a;"))],
    ["that would grow", `<!DOCTYPE l [<!ENTITY a "${"x".repeat(100)}"><!ENTITY b "&a;&a;&a;&a;">]>${xml()}`],
    ["that would reach out", `<!DOCTYPE c SYSTEM "http://127.0.0.1/x.dtd">${xml()}`],
    ["too long", xml(body + "<!--" + "x".repeat(1024 * 1024) + "-->")],
  ])("refuses what is %s", (_name, text) => {
    expect(readInvoiceXml(text)).toMatchObject({ ok: false, code: "INVOICE_XML_UNREADABLE" });
  });

  it("tells that it is not stamped", () => {
    expect(readInvoiceXml(xml(body.replace(stamp, "")))).toMatchObject({ code: "INVOICE_NOT_STAMPED" });
    expect(readInvoiceXml(xml(body.replace(UUID.toUpperCase(), "123")))).toMatchObject({ code: "INVOICE_NOT_STAMPED" });
  });
});

it.each([[0n, "0.00"], [5n, "0.05"], [123_456_789n, "1234567.89"], [-150n, "-1.50"]])("writes %s cents as %s", (cents, decimal) => {
  expect(decimalText(cents)).toBe(decimal);
});

it.each([["1160", 116_000n], ["1160.5", 116_050n], ["1160.500000", 116_050n], ["0.01", 1n], ["1.005", null], ["-1", null], ["1e3", null], ["", null]])("reads %j as %s cents", (text, cents) => {
  expect(centsOf(text)).toBe(cents);
});
