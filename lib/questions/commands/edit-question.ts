import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { checkQuestion, type QuestionRefusal } from "@/lib/questions/check-question";
import type { Saved } from "@/lib/questions/commands/add-question";
import { canEditQuestions } from "@/lib/questions/policy";
import { lockQuestion, readAsked, reviseQuestion } from "@/lib/questions/record";
import { bodyOf, type EditQuestionInput } from "@/lib/questions/schema";
import type { QuestionBody } from "@/lib/questions/types";
import { ok, refuse, type Result } from "@/lib/result";

type Answer = Result<Saved, "FORBIDDEN" | "QUESTION_GONE" | "QUESTION_CHANGED" | QuestionRefusal>;

/** Writes a new version over the one that the editor saw, and over no other. Tickets keep the words that they answered. */
export async function editQuestion({ db, actor, now }: Context<StaffActor>, input: EditQuestionInput): Promise<Answer> {
  if (!canEditQuestions(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<Answer> => {
    const question = await lockQuestion(tx, input.questionId);
    if (!question) return refuse("QUESTION_GONE");
    const saved = { questionId: question.id, departmentSlug: question.departmentSlug };
    const checked = checkQuestion(bodyOf(input), { id: question.id, others: await readAsked(tx, question.departmentId) });
    if (!checked.ok) return checked;
    if (isSame(question, checked.data)) return ok(saved);
    if (question.version !== input.version) return refuse("QUESTION_CHANGED", { theirs: question.label, version: question.version });
    await reviseQuestion(tx, { questionId: question.id, version: question.version + 1, body: checked.data, at: now, by: actor.userId });
    return ok(saved);
  });
}

function isSame(one: QuestionBody, other: QuestionBody): boolean {
  return JSON.stringify(comparable(one)) === JSON.stringify(comparable(other));
}

function comparable({ label, hint, kind, choices, isRequired, shownWhen }: QuestionBody) {
  return [label, hint, kind, choices, isRequired, shownWhen && [shownWhen.questionId, shownWhen.values]];
}
