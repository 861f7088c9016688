import type { TypedAnswers } from "./types";

/** The names of answers in a form, and how they travel: as one text, in drafts and to the command. */

const PREFIX = "answer_";
/** Twenty long answers, escaped. */
export const ANSWERS_MAX = 100_000;

export type AnswerField = `answer_${string}`;

export function answerField(questionId: string): AnswerField {
  return `${PREFIX}${questionId}`;
}

export function questionOfField(name: string): string | null {
  return name.startsWith(PREFIX) ? name.slice(PREFIX.length) : null;
}

/** Answers among the values of a form. */
export function answersIn(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const id = questionOfField(name);
      return id !== null && value !== undefined ? [[id, value]] : [];
    }),
  );
}

/** What is empty is left out; "" when nothing is left. */
export function encodeAnswers(answers: TypedAnswers): string {
  const given = Object.entries(answers).filter(([, value]) => value.trim() !== "");
  return given.length === 0 ? "" : JSON.stringify(Object.fromEntries(given));
}

/** Anything else is no answers: a draft of an older or a newer desk must not stand in the way. */
export function decodeAnswers(text: string | undefined): Record<string, string> {
  if (!text) return {};
  try {
    const decoded: unknown = JSON.parse(text);
    if (typeof decoded !== "object" || decoded === null || Array.isArray(decoded)) return {};
    return Object.fromEntries(Object.entries(decoded).filter((pair): pair is [string, string] => typeof pair[1] === "string"));
  } catch {
    return {};
  }
}
