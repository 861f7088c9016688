import fc from "fast-check";
import { doubtfulWords, MAX_TERMS_LENGTH, termsOf } from "@/lib/kb/search-terms";

const kept = (text: string, known: string[] = []) => termsOf(text, (word) => known.includes(word)).terms;

describe("what is kept of a search", () => {
  it.each([
    ["no me llega el correo", "no me llega el correo"],
    ["Error 550 al enviar", "Error 550 al enviar"],
    ["550-5.7.26 rechazado", "550-5.7.26 rechazado"],
    ["550 5.7.1 relay", "550 5.7.1 relay"],
    ["error 1045 mysql", "error 1045 mysql"],
    ["0x800ccc0e outlook", "0x800ccc0e outlook"],
    ["ERR_CONNECTION_REFUSED", "ERR_CONNECTION_REFUSED"],
    ["subir a php 8.2.14", "subir a php 8.2.14"],
    ["configurar e-mail en windows11", "configurar e-mail en windows11"],
    ["conectar con gmail.com", "conectar con gmail.com"],
    ["¿cómo renuevo mi dominio?", "cómo renuevo mi dominio"],
    ["Почта не работает", "Почта не работает"],
  ])("words and short codes, as they were written: %s", (text, terms) => {
    expect(kept(text)).toBe(terms);
  });

  it.each([
    ["an address of e-mail", "no entra ana@acme.example hoy", "no entra hoy"],
    ["an address of e-mail with a comma behind it", "soy ana.torres+x@acme.com.mx, ayuda", "soy ayuda"],
    ["somebody's name in a network", "escriban a @ana.torres gracias", "escriban a gracias"],
    ["a telephone in one piece", "llamen al 5512345678", "llamen al"],
    ["a telephone in pieces", "llamen al 55 1234 5678 hoy", "llamen al hoy"],
    ["a telephone in pairs", "mi cel 55 12 34 56 78", "mi cel"],
    ["a telephone in brackets", "tel (55) 1234-5678", "tel"],
    ["a telephone with its country", "tel +52 1 55 1234 5678 urge", "tel urge"],
    ["an account number", "clabe 012180001234567897", "clabe"],
    ["a card in groups", "tarjeta 4152 3136 1234 5678 rechazada", "tarjeta rechazada"],
    ["four digits that are no code", "termina en 4821", "termina en"],
    ["a one-time code", "codigo 483920 no sirve", "codigo no sirve"],
    ["an IP address", "bloqueada 189.203.10.44 firewall", "bloqueada firewall"],
    ["an IPv6 address", "desde 2806:2f0:9000::1 nada", "desde nada"],
    ["a folio of ours", "ticket IMP-7K3M-Q2XD sin respuesta", "ticket sin respuesta"],
    ["an invoice's folio", "factura FAC-00123 mal", "factura mal"],
    ["a tax number", "rfc TOPA800101AB1 incorrecto", "rfc incorrecto"],
    ["a customer's host", "acme.mx no abre", "no abre"],
    ["a customer's page", "https://www.acme.com.mx/tienda?id=3 no abre", "no abre"],
    ["a host of the inside", "servidor01.oficina.local lento", "lento"],
    ["a path", "no abre C:\\Users\\ana\\correo", "no abre"],
    ["a file", "perdí factura-ana-torres.pdf", "perdí"],
    ["a password that was told", "mi contraseña es gatito ayuda", "mi contraseña es ayuda"],
    ["a password with digits", "entro con Perro2024 y no", "entro con y no"],
    ["a date of birth", "nací 12/03/1980", "nací"],
    ["an identifier", "id 3fa85f64-5717-4562-b3fc-2c963f66afa6 falla", "id falla"],
    ["a long token", `clave ${"a".repeat(40)} falla`, "clave falla"],
  ])("not %s", (_what, text, terms) => {
    expect(kept(text)).toBe(terms);
  });

  it("not what is written as a name in the middle of a sentence, unless the knowledge base writes it too", () => {
    const text = "El correo de Rodrigo en Outlook no llega. Urge mucho";
    expect(doubtfulWords(text)).toEqual(["rodrigo", "outlook"]);
    expect(kept(text)).toBe("El correo de en no llega Urge mucho");
    expect(kept(text, ["outlook"])).toBe("El correo de en Outlook no llega Urge mucho");
  });

  it("not half of something that was cut off", () => {
    expect(kept(`${"no ".repeat(130)}ana@acme-de-mexico.example`)).not.toContain("ana");
  });

  it("a hundred and twenty characters at most, in whole words", () => {
    const { terms } = termsOf("palabra ".repeat(60));
    expect(terms).toMatch(/^palabra( palabra)*$/);
    expect(terms.length).toBeLessThanOrEqual(MAX_TERMS_LENGTH);
  });

  it.each(["", "   ", "¿?¡!", "😀😀", "ana@acme.example", "5512345678", "\u0000\u0007"])("nothing, where there is nothing to keep: %j", (text) => {
    expect(termsOf(text)).toEqual({ terms: "", folded: "" });
  });
});

describe("searches for the same", () => {
  it.each([
    ["Contraseña olvidada", "contrasena  OLVIDADA"],
    ["¿Cómo configuro SPF?", "como configuro spf"],
    ["error 550.", "Error: 550"],
  ])("are one, however they are written: %s, %s", (one, other) => {
    expect(termsOf(one).folded).toBe(termsOf(other).folded);
    expect(termsOf(one).folded).not.toBe("");
  });
});

describe("whatever is typed", () => {
  const HOSTILE = fc.oneof(fc.string({ unit: "binary", maxLength: 600 }), fc.string({ unit: "grapheme", maxLength: 600 }), fc.stringMatching(/^[ .@:/\\0-9a-zñA-Z+()-]{0,200}$/));

  it("is kept well-formed, short and without an address or a long number", () => {
    fc.assert(
      fc.property(HOSTILE, (text) => {
        const { terms, folded } = termsOf(text);
        expect(terms.isWellFormed() && !terms.includes("\0")).toBe(true);
        expect(terms.length).toBeLessThanOrEqual(MAX_TERMS_LENGTH);
        expect(folded.length).toBeLessThanOrEqual(300);
        expect(terms).not.toMatch(/@|\d{6}/);
      }),
      { numRuns: 500 },
    );
  });

  it("stays short when it is folded", () => {
    expect(termsOf("\uFDFA ".repeat(100)).folded.length).toBe(200);
  });

  it("takes no longer than the text is long", () => {
    const started = performance.now();
    for (const text of ["a".repeat(20_000), "1 ".repeat(10_000), "a.".repeat(10_000), "Aa ".repeat(7_000), "\u0301".repeat(20_000)]) termsOf(text);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
