import type { ShownWhen } from "./types";

/** Choices as they are typed, one a line; what is repeated to the letter stands once. */
export function readChoices(typed: string): string[] {
  const written = typed.split("\n").map((line) => line.replace(/\s+/g, " ").trim());
  return [...new Set(written)].filter((line) => line !== "");
}

const MARK = "|";

/** How a form names an answer that shows another question: by the question and the words of the choice. */
export function conditionField(questionId: string, choice: string): string {
  return `${questionId}${MARK}${choice}`;
}

/** Boxes of other questions may be ticked too, where no script hides them: only those of the chosen one count. */
export function readCondition(questionId: string | undefined, ticked: readonly string[]): ShownWhen | null {
  if (questionId === undefined) return null;
  const start = `${questionId}${MARK}`;
  return { questionId, values: ticked.filter((each) => each.startsWith(start)).map((each) => each.slice(start.length)) };
}
