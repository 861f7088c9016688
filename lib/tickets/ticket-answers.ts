import "server-only";
import type { CustomerActor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { checkAnswers, type CheckedAnswers } from "@/lib/questions/answers";
import { readDay } from "@/lib/questions/days";
import { readQuestionsToAnswer, withoutImpossible } from "@/lib/questions/asked-questions";
import { shownQuestions } from "@/lib/questions/shown";
import type { AskedQuestion, NamedProduct, TypedAnswers } from "@/lib/questions/types";
import { ok, refuse, type Result } from "@/lib/result";
import type { AnswerView } from "@/lib/tickets/types";

/** What was answered, in the order of the questions. */
export type TicketAnswers = CheckedAnswers<AskedQuestion>["answers"];

/** Holds what was typed against what the department asks at this moment. The refusal names what is wrong by question id. */
export async function readTicketAnswers(tx: Tx, actor: CustomerActor, { departmentId, typed, isAsked }: { departmentId: string; typed: TypedAnswers; isAsked: boolean }): Promise<Result<TicketAnswers, "ANSWERS_INVALID">> {
  const answered = Object.keys(typed).filter((id) => typed[id]?.trim());
  const questions = await readQuestionsToAnswer(tx, { departmentId, answered });
  if (questions.length === 0) return ok([]);
  const products = await readProducts(tx, actor, questions);
  const { answers, errors } = checkAnswers(withoutImpossible(questions, products), typed, products);
  return !isAsked || Object.keys(errors).length === 0 ? ok(answers) : refuse("ANSWERS_INVALID", { errors });
}

/** The same answers for a message of another ticket, which asks nothing: whatever was typed goes along, right or wrong. */
export async function readAnswersToTell(tx: Tx, actor: CustomerActor, { departmentId, typed }: { departmentId: string; typed: TypedAnswers }): Promise<Pick<AnswerView, "question" | "value">[]> {
  const questions = await readQuestionsToAnswer(tx, { departmentId, answered: Object.keys(typed) });
  const products = await readProducts(tx, actor, questions);
  return shownQuestions(questions, typed).flatMap((question) => {
    const text = typed[question.id]?.trim() ?? "";
    const value = question.kind === "product" ? products.find((each) => each.id === text)?.name : text;
    return value ? [{ question: question.label, value }] : [];
  });
}

export async function writeTicketAnswers(tx: Tx, ticketId: string, answers: TicketAnswers): Promise<void> {
  if (answers.length === 0) return;
  await tx.ticketAnswer.createMany({
    data: answers.map(({ question, answer: { value, day, productId } }, at) => ({
      ticketId,
      questionId: question.id,
      questionVersionId: question.versionId,
      position: at + 1,
      value,
      day: day === null ? null : new Date(`${day}T00:00:00Z`),
      productId,
    })),
  });
}

/** Whether the same form would give the same answers: a second tab may have been answered otherwise. */
export function isSameAnswers(kept: readonly { questionId: string; value: string; productId: string | null }[], typed: TypedAnswers): boolean {
  return kept.every(({ questionId, value, productId }) => {
    const text = typed[questionId]?.trim() ?? "";
    return text === value || text === productId || readDay(text) === value;
  });
}

export const answersSelect = {
  orderBy: { position: "asc" },
  select: { questionId: true, value: true, version: { select: { label: true, kind: true } } },
} as const satisfies Prisma.Ticket$answersArgs;

type AnswerRow = { questionId: string; value: string; version: { label: string; kind: AnswerView["kind"] } };

export function toAnswerView({ questionId, value, version }: AnswerRow): AnswerView {
  return { questionId, question: version.label, kind: version.kind, value };
}

function readProducts(tx: Tx, { organizationId }: CustomerActor, questions: readonly AskedQuestion[]): Promise<NamedProduct[]> {
  if (organizationId === null || questions.every((question) => question.kind !== "product")) return Promise.resolve([]);
  return tx.product.findMany({ where: { organizationId }, select: { id: true, name: true } });
}
