"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import type { ActionResult } from "@/lib/actions/result";
import { discardQuoteDraft, saveQuoteDraft } from "@/lib/quotes/commands/save-quote-draft";
import { renewQuoteRates, sendQuote, withdrawQuote } from "@/lib/quotes/commands/send-quote";
import { typedLinesOf } from "@/lib/quotes/typed-lines";
import { draftVersionSchema, quoteDraftSchema, quoteIdSchema } from "@/lib/quotes/quote-schema";
import { hrefOfQuoteDesk } from "./_data/addresses";

type Done = "saved" | "sent" | "renewed" | "withdrawn" | "discarded";

const save = defineAction({ name: "quotes.save-draft", actor: "staff", input: quoteDraftSchema, run: saveQuoteDraft, onDone: (saved) => show(saved, "saved") });

/** Refused, the lines go back too: without a script the form is made anew of what comes back. */
export async function saveAction(previous: ActionResult<{ ticketReference: string }>, form: FormData): Promise<ActionResult<{ ticketReference: string }>> {
  const answer = await save(previous, form);
  return answer.status === "refused" ? { ...answer, values: { ...answer.values, lines: JSON.stringify(typedLinesOf(form)) } } : answer;
}

export const discardAction = defineAction({ name: "quotes.discard-draft", actor: "staff", input: draftVersionSchema, run: discardQuoteDraft, onDone: (discarded) => show(discarded, "discarded") });

export const sendAction = defineAction({ name: "quotes.send", actor: "staff", input: draftVersionSchema, run: sendQuote, onDone: (sent) => show(sent, "sent") });

export const renewAction = defineAction({ name: "quotes.renew-rates", actor: "staff", input: draftVersionSchema, run: renewQuoteRates, onDone: (renewed) => show(renewed, "renewed") });

export const withdrawAction = defineAction({ name: "quotes.withdraw", actor: "staff", input: quoteIdSchema, run: withdrawQuote, onDone: (withdrawn) => show(withdrawn, "withdrawn") });

function show({ ticketReference }: { ticketReference: string }, done: Done): never {
  revalidatePath("/agent", "layout");
  redirect(`${hrefOfQuoteDesk(ticketReference)}?done=${done}`);
}
