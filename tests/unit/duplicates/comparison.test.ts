import { ZodError } from "zod";
import { circumstanceOf, compareTickets, probabilityOf, type Comparison } from "@/lib/duplicates/comparison";
import { sigmoid } from "@/lib/duplicates/probability";
import { reasonsOf } from "@/lib/duplicates/reasons";
import { MUST_REVIEW, SHOW } from "@/lib/duplicates/thresholds";
import { CIRCUMSTANCE, CONFLICT_CEILING, readWeights } from "@/lib/duplicates/weights";
import { worthOf } from "@/lib/synonyms/worth";
import { readText } from "@/tests/support/texts";

const compare = (draft: string, ticket: string, product: Comparison["product"] = "unknown") => compareTickets(readText(draft), readText(ticket), product);
const named = ({ sharedIdentifiers }: Comparison) => sharedIdentifiers.map(({ kind, value }) => `${kind} ${value}`);

describe("compareTickets", () => {
  it.each([
    ["no puedo enviar correos, error 550", "Error 550 al enviar correo desde acme.example", ["code 550"]],
    ["SSL vencido tienda.acme.example", "El certificado de tienda.acme.example venció", ["domain tienda.acme.example"]],
    ["Email not sending error 550", "Error 550 when sending email | We get error 550 when sending email from acme.example", ["code 550"]],
    ["Escriba a ana@acme.example", "ANA@ACME.EXAMPLE no recibe", ["email ana@acme.example", "domain acme.example"]],
    ["Factura de noviembre", "La de noviembre", ["month 11"]],
    ["Son 42 cuentas en PHP 8.1", "Son 42 buzones en PHP 8.1", []], // numbers and versions are no identity
    ["Mi sitio web no carga", "El sitio no carga desde ayer", []],
  ])("names what %p and %p share", (draft, ticket, shared) => {
    const comparison = compare(draft, ticket);
    expect([named(comparison), comparison.isConflict]).toEqual([shared, false]);
    expect(named(compare(ticket, draft)).sort()).toEqual([...shared].sort());
  });

  it.each([
    ["Factura de noviembre", "Factura de octubre"],
    ["Factura de noviembre | Necesito la factura de noviembre por favor", "Factura de octubre | Necesito la factura de octubre por favor"],
    ["Crear buzón ventas@acme.example", "Crear buzón compras@acme.example"],
    ["Folio A-1234", "Folio A-1235"],
    ["acme.example no abre", "globex.example no abre"],
  ])("sees two matters in %p and %p", (draft, ticket) => {
    expect([compare(draft, ticket).isConflict, compare(ticket, draft).isConflict]).toEqual([true, true]);
  });

  it("sees no conflict where one name is in common, or only one side has any", () => {
    expect(compare("octubre y noviembre", "noviembre y diciembre").isConflict).toBe(false);
    expect(compare("Factura de noviembre", "Mi factura").isConflict).toBe(false);
  });
});

describe("probabilityOf", () => {
  const code = compare("error 550", "error 550", "same");
  const domain = compare("acme.example", "acme.example", "other");
  const conflict = compare("Factura de noviembre", "Factura de octubre");

  it("adds what is known besides the words", () => {
    const { base, sameProduct, sharedCode, otherProduct, sharedIdentifier } = CIRCUMSTANCE.requester;
    expect(circumstanceOf(code, "requester")).toBeCloseTo(base + sameProduct + sharedCode);
    expect(circumstanceOf(domain, "requester")).toBeCloseTo(base + otherProduct + sharedIdentifier);
    expect(probabilityOf(-1, code, "requester")).toBeCloseTo(sigmoid(-1 + base + sameProduct + sharedCode));
  });

  it("never stops anybody at a ticket that names another thing, however alike", () => {
    expect(probabilityOf(50, conflict, "requester")).toBe(CONFLICT_CEILING);
    expect(probabilityOf(50, conflict, "organization")).toBe(CONFLICT_CEILING);
    expect(probabilityOf(50, conflict, "all")).toBeCloseTo(1); // staff are not stopped
  });

  it("is 0 for what was not worth a second look", () => {
    expect(probabilityOf(Number.NEGATIVE_INFINITY, code, "requester")).toBe(0);
  });
});

it("shows before it stops, and lists a conflict without stopping at it", () => {
  expect(0 < SHOW && SHOW < MUST_REVIEW && MUST_REVIEW < 1).toBe(true);
  expect(CONFLICT_CEILING).toBeGreaterThan(SHOW);
  expect(CONFLICT_CEILING).toBeLessThan(MUST_REVIEW);
});

describe("readWeights", () => {
  const rank = { mean: 1, scale: 2, linear: 3, hidden: [4, 5] };
  const file = { strangerRank: -1, rank: { hidden: [{ base: 6, out: 7 }, { base: 8, out: 9 }], features: { terms: rank } }, alarm: { base: 10, features: { terms: { mean: 11, scale: 12, weight: 13 } } } };

  it("lays the rows of the file out as columns", () => {
    expect(readWeights(file)).toEqual({
      strangerRank: -1,
      rank: { mean: [1], scale: [2], linear: [3], hidden: [{ base: 6, out: 7, weights: [4] }, { base: 8, out: 9, weights: [5] }] },
      alarm: { base: 10, mean: [11], scale: [12], weights: [13] },
    });
  });

  it.each([
    ["nothing", null],
    ["a missing part", { ...file, alarm: undefined }],
    ["a part too many", { ...file, extra: 1 }],
    ["words for numbers", { ...file, strangerRank: "-1" }],
    ["numbers that are none", { ...file, strangerRank: Number.NaN }],
    ["a row without its scale", { ...file, rank: { ...file.rank, features: { terms: { mean: 1, linear: 3, hidden: [] } } } }],
  ])("refuses %s", (_name, wrong) => {
    expect(() => readWeights(wrong)).toThrow(ZodError);
  });
});

describe("worthOf", () => {
  it.each([
    ["correo", ["corre"], 0.5],
    ["página web", ["pagin", "web"], 0.5 / Math.SQRT2],
    ["no abre", ["abre"], 0.25], // half of it is lost
    ["no", [], 0],
  ])("makes of %p with the terms %p %d", (expression, terms, worth) => {
    expect(worthOf({ expression, terms })).toBeCloseTo(worth);
  });
});

it("gives reasons that stand in both tickets", () => {
  const draft = readText("No puedo enviar correos | Desde ayer acme.example rebota todo con error 550. Gracias.");
  const ticket = readText("Error 550 al enviar | Hola. Desde ayer rebota todo lo de acme.example con error 550.");
  const reasons = reasonsOf({ draft, ticket, comparison: compareTickets(draft, ticket, "same"), weightOf: () => 1, productName: "Correo de acme.example", openedMinutesAgo: 120 });
  expect(reasons).toEqual([
    { kind: "identifier", value: "acme.example" },
    { kind: "code", value: "550" },
    { kind: "product", name: "Correo de acme.example" },
    { kind: "terms", words: expect.arrayContaining(["rebota", "ayer"]) },
    { kind: "sentence", draft: "Desde ayer acme.example rebota todo con error 550", ticket: "Desde ayer rebota todo lo de acme.example con error 550" },
    { kind: "opened-ago", minutes: 120 },
  ]);
});
