import fc from "fast-check";
import { brokenDependent, dependentOf, ringOf, wouldHangOnItself } from "@/lib/questions/conditions";
import { shownQuestions } from "@/lib/questions/shown";
import type { ShownWhen } from "@/lib/questions/types";

const question = (id: string, shownWhen: ShownWhen | null = null) => ({ id, label: id, shownWhen });
const when = (questionId: string, ...values: string[]): ShownWhen => ({ questionId, values });
const ids = (questions: { id: string }[]) => questions.map(({ id }) => id);

describe("the questions that are shown", () => {
  const questions = [question("pasa"), question("error", when("pasa", "No envía", "Rebota")), question("captura", when("error"))];

  it("are those without a condition, in their order", () => {
    expect(ids(shownQuestions(questions, {}))).toEqual(["pasa"]);
  });

  it("and those whose other answer is one of the named ones, spaces aside", () => {
    expect(ids(shownQuestions(questions, { pasa: "Rebota " }))).toEqual(["pasa", "error"]);
    expect(ids(shownQuestions(questions, { pasa: "rebota" }))).toEqual(["pasa"]);
  });

  it("any answer will do where none is named, but not a blank one", () => {
    expect(ids(shownQuestions(questions, { pasa: "Rebota", error: "  " }))).toEqual(["pasa", "error"]);
    expect(ids(shownQuestions(questions, { pasa: "Rebota", error: "550" }))).toEqual(["pasa", "error", "captura"]);
  });

  it("not one that hangs on a hidden one, although that was answered before it was hidden", () => {
    expect(ids(shownQuestions(questions, { pasa: "Otra", error: "550" }))).toEqual(["pasa"]);
  });

  it("not one that hangs on what is not there", () => {
    expect(shownQuestions([question("a", when("gone"))], { gone: "x" })).toEqual([]);
  });

  it("none of a ring, whatever is answered", () => {
    expect(ids(shownQuestions([question("a", when("b")), question("b", when("a")), question("c")], { a: "x", b: "x" }))).toEqual(["c"]);
  });

  it("whatever they hang on may stand after them", () => {
    expect(ids(shownQuestions([question("b", when("a")), question("a")], { a: "x" }))).toEqual(["b", "a"]);
  });
});

const NAMES = ["a", "b", "c", "d", "e", "f"];
/** Questions that each hang on any other, on themselves, or on none. */
const graphs = fc.array(fc.constantFrom("", ...NAMES), { minLength: NAMES.length, maxLength: NAMES.length }).map((parents) => NAMES.map((id, at) => question(id, parents[at] ? when(parents[at]) : null)));
const answers = fc.dictionary(fc.constantFrom(...NAMES), fc.constantFrom("", " ", "sí"));

describe("conditions, whatever they are", () => {
  it("a question that is shown hangs on nothing, or on one that is shown and answered", () => {
    fc.assert(
      fc.property(graphs, answers, (questions, given) => {
        const shown = new Set(ids(shownQuestions(questions, given)));
        for (const each of questions) {
          const parent = each.shownWhen?.questionId;
          const expected = parent === undefined || (shown.has(parent) && given[parent]?.trim() === "sí");
          const isInRing = ringOf(each, questions) !== null;
          expect(shown.has(each.id)).toBe(expected && !isInRing);
        }
      }),
    );
  });

  it("conditions that are refused when they close a ring never make one, in whatever order they are set", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES)), { maxLength: 40 }), (wishes) => {
        let questions = NAMES.map((id) => question(id));
        for (const [id, parent] of wishes) {
          const wished = question(id, when(parent));
          if (ringOf(wished, questions)) continue;
          questions = questions.map((each) => (each.id === id ? wished : each));
        }
        // From each, following what it hangs on ends.
        for (const each of questions) expect(stepsToEnd(each, questions)).toBeLessThan(NAMES.length);
      }),
    );
  });

  it("a ring is told from the question back to itself", () => {
    const questions = [question("a", when("b")), question("b", when("c")), question("c")];
    expect(ringOf(question("c", when("a")), questions)?.map(({ id }) => id)).toEqual(["c", "a", "b", "c"]);
    expect(ringOf(question("a", when("a")), questions)?.map(({ id }) => id)).toEqual(["a", "a"]);
    expect(wouldHangOnItself("c", "a", questions)).toBe(true);
    expect(wouldHangOnItself("a", "c", questions)).toBe(false);
  });
});

describe("what hangs on a question", () => {
  const questions = [{ ...question("pasa") }, question("error", when("pasa", "No envía"))];

  it("is found, and which answer of it would be missed", () => {
    expect(dependentOf("pasa", questions)?.id).toBe("error");
    expect(dependentOf("error", questions)).toBeNull();
    expect(brokenDependent("pasa", { kind: "choice", choices: ["Otra", "Más"] }, questions)).toMatchObject({ value: "No envía", dependent: { id: "error" } });
    expect(brokenDependent("pasa", { kind: "text", choices: [] }, questions)?.value).toBe("No envía");
    expect(brokenDependent("pasa", { kind: "choice", choices: ["No envía", "Otra"] }, questions)).toBeNull();
  });
});

function stepsToEnd(from: ReturnType<typeof question>, questions: ReturnType<typeof question>[]): number {
  let steps = 0;
  let at: ReturnType<typeof question> | undefined = from;
  while (at?.shownWhen && steps <= questions.length) {
    const next: string = at.shownWhen.questionId;
    at = questions.find(({ id }) => id === next);
    steps += 1;
  }
  return steps;
}
