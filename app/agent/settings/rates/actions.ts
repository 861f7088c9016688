"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import type { ActionResult } from "@/lib/actions/result";
import { publishRateCard } from "@/lib/billing/commands/publish-rate-card";
import { checkRateTable, type RateDryRun } from "@/lib/billing/rate-import";
import { checkRatesSchema, publishRatesSchema } from "@/lib/billing/rate-schema";
import { hrefOfRates } from "./_data/addresses";
import { changeSentences, type ChangeSentence } from "./_data/change-sentences";
import { fieldErrorsOf, problemSentences, problemsIn } from "./_data/problems";
import { linesOfForm } from "./_data/typed-lines";

const publish = defineAction({
  name: "rates.publish",
  actor: "staff",
  input: publishRatesSchema,
  run: publishRateCard,
  onDone({ number }) {
    revalidatePath(hrefOfRates(), "layout");
    redirect(hrefOfRates({ done: number }));
  },
});

/** The form repeats its fields, a line after another; they travel on as one. What was typed goes back whole. */
export async function editAction(previous: ActionResult, form: FormData): Promise<ActionResult<{ number: number }>> {
  const whole = new FormData();
  whole.set("base", form.get("base") ?? "");
  whole.set("note", form.get("note") ?? "");
  whole.set("lines", JSON.stringify(linesOfForm(form)));
  const answer = await publish(previous, whole);
  if (answer.status !== "refused") return answer;
  const { details, ...rest } = answer;
  return { ...rest, fieldErrors: { ...answer.fieldErrors, ...fieldErrorsOf(problemsIn(details)) } };
}

export async function publishTableAction(previous: ActionResult, form: FormData): Promise<ActionResult<{ number: number }>> {
  return publish(previous, form);
}

const check = defineAction({ name: "rates.check", actor: "staff", input: checkRatesSchema, run: checkRateTable });

export type CheckedTable = { base: number; lines: string; count: number; changes: ChangeSentence[] };

export async function checkAction(previous: ActionResult, form: FormData): Promise<ActionResult<CheckedTable>> {
  const answer: ActionResult<RateDryRun> = await check(previous, form);
  if (answer.status === "ok") {
    const { base, lines, count, changes } = answer.data;
    return { status: "ok", data: { base, lines: JSON.stringify(lines), count, changes: changeSentences(changes) } };
  }
  if (answer.status !== "refused") return answer;
  return { ...answer, details: { problems: problemSentences(problemsIn(answer.details)) } };
}
