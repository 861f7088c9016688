import "server-only";
import type { NewTicketState } from "@/app/portal/tickets/new/state";
import { detailOf } from "@/lib/actions/details";
import type { CustomerActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { refusalMessage } from "@/lib/i18n/refusals";
import { getTranslator } from "@/lib/i18n/translator";
import { answerField, answersIn, encodeAnswers } from "@/lib/questions/answer-fields";
import { listAskedQuestions } from "@/lib/questions/queries";
import type { AskedQuestion } from "@/lib/questions/types";
import { ok, type Ok } from "@/lib/result";
import { getNewTicketOptions } from "@/lib/tickets/new-ticket-options";

/** What the new-ticket form does about its department's questions: their answers travel as one field, and come back with their errors. */

/** The form with its answers in the field that the command takes. */
export function withAnswers(form: FormData): FormData {
  const packed = new FormData();
  const texts: Record<string, string> = {};
  for (const [name, value] of form) {
    if (name.startsWith(answerField(""))) texts[name] = String(value);
    else packed.append(name, value);
  }
  packed.set("answers", answersOf(texts));
  return packed;
}

/** The same answers for the command alone. */
export function answersOfForm(form: FormData): string {
  return answersOf(Object.fromEntries([...form].map(([name, value]) => [name, String(value)])));
}

type Refused = Extract<NewTicketState, { status: "refused" }>;

/** Says beside each question what is wrong with its answer. */
export function withAnswerErrors(answer: Refused): Refused {
  const errors = answer.code === "ANSWERS_INVALID" ? errorsIn(answer.details) : {};
  const named = Object.entries(errors).map(([id, code]) => [answerField(id), refusalMessage(code)] as const);
  return named.length === 0 ? answer : { ...answer, fieldErrors: { ...answer.fieldErrors, ...Object.fromEntries(named) } };
}

/** What is asked at this moment: an administrator may have changed it since the page was made. */
export async function askedNow(ctx: Context<CustomerActor>): Promise<Ok<Record<string, AskedQuestion[]>>> {
  const { products } = await getNewTicketOptions(ctx);
  return ok(await listAskedQuestions(ctx, { products }));
}

export function shownMessage(questions: Record<string, AskedQuestion[]>, departmentId: string): string {
  return getTranslator("portal")((questions[departmentId]?.length ?? 0) > 0 ? "new.questionsShown" : "new.questionsNone");
}

function answersOf(values: Record<string, string>): string {
  return encodeAnswers(Object.fromEntries(Object.entries(answersIn(values)).map(([id, text]) => [id, text.replace(/\r\n?/g, "\n")])));
}

function errorsIn(details: unknown): Record<string, string> {
  const errors = detailOf(details, "errors");
  if (typeof errors !== "object" || errors === null) return {};
  return Object.fromEntries(Object.entries(errors).filter((pair): pair is [string, string] => typeof pair[1] === "string"));
}
