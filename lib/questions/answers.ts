import { readDay } from "./days";
import { shownQuestions } from "./shown";
import { ANSWER_MAX, type AskedQuestion, type NamedProduct, type TypedAnswers } from "./types";

/** Keys of the catalogue `errors`. */
export type AnswerError = "field.missing" | "field.unknownChoice" | "field.date" | "field.unreadable" | `field.tooLong:${number}`;

/** An answer as it is kept: in words, and what the words stand for. */
export type ReadAnswer = { value: string; day: string | null; productId: string | null };

type Question = Pick<AskedQuestion, "kind" | "choices" | "isRequired">;

/**
 * What was typed as an answer, an error, or null for none. The rules of the form, in the browser and on the server alike.
 * @param products those that may be chosen
 */
export function readAnswer(question: Question, typed: string | undefined, products: readonly NamedProduct[]): ReadAnswer | { error: AnswerError } | null {
  const text = typed?.trim() ?? "";
  const isChosen = question.kind === "choice" || question.kind === "product";
  if (text === "") return question.isRequired ? { error: isChosen ? "field.unknownChoice" : "field.missing" } : null;
  switch (question.kind) {
    case "text":
    case "long_text":
      return readText(text, ANSWER_MAX[question.kind]);
    case "choice":
      return question.choices.includes(text) ? plain(text) : { error: "field.unknownChoice" };
    case "date": {
      const day = readDay(text);
      return day === null ? { error: "field.date" } : { value: day, day, productId: null };
    }
    case "product": {
      const product = products.find((each) => each.id === text);
      return product ? { value: product.name, day: null, productId: product.id } : { error: "field.unknownChoice" };
    }
    default:
      return question.kind satisfies never;
  }
}

export type CheckedAnswers<Q> = { answers: { question: Q; answer: ReadAnswer }[]; errors: Record<string, AnswerError> };

/** The answers to the questions that are asked; what was typed into one that is not asked any more is left out. Errors are by question id. */
export function checkAnswers<Q extends AskedQuestion>(questions: readonly Q[], typed: TypedAnswers, products: readonly NamedProduct[]): CheckedAnswers<Q> {
  const checked: CheckedAnswers<Q> = { answers: [], errors: {} };
  for (const question of shownQuestions(questions, typed)) {
    const read = readAnswer(question, typed[question.id], products);
    if (read === null) continue;
    if ("error" in read) checked.errors[question.id] = read.error;
    else checked.answers.push({ question, answer: read });
  }
  return checked;
}

function readText(text: string, max: number): ReadAnswer | { error: AnswerError } {
  if (!text.isWellFormed() || text.includes("\0")) return { error: "field.unreadable" };
  return text.length > max ? { error: `field.tooLong:${max}` } : plain(text);
}

function plain(value: string): ReadAnswer {
  return { value, day: null, productId: null };
}
