import { analyseQuestion, readQuestion, spellQuestion, type Question } from "@/lib/kb/question";
import type { TextIndex } from "@/lib/search/text-index";
import { Vocabulary } from "@/lib/search/vocabulary";
import { indexOfTexts } from "@/tests/support/texts";

const index = indexOfTexts({
  mail: "Cambiar la contraseña de un buzón | Abra cPanel y escriba la contraseña nueva",
  dns: "Cuánto tarda la propagación DNS | Los cambios de DNS se propagan",
  bill: "Descargar mi factura | En el portal, en facturación",
});

function read(text: string, { isUnfinished = false, of = index }: { isUnfinished?: boolean; of?: TextIndex } = {}): Question {
  return readQuestion(of, analyseQuestion(text), { vocabulary: new Vocabulary(of.vocabulary()), isUnfinished });
}

const termsIn = ({ slots }: Question, of = index) => slots.map(({ alternatives }) => Object.fromEntries([...alternatives].map(([term, worth]) => [of.terms[term], worth])));

describe("readQuestion", () => {
  it("asks for each telling word once, under its term", () => {
    expect(termsIn(read("la contraseña del buzón y la contraseña"))).toEqual([{ contrasen: 1 }, { buzon: 1 }]);
  });

  it("needs no accents and no ñ", () => {
    expect(read("contrasena buzon").slots).toEqual(read("contraseña buzón").slots);
  });

  it("weighs a word that no text holds the most, and gives it nothing to be found by", () => {
    const [known, unknown] = read("buzón zimbra").slots;
    expect(unknown?.alternatives.size).toBe(0);
    expect(unknown?.weight).toBeGreaterThan(known?.weight ?? Number.POSITIVE_INFINITY);
  });

  it("takes a misspelt word for the only one that it can be", () => {
    const question = read("contrasñea");
    expect(termsIn(question)).toEqual([{ contrasen: 0.95 }]);
    expect(question.slots[0]).toMatchObject({ surface: "contraseña", folded: "contrasena" });
  });

  it("completes the last word while it is being typed, and no other", () => {
    expect(termsIn(read("propag", { isUnfinished: true }))).toEqual([{ propag: 1 }]); // a stem by itself
    expect(termsIn(read("contr buz", { isUnfinished: true }))).toEqual([{}, { buzon: 0.6 }]);
    expect(termsIn(read("contr buz"))).toEqual([{}, {}]);
  });

  it("takes a synonym's terms where its words stand", () => {
    const analysis = analyseQuestion("clave del buzón");
    const tokens = analysis.bodyTokens.filter(({ surface }) => surface === "clave");
    const question = readQuestion(index, analysis, { vocabulary: new Vocabulary([]), isUnfinished: false, synonyms: [{ tokens, terms: [{ term: "contrasen", worth: 0.7 }, { term: "nowhere", worth: 0.7 }] }] });
    expect(termsIn(question)).toEqual([{ contrasen: 0.7 }, { buzon: 1 }]);
    expect(question.slots[0]?.weight).toBeCloseTo(index.weightOf(index.termId("contrasen")!));
  });

  it("asks for stop words when there is nothing else", () => {
    const stops = indexOfTexts({ a: "esto no va" });
    expect(termsIn(read("esto no va", { of: stops }), stops)).toHaveLength(3);
    expect(read("¿¡!?").slots).toEqual([]);
  });

  it("reads no more than the first words of a pasted text", () => {
    expect(read(Array.from({ length: 400 }, (_, at) => `p${at}x`).join(" ")).slots.length).toBeLessThanOrEqual(40);
  });
});

describe("spellQuestion", () => {
  it("puts the unknown words right and keeps everything around them", () => {
    expect(spellQuestion(read("¿Cambiar  contrasñea, del BUZÓN?"))).toBe("¿Cambiar  contraseña, del BUZÓN?");
    expect(spellQuestion(read("contrasñea y contrasñea"))).toBe("contraseña y contraseña");
  });

  it("has nothing to say about words that are right, or that resemble none", () => {
    expect(spellQuestion(read("cambiar contrasena"))).toBeNull();
    expect(spellQuestion(read("zimbra"))).toBeNull();
  });

  it("never offers a word whose only text is gone, even by a list made before", () => {
    const texts = indexOfTexts({ kept: "Filtros de correo", secret: "Migración a Zimbra" });
    const vocabulary = new Vocabulary(texts.vocabulary());
    texts.remove("secret");
    const question = readQuestion(texts, analyseQuestion("zimbrq"), { vocabulary, isUnfinished: false });
    expect([spellQuestion(question), question.slots[0]?.surface]).toEqual([null, "zimbrq"]);
    expect(termsIn(readQuestion(texts, analyseQuestion("zimb"), { vocabulary, isUnfinished: true }), texts)).toEqual([{}]);
  });
});
