import { z } from "zod";

/** Of a whole draft as JSON, in bytes: 200,000 letters of one byte, and room for the rest of a form. */
export const DRAFT_MAX = 204_800;

/** What a slot may hold, and the most of each kind. Whatever is refused is refused whole: nothing is cut. */
const text = (max = DRAFT_MAX) => z.string().max(max, "DRAFT_TOO_LONG").optional();

export const draftDataSchema = z
  .strictObject({
    /** Of an article: its fields, and the version that it was written on. */
    title: text(),
    summary: text(),
    tags: text(),
    note: text(),
    categoryId: text(60),
    audience: text(20),
    head: text(20),
    departmentId: text(60),
    productId: text(60),
    subject: text(),
    body: text(),
    priority: text(20),
    service: text(60),
    submissionKey: text(60),
    next: text(20),
    /** To a department's own questions, as `encodeAnswers` writes them. */
    answers: text(),
    /** Uploads that go with the message. */
    attachments: z.array(z.uuid()).max(100).optional(),
    /** The topics that the text was split into, as JSON; and "1" once the person chose to keep it as one. */
    parts: text(),
    keptAsOne: text(1),
  })
  .refine((data) => bytesOf(data) <= DRAFT_MAX, "DRAFT_TOO_LONG")
  .refine((data) => textsOf(data).every((each) => each.isWellFormed() && !each.includes("\0")), "field.unreadable");
export type DraftData = z.output<typeof draftDataSchema>;

const slot = z.string().regex(/^(?:new|article:new|(?:reply|note|noted|call|article):[0-9a-f-]{36})$/);

/**
 * Which texts of its draft a form has sent or saved, apart by spaces: they go with the message, and a newer one of another tab stays.
 * Left out by whoever knows of no drafts; then all of the slot goes.
 */
export const draftVersions = z.string().regex(/^[0-9a-f -]{0,400}$/).optional().catch(undefined);

export const saveDraftSchema = z.strictObject({
  slot,
  data: draftDataSchema,
  /** The text that the writer began with; null when there was none. */
  base: z.uuid().nullable(),
  /** What the same page has sent since without hearing of it: any of these may be what is kept now. */
  unheard: z.array(z.uuid()).max(20),
  /** Of this text, made by who writes it: an answer that got lost is no mystery later. */
  version: z.uuid(),
  /** Whose page it was typed on. Another person may have signed in since, in another tab. */
  owner: z.uuid(),
});
export type SaveDraftInput = z.output<typeof saveDraftSchema>;

export const discardDraftSchema = z.strictObject({ slot, draft: draftVersions });
export type DiscardDraftInput = z.output<typeof discardDraftSchema>;

/** What a page asks when it comes into view again; `key` is the one that its form would be sent under. */
export const checkDraftSchema = z.strictObject({ slot, owner: z.uuid(), key: z.uuid().optional().catch(undefined) });
export type CheckDraftInput = z.output<typeof checkDraftSchema>;

function bytesOf(data: unknown): number {
  return new TextEncoder().encode(JSON.stringify(data)).length;
}

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [key, ...textsOf(each)]);
}
