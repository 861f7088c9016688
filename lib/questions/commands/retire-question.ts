import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { checkQuestion, type QuestionRefusal } from "@/lib/questions/check-question";
import type { Saved } from "@/lib/questions/commands/add-question";
import { dependentOf } from "@/lib/questions/conditions";
import { canEditQuestions } from "@/lib/questions/policy";
import { lockQuestion, readAsked } from "@/lib/questions/record";
import type { QuestionIdInput } from "@/lib/questions/schema";
import { QUESTIONS_MAX } from "@/lib/questions/types";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

type RetireAnswer = Result<Saved, "FORBIDDEN" | "QUESTION_GONE" | "QUESTION_IN_USE">;

/** Asks it no more; what was answered stays. Not while another question hangs on it. */
export async function retireQuestion({ db, actor, now }: Context<StaffActor>, { questionId }: QuestionIdInput): Promise<RetireAnswer> {
  if (!canEditQuestions(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<RetireAnswer> => {
    const question = await lockQuestion(tx, questionId);
    if (!question) return refuse("QUESTION_GONE");
    const dependent = dependentOf(questionId, await readAsked(tx, question.departmentId));
    if (dependent) return refuse("QUESTION_IN_USE", { other: dependent.label });
    if (!question.isRetired) {
      await tx.departmentQuestion.update({ where: { id: questionId }, data: { retiredAt: toDate(now), updatedAt: toDate(now), updatedById: actor.userId } });
    }
    return ok({ questionId, departmentSlug: question.departmentSlug });
  });
}

type RestoreAnswer = Result<Saved, "FORBIDDEN" | "QUESTION_GONE" | "TOO_MANY_QUESTIONS" | QuestionRefusal>;

/** Asks it again, if what it hangs on is still there to be answered. */
export async function restoreQuestion({ db, actor, now }: Context<StaffActor>, { questionId }: QuestionIdInput): Promise<RestoreAnswer> {
  if (!canEditQuestions(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<RestoreAnswer> => {
    const question = await lockQuestion(tx, questionId);
    if (!question) return refuse("QUESTION_GONE");
    const saved = { questionId, departmentSlug: question.departmentSlug };
    if (!question.isRetired) return ok(saved);
    const others = await readAsked(tx, question.departmentId);
    if (others.length >= QUESTIONS_MAX) return refuse("TOO_MANY_QUESTIONS", { max: QUESTIONS_MAX });
    const checked = checkQuestion(question, { id: questionId, others });
    if (!checked.ok) return checked;
    await tx.departmentQuestion.update({ where: { id: questionId }, data: { retiredAt: null, updatedAt: toDate(now), updatedById: actor.userId } });
    return ok(saved);
  });
}
