import fc from "fast-check";
import { compareTickets } from "@/lib/duplicates/comparison";
import { FEATURES } from "@/lib/duplicates/features";
import { duplicatePrior } from "@/lib/duplicates/prior";
import { logitAt } from "@/lib/duplicates/probability";
import { rankTickets } from "@/lib/duplicates/ranking";
import { reasonsOf } from "@/lib/duplicates/reasons";
import { widenedBy } from "@/lib/duplicates/widening";
import { rankKnowledge } from "@/lib/kb/knowledge-ranking";
import { nearTexts } from "@/lib/kb/near-texts";
import { analyseQuestion, readQuestion, spellQuestion } from "@/lib/kb/question";
import { analyseText } from "@/lib/search/analysis";
import { highlight, passageOf, readableOf } from "@/lib/search/highlight";
import { decodeTokens, encodeTokens, indexedTokens } from "@/lib/search/indexed-tokens";
import { plainText } from "@/lib/search/text";
import { TextIndex } from "@/lib/search/text-index";
import { Vocabulary } from "@/lib/search/vocabulary";
import { compileSynonyms } from "@/lib/synonyms/compile-synonyms";
import { synonymsIn } from "@/lib/synonyms/find-synonyms";
import { AWKWARD_STRINGS, SHORT_AWKWARD } from "@/tests/support/awkward-strings";
import { indexOfTexts } from "@/tests/support/texts";

const TEXTS = {
  mail: "Cambiar la contraseña de un buzón | Abra cPanel y escriba la contraseña nueva de su correo",
  bounce: "Error 550 al enviar correo | Rebota con 550 5.7.1 desde acme.example",
  names: "constructor __proto__ | toString no funciona en a1",
};
const synonyms = compileSynonyms([{ id: "1", expressions: ["correo", "e-mail", "no abre"] }, { id: "2", expressions: ["constructor", "__proto__", "a"] }]);
const ageOf = () => ({ younger: 1, of: 3 });

/** Both as it is found and as it is looked for, through everything that reads text. */
function readEverywhere(text: string): void {
  const analysis = analyseText({ title: text, body: text });
  const tokens = indexedTokens(analysis);
  expect(decodeTokens(encodeTokens(tokens))).toEqual(tokens);
  expect(encodeTokens(tokens).isWellFormed()).toBe(true);
  expect(analysis.bodyTokens.every(({ start, end }) => 0 <= start && start < end && end <= analysis.body.length)).toBe(true);

  const index = indexOfTexts(TEXTS, duplicatePrior());
  index.add("awkward", tokens);
  expectDuplicates(index, text);
  expectKnowledge(index, text);
  expectSegments(text);
  expect(synonymsIn(analysis.bodyTokens, synonyms).every(({ start, end }) => start < end)).toBe(true);
  index.remove("awkward");
  expect([index.documents, index.averageLength]).toEqual([3, indexOfTexts(TEXTS, duplicatePrior()).averageLength]);
}

function expectDuplicates(index: TextIndex, text: string): void {
  const analysis = analyseText({ title: text.slice(0, 200), body: text });
  const { title, body } = indexedTokens(analysis);
  const draft = { title: index.wordsOf(title), body: index.wordsOf(body) };
  const ranked = rankTickets(index, draft, { ageOf, widened: widenedBy(analysis, synonyms) });
  for (const [position, { rank, features }] of ranked.entries()) {
    expect(features).toHaveLength(FEATURES.length);
    expect([rank, logitAt(ranked, position), ...(features ?? [])].every(Number.isFinite)).toBe(true);
  }
  for (const other of [analysis, analyseText({ title: "Error 550", body: TEXTS.mail })]) {
    const comparison = compareTickets(analysis, other, "same");
    const reasons = reasonsOf({ draft: analysis, ticket: other, comparison, weightOf: () => 1, productName: "Correo", openedMinutesAgo: 1 });
    expect(reasons.at(-1)).toEqual({ kind: "opened-ago", minutes: 1 });
    expect(JSON.stringify(reasons)).not.toMatch(/\\ud[89a-f]/i); // no half letters
  }
}

function expectKnowledge(index: TextIndex, text: string): void {
  const analysis = analyseQuestion(text);
  const vocabulary = new Vocabulary(index.vocabulary());
  for (const isUnfinished of [true, false]) {
    const question = readQuestion(index, analysis, { vocabulary, isUnfinished });
    expect(question.slots.every(({ weight }) => Number.isFinite(weight) && weight > 0)).toBe(true);
    for (const { score, features } of rankKnowledge(index, question)) expect([score, ...features].every(Number.isFinite)).toBe(true);
    expect(spellQuestion(question) ?? "").toEqual(expect.any(String));
  }
  for (const { score } of nearTexts(index, analysis, { accepts: () => true })) expect(score).toBeLessThanOrEqual(1 + 1e-9);
}

function expectSegments(text: string): void {
  const joined = (segments: { text: string }[]) => segments.map((segment) => segment.text).join("");
  expect(joined(highlight(text, "es", () => true))).toBe(text);
  const plain = plainText(text);
  const passage = joined(passageOf(readableOf(plain, "es"), () => 1));
  expect(passage.isWellFormed()).toBe(true);
  expect(passage.length).toBeLessThanOrEqual(210);
  expect(plain.replace(/\s+/g, " ")).toContain(passage.replace(/^… /, "").replace(/ …$/, ""));
}

it("is asked about at least 120 of them, each another", () => {
  expect(AWKWARD_STRINGS.length).toBeGreaterThanOrEqual(120);
  expect(new Set(AWKWARD_STRINGS.map(([, text]) => text)).size).toBe(AWKWARD_STRINGS.length);
  expect(AWKWARD_STRINGS.every(([, text]) => text.length <= 20_001)).toBe(true);
});

describe("awkward text is read, found and shown", () => {
  it.each(AWKWARD_STRINGS)("%s", (_name, text) => {
    readEverywhere(text);
  });

  it("whatever Unicode may hold", () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), fc.string({ unit: "grapheme", maxLength: 300 }), fc.array(fc.constantFrom(...Object.values(SHORT_AWKWARD)), { maxLength: 4 }).map((texts) => texts.join(" "))), readEverywhere), { numRuns: 60 });
  });

  it("half letters and all", () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    fc.assert(fc.property(fc.string({ unit, maxLength: 200 }), readEverywhere), { numRuns: 60 });
  });
});

describe("what is kept of a text is bounded", () => {
  it.each(AWKWARD_STRINGS.filter(([name]) => name.startsWith("20,000")))("%s", (_name, text) => {
    const analysis = analyseText({ title: text, body: text });
    const { title, body } = indexedTokens(analysis);
    expect(analysis.bodyTokens.length).toBeLessThanOrEqual(6_050); // a chunk's parts may go over the limit together
    expect([title.length <= 200, body.length <= 4_000, analysis.terms.size <= 4_000]).toEqual([true, true, true]);
    expect([...title, ...body].every(({ surface, term }) => surface.length <= 120 && term.length <= 40)).toBe(true);
    expect(readQuestion(new TextIndex(), analyseQuestion(text), { vocabulary: new Vocabulary([]), isUnfinished: true }).slots.length).toBeLessThanOrEqual(40);
  });
});
