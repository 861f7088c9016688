import type { Balance } from "@/lib/billing/balance";
import type { DayChange } from "@/lib/billing/burn-down";
import type { DayUse } from "@/lib/billing/forecast";
import type { AuthoriserRule, ContractEndRule, ContractNoticeKind, LedgerEntryKind } from "@/lib/db/generated/enums";

export type ContractState = "upcoming" | "in-force" | "waiting" | "ended";

/** Days as 2026-11-18. */
export type ContractSummary = {
  id: string;
  reference: string;
  name: string;
  organization: string;
  startsOn: string;
  endsOn: string;
  state: ContractState;
  balance: Balance;
  overageLimitMinutes: number;
  usedPercent: number;
  notices: ContractNoticeKind[];
  /** Whether who asks may promise its hours. */
  mayAuthorise: boolean;
};

export type ContractView = ContractSummary & {
  organizationId: string;
  priceCents: number;
  vatRateBp: number;
  roundingMinutes: number;
  atEnd: ContractEndRule;
  authorisers: AuthoriserRule;
  authoriserNames: string[];
  authoriserIds: string[];
  settledAt: string | null;
  carriedInto: string | null;
  carriedFrom: string[];
  createdAt: string;
  createdBy: string | null;
  /** When it was changed last; what an editor names. */
  version: string;
};

export type EntryView = {
  id: string;
  kind: LedgerEntryKind;
  minutes: number;
  balanceAfter: number;
  reason: string;
  at: string;
  /** Null: the system itself. */
  actor: string | null;
  /** Null where there is none, or where who asks may not see it. */
  ticket: string | null;
  priceCents: number | null;
  isReversible: boolean;
  isReversed: boolean;
};

export type UseOverTime = { changes: DayChange[]; uses: DayUse[] };

export type StatementView = { month: string; opening: number; closing: number; entries: (EntryView & { balance: number })[]; months: string[] };
