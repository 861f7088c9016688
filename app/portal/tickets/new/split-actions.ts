import "server-only";
import { z } from "zod";
import { answersOfForm } from "@/app/portal/tickets/new/guide-actions";
import { partErrorsOf, partsOf, joinAll } from "@/app/portal/tickets/new/part-form";
import type { NewTicketState, PartView } from "@/app/portal/tickets/new/state";
import { suggestForDraft } from "@/app/portal/tickets/new/suggest-for-draft";
import type { CustomerActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { defineAction } from "@/lib/actions/define-action";
import { typedValues } from "@/lib/actions/form-data";
import { IDLE } from "@/lib/actions/result";
import { browserName } from "@/lib/actions/browser-name";
import { refusalMessage } from "@/lib/i18n/refusals";
import { ok, type Ok } from "@/lib/result";
import { openTickets } from "@/lib/tickets/commands/open-tickets";
import { getNewTicketOptions } from "@/lib/tickets/new-ticket-options";
import { openTicketsSchema, suggestSchema, type SuggestInput } from "@/lib/tickets/schema";
import { joinPart, type TicketPart } from "@/lib/tickets/ticket-parts";
import { topicDrafts, type MessageDraft } from "@/lib/tickets/topic-drafts";

const sendAll = defineAction({
  name: "tickets.open-all",
  actor: "customer",
  // The parts of a form are columns of fields; they travel to the command as one value.
  input: openTicketsSchema.extend({ tickets: z.preprocess((value) => (typeof value === "string" ? JSON.parse(value) : value), openTicketsSchema.shape.tickets) }),
  run: async (ctx, input) => openTickets({ ...ctx, browser: await browserName() }, input),
});
const findTopics = defineAction({ name: "tickets.find-topics", actor: "customer", input: suggestSchema, run: topicsForMessage });
const findSimilar = defineAction({ name: "tickets.suggest", actor: "customer", input: suggestSchema, run: suggestForDraft });

/** Nothing was refused: the form goes on as another one. The page says so itself, without the alarm of a refusal. */
const CHANGED = { status: "refused", code: "FORM_CHANGED", message: "" } as const;

/** The message as a draft for each of its topics. */
export async function splitForm(form: FormData): Promise<NewTicketState> {
  const found = await findTopics(IDLE, messageOf(form));
  if (found.status !== "ok") return keepSplit(form, found);
  const parts = found.data.map((draft) => ({ ...draft, key: crypto.randomUUID(), priority: textOf(form, "priority"), different: [] }));
  return { ...CHANGED, values: typedValues(form), parts: parts.map((part) => ({ part })) };
}

/** @param index of the part that goes to the one before it */
export async function joinForm(form: FormData, index: number): Promise<NewTicketState> {
  const parts = joinPart(partsOf(form), index);
  return parts.length > 1 ? { ...CHANGED, values: typedValues(form), parts: parts.map((part) => ({ part })) } : asOne(form, parts[0]);
}

/** Back to one ticket: with the text as it was written, unless a part was changed since. */
export async function unsplitForm(form: FormData): Promise<NewTicketState> {
  const parts = partsOf(form);
  const found = await findTopics(IDLE, messageOf(form));
  const isUntouched = found.status === "ok" && found.data.length === parts.length && found.data.every((draft, index) => draft.body === parts[index]?.body.trim() && draft.subject === parts[index]?.subject.trim());
  return asOne(form, isUntouched ? undefined : joinAll(parts));
}

export async function sendSplit(form: FormData): Promise<{ reference: string } | NewTicketState> {
  const parts = partsOf(form);
  const errors = partErrorsOf(parts);
  if (errors) return { status: "refused", code: "INVALID_INPUT", message: refusalMessage("INVALID_INPUT"), values: typedValues(form), parts: parts.map((part, index) => ({ part, errors: errors[index] })) };
  const input = new FormData();
  for (const name of ["submissionKey", "search", "formSearch", "environment", "draft", "accepted"]) if (form.has(name)) input.append(name, textOf(form, name));
  for (const id of form.getAll("attachment")) input.append("attachments", id);
  for (const name of ["sealed", "seal", "secretsKept", "filesKept"]) for (const value of form.getAll(name)) input.append(name, value);
  // What was answered goes to the first part of the department that asked.
  const answers = answersOfForm(form);
  const isFirst = (index: number) => parts.findIndex((each) => each.departmentId === parts[index]?.departmentId) === index;
  input.append("tickets", JSON.stringify(parts.map(({ key, ...part }, index) => ({ ...part, submissionKey: key, ...(form.has("service") ? { service: textOf(form, "service") } : {}), ...(isFirst(index) ? { answers } : {}) }))));
  const answer = await sendAll(IDLE, input);
  if (answer.status === "ok") return { reference: answer.data[0]?.reference ?? "" };
  return keepSplit(form, answer);
}

/** Whether a message that is about to be sent holds several topics: asked where no script offered to split it. */
export async function hasSeveralTopics(form: FormData): Promise<boolean> {
  const found = await findTopics(IDLE, messageOf(form));
  return found.status === "ok" && found.data.length > 1;
}

/** The parts as typed, each with the open tickets that it must be held against. */
async function keepSplit(form: FormData, answer: { status: string; code?: string; message?: string; details?: unknown }): Promise<NewTicketState> {
  if (answer.status !== "refused") return IDLE;
  const parts = partsOf(form);
  const isDuplicate = answer.code === "DUPLICATE_NOT_REVIEWED";
  const views = await Promise.all(parts.map(async (part): Promise<PartView> => (isDuplicate ? { part, similar: await similarTo(part) } : { part })));
  return { status: "refused", code: answer.code ?? "UNEXPECTED", message: answer.message ?? "", values: typedValues(form), parts: views, ...(answer.code === "SECRETS_NOT_REVIEWED" || answer.code === "POLICIES_NOT_ACCEPTED" ? { details: answer.details } : {}) };
}

async function similarTo(part: TicketPart): Promise<PartView["similar"]> {
  const found = await findSimilar(IDLE, fields({ subject: part.subject, body: part.body, productId: part.productId, departmentId: part.departmentId }));
  if (found.status !== "ok") return [];
  return found.data.tickets.filter((ticket) => ticket.mustReview).map(({ ticketId, reference, href, subject }) => ({ ticketId, reference, href, subject }));
}

async function topicsForMessage(ctx: Context<CustomerActor>, input: SuggestInput): Promise<Ok<MessageDraft[]>> {
  const { subject, body, departmentId = "", productId = "" } = input;
  return ok(topicDrafts({ subject, body, departmentId, productId }, await getNewTicketOptions(ctx)));
}

/** @param part what the parts were joined to; else the form's own fields stand */
function asOne(form: FormData, part: TicketPart | undefined): NewTicketState {
  const values = { ...typedValues(form), keptAsOne: "1" };
  if (!part) return { ...CHANGED, values, parts: [] };
  const { subject, body, departmentId, productId, priority } = part;
  return { ...CHANGED, values: { ...values, subject, body, departmentId, productId, priority }, parts: [] };
}

function messageOf(form: FormData): FormData {
  return fields(Object.fromEntries(["subject", "body", "departmentId", "productId"].map((name) => [name, textOf(form, name)])));
}

function fields(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  return form;
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.replace(/\r\n?/g, "\n") : "";
}
