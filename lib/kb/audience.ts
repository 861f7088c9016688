import type { PersonActor } from "@/lib/auth/actor";

/** Who a text is for, the narrower one later: everybody, customers who signed in, the desk. */
export const AUDIENCES = ["public", "customers", "staff"] as const;
export type Audience = (typeof AUDIENCES)[number];

export const FOR_EVERYBODY: readonly Audience[] = ["public"];
export const CUSTOMERS_READ: readonly Audience[] = ["public", "customers"];

/** What somebody may read; null is whoever is not signed in. */
export function audiencesOf(actor: PersonActor | null): readonly Audience[] {
  if (actor === null) return FOR_EVERYBODY;
  return actor.kind === "staff" ? AUDIENCES : CUSTOMERS_READ;
}
