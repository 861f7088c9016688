import type { z } from "zod";
import { assignSchema, mergeSchema, noteSchema, openTicketSchema, replySchema, staffReplySchema, statusSchema } from "@/lib/tickets/schema";

const ID = "00000000-0000-4000-8000-00000000000a";
const TICKET = { departmentId: ID, productId: "", subject: "Asunto", body: "Texto", priority: "medium", submissionKey: ID };

/** Field → key of the catalogue, as a form shows it. */
function errorsOf(schema: z.ZodType, input: unknown): Record<string, string> {
  const parsed = schema.safeParse(input);
  return parsed.success ? {} : Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join(".") || issue.code, issue.message]));
}

describe("a new ticket", () => {
  it("is taken with spaces around its texts dropped and an empty choice as none", () => {
    expect(openTicketSchema.parse({ ...TICKET, subject: "  Asunto ", body: "\n Texto\n" })).toEqual({ ...TICKET, productId: undefined, different: [], accepted: [] });
  });

  it.each<[string, Record<string, unknown>, Record<string, string>]>([
    ["without a subject", { subject: "   " }, { subject: "field.missing" }],
    ["without a body", { body: undefined }, { body: "field.missing" }],
    ["with a subject of 151 characters", { subject: "a".repeat(151) }, { subject: "field.tooLong:150" }],
    ["with a body of 20,001 characters", { body: "a".repeat(20_001) }, { body: "field.tooLong:20000" }],
    ["with a NUL", { body: "a\0b" }, { body: "field.unreadable" }],
    ["with half an emoji", { subject: "a\uD83D" }, { subject: "field.unreadable" }],
    ["with a department that is no id", { departmentId: "1; DROP TABLE ticket" }, { departmentId: "field.unknownChoice" }],
    ["with a product that is no id", { productId: "x" }, { productId: "field.unknownChoice" }],
    ["with a priority that does not exist", { priority: "urgent" }, { priority: "field.unknownChoice" }],
    ["without a key", { submissionKey: "" }, { submissionKey: "field.unknownChoice" }],
    ["with a text where a list belongs", { different: "x" }, { different: "Invalid input: expected array, received string" }],
  ])("is refused %s", (_what, change, errors) => {
    expect(errorsOf(openTicketSchema, { ...TICKET, ...change })).toEqual(errors);
  });

  it.each(["", "x", undefined, ["a", "b"], "6f1c1a52"])("is taken whatever stands where a search's token belongs: %j", (search) => {
    expect(openTicketSchema.parse({ ...TICKET, search, formSearch: search })).toMatchObject({ subject: "Asunto" });
    expect(openTicketSchema.parse({ ...TICKET, search }).search).toBeUndefined();
  });

  it("at the limit is taken: 150 characters, 20,000 characters", () => {
    expect(openTicketSchema.safeParse({ ...TICKET, subject: "ñ".repeat(150), body: "ñ".repeat(20_000) }).success).toBe(true);
  });

  it.each(["requesterId", "organizationId", "status", "assigneeId", "createdAt", "id"])("is refused with a field that nobody should set: %s", (field) => {
    expect(errorsOf(openTicketSchema, { ...TICKET, [field]: ID })).toEqual({ unrecognized_keys: `Unrecognized key: "${field}"` });
  });
});

describe("every other form", () => {
  const FORMS: [string, z.ZodObject, Record<string, unknown>][] = [
    ["reply", replySchema, { ticketId: ID, body: "Texto", submissionKey: ID }],
    ["staff reply", staffReplySchema, { ticketId: ID, body: "Texto", submissionKey: ID, next: "pending" }],
    ["note", noteSchema, { ticketId: ID, body: "Texto", submissionKey: ID }],
    ["assign", assignSchema, { ticketId: ID, assigneeId: ID }],
    ["status", statusSchema, { ticketId: ID, move: "solve" }],
    ["merge", mergeSchema, { ticketId: ID, intoReference: "IMP-7K3M-Q2XD" }],
  ];

  it.each(FORMS)("%s takes what belongs to it, and no unknown key", (_name, schema, good) => {
    expect(errorsOf(schema, good)).toEqual({});
    expect(errorsOf(schema, { ...good, authorId: ID })).toHaveProperty("unrecognized_keys");
  });

  it.each(FORMS)("%s refuses an id that is none", (_name, schema, good) => {
    expect(errorsOf(schema, { ...good, ticketId: "../1" })).toEqual({ ticketId: "field.unknownChoice" });
  });

  it("knows no move but the desk's", () => {
    expect(errorsOf(statusSchema, { ticketId: ID, move: "merge" })).toEqual({ move: "field.unknownChoice" });
  });
});
