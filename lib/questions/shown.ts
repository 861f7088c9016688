import type { ShownWhen, TypedAnswers } from "./types";

type Conditional = { id: string; shownWhen: ShownWhen | null };

/**
 * The questions that are asked, given what was answered so far, in their order. One that hangs on a question that is not asked itself is
 * not asked either; nor is one that hangs on what is not there. The same function decides in the browser and on the server.
 */
export function shownQuestions<Q extends Conditional>(questions: readonly Q[], answers: TypedAnswers): Q[] {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const known = new Map<string, boolean>();

  function isShown(question: Conditional): boolean {
    const decided = known.get(question.id);
    if (decided !== undefined) return decided;
    known.set(question.id, false); // in a ring nothing is asked
    const shown = question.shownWhen === null || isMet(question.shownWhen);
    known.set(question.id, shown);
    return shown;
  }

  function isMet({ questionId, values }: ShownWhen): boolean {
    const other = byId.get(questionId);
    if (!other || !isShown(other)) return false;
    const answer = answers[questionId]?.trim() ?? "";
    return values.length === 0 ? answer !== "" : values.includes(answer);
  }

  return questions.filter(isShown);
}
