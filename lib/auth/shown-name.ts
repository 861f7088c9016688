import type { Actor } from "@/lib/auth/actor";
import { getTranslator } from "@/lib/i18n/translator";

/** What shownName needs of a person's row. */
export const shownNameSelect = { name: true, role: true, suspendedAt: true } as const;

export type NamedRow = { name: string; role: string; suspendedAt: Date | null };

/** A colleague's name as the desk reads it in what is past: of one who is not here any more, it says so. */
export function shownName({ name, role, suspendedAt }: NamedRow): string {
  return role !== "customer" && suspendedAt ? getTranslator("security")("staff.inactiveName", { name }) : name;
}

/** A name as this reader reads it: who left the desk is the desk's own matter. */
export function nameFor(actor: Actor, person: NamedRow): string {
  return actor.kind === "staff" ? shownName(person) : person.name;
}
