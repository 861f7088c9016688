"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { NewTicketState } from "@/app/portal/tickets/new/state";
import { suggestForDraft } from "@/app/portal/tickets/new/suggest-for-draft";
import { defineAction } from "@/lib/actions/define-action";
import { typedValues } from "@/lib/actions/form-data";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import { getTranslator } from "@/lib/i18n/translator";
import { addToTicket } from "@/lib/tickets/commands/add-to-ticket";
import { discardDraft } from "@/lib/tickets/commands/drafts";
import { openTicket } from "@/lib/tickets/commands/open-ticket";
import { addToTicketSchema, openTicketSchema, suggestSchema } from "@/lib/tickets/schema";

const open = defineAction({ name: "tickets.open", actor: "customer", input: openTicketSchema, run: openTicket });
const add = defineAction({ name: "tickets.add-to", actor: "customer", input: addToTicketSchema, run: addToTicket });
const suggest = defineAction({ name: "tickets.suggest", actor: "customer", input: suggestSchema, run: suggestForDraft });
const discard = defineAction({ name: "tickets.discard-draft", actor: "customer", input: z.strictObject({ slot: z.literal("new") }), run: discardDraft });

const SUGGEST_FIELDS = ["subject", "body", "productId", "departmentId", "formSearch"];

/**
 * The new-ticket form has several submit buttons: send it, add its text to a ticket on the same topic, look for such tickets (where no
 * script does so), start over. The button that was pressed is in the form.
 */
export async function newTicketAction(_previous: NewTicketState, form: FormData): Promise<NewTicketState> {
  const query = form.get("discard");
  if (typeof query === "string") return discarded(form, query);
  const ticketId = form.get("addTo");
  if (typeof ticketId === "string") return added(form, ticketId);
  if (form.has("check")) return checked(form);
  return opened(form);
}

async function opened(form: FormData): Promise<NewTicketState> {
  const answer = await open(IDLE, form);
  if (answer.status === "ok") return showTicket(answer.data.reference, "sent=1");
  // Without JavaScript the page has no other way to show again what was looked at, and which boxes were ticked.
  return keep(form, { ...answer, suggestions: await suggestionsFor(form) });
}

async function added(form: FormData, ticketId: string): Promise<NewTicketState> {
  const answer = await add(IDLE, pick(form, ["subject", "body", "submissionKey"], { ticketId }));
  if (answer.status === "ok") return showTicket(answer.data.reference, "done=added");
  return keep(form, answer);
}

/** @param query what the address asked for besides the draft */
async function discarded(form: FormData, query: string): Promise<NewTicketState> {
  const answer = await discard(IDLE, formOf({ slot: "new" }));
  if (answer.status !== "ok") return keep(form, answer);
  revalidatePath("/portal/tickets/new");
  redirect(`/portal/tickets/new${query.startsWith("?") ? query.slice(0, 2000) : ""}`);
}

async function checked(form: FormData): Promise<NewTicketState> {
  const found = await suggest(IDLE, pick(form, SUGGEST_FIELDS));
  if (found.status !== "ok") return keep(form, found.status === "refused" ? found : IDLE);
  return keep(form, {
    status: "refused",
    code: "NOT_SENT_YET",
    message: getTranslator("portal")(found.data.announcement ? "new.checked" : "new.checkedNone"),
    suggestions: found.data,
  });
}

async function suggestionsFor(form: FormData) {
  const found = await suggest(IDLE, pick(form, SUGGEST_FIELDS));
  return found.status === "ok" ? found.data : undefined;
}

/** Everything that was typed goes back, with each ticked box, whichever button was pressed. */
function keep(form: FormData, answer: ActionResult & Pick<NewTicketState, "suggestions">): NewTicketState {
  if (answer.status !== "refused") return IDLE; // after success the page is another one
  return { ...answer, details: undefined, values: { ...typedValues(form), different: form.getAll("different").join(" ") } };
}

function pick(form: FormData, names: string[], more: Record<string, string> = {}): FormData {
  const texts = names.flatMap((name) => form.getAll(name).map((value) => [name, String(value)] as const));
  const picked = formOf(more);
  for (const [name, text] of texts) picked.append(name, text);
  return picked;
}

function formOf(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  return form;
}

function showTicket(reference: string, query: string): never {
  // Whoever goes back gets a fresh form: the old one's key is spent.
  revalidatePath("/portal", "layout");
  redirect(`/portal/tickets/${reference}?${query}`);
}
