import type { QuestionBody, QuestionKind, ShownWhen } from "./types";

type Conditional = { id: string; shownWhen: ShownWhen | null };
type Named = Conditional & { label: string };

/**
 * The ring that `question` would close, from itself back to itself, or null. Each question hangs on one other at most, so there is one way
 * to follow.
 */
export function ringOf<Q extends Conditional>(question: Q, others: readonly Q[]): Q[] | null {
  const byId = new Map(others.filter((each) => each.id !== question.id).map((each) => [each.id, each]));
  const way = [question];
  let next = question.shownWhen?.questionId;
  while (next !== undefined && way.length <= others.length + 1) {
    if (next === question.id) return [...way, question];
    const other = byId.get(next);
    if (!other || way.includes(other)) return null; // a ring further on is not this one's
    way.push(other);
    next = other.shownWhen?.questionId;
  }
  return null;
}

/** Whether the question shows itself by some way round: what a choice of conditions must leave out. */
export function wouldHangOnItself(questionId: string, otherId: string, questions: readonly Conditional[]): boolean {
  const changed = questions.map((each) => (each.id === questionId ? { id: questionId, shownWhen: { questionId: otherId, values: [] } } : each));
  const question = changed.find((each) => each.id === questionId);
  return question !== undefined && ringOf(question, changed) !== null;
}

/** The first question that hangs on this one. */
export function dependentOf<Q extends Named>(questionId: string, others: readonly Q[]): Q | null {
  return others.find((each) => each.id !== questionId && each.shownWhen?.questionId === questionId) ?? null;
}

/** The first question that waits for an answer that `changed` could not give any more, and for which. */
export function brokenDependent<Q extends Named>(questionId: string, changed: Pick<QuestionBody, "choices"> & { kind: QuestionKind }, others: readonly Q[]): { dependent: Q; value: string } | null {
  for (const dependent of others) {
    if (dependent.id === questionId || dependent.shownWhen?.questionId !== questionId) continue;
    const value = dependent.shownWhen.values.find((each) => !changed.choices.includes(each));
    if (value !== undefined) return { dependent, value };
  }
  return null;
}
