import { z } from "zod";

const named = z.strictObject({ name: z.string() });
/** Field by field, from what to what; null where there was or is nothing. */
export const changesSchema = z.record(z.string(), z.tuple([z.string().nullable(), z.string().nullable()]));
export type Changes = z.output<typeof changesSchema>;
const changed = z.strictObject({ changes: changesSchema });

/** What can happen to a customer, and what is kept of it: codes, and the names of that day. */
export const customerEventSchemas = {
  "organization.created": named,
  "organization.changed": changed,
  "domain.added": z.strictObject({ domain: z.string() }),
  "domain.removed": z.strictObject({ domain: z.string() }),
  "person.role-changed": z.strictObject({ from: z.string(), to: z.string() }),
  "person.joined": z.strictObject({ from: z.string().nullable() }),
  "person.invited": z.strictObject({ email: z.string(), name: z.string() }),
  "invitation.withdrawn": z.strictObject({ email: z.string(), name: z.string() }),
  "person.changed": changed,
  "person.left": z.strictObject({ to: z.string().nullable() }),
  "product.added": z.strictObject({ name: z.string(), kind: z.string() }),
  "product.changed": changed,
  "fiscal.saved": changed,
} as const;

export type CustomerEventType = keyof typeof customerEventSchemas;
export type CustomerEventData<T extends CustomerEventType> = z.output<(typeof customerEventSchemas)[T]>;

/** The fields that differ. @param before null where there was nothing */
export function changesBetween<T extends Record<string, string | number | null>>(before: T | null, after: T): Changes {
  const text = (value: string | number | null | undefined) => (value === null || value === undefined ? null : String(value));
  const pairs = Object.keys(after).map((key): [string, [string | null, string | null]] => [key, [text(before?.[key]), text(after[key])]]);
  return Object.fromEntries(pairs.filter(([, [from, to]]) => from !== to));
}
