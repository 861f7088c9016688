import type { GateRefusal } from "@/lib/billing/gate";
import type { ChargeState, QuoteBasis } from "@/lib/db/generated/enums";

/** Whole minutes; instants as ISO strings. */
export type TimeEntryView = {
  id: string;
  agentName: string;
  startedAt: string;
  minutes: number;
  /** As it counts after rounding; 0 for what is not billable. Both are negative where an entry is reversed. */
  billableMinutes: number;
  description: string;
  quoteReference: string | null;
  isReversal: boolean;
  isReversed: boolean;
  canReverse: boolean;
};

export type ClosingView = { statement: string; minutesUsed: number; closedByName: string; closedAt: string };

/** What was authorised, and how far the work under it has come. */
export type AuthorisedView = {
  quoteId: string;
  reference: string;
  basis: QuoteBasis;
  contract: { reference: string; name: string; roundingMinutes: number } | null;
  estimatedMinutes: number;
  usedMinutes: number;
  /** Null where nothing bounds it. */
  leftMinutes: number | null;
  closing: ClosingView | null;
  charge: { reference: string; state: ChargeState } | null;
};

export type WorkView = {
  ticketId: string;
  reference: string;
  subject: string;
  isOpen: boolean;
  /** A service with póliza or paid per event; of a free one nothing is billed. */
  isPaid: boolean;
  /** Why no billable time may be posted; null when it may. */
  gate: GateRefusal | null;
  /** Under which new billable time counts. */
  inForce: AuthorisedView | null;
  authorised: AuthorisedView[];
  entries: TimeEntryView[];
  workedMinutes: number;
  billableMinutes: number;
};

/** What a customer sees of the work: what counts under what was authorised. */
export type CustomerWorkView = { reference: string; basis: QuoteBasis; estimatedMinutes: number; usedMinutes: number; entries: Pick<TimeEntryView, "id" | "startedAt" | "billableMinutes" | "description">[]; closing: Omit<ClosingView, "closedByName"> | null };

export type WorkSummary = { workedMinutes: number; billableMinutes: number; inForce: { reference: string; leftMinutes: number | null } | null };
