import type { QueueName } from "@/lib/tickets/types";

/** After "g": the letter of each queue. */
export const QUEUE_KEYS = {
  i: "unassigned",
  m: "mine",
  v: "due",
  a: "open",
  e: "pending",
  p: "on_hold",
  d: "snoozed",
  r: "solved",
  c: "closed",
  t: "all",
} as const satisfies Record<string, QueueName>;
