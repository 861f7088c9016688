/** `by` is an e-mail; `afterMinutes` are business minutes (Monday to Friday, 9 to 18) after the previous step. */
export type SeedStep = { by: string; afterMinutes: number } & (
  | { kind: "reply"; body: string; next?: "open" | "pending" | "solved" } // `next` only on an agent's reply
  | { kind: "note"; body: string }
  | { kind: "assign"; to: string | null }
  | { kind: "hold" }
  | { kind: "reopen"; body: string }
  | { kind: "close" }
  | { kind: "merge"; into: string } // key of the surviving ticket, opened earlier
);

export type SeedTicket = {
  key: string;
  requester: string;
  department: string;
  product?: string;
  priority: "low" | "medium" | "high";
  subject: string;
  body: string;
  /** By the names of content/questions.ts. */
  answers?: Record<string, string>;
  openedBusinessMinutesAgo: number;
  steps: SeedStep[];
  duplicateOf?: string;
};
