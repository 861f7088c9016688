"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { hrefOfNoted } from "@/app/portal/_data/noted-words";
import { partsOf } from "@/app/portal/tickets/new/part-form";
import { hasSeveralTopics, joinForm, sendSplit, splitForm, unsplitForm } from "@/app/portal/tickets/new/split-actions";
import { answersOfForm, askedNow, shownMessage, withAnswerErrors, withAnswers } from "@/app/portal/tickets/new/guide-actions";
import type { NewTicketState } from "@/app/portal/tickets/new/state";
import { suggestForDraft } from "@/app/portal/tickets/new/suggest-for-draft";
import { defineAction } from "@/lib/actions/define-action";
import { typedValues } from "@/lib/actions/form-data";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import { browserName } from "@/lib/actions/browser-name";
import { getTranslator } from "@/lib/i18n/translator";
import { confirmNoted } from "@/lib/off-channel/commands/confirm-noted";
import { discardNoted } from "@/lib/off-channel/commands/discard-noted";
import { confirmNotedSchema, notedIdSchema } from "@/lib/off-channel/schema";
import { slotOfNoted } from "@/lib/off-channel/slot";
import { addToTicket } from "@/lib/tickets/commands/add-to-ticket";
import { discardDraft } from "@/lib/drafts/commands";
import { openTicket } from "@/lib/tickets/commands/open-ticket";
import { discardDraftSchema } from "@/lib/drafts/schema";
import { addToTicketSchema, openTicketSchema, suggestSchema } from "@/lib/tickets/schema";

const open = defineAction({ name: "tickets.open", actor: "customer", input: openTicketSchema, run: async (ctx, input) => openTicket({ ...ctx, browser: await browserName() }, input) });
const confirm = defineAction({ name: "off-channel.confirm", actor: "customer", input: confirmNotedSchema, run: async (ctx, input) => confirmNoted({ ...ctx, browser: await browserName() }, input) });
const drop = defineAction({ name: "off-channel.discard", actor: "customer", input: notedIdSchema, run: discardNoted });
const add = defineAction({ name: "tickets.add-to", actor: "customer", input: addToTicketSchema, run: addToTicket });
const suggest = defineAction({ name: "tickets.suggest", actor: "customer", input: suggestSchema, run: suggestForDraft });
const ask = defineAction({ name: "tickets.ask", actor: "customer", input: z.strictObject({}), run: askedNow });
const discard = defineAction({ name: "tickets.discard-draft", actor: "customer", input: discardDraftSchema, run: discardDraft });

const SUGGEST_FIELDS = ["subject", "body", "productId", "departmentId", "formSearch", "submissionKey"];

/**
 * The new-ticket form has several submit buttons: send it, add its text to a ticket on the same topic, look for such tickets (where no
 * script does so), start over. The button that was pressed is in the form. With `notedId` it confirms what the desk noted.
 */
export async function newTicketAction(_previous: NewTicketState, form: FormData): Promise<NewTicketState> {
  const query = form.get("discard");
  if (typeof query === "string") return discarded(form, query);
  const ticketId = form.get("addTo");
  if (typeof ticketId === "string") return added(form, ticketId);
  if (form.has("check")) return checked(form);
  if (form.has("questions")) return questioned(form);
  if (form.has("split")) return splitForm(form);
  if (form.has("join")) return joinForm(form, Number(form.get("join")));
  if (form.has("unsplit")) return unsplitForm(form);
  if (form.has("partKey")) return openedAll(form);
  if (form.has("keepAsOne")) return keptAsOne(form);
  return opened(form);
}

async function openedAll(form: FormData): Promise<NewTicketState> {
  const answer = await sendSplit(form);
  return "reference" in answer ? showTicket(answer.reference, "sent=1") : answer;
}

/** Where no script remembers the choice. */
async function keptAsOne(form: FormData): Promise<NewTicketState> {
  form.set("keptAsOne", "1");
  return keep(form, { status: "refused", code: "NOT_SENT_YET", message: getTranslator("portal")("topics.kept"), suggestions: await suggestionsFor(form) });
}

const NOT_OF_ONE = new Set(["keptAsOne", "isScripted"]);

async function opened(form: FormData): Promise<NewTicketState> {
  // With a script the offer was beside the text as it was written; without one this is the first time that it can be made.
  if (!form.has("isScripted") && !form.has("keptAsOne") && (await hasSeveralTopics(form))) {
    return keep(form, { status: "refused", code: "NOT_SENT_YET", message: getTranslator("portal")("topics.notSentYet"), suggestions: await suggestionsFor(form) });
  }
  const send = form.has("notedId") ? confirm : open;
  const answer = await send(IDLE, withAnswers(pick(form, [...new Set(form.keys())].filter((name) => !NOT_OF_ONE.has(name)))));
  if (answer.status === "ok") return showTicket(answer.data.reference, "sent=1");
  // Without JavaScript the page has no other way to show again what was looked at, and which boxes were ticked.
  const more = { suggestions: await suggestionsFor(form), ...(isAboutAnswers(answer) ? { questions: await questionsNow() } : {}) };
  return keep(form, { ...answer, ...more });
}

async function added(form: FormData, ticketId: string): Promise<NewTicketState> {
  const answer = await add(IDLE, pick(form, ["subject", "body", "submissionKey", "departmentId", "attachment", "draft", "sealed", "seal", "secretsKept", "filesKept"], { ticketId, answers: answersOfForm(form) }));
  // What the desk noted was said there, and waits no longer.
  if (answer.status === "ok" && form.has("notedId")) await drop(IDLE, pick(form, ["notedId"]));
  if (answer.status === "ok") return showTicket(answer.data.reference, "done=added");
  return keep(form, answer);
}

/** @param query what the address asked for besides the draft */
async function discarded(form: FormData, query: string): Promise<NewTicketState> {
  const notedId = form.get("notedId");
  const answer = await discard(IDLE, pick(form, ["draft"], { slot: typeof notedId === "string" ? slotOfNoted(notedId) : "new" }));
  if (answer.status !== "ok") return keep(form, answer);
  if (typeof notedId === "string") {
    revalidatePath(hrefOfNoted(notedId));
    redirect(hrefOfNoted(notedId));
  }
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

/** Where no script does so, the questions of the department are shown by the server. */
async function questioned(form: FormData): Promise<NewTicketState> {
  const questions = await ask(IDLE, new FormData());
  if (questions.status !== "ok") return keep(form, questions);
  const message = shownMessage(questions.data, String(form.get("departmentId") ?? ""));
  return keep(form, { status: "refused", code: "QUESTIONS_SHOWN", message, questions: questions.data });
}

function isAboutAnswers(answer: ActionResult): boolean {
  return answer.status === "refused" && answer.code === "ANSWERS_INVALID";
}

async function questionsNow() {
  const questions = await ask(IDLE, new FormData());
  return questions.status === "ok" ? questions.data : undefined;
}

async function suggestionsFor(form: FormData) {
  const found = await suggest(IDLE, pick(form, SUGGEST_FIELDS));
  return found.status === "ok" ? found.data : undefined;
}

/** Refusals whose details the form shows; what others add is for the server. */
const TOLD_TO_THE_FORM = new Set(["SECRETS_NOT_REVIEWED", "POLICIES_NOT_ACCEPTED"]);

/** Everything that was typed goes back, with each ticked box, whichever button was pressed. */
function keep(form: FormData, answer: ActionResult & Pick<NewTicketState, "suggestions" | "questions">): NewTicketState {
  if (answer.status !== "refused") return IDLE; // after success the page is another one
  return { ...withAnswerErrors(answer), details: TOLD_TO_THE_FORM.has(answer.code) ? answer.details : undefined, values: { ...typedValues(form), different: form.getAll("different").join(" ") }, ...(form.has("partKey") ? { parts: partsOf(form).map((part) => ({ part })) } : {}) };
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
