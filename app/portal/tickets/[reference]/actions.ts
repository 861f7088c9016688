"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import { rateTicket } from "@/lib/satisfaction/commands/rate-ticket";
import { rateSchema } from "@/lib/satisfaction/schema";
import { closeTicket, reopenTicket } from "@/lib/tickets/commands/change-status";
import { replyToTicket } from "@/lib/tickets/commands/reply-to-ticket";
import { replySchema, ticketIdSchema } from "@/lib/tickets/schema";

type Changed = ActionResult<{ reference: string }>;

const reply = defineAction({ name: "tickets.reply", actor: "customer", input: replySchema, run: replyToTicket });
const reopen = defineAction({ name: "tickets.reopen", actor: "customer", input: replySchema, run: reopenTicket });
const close = defineAction({ name: "tickets.close", actor: "customer", input: ticketIdSchema, run: closeTicket });

export async function replyAction(_previous: Changed, form: FormData): Promise<Changed> {
  return shown(await reply(IDLE, form), "replied");
}

export async function reopenAction(_previous: Changed, form: FormData): Promise<Changed> {
  return shown(await reopen(IDLE, form), "reopened");
}

export async function closeAction(_previous: Changed, form: FormData): Promise<Changed> {
  return shown(await close(IDLE, form), "closed");
}

export const rateAction = defineAction({ name: "satisfaction.rate", actor: "customer", input: rateSchema, run: rateTicket, onDone: ({ reference }) => revalidatePath(`/portal/tickets/${reference}`) });

/** After success the ticket is shown as it is now; a refusal goes back to the form. */
function shown(answer: Changed, done: "replied" | "reopened" | "closed"): Changed {
  if (answer.status !== "ok") return answer;
  revalidatePath("/portal", "layout");
  redirect(`/portal/tickets/${answer.data.reference}?done=${done}`);
}
