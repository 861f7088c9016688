import type { StaffTicketView } from "@/lib/tickets/types";

/** A ticket as it is named where two are to become one. */
export type MergeSide = { reference: string; subject: string; by: string };

export function sideOf({ reference, subject, requester, organizationName }: StaffTicketView): MergeSide {
  return { reference, subject, by: [requester.name, organizationName].filter(Boolean).join(" · ") };
}
