import fc from "fast-check";
import { analyseText } from "@/lib/search/analysis";
import { tokensOf } from "@/lib/search/tokens";

const identifiersIn = (text: string) => tokensOf(text, "es").flatMap(({ identifier }) => (identifier ? [`${identifier.kind} ${identifier.value}`] : []));
const termsOf = (text: string) => tokensOf(text, "es").map(({ term }) => term);

describe("identifiers", () => {
  it.each([
    ["escriba a Ana@Acme.example hoy", ["email ana@acme.example", "domain acme.example"]],
    ["abra https://www.acme.example/tienda", ["name https://www.acme.example/tienda", "domain acme.example"]],
    ["www.acme.example no abre.", ["domain acme.example"]],
    ["desde 192.168.10.5", ["ip 192.168.10.5"]],
    ["desde 2001:db8::1", ["ip 2001:db8::1"]],
    ["me sale error 42", ["code 42"]],
    ["son 42 cuentas", ["number 42"]],
    ["rebota con 550 5.7.1", ["code 550", "code 5.7.1"]],
    ["ERR_CONNECTION_REFUSED", ["code err_connection_refused"]],
    ["código 0x8004010F", ["code 0x8004010f"]],
    ["WordPress 6.4.2", ["name wordpress", "version 6.4.2"]],
    ["PHP v8.1", ["version 8.1"]],
    ["falla wp-config.php", ["file wp-config.php"]],
    ["ticket IMP-7K3M-Q2XD", ["folio imp-7k3m-q2xd"]],
    ["folio A-1234", ["folio a-1234"]],
    ["la de Noviembre", ["month 11"]],
  ])("sees them in %p", (text, expected) => {
    expect(identifiersIn(text)).toEqual(expected);
  });

  it("does not take a forgotten space for a host", () => {
    expect(identifiersIn("no llega el correo.No sé por qué").filter((identifier) => identifier.startsWith("domain"))).toEqual([]);
  });

  it("keeps them whole and splits them", () => {
    expect(termsOf("ana@acme.example")).toEqual(["ana@acme.example", "acme.example", "ana", "acme", "exampl"]);
    expect(termsOf("wp-config.php")).toEqual(["wp-config.php", "wp", "config", "php"]);
  });
});

describe("stems", () => {
  it.each([
    ["configuración", "configuraciones"],
    ["contraseña", "contrasenas"],
    ["envío", "envio"],
    ["correos", "correo"],
    ["facturación", "facturaciones"],
  ])("finds %p under the same term as %p", (one, other) => {
    expect(termsOf(one)).toEqual(termsOf(other));
  });
});

describe("analyseText", () => {
  it("counts the title three times and leaves stop words out", () => {
    const { terms, length, language } = analyseText({ title: "Error de correo", body: "El correo no sale" });
    expect(language).toBe("es");
    expect([...terms]).toEqual([["error", 3], ["corre", 4], ["sal", 1]]);
    expect(length).toBe(8);
  });

  it("keeps stop words when there is nothing else", () => {
    expect([...analyseText({ title: "", body: "esto no es" }).terms.keys()]).toHaveLength(3);
  });

  it("knows English", () => {
    expect(analyseText({ title: "Cannot send mail", body: "It fails with error 550" }).language).toBe("en");
  });

  it("takes any text whatever and keeps tokens inside it", () => {
    const awkward = fc.oneof(
      fc.string({ unit: "binary", maxLength: 400 }),
      fc.array(fc.constantFrom("@", ".", "-", "a", "Ñ", "\u0301", "\u0000", "\uD800", "🙂", "漢", " ", "1", ":", "/", "A", "İ"), { maxLength: 300 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(awkward, (text) => {
        const analysis = analyseText({ title: text, body: text });
        for (const token of analysis.bodyTokens) {
          expect(token.start).toBeLessThan(token.end);
          expect(token.end).toBeLessThanOrEqual(analysis.body.length);
          expect(token.term.length).toBeLessThanOrEqual(40);
        }
        for (const term of analysis.terms.keys()) expect(term).not.toContain("\u0000");
      }),
    );
  });

  it.each(["a".repeat(20_000), "A1-".repeat(7_000), "a@".repeat(10_000), "a.".repeat(10_000), "\u0301".repeat(20_000), "¿".repeat(20_000), "aB".repeat(10_000)])("takes one endless token (%#)", (text) => {
    expect(analyseText({ title: "", body: text }).terms.size).toBeLessThan(100);
  });
});
