import fc from "fast-check";
import { FEATURES, featuresOf, type FeatureName } from "@/lib/duplicates/features";
import { gramLikeness, questionOf, youngerShareOf } from "@/lib/duplicates/first-look";
import { pairScore } from "@/lib/duplicates/pair-score";
import { duplicatePrior } from "@/lib/duplicates/prior";
import { alarmRow, GAPS, logitAt, sigmoid } from "@/lib/duplicates/probability";
import { lookTwice, rankTickets } from "@/lib/duplicates/ranking";
import { indexedTokens } from "@/lib/search/indexed-tokens";
import type { Net } from "@/lib/search/net";
import type { TextIndex } from "@/lib/search/text-index";
import { indexOfTexts, readText } from "@/tests/support/texts";

/** Likeness of the words in equal parts: what is tested here must hold whatever the fit has made of weights.json. */
const LIKENESS: readonly FeatureName[] = ["terms", "grams", "cosine", "titleGrams"];
const PLAIN: Net = { mean: FEATURES.map(() => 0), scale: FEATURES.map(() => 1), linear: FEATURES.map((name) => (LIKENESS.includes(name) ? 1 : 0)), hidden: [] };
const ageOf = () => ({ younger: 1, of: 10 });

function draftIn(index: TextIndex, text: string) {
  const tokens = indexedTokens(readText(text));
  return { title: index.wordsOf(tokens.title), body: index.wordsOf(tokens.body) };
}

function rankedIds(texts: Record<string, string>, draft: string): string[] {
  const index = indexOfTexts(texts, duplicatePrior());
  return rankTickets(index, draftIn(index, draft), { ageOf, weights: PLAIN }).map(({ at }) => index.idAt(at));
}

function measured(texts: Record<string, string>, draft: string): Record<string, Record<FeatureName, number>> {
  const index = indexOfTexts(texts, duplicatePrior());
  const { second } = lookTwice(index, draftIn(index, draft), { ageOf });
  return Object.fromEntries(second.map(({ candidate, features }) => [index.idAt(candidate.at), Object.fromEntries(FEATURES.map((name, at) => [name, features[at]])) as Record<FeatureName, number>]));
}

const DESK = {
  bounce: "Error 550 al enviar correo desde acme.example",
  down: "Nuestra página está caída | La página acme.example está caída, muestra error 503",
  load: "El sitio no carga desde ayer | Mi sitio web acme.example no carga desde ayer en la tarde",
  expired: "El certificado de tienda.acme.example venció | Los clientes ven que el sitio no es seguro",
  bill: "Factura de octubre | Necesito la factura de octubre por favor",
  mailbox: "Crear buzón compras@acme.example",
};

describe("rankTickets", () => {
  it.each([
    ["no puedo enviar correos, error 550", "bounce"],
    ["Página caída", "down"],
    ["Mi sitio web no carga", "load"],
    ["SSL vencido tienda.acme.example", "expired"],
    ["Email not sending error 550", "bounce"],
    ["Factura de noviembre", "bill"],
    ["Crear buzón ventas@acme.example", "mailbox"],
  ])("puts the same matter in other words first: %p", (draft, id) => {
    expect(rankedIds(DESK, draft)[0]).toBe(id);
  });

  it.each([
    ["Cambiar la contraseña del buzón de ventas", "Mi página se ve en blanco después de actualizar WordPress"],
    ["No puedo enviar correos", "Mi sitio web no carga"],
    ["Correo en Outlook no sincroniza", "Factura de octubre"],
  ])("finds nothing where no word is shared: %p, %p", (draft, ticket) => {
    expect(rankedIds({ ticket }, draft)).toEqual([]);
  });

  it("puts the younger of two equals first", () => {
    expect(rankedIds({ old: DESK.bounce, young: DESK.bounce }, DESK.bounce)).toEqual(["young", "old"]);
  });

  it("looks only at what is accepted, and at nothing for a draft without words", () => {
    const index = indexOfTexts(DESK, duplicatePrior());
    const at = index.positionOf("down");
    expect(rankTickets(index, draftIn(index, "error 550 y 503"), { ageOf, accepts: (each) => each === at }).map((each) => each.at)).toEqual([at]);
    expect(rankTickets(index, draftIn(index, "¿¡!?"), { ageOf })).toEqual([]);
  });

  it("brings a ticket into sight by the operator's synonyms", () => {
    const index = indexOfTexts({ mail: "El buzón rebota" }, duplicatePrior());
    const draft = draftIn(index, "la casilla");
    expect(rankTickets(index, draft, { ageOf })).toEqual([]);
    expect(rankTickets(index, draft, { ageOf, widened: [{ term: "buzon", worth: 0.5 }, { term: "nowhere", worth: 0.5 }] })).toHaveLength(1);
  });

  it("lists those of the first look below those of the second", () => {
    const index = indexOfTexts(Object.fromEntries(Array.from({ length: 70 }, (_, at) => [`t${at}`, `correo lento número ${at}`])), duplicatePrior());
    const ranked = rankTickets(index, draftIn(index, "correo lento"), { ageOf });
    expect(ranked.map(({ features }) => features !== null)).toEqual(Array.from({ length: 70 }, (_, at) => at < 50));
    expect(ranked.every(({ rank }, at) => at === 0 || rank <= ranked[at - 1]!.rank)).toBe(true);
    expect(logitAt(ranked, 50)).toBe(Number.NEGATIVE_INFINITY);
  });

  it("is right about an identical text among unrelated ones, with finite numbers all along", () => {
    const words = fc.array(fc.constantFrom("correo", "página", "550", "acme.example", "ana@acme.example", "factura", "lento", "no", "5.7.1", "🙂", "WordPress", "certificado"), { minLength: 1, maxLength: 12 }).map((each) => each.join(" "));
    fc.assert(
      fc.property(words, fc.array(words, { maxLength: 8 }), (draft, others) => {
        const index = indexOfTexts({ ...Object.fromEntries(others.map((text, at) => [`t${at}`, text])), unrelated: "xilófono zafiro quásar", same: draft }, duplicatePrior());
        const question = draftIn(index, draft);
        const ranked = rankTickets(index, question, { ageOf });
        for (const { rank, features } of ranked) expect([rank, ...(features ?? [])].every(Number.isFinite)).toBe(true);
        ranked.forEach((_, position) => expect(sigmoid(logitAt(ranked, position))).toEqual(expect.any(Number)));
        ranked.forEach((_, position) => expect(logitAt(ranked, position)).not.toBeNaN());
        const plain = rankTickets(index, question, { ageOf, weights: PLAIN }).map(({ at }) => index.idAt(at));
        expect(plain).not.toContain("unrelated");
        // A text that repeats the draft's words more often may stand above it; none is more alike.
        const same = ranked.find(({ at }) => index.idAt(at) === "same")?.features;
        const isWordless = questionOf(index, question).selfScore <= 0;
        expect(plain.includes("same")).toBe(!isWordless);
        for (const name of ["cosine", "titleGrams", "draftKnown", "ticketKnown", "sameTitle"] as const) expect([name, isWordless ? 1 : same?.[FEATURES.indexOf(name)]]).toEqual([name, expect.closeTo(1, 6)]);
      }),
    );
  });

  it("measures the same whatever became of texts that are gone", () => {
    const clean = indexOfTexts({ bounce: DESK.bounce, down: DESK.down }, duplicatePrior());
    const used = indexOfTexts({ gone: "Error 550 fantasma.example rebota", bounce: "otra cosa", down: DESK.down, later: "550 503" }, duplicatePrior());
    used.remove("gone");
    used.remove("later");
    for (const id of ["bounce", "down"] as const) used.add(id, indexedTokens(readText(DESK[id])));
    const seen = (index: TextIndex) => rankTickets(index, draftIn(index, "Error 550 y 503 en acme.example"), { ageOf, weights: PLAIN }).map(({ at, rank, features }) => ({ id: index.idAt(at), rank: rank.toFixed(9), features: [...(features ?? [])].map((each) => each.toFixed(9)) }));
    expect(seen(used)).toEqual(seen(clean));
  });
});

describe("featuresOf", () => {
  it("has one number for each feature, and rows in the order of the candidates", () => {
    const index = indexOfTexts(DESK, duplicatePrior());
    const draft = draftIn(index, "error");
    const at = (terms: number, position: number) => ({ at: position, terms, grams: 0.1, age: ageOf() });
    const rows = featuresOf(index, draft, [at(0.2, 1), at(0.4, 0)]);
    expect(rows.map((row) => [row.length, row[FEATURES.indexOf("terms")]])).toEqual([[FEATURES.length, 0.2], [FEATURES.length, 0.4]]);
    expect(featuresOf(index, draft, [])).toEqual([]);
  });

  it("finds all of the draft in an identical text", () => {
    const { same } = measured({ same: DESK.down, other: DESK.bounce }, DESK.down);
    for (const name of ["termsAgainstBest", "gramsAgainstBest", "titleGrams", "draftKnown", "ticketKnown", "draftTitleKnown", "pairs", "reverse", "bodyCosine", "cosine", "titleOrder", "opening", "bodyKnown", "ticketBodyKnown", "sameTitle", "densest"] as const) {
      expect([name, same?.[name]]).toEqual([name, expect.closeTo(1, 6)]);
    }
    for (const name of ["draftMissing", "ticketMissing", "lengthGap", "otherNumbers", "draftLacking", "ticketLacking", "lesserMissing", "oneWordApart", "wordsRank"] as const) {
      expect([name, same?.[name]]).toEqual([name, expect.closeTo(0, 6)]);
    }
  });

  it("weighs the fifth of the words in common, and the best known stretch of the draft", () => {
    const { a, b } = measured({ a: "correo rebota servidor dominio certificado", b: "correo rebota servidor dominio" }, `Ayuda | ${"relleno ".repeat(20)} correo rebota servidor dominio certificado ${"distinto ".repeat(20)}`);
    expect([a!.fifthShared > 0, b!.fifthShared]).toEqual([true, 0]);
    expect(a!.densest).toBeGreaterThan(b!.densest);
    expect(a).toMatchObject({ sameTitle: 0 });
  });

  it("tells titles that differ in a number or in one word", () => {
    const { a } = measured({ a: "Error 550 en correo | rebota" }, "Error 503 en correo | rebota");
    expect(a).toMatchObject({ otherNumbers: 1, oneWordApart: 1, titleOrder: expect.closeTo(2 / 3) }); // error, 550, correo
    expect(a?.draftLacking).toBeCloseTo(Math.log(2));
  });

  it("looks for the thirty weightiest terms, and scores the draft itself as the most", () => {
    const words = Array.from({ length: 40 }, (_, at) => `z${"bcdfghjklmnpqrstvwxy"[at % 20]}u${"kt"[Math.floor(at / 20)]}`);
    const index = indexOfTexts({ a: words.slice(20).join(" "), b: words.slice(20).join(" ") }, duplicatePrior());
    const question = questionOf(index, draftIn(index, words.join(" ")));
    expect(question.terms).toHaveLength(30);
    const rare = words.slice(0, 20).map((word) => index.termId(word));
    expect(rare.every((term) => question.terms.some((each) => each.term === term))).toBe(true);
    expect(question.selfScore).toBeGreaterThan(0);
  });

  it("knows how many came between", () => {
    const index = indexOfTexts({ a: "correo" }, duplicatePrior());
    const [row] = featuresOf(index, draftIn(index, "correo"), [{ at: 0, terms: 1, grams: 1, age: { younger: 1, of: 100 } }]);
    expect([row?.[FEATURES.indexOf("isNext")], row?.[FEATURES.indexOf("youngerCount")], row?.[FEATURES.indexOf("youngerShare")]]).toEqual([1, Math.log(2), Math.log(11)]);
    expect(youngerShareOf({ younger: 0, of: 0 })).toBe(0);
  });

  it("likens grams as a share of the draft's own", () => {
    const index = indexOfTexts({ same: "contraseña", near: "contrasñea", other: "factura" }, duplicatePrior());
    const [same = 0, near = 0, other] = gramLikeness(index, draftIn(index, "contraseña"), [0, 1, 2].map((at) => ({ at, score: 0 })));
    expect(same).toBeCloseTo(1);
    expect(near).toBeGreaterThan(0.1);
    expect(near).toBeLessThan(same);
    expect(other).toBe(0);
  });
});

describe("alarmRow", () => {
  const ranked = () => {
    const index = indexOfTexts(DESK, duplicatePrior());
    return rankTickets(index, draftIn(index, "error 550 en acme.example"), { ageOf, weights: PLAIN });
  };

  it("has the features and the gaps, the missing rivals being strangers", () => {
    const [first, second] = ranked();
    const alone = alarmRow(ranked().slice(0, 1), 0, -3);
    expect(alone).toHaveLength(FEATURES.length + GAPS.length);
    const gap = (row: Float64Array | null, name: (typeof GAPS)[number]) => row?.[FEATURES.length + GAPS.indexOf(name)];
    expect(gap(alone, "overNext")).toBeCloseTo(first!.rank + 3);
    expect(gap(alone, "share")).toBe(1);
    expect(gap(alone, "spread")).toBeCloseTo(0);
    expect(gap(alarmRow(ranked(), 0, -3), "overNext")).toBeCloseTo(first!.rank - second!.rank);
  });

  it("has none where nothing was measured", () => {
    expect(alarmRow([{ at: 0, rank: -1, features: null }], 0, 0)).toBeNull();
    expect(alarmRow([], 0, 0)).toBeNull();
  });
});

describe("pairScore", () => {
  it("is the same from either side, 1 for the same text and 0 for strangers", () => {
    const [a, b, c] = [{ subject: "", body: "el correo rebota con error 550" }, { subject: "", body: "error 550 al enviar correo" }, { subject: "", body: "factura de octubre" }];
    expect(pairScore(a, b)).toBe(pairScore(b, a));
    expect(pairScore(a, a)).toBeCloseTo(1);
    expect(pairScore(a, b)).toBeGreaterThan(pairScore(a, c));
    expect(pairScore(a, { subject: "", body: "¿?" })).toBe(0);
  });
});
