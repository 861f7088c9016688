import { z } from "zod";

const version = z.strictObject({ number: z.number() });

/** What can happen to a document, and what is said of it. Who accepted it is no event: it has a table of its own. */
export const policyEventSchemas = {
  "policy.added": z.strictObject({ slug: z.string() }),
  "policy.draft-saved": version.extend({ revision: z.number() }),
  "policy.draft-discarded": version.extend({ title: z.string(), summary: z.string(), body: z.string() }),
  "policy.published": version.extend({ effectiveOn: z.string(), isMaterial: z.boolean(), sha256: z.string() }),
  "policy.settings-changed": z.strictObject({ requiresAcceptance: z.boolean(), isArchived: z.boolean() }),
  "policy.moved": z.strictObject({ direction: z.enum(["up", "down"]) }),
} as const;

export type PolicyEventType = keyof typeof policyEventSchemas;
export type PolicyEventData<T extends PolicyEventType> = z.output<(typeof policyEventSchemas)[T]>;
