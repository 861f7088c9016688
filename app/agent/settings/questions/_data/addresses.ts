import { withQuery } from "../../../_data/list-address";

const QUESTIONS = "/agent/settings/questions";

/** A department's questions, with what was just done. */
export function hrefOfQuestions({ department, done }: { department?: string | null; done?: string } = {}): string {
  return withQuery(QUESTIONS, { department: department ?? null, done: done ?? null });
}

export function hrefOfNewQuestion(department: string): string {
  return withQuery(`${QUESTIONS}/new`, { department });
}

export function hrefOfQuestion(questionId: string): string {
  return `${QUESTIONS}/${encodeURIComponent(questionId)}`;
}
