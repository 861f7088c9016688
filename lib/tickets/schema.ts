import { z } from "zod";
import { idField, optionalIdField, ticked, typedText } from "@/lib/actions/text";
import { ANSWERS_MAX, decodeAnswers } from "@/lib/questions/answer-fields";
import { environmentField } from "@/lib/tickets/environment-field";
import { attachmentIds } from "@/lib/attachments/schema";
import { draftVersions } from "@/lib/drafts/schema";
import { acceptedField } from "@/lib/policies/schema";
import { secretFields } from "@/lib/secrets/schema";
import { serviceField } from "@/lib/tickets/service";
import { readWallTime } from "@/lib/tickets/snooze";
import { BODY_MAX, MOST_TOPICS, SUBJECT_MAX, TICKET_PRIORITIES } from "@/lib/tickets/types";

const subject = typedText({ max: SUBJECT_MAX });
const body = typedText({ max: BODY_MAX });
/** Made when a form is rendered; the same form sent twice makes one row. */
const submissionKey = z.uuid("field.unknownChoice");

/** Which search of the knowledge base led here. Whatever else stands there is no reason to refuse a ticket. */
const searchToken = z.uuid().optional().catch(undefined);

/** What was answered to the department's questions, by question id, as one text; the command holds it against what is asked. */
const typedAnswers = z.string("field.unreadable").max(ANSWERS_MAX, `field.tooLong:${ANSWERS_MAX}`).transform(decodeAnswers);

export const openTicketSchema = z.strictObject({
  departmentId: idField(),
  productId: optionalIdField(),
  subject,
  body,
  /** What the person chose for a free service; of the others it follows from the service. */
  priority: z.enum(TICKET_PRIORITIES, "field.unknownChoice"),
  service: serviceField,
  submissionKey,
  /** Suggested tickets that the person looked at and found to be about something else. */
  different: z.array(z.uuid("field.unknownChoice")).max(20).default([]),
  /** The search whose page led to the form, and the one beside the form itself. */
  search: searchToken,
  formSearch: searchToken,
  answers: typedAnswers.optional(),
  /** Where the problem was seen; only when the person ticked that it be sent. */
  environment: environmentField,
  attachments: attachmentIds,
  ...secretFields,
  draft: draftVersions,
  /** Versions of the policies that the form asked for and the person accepts with it. */
  accepted: acceptedField.optional(),
});
export type OpenTicketInput = z.output<typeof openTicketSchema>;

/** Several topics of one message: each as a form of its own would send it, the files once for all. */
export const openTicketsSchema = z.strictObject({
  submissionKey,
  tickets: z.array(openTicketSchema.omit({ search: true, formSearch: true, environment: true, draft: true, sealed: true, seal: true, secretsKept: true, filesKept: true, accepted: true })).min(2, "field.unknownChoice").max(MOST_TOPICS, "field.unknownChoice"),
  /** Uploads that every one of them carries. */
  attachments: z.array(z.uuid("field.unknownChoice")).max(50, "field.unknownChoice").default([]),
  search: searchToken,
  formSearch: searchToken,
  environment: environmentField,
  /** Of all of them: each takes what has its mark in it. */
  ...secretFields,
  draft: draftVersions,
  accepted: acceptedField.optional(),
});
export type OpenTicketsInput = z.output<typeof openTicketsSchema>;

export const addToTicketSchema = z.strictObject({
  ticketId: idField(),
  subject: typedText({ max: SUBJECT_MAX, min: 0 }),
  body,
  submissionKey,
  /** Whose questions were answered, if any were. */
  departmentId: optionalIdField(),
  answers: typedAnswers.optional(),
  attachments: attachmentIds,
  ...secretFields,
  draft: draftVersions,
});
export type AddToTicketInput = z.output<typeof addToTicketSchema>;

/** What the desk leaves a ticket in after its reply. */
export const AFTER_REPLY = ["open", "pending", "solved"] as const;
export const replySchema = z.strictObject({ ticketId: idField(), body, submissionKey, attachments: attachmentIds, draft: draftVersions, ...secretFields });
export type ReplyInput = z.output<typeof replySchema>;
export const staffReplySchema = replySchema.extend({ next: z.enum(AFTER_REPLY, "field.unknownChoice").default("open") });
export type StaffReplyInput = z.output<typeof staffReplySchema>;
export const noteSchema = z.strictObject({ ticketId: idField(), body, submissionKey, attachments: attachmentIds, draft: draftVersions });
export type NoteInput = z.output<typeof noteSchema>;

export const readSealedSchema = z.strictObject({ sealedId: idField() });
export type ReadSealedInput = z.output<typeof readSealedSchema>;

export const ticketIdSchema = z.strictObject({ ticketId: idField() });
export type TicketIdInput = z.output<typeof ticketIdSchema>;
export const lookSchema = z.strictObject({ ticketId: idField(), isLooking: z.boolean() });
export type LookInput = z.output<typeof lookSchema>;
export const articleFromTicketSchema = z.strictObject({ ticketId: idField(), categoryId: idField() });
export type ArticleFromTicketInput = z.output<typeof articleFromTicketSchema>;
export const assignSchema = z.strictObject({ ticketId: idField(), assigneeId: optionalIdField() });
export type AssignInput = z.output<typeof assignSchema>;
export const prioritySchema = z.strictObject({ ticketId: idField(), priority: z.enum(TICKET_PRIORITIES, "field.unknownChoice") });
export type PriorityInput = z.output<typeof prioritySchema>;
export const departmentSchema = z.strictObject({ ticketId: idField(), departmentId: idField() });
export type DepartmentInput = z.output<typeof departmentSchema>;
export const STATUS_MOVES = ["take_up", "await_requester", "put_on_hold", "solve", "close", "reopen"] as const;
export const statusSchema = z.strictObject({ ticketId: idField(), move: z.enum(STATUS_MOVES, "field.unknownChoice") });
export type StatusInput = z.output<typeof statusSchema>;
/** Until when, as `datetime-local` sends it, in the desk's zone. */
export const snoozeSchema = z.strictObject({
  ticketId: idField(),
  until: z.string("field.missing").transform((text, context) => {
    const at = readWallTime(text);
    if (at === null) context.addIssue({ code: "custom", message: "field.dateTime" });
    return at ?? z.NEVER;
  }),
});
export type SnoozeInput = z.output<typeof snoozeSchema>;
export const serviceSchema = z.strictObject({ ticketId: idField(), service: z.enum(["paid", "free"], "field.unknownChoice") });
export type ServiceInput = z.output<typeof serviceSchema>;
export const mergeSchema = z.strictObject({ ticketId: idField(), intoReference: typedText({ max: 60 }) });
export type MergeInput = z.output<typeof mergeSchema>;
/** Two tickets, or one and several others, of which the desk says that they are not about the same matter; or takes it back. */
export const pairsSchema = z.strictObject({ ticketId: idField(), candidateTicketIds: z.array(idField()).min(1, "field.unknownChoice").max(50, "field.unknownChoice") });
export type PairsInput = z.output<typeof pairsSchema>;

/** Which file of the labelled set (all in one, told apart by `type`, unless one is named), and whether the texts go as they were written. */
export const exportSchema = z.strictObject({ file: z.enum(["docs", "queries", "pairs"]).optional(), raw: z.stringbool().default(false) });
export type ExportInput = z.output<typeof exportSchema>;

export const recordOpenedDuplicateSchema = z.strictObject({
  candidateTicketId: idField(),
  submissionKey,
  subject: typedText({ max: SUBJECT_MAX, min: 0 }),
  body: typedText({ max: BODY_MAX, min: 0 }).default(""),
});
export type RecordOpenedDuplicateInput = z.output<typeof recordOpenedDuplicateSchema>;

export const recordOpenedArticleSchema = z.strictObject({ submissionKey, kind: z.enum(["article", "faq"], "field.unknownChoice"), id: idField() });
export type RecordOpenedArticleInput = z.output<typeof recordOpenedArticleSchema>;

/** What the form asks while one types. */
export const suggestSchema = z.strictObject({
  subject: z.string().max(BODY_MAX).default(""),
  body: z.string().max(BODY_MAX * 2).default(""),
  productId: z.string().max(60).optional(),
  departmentId: z.string().max(60).optional(),
  formSearch: searchToken,
  /** The form that asks, so that what it was shown becomes part of its ticket. */
  submissionKey: z.uuid().optional().catch(undefined),
});
export type SuggestInput = z.output<typeof suggestSchema>;

const POSITION_MAX = 999;
export const editDepartmentSchema = z.strictObject({
  departmentId: idField(),
  name: typedText({ max: 80 }),
  description: typedText({ max: 300, min: 0 }),
  position: z.coerce.number("field.wholeNumber").int("field.wholeNumber").min(1, "field.wholeNumber").max(POSITION_MAX, `field.atMost:${POSITION_MAX}`),
  isActive: ticked,
  isOpenToAll: ticked,
  isEssential: ticked,
});
export type EditDepartmentInput = z.output<typeof editDepartmentSchema>;
