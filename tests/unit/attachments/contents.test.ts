import { agrees, acceptOf, declaredType, FILE_TYPES, NAMED_MEDIA_TYPES } from "@/lib/attachments/file-types";
import { DEFAULT_RULES, limitsOf } from "@/lib/attachments/limits";
import { decodeText, hasBinaryBytes, isMail, isMarkup, isInvoiceXml } from "@/lib/attachments/text-content";

describe("what a file says it is", () => {
  it.each([
    ["a.PNG", "image/png", "png"],
    ["a.jpeg", "", "jpeg"],
    ["a.csv", "application/vnd.ms-excel", "csv"],
    ["a.log", "application/octet-stream", "log"],
    ["a.png", "image/svg+xml", null],
    ["a.png", "image/jpeg", null],
    ["a.svg", "image/svg+xml", null],
    ["a.txt", "text/html", null],
    [".png", "image/png", null],
    ["png", "image/png", null],
    ["a.pdf.exe", "application/pdf", null],
  ])("%s as %j is %s", (name, mediaType, expected) => {
    expect(declaredType({ name, mediaType })).toBe(expected);
  });

  it("agrees with its bytes, or is a text under another name of a text", () => {
    expect([agrees("log", "txt"), agrees("csv", "txt"), agrees("png", "jpeg"), agrees("eml", "txt"), agrees("docx", "zip")]).toEqual([true, true, false, false, false]);
  });

  it("is never a family", () => {
    expect(NAMED_MEDIA_TYPES.filter((type) => !type.includes("/") || type.includes("*") || /svg|html/.test(type))).toEqual([]);
    expect(acceptOf(["png", "log"])).toBe(".png,image/png,.log,text/plain");
    expect(limitsOf(DEFAULT_RULES)).toMatchObject({ maxFileBytes: 16_777_216, maxFiles: 10, types: FILE_TYPES });
    expect(limitsOf({ ...DEFAULT_RULES, types: ["png", "of-a-later-version"] }).types).toEqual(["png"]);
  });
});

describe("a text", () => {
  it.each(["<!DOCTYPE html>", "  <html>", "\uFEFF<script>", "<svg xmlns='x'>", "<?xml version='1.0'?>\n<!-- a -->\n<svg>", "<!-- x --><script>", "<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C'><svg/>", "<body onload=x>", "<IFRAME src=x>"])("%j is a page", (text) => {
    expect(isMarkup(text)).toBe(true);
  });

  it.each(["Hola", "2026-11-18 <info> arranca", "<?xml version='1.0'?><config/>", "a,b\n<1,2", "El error dice <html> al inicio", "<correo@acme.example>"])("%j is none", (text) => {
    expect(isMarkup(text)).toBe(false);
  });

  it("is read in the alphabet that it is written in", () => {
    expect(decodeText(Buffer.from("año"), { isCut: false })).toBe("año");
    expect(decodeText(Buffer.from("año").subarray(0, 2), { isCut: true })).toBe("a");
    expect(decodeText(Buffer.from("a\xf1o", "latin1"), { isCut: false })).toBe("año");
    expect(decodeText(Buffer.from("\xff\xfea\0\xf1\0o\0", "latin1"), { isCut: false })).toBe("año");
  });

  it("has no NULs and hardly a control", () => {
    expect(["a\tb\r\n\f\x1b[0m", "a\0b", "a\x01b", "\x7fELF\x02"].map((text) => hasBinaryBytes(Buffer.from(text)))).toEqual([false, true, true, true]);
  });

  it("is a message when it begins with what every message has", () => {
    expect([
      "From: a@b.c\r\nSubject: x\r\n\r\nhola",
      "From a@b.c Wed Nov 18\nReceived: by mx\n\tfor x\nDate: hoy\n\n<html>",
      "Hola: qué tal\nNota: nada\n\n",
      "From: a@b.c\nesto no es un encabezado\nSubject: x\n\n",
      "<html>\nFrom: a\nTo: b\n",
    ].map(isMail)).toEqual([true, true, false, false, false]);
  });
});

describe("the XML of an invoice", () => {
  it.each([
    '<cfdi:Comprobante xmlns:cfdi="http://www.sat.gob.mx/cfd/4"/>',
    '\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n<!-- de un PAC -->\n<Comprobante/>',
  ])("is one: %j", (text) => {
    expect(isInvoiceXml(text)).toBe(true);
  });

  it.each([
    '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
    '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><Comprobante/></html>',
    '<?xml-stylesheet href="x.xsl"?><cfdi:Comprobante/>',
    '<!DOCTYPE a [<!ENTITY b "c">]><cfdi:Comprobante/>',
    "<cfdi:Comprobantes/>",
    "Comprobante",
  ])("is none: %j", (text) => {
    expect(isInvoiceXml(text)).toBe(false);
  });
});
