import type { ClusterTopic } from "@/lib/duplicates/cluster-topic";
import type { DuplicateCandidate } from "@/lib/duplicates/types";
import type { DueStep } from "@/lib/sla/explain";
import { PRIORITIES, type Priority } from "@/lib/sla/priority";
import type { ClockKind } from "@/lib/sla/types";
import type { TicketEventType } from "@/lib/tickets/events";

export const TICKET_STATUSES = ["new", "open", "pending", "on_hold", "solved", "closed"] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

export const TICKET_PRIORITIES = PRIORITIES;
export type TicketPriority = Priority;

/** ¿A quién le toca? Nobody once it is solved or closed. */
export type Turn = "desk" | "requester" | "third_party" | "nobody";

export const SUBJECT_MAX = 150;
export const BODY_MAX = 20_000;

/** Instants in views are ISO strings, so that a view can cross to the browser. */
export type IsoInstant = string;

export type TicketListItem = {
  id: string;
  reference: string;
  subject: string;
  status: TicketStatus;
  priority: TicketPriority;
  departmentName: string;
  requesterName: string;
  organizationName: string | null;
  assigneeName: string | null;
  turn: Turn;
  createdAt: IsoInstant;
  updatedAt: IsoInstant;
  /** The earliest promise that runs; null while nothing is owed. */
  dueAt: IsoInstant | null;
  /** Something was written since the reader last opened it. */
  isUnread: boolean;
};

export type Page<T> = { items: T[]; nextCursor: string | null };

export type PromiseView = {
  kind: "first_response" | "next_response" | "resolution";
  state: "running" | "paused" | "fulfilled" | "cancelled";
  startedAt: IsoInstant;
  /** Null while the customer must act. */
  dueAt: IsoInstant | null;
  fulfilledAt: IsoInstant | null;
  minutes: number;
  clock: ClockKind;
  /** Minutes of the clock; negative when overdue. */
  remainingMinutes: number;
  isBreached: boolean;
  isDueSoon: boolean;
  timeZone: string;
  steps: DueStepView[];
};

/** A step of explainDue with its instants as ISO strings. */
export type DueStepView = Serialized<DueStep>;
type Serialized<T> = T extends Temporal.Instant ? IsoInstant : T extends object ? { [K in keyof T]: Serialized<T[K]> } : T;

export type MessageView = {
  id: string;
  authorName: string;
  isStaff: boolean;
  isOwn: boolean;
  html: string;
  createdAt: IsoInstant;
};

/** What happened, for the thread. `data` holds names and words already resolved, never ids. */
export type EventView = {
  id: string;
  type: TicketEventType;
  actorName: string | null;
  isStaff: boolean;
  at: IsoInstant;
  data: Record<string, string>;
};

export type CustomerThreadEntry = ({ entry: "message" } & MessageView) | ({ entry: "event" } & EventView);
export type StaffThreadEntry = CustomerThreadEntry | ({ entry: "note" } & MessageView);

/** What both sides see of a ticket. */
export type TicketHeader = {
  id: string;
  reference: string;
  subject: string;
  html: string;
  status: TicketStatus;
  priority: TicketPriority;
  department: { id: string; name: string };
  product: { id: string; name: string } | null;
  requester: { id: string; name: string };
  organizationName: string | null;
  turn: Turn;
  createdAt: IsoInstant;
  updatedAt: IsoInstant;
  promise: PromiseView | null;
  mergedInto: { reference: string; subject: string } | null;
};

/** What a customer may know of a ticket. Notes and internal events do not fit into it. */
export type CustomerTicketView = TicketHeader & {
  isOwn: boolean;
  thread: CustomerThreadEntry[];
  can: { reply: boolean; close: boolean; reopen: boolean };
};

export type StaffTicketView = TicketHeader & {
  requesterEmail: string;
  assignee: { id: string; name: string } | null;
  thread: StaffThreadEntry[];
  promises: PromiseView[];
  mergedFrom: { reference: string; subject: string }[];
  /** What customers and the desk decided about this ticket and others that resemble it. */
  decisions: DecisionView[];
  can: { reply: boolean; solve: boolean; hold: boolean; awaitRequester: boolean; reopen: boolean; close: boolean; merge: boolean };
};

export type DecisionView = {
  id: string;
  verdict: "opened" | "added" | "different" | "merged";
  /** "text": what became this ticket was held against another; "candidate": another text was held against this ticket. */
  side: "text" | "candidate";
  by: string;
  isStaff: boolean;
  at: IsoInstant;
  /** The other ticket; null while what was being written is none (it was added here, or never sent). */
  other: { id: string; reference: string; subject: string } | null;
  /** What was being written. */
  subject: string;
  scorePercent: number;
  withdrawn: { by: string; at: IsoInstant } | null;
};

/** Live tickets that are probably about one matter, so that one answer can be prepared. */
export type ClusterView = {
  /** The reference of the ticket to read first. */
  centre: string;
  topic: ClusterTopic;
  /** The oldest first. */
  tickets: TicketListItem[];
  customers: number;
  firstAt: IsoInstant;
  lastAt: IsoInstant;
};

export type QueueName = "unassigned" | "mine" | "due" | "open" | "pending" | "on_hold" | "solved" | "closed" | "all";

export type QueueCounts = {
  /** Live tickets by queue; history is not counted. */
  queues: Record<Exclude<QueueName, "solved" | "closed" | "all">, number>;
  departments: { id: string; slug: string; name: string; live: number; overdue: number }[];
};

export type NewTicketOptions = {
  departments: { id: string; slug: string; name: string; description: string }[];
  products: { id: string; name: string; kind: string; hasEnded: boolean }[];
  /** The response promised for each priority that the customer may choose, in minutes of the clock. */
  priorities: { priority: TicketPriority; minutes: number; clock: ClockKind }[];
};

/** A suggested duplicate as the form shows it; only tickets that the reader may see. */
export type DuplicateView = Omit<DuplicateCandidate, "createdAt"> & { createdAt: IsoInstant };

export type OpenedTicket = { id: string; reference: string };
