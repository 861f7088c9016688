import { z } from "zod";
import { AUDIENCES } from "@/lib/kb/audience";

const category = z.strictObject({ name: z.string(), description: z.string(), audience: z.enum(AUDIENCES), parentId: z.uuid().nullable() });

const version = z.strictObject({ version: z.number() });
const settings = z.strictObject({ categoryId: z.uuid(), audience: z.enum(AUDIENCES), isPinned: z.boolean(), reviewMonths: z.number().nullable(), slug: z.string(), related: z.array(z.string()) });

/** What can happen to what the authors keep, and what is said of it. */
export const kbEventSchemas = {
  "category.created": category,
  "category.changed": z.strictObject({ before: category, after: category }),
  "category.moved": z.strictObject({ direction: z.enum(["up", "down"]) }),
  "category.deleted": z.strictObject({ slug: z.string(), ...category.shape }),
  "article.created": z.strictObject({ title: z.string(), categoryId: z.uuid(), audience: z.enum(AUDIENCES), ticketId: z.uuid().nullable() }),
  "article.saved": z.strictObject({ ...version.shape, note: z.string() }),
  "article.restored": z.strictObject({ ...version.shape, from: z.number() }),
  "article.submitted": z.strictObject({ ...version.shape, note: z.string() }),
  "article.sent-back": z.strictObject({ ...version.shape, note: z.string() }),
  "article.published": z.strictObject({ ...version.shape, isPlanned: z.boolean() }),
  "article.planned": z.strictObject({ ...version.shape, publishAt: z.string() }),
  "article.unplanned": version,
  "article.withdrawn": version,
  "article.archived": version,
  "article.unarchived": version,
  "article.confirmed": z.strictObject({ reviewOn: z.string().nullable() }),
  "article.settings-changed": z.strictObject({ before: settings, after: settings }),
  "faq-group.created": z.strictObject({ name: z.string() }),
  "faq-group.renamed": z.strictObject({ before: z.string(), after: z.string() }),
  "faq-group.moved": z.strictObject({ direction: z.enum(["up", "down"]) }),
  "faq-group.deleted": z.strictObject({ name: z.string() }),
  "faq.created": z.strictObject({ groupId: z.uuid(), articleId: z.uuid().nullable(), question: z.string() }),
  "faq.changed": z.strictObject({ version: z.number(), groupId: z.uuid(), articleId: z.uuid().nullable() }),
  "faq.restored": z.strictObject({ version: z.number(), from: z.number() }),
  "faq.moved": z.strictObject({ place: z.number() }),
  "faq.archived": z.strictObject({}),
  "faq.unarchived": z.strictObject({}),
  "settings.saved": z.strictObject({ mostReadShown: z.number(), newestShown: z.number(), isRecentFirst: z.boolean(), reviewMonths: z.number().nullable() }),
  "article.imported": z.strictObject({ importId: z.uuid(), state: z.enum(["draft", "review", "published", "archived"]) }),
  "faq-group.imported": z.strictObject({ name: z.string() }),
  "faq.imported": z.strictObject({ importId: z.uuid() }),
  "import.applied": z.strictObject({ source: z.string(), fileName: z.string(), made: z.record(z.string(), z.number()) }),
} as const;

export type KbEventType = keyof typeof kbEventSchemas;
export type KbEventData<T extends KbEventType> = z.output<(typeof kbEventSchemas)[T]>;
