import type { SecurityEventType } from "@/lib/auth/security-events";

/** How far somebody's second factor has come. `begun`: a secret was made, and no code proved it yet. */
export type FactorState = "none" | "begun" | "active";

/** One's own second factor. */
export type FactorView = {
  state: FactorState;
  activeSince: string | null;
  codesLeft: number;
  /** The desk wants its staff to have one. */
  isRequired: boolean;
  /** Null: signs in through a provider alone, and is asked there. */
  hasPassword: boolean;
};

/** What an authenticator takes in; shown to its owner until a code proves it. */
export type FactorSetUp = { uri: string; secret: string };

export type SessionView = {
  id: string;
  device: string;
  address: string;
  since: string;
  lastSeenAt: string;
  isThis: boolean;
};

export type SecurityEventView = { id: string; type: SecurityEventType; data: Record<string, unknown>; at: string; actorName: string | null };

export type SecuritySettingsView = { version: number; isStaffFactorRequired: boolean; isProviderFactorEnough: boolean; canAgentsResetFactors: boolean; updatedAt: string | null; updatedByName: string | null; /** Of the desk, and without a second factor. */ without: string[] };

/** One of the desk, as administrators see them. */
export type StaffRowView = { id: string; name: string; email: string; isAdmin: boolean; isActive: boolean; inactiveSince: string | null; hasFactor: boolean; lastSeenAt: string | null; openTickets: number };
export type StaffMemberView = StaffRowView & { tickets: { reference: string; subject: string }[]; events: SecurityEventView[] };

/** A customer, as far as it is about getting in. */
export type CustomerAccessRow = { id: string; name: string; email: string; organizationName: string | null; isActive: boolean; hasFactor: boolean; lastSeenAt: string | null };
export type CustomerAccessView = CustomerAccessRow & { organizationSlug: string | null; hasPassword: boolean; events: SecurityEventView[] };
