import { FEATURES, measureKnowledge, rankKnowledge, type FeatureName } from "@/lib/kb/knowledge-ranking";
import { nearTexts } from "@/lib/kb/near-texts";
import { analyseQuestion, readQuestion } from "@/lib/kb/question";
import type { Net } from "@/lib/search/net";
import { Vocabulary } from "@/lib/search/vocabulary";
import { indexOfTexts } from "@/tests/support/texts";

const index = indexOfTexts({
  mail: "Cambiar la contraseña de un buzón | Abra cPanel y escriba la contraseña nueva",
  dns: "Cuánto tarda la propagación DNS | Los cambios de DNS se propagan, y el buzón no cambia",
  bill: "Descargar mi factura | En el portal, en facturación",
});

const question = (text: string) => readQuestion(index, analyseQuestion(text), { vocabulary: new Vocabulary(index.vocabulary()), isUnfinished: false });

/** One feature alone decides. */
function only(name: FeatureName): Net {
  return { mean: FEATURES.map(() => 0), scale: FEATURES.map(() => 1), linear: FEATURES.map((each) => (each === name ? 1 : 0)), hidden: [] };
}

function measured(text: string, id: string): Record<string, number> {
  const found = measureKnowledge(index, question(text)).find(({ at }) => index.idAt(at) === id);
  return Object.fromEntries(FEATURES.map((name, at) => [name, found?.features[at] ?? Number.NaN]));
}

describe("what is measured of a question and a text", () => {
  it("is all there when the text says everything", () => {
    expect(measured("cambiar la contraseña de un buzón", "mail")).toMatchObject({ terms: 1, grams: 1, known: 1, titleKnown: 1, opening: 1, passageAndTitle: 1, missing: 0, titleFocus: 1 });
  });

  it("tells what is missing, by weight", () => {
    const { known = 0, missing = 0, titleKnown } = measured("contraseña del buzón", "dns");
    const weight = (term: string) => index.weightOf(index.termId(term)!);
    expect(known).toBeCloseTo(weight("buzon") / (weight("buzon") + weight("contrasen")));
    expect(missing).toBeCloseTo(weight("contrasen") / 10);
    expect(titleKnown).toBe(0);
  });

  it("sees neighbours of the question that are neighbours in the text", () => {
    expect(measured("contraseña nueva", "mail").pairs).toBe(1);
    expect(measured("nueva contraseña", "mail").pairs).toBe(0);
  });

  it("tells a word as it stands there from a relative of it", () => {
    expect(measured("facturación", "bill").exact).toBe(1);
    expect(measured("facturaciones", "bill").exact).toBe(0);
  });
});

describe("rankKnowledge", () => {
  it("scores against the best, in the order that the weights give", () => {
    const ranked = rankKnowledge(index, question("contraseña del buzón"), { weights: only("known") });
    expect(ranked.map(({ at }) => index.idAt(at))).toEqual(["mail", "dns"]);
    expect(ranked[0]?.score).toBe(1);
    expect(ranked[1]?.score).toBeCloseTo(Math.exp((measured("contraseña del buzón", "dns").known ?? 0) - 1));
  });

  it("puts the older of two equals first", () => {
    const twins = indexOfTexts({ first: "Correo lento", second: "Correo lento" });
    const asked = readQuestion(twins, analyseQuestion("correo"), { vocabulary: new Vocabulary([]), isUnfinished: false });
    expect(rankKnowledge(twins, asked).map(({ at, score }) => [twins.idAt(at), score])).toEqual([["first", 1], ["second", 1]]);
  });

  it("keeps to the texts that are accepted, and answers nothing with nothing", () => {
    expect(rankKnowledge(index, question("buzón"), { accepts: (at) => index.idAt(at) === "dns" }).map(({ at }) => index.idAt(at))).toEqual(["dns"]);
    expect(rankKnowledge(index, question("zimbra"))).toEqual([]);
    expect(rankKnowledge(index, question("¿?"))).toEqual([]);
  });
});

describe("nearTexts", () => {
  const near = (text: string, accepts = () => true) => nearTexts(index, analyseQuestion(text), { accepts }).map(({ at }) => index.idAt(at));

  it("brings titles that look like the question, where no word of it is known", () => {
    expect(near("contraseñotas")[0]).toBe("mail");
    expect(near("xyzxyz")).toEqual([]);
    expect(near("contraseñotas", () => false)).toEqual([]);
  });

  it("never brings a removed text", () => {
    const texts = indexOfTexts({ gone: "Contraseña", kept: "Contrato" });
    texts.remove("gone");
    expect(nearTexts(texts, analyseQuestion("contrasx"), { accepts: () => true }).map(({ at }) => texts.idAt(at))).toEqual(["kept"]);
  });
});
