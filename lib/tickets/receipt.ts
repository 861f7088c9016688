import { createHash } from "node:crypto";
import { z } from "zod";
import { TICKET_PRIORITIES } from "@/lib/tickets/types";

/**
 * What a receipt (acuse) says was received, and its one form as text. Its SHA-256, in UTF-8, is the receipt's hash: whoever has the text
 * can reckon it with any program. docs/decisions/0016 describes the form for those who check it.
 *
 * Form v1: the line `mesa-receipt v1`, then a line `name: value` a fact, in the order below, each ended by a line feed. A value is JSON
 * as ECMAScript's JSON.stringify writes it, so a line feed within a text never ends a line, and no two receipts share a text. Texts are
 * not normalised: what was received is what is hashed. Attachments and answers have a line each, in their order; none, no line.
 */
export const RECEIPT_FORM = "mesa-receipt v1";

const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

const promiseSchema = z.strictObject({
  kind: z.literal("first_response"),
  due: instant,
  minutes: z.number().int(),
  clock: z.enum(["business-hours", "business-days"]),
  /** The version of the business calendar that it was reckoned with. */
  calendar: z.number().int(),
});
const attachmentSchema = z.strictObject({ name: z.string(), bytes: z.number().int().nonnegative(), sha256: z.string() });
const answerSchema = z.strictObject({ question: z.string(), answer: z.string() });

const factsSchema = z.strictObject({
  reference: z.string(),
  /** To the millisecond, in UTC. */
  received: instant,
  requester: z.string(),
  organization: z.string().nullable(),
  department: z.string(),
  product: z.string().nullable(),
  priority: z.enum(TICKET_PRIORITIES),
  /** What was promised on opening; null where it is not known any more. */
  promise: promiseSchema.nullable(),
  subject: z.string(),
  body: z.string(),
  attachments: z.array(attachmentSchema),
  answers: z.array(answerSchema),
});

export type ReceiptPromise = z.output<typeof promiseSchema>;
export type ReceiptAttachment = z.output<typeof attachmentSchema>;
export type ReceiptAnswer = z.output<typeof answerSchema>;
export type ReceiptFacts = z.output<typeof factsSchema>;

const SINGLE = ["reference", "received", "requester", "organization", "department", "product", "priority", "promise", "subject", "body"] as const;
const REPEATED = { attachment: "attachments", answer: "answers" } as const;

/** The text whose hash the receipt carries. The same facts give the same text, whatever the order of their keys. */
export function canonicalReceipt(given: ReceiptFacts): string {
  // Parsed, objects have their keys in the schema's order.
  const facts = factsSchema.parse(given);
  const lines = [
    ...SINGLE.map((name) => lineOf(name, facts[name])),
    ...facts.attachments.map((each) => lineOf("attachment", each)),
    ...facts.answers.map((each) => lineOf("answer", each)),
  ];
  return [RECEIPT_FORM, ...lines, ""].join("\n");
}

/** The facts of a canonical text. @throws when it is none: what the desk stored always is. */
export function readReceipt(text: string): ReceiptFacts {
  const [form, ...lines] = text.split("\n");
  if (form !== RECEIPT_FORM || lines.pop() !== "") throw new Error("This is no receipt of the form that is known here.");
  const facts: Record<string, unknown> & { attachments: unknown[]; answers: unknown[] } = { attachments: [], answers: [] };
  for (const line of lines) {
    const colon = line.indexOf(": ");
    const name = line.slice(0, colon);
    const value: unknown = JSON.parse(line.slice(colon + 2));
    if (isRepeated(name)) facts[REPEATED[name]].push(value);
    else facts[name] = value;
  }
  return factsSchema.parse(facts);
}

/** SHA-256 of the text in UTF-8: 64 hexadecimal digits, in lower case. */
export function receiptHash(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** What a person typed or pasted as a hash: case, spaces, hyphens and colons are forgiven. Null when it cannot be a whole one. */
export function parseReceiptHash(text: string): string | null {
  const bare = text.slice(0, 400).toLowerCase().replace(/[\s\-\u2010-\u2015:·.]+/g, "");
  return /^[0-9a-f]{64}$/.test(bare) ? bare : null;
}

/** In groups of eight, as it can be read from paper. */
export function hashGroups(hash: string): string[] {
  return hash.match(/.{1,8}/g) ?? [];
}

function lineOf(name: string, value: unknown): string {
  return `${name}: ${JSON.stringify(value)}`;
}

function isRepeated(name: string): name is keyof typeof REPEATED {
  return Object.hasOwn(REPEATED, name);
}
