import { getTranslator } from "@/lib/i18n/translator";

/** What shownName needs of a person's row. */
export const shownNameSelect = { name: true, role: true, suspendedAt: true } as const;

/** A colleague's name as the desk reads it in what is past: of one who is not here any more, it says so. */
export function shownName({ name, role, suspendedAt }: { name: string; role: string; suspendedAt: Date | null }): string {
  return role !== "customer" && suspendedAt ? getTranslator("security")("staff.inactiveName", { name }) : name;
}
