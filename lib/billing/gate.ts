/**
 * Nothing billable happens before the customer authorised it inside the ticket (policy, 7 and 8). Used wherever a paid ticket is marked as
 * attended, billable time is posted or an appointment is booked.
 */
export type PaidWork = {
  /** A service with póliza or paid per event. */
  isPaid: boolean;
  /** "closed": what was authorised is done and settled. */
  authorisation: "none" | "in_force" | "closed";
  /** The quote that is being written, or that waits for the customer. */
  openQuote: "none" | "draft" | "sent";
};

export type GateRefusal = "QUOTE_NEEDED" | "QUOTE_NOT_SENT" | "QUOTE_AWAITS_CUSTOMER" | "WORK_CLOSED";

/** Why the ticket cannot be marked as attended; null when it can. A free service needs nobody's authorisation. */
export function refuseAttending({ isPaid, authorisation, openQuote }: PaidWork): GateRefusal | null {
  if (openQuote === "sent") return "QUOTE_AWAITS_CUSTOMER";
  if (!isPaid || authorisation !== "none") return null;
  return openQuote === "draft" ? "QUOTE_NOT_SENT" : "QUOTE_NEEDED";
}

/** Why nothing billable may be done (time, an appointment); null while an authorisation is in force, even if a further quote waits. */
export function refuseBillable({ authorisation, openQuote }: PaidWork): GateRefusal | null {
  if (authorisation === "in_force") return null;
  if (openQuote === "sent") return "QUOTE_AWAITS_CUSTOMER";
  if (openQuote === "draft") return "QUOTE_NOT_SENT";
  return authorisation === "closed" ? "WORK_CLOSED" : "QUOTE_NEEDED";
}
