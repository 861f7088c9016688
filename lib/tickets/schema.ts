import { z } from "zod";
import { idField, optionalIdField, typedText } from "@/lib/actions/text";
import { BODY_MAX, SUBJECT_MAX, TICKET_PRIORITIES } from "@/lib/tickets/types";

const subject = typedText({ max: SUBJECT_MAX });
const body = typedText({ max: BODY_MAX });
/** Made when a form is rendered; the same form sent twice makes one row. */
const submissionKey = z.uuid("field.unknownChoice");

/** Which search of the knowledge base led here. Whatever else stands there is no reason to refuse a ticket. */
const searchToken = z.uuid().optional().catch(undefined);

export const openTicketSchema = z.strictObject({
  departmentId: idField(),
  productId: optionalIdField(),
  subject,
  body,
  priority: z.enum(TICKET_PRIORITIES, "field.unknownChoice"),
  submissionKey,
  /** Suggested tickets that the person looked at and found to be about something else. */
  different: z.array(z.uuid("field.unknownChoice")).max(20).default([]),
  /** The search whose page led to the form, and the one beside the form itself. */
  search: searchToken,
  formSearch: searchToken,
});
export type OpenTicketInput = z.output<typeof openTicketSchema>;

export const addToTicketSchema = z.strictObject({
  ticketId: idField(),
  subject: typedText({ max: SUBJECT_MAX, min: 0 }),
  body,
  submissionKey,
});
export type AddToTicketInput = z.output<typeof addToTicketSchema>;

/** What the desk leaves a ticket in after its reply. */
export const AFTER_REPLY = ["open", "pending", "solved"] as const;
export const replySchema = z.strictObject({ ticketId: idField(), body, submissionKey });
export type ReplyInput = z.output<typeof replySchema>;
export const staffReplySchema = replySchema.extend({ next: z.enum(AFTER_REPLY, "field.unknownChoice").default("open") });
export type StaffReplyInput = z.output<typeof staffReplySchema>;
export const noteSchema = z.strictObject({ ticketId: idField(), body, submissionKey });
export type NoteInput = z.output<typeof noteSchema>;

export const ticketIdSchema = z.strictObject({ ticketId: idField() });
export type TicketIdInput = z.output<typeof ticketIdSchema>;
export const assignSchema = z.strictObject({ ticketId: idField(), assigneeId: optionalIdField() });
export type AssignInput = z.output<typeof assignSchema>;
export const prioritySchema = z.strictObject({ ticketId: idField(), priority: z.enum(TICKET_PRIORITIES, "field.unknownChoice") });
export type PriorityInput = z.output<typeof prioritySchema>;
export const departmentSchema = z.strictObject({ ticketId: idField(), departmentId: idField() });
export type DepartmentInput = z.output<typeof departmentSchema>;
export const STATUS_MOVES = ["take_up", "await_requester", "put_on_hold", "solve", "close", "reopen"] as const;
export const statusSchema = z.strictObject({ ticketId: idField(), move: z.enum(STATUS_MOVES, "field.unknownChoice") });
export type StatusInput = z.output<typeof statusSchema>;
export const mergeSchema = z.strictObject({ ticketId: idField(), intoReference: typedText({ max: 60 }) });
export type MergeInput = z.output<typeof mergeSchema>;
/** Two tickets, or one and several others, of which the desk says that they are not about the same matter; or takes it back. */
export const pairsSchema = z.strictObject({ ticketId: idField(), candidateTicketIds: z.array(idField()).min(1, "field.unknownChoice").max(50, "field.unknownChoice") });
export type PairsInput = z.output<typeof pairsSchema>;

/** Which file of the labelled set (all in one, told apart by `type`, unless one is named), and whether the texts go as they were written. */
export const exportSchema = z.strictObject({ file: z.enum(["docs", "queries", "pairs"]).optional(), raw: z.stringbool().default(false) });
export type ExportInput = z.output<typeof exportSchema>;

/** A draft is kept as typed, however incomplete; what the database cannot hold is left out, since nobody is there to be asked. */
const keptText = (max: number) => z.string().max(max).transform((text) => text.toWellFormed().replaceAll("\0", "")).optional();
export const draftDataSchema = z.strictObject({
  departmentId: keptText(60),
  productId: keptText(60),
  subject: keptText(BODY_MAX),
  body: keptText(BODY_MAX * 2),
  priority: keptText(20),
  submissionKey: keptText(60),
  next: keptText(20),
});
export type DraftData = z.output<typeof draftDataSchema>;
export const saveDraftSchema = z.strictObject({ slot: z.string().regex(/^(new|(reply|note):[0-9a-f-]{36})$/, "field.unknownChoice"), data: draftDataSchema });
export type SaveDraftInput = z.output<typeof saveDraftSchema>;

export const recordOpenedDuplicateSchema = z.strictObject({
  candidateTicketId: idField(),
  submissionKey,
  subject: typedText({ max: SUBJECT_MAX, min: 0 }),
  body: typedText({ max: BODY_MAX, min: 0 }).default(""),
});
export type RecordOpenedDuplicateInput = z.output<typeof recordOpenedDuplicateSchema>;

/** What the form asks while one types. */
export const suggestSchema = z.strictObject({
  subject: z.string().max(BODY_MAX).default(""),
  body: z.string().max(BODY_MAX * 2).default(""),
  productId: z.string().max(60).optional(),
  departmentId: z.string().max(60).optional(),
  formSearch: searchToken,
});
export type SuggestInput = z.output<typeof suggestSchema>;
