import type { AttachmentView } from "@/lib/attachments/types";
import type { UsableContract } from "@/lib/billing/usable-contracts";
import type { FormUnderSuspension, UnderSuspension } from "@/lib/conduct/types";
import type { Ground } from "@/lib/customers/eligibility";
import type { Standing } from "@/lib/customers/standing";
import type { ClusterTopic } from "@/lib/duplicates/cluster-topic";
import type { DuplicateCandidate } from "@/lib/duplicates/types";
import type { OffChannel } from "@/lib/db/generated/enums";
import type { DueStep } from "@/lib/sla/explain";
import type { QuestionKind } from "@/lib/questions/types";
import { PRIORITIES, type Priority } from "@/lib/sla/priority";
import type { Refusal } from "@/lib/result";
import type { SecretKind } from "@/lib/secrets/types";
import type { ClockKind } from "@/lib/sla/types";
import type { NotEntitled } from "@/lib/tickets/entitlement";
import type { TicketEventType } from "@/lib/tickets/events";
import type { SnoozeView } from "@/lib/tickets/snooze";

export const TICKET_STATUSES = ["new", "open", "pending", "on_hold", "solved", "closed"] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];
export const TICKET_PRIORITIES = PRIORITIES;
export type TicketPriority = Priority;

/** ¿A quién le toca? Nobody once it is solved or closed. */
export type Turn = "desk" | "requester" | "third_party" | "nobody";

export const SUBJECT_MAX = 150;
export const BODY_MAX = 20_000;
/** More tickets at once are nobody's single message; what is beyond stays with the last topic. */
export const MOST_TOPICS = 8;

/** Instants in views are ISO strings, so that a view can cross to the browser. */
export type IsoInstant = string;

/** A sealed field as both sides see it: never what is in it. */
export type SealedView = {
  id: string;
  /** As it stands in the text. */
  mark: string;
  kind: SecretKind;
  /** The message, or the ticket, whose text has the mark. */
  entryId: string;
  createdAt: IsoInstant;
  expiresAt: IsoInstant;
  gone: { at: IsoInstant; reason: "closed" | "expired" } | null;
  /** The ticket that the text is in, when this is the one that it was merged into; and the other way round. */
  carriedFrom: string | null;
  carriedTo: string | null;
  reads: { by: string; at: IsoInstant }[];
};

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

export type NotedView = { channel: OffChannel; byName: string };

export type MessageView = {
  id: string;
  authorName: string;
  isStaff: boolean;
  isOwn: boolean;
  html: string;
  createdAt: IsoInstant;
  attachments: AttachmentView[];
  /** Of a ticket's own text. */
  noted?: NotedView | null;
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

/** What was answered to a question of the department, in the words in which it was asked. A date is YYYY-MM-DD. */
export type AnswerView = { questionId: string; question: string; kind: QuestionKind; value: string };

/** What stood beside the form before it was sent; null while it was not opened. */
export type SeenArticleView = { title: string; href: string; openedAt: IsoInstant | null };

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
  /** A service with póliza or paid per event. */
  isPaid: boolean;
  /** The reference of the quote that waits for the customer: the promise waits with it. */
  awaitedQuote: string | null;
  mergedInto: { reference: string; subject: string } | null;
  /** Said elsewhere, noted by somebody of the desk and confirmed by the customer; null when the customer wrote it here. */
  noted: NotedView | null;
  /** The other tickets of the same message, as far as the reader may see them. */
  sentWith: { reference: string; subject: string }[];
  answers: AnswerView[];
  /** Null when the customer sent none. */
  environment: EnvironmentView | null;
  /** Of the ticket's own text; those of messages and notes stand in the thread. */
  attachments: AttachmentView[];
};

/** Where the problem was seen, as the customer's browser told it. */
export type EnvironmentView = {
  page: string | null;
  browser: string;
  screenWidth: number;
  screenHeight: number;
  windowWidth: number;
  windowHeight: number;
  timeZone: string;
  at: IsoInstant;
};

/** What a customer may know of a ticket. Notes and internal events do not fit into it. */
export type CustomerTicketView = TicketHeader & UnderSuspension & {
  isOwn: boolean;
  sealed: SealedView[];
  thread: CustomerThreadEntry[];
  can: { reply: boolean; close: boolean; reopen: boolean };
};

export type StaffTicketView = TicketHeader & SnoozeView & {
  requesterEmail: string;
  assignee: { id: string; name: string } | null;
  thread: StaffThreadEntry[];
  promises: PromiseView[];
  mergedFrom: { reference: string; subject: string }[];
  sealed: SealedView[];
  /** What customers and the desk decided about this ticket and others that resemble it. */
  decisions: DecisionView[];
  /** What the requester was shown before writing, and opened. */
  articles: SeenArticleView[];
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

export type QueueName = "unassigned" | "mine" | "due" | "open" | "pending" | "on_hold" | "snoozed" | "solved" | "closed" | "all";

export type QueueCounts = {
  /** Live tickets by queue; history is not counted. */
  queues: Record<Exclude<QueueName, "solved" | "closed" | "all">, number>;
  departments: { id: string; slug: string; name: string; live: number; overdue: number }[];
};

export type NewTicketOptions = FormUnderSuspension & {
  /** At the desk. */
  today: Temporal.PlainDate;
  departments: { id: string; slug: string; name: string; description: string; isOpenToAll: boolean }[];
  /** `hasEnded`: it is not attended by itself today, for whatever reason `standing` says. */
  products: { id: string; name: string; kind: string; standing: Standing; hasEnded: boolean }[];
  /** By product, "" for none: whether one is attended about it, in a department that is not open to all. */
  entitlement: Record<string, EntitlementNote>;
  /** The pólizas that a case can be put under, the one that ends first before the others. */
  contracts: UsableContract[];
  /** The response promised for each priority that the customer of a free service may choose, in minutes of the clock. */
  priorities: PromisedPriority[];
  /** The same for a case with póliza, and for a service per event until it is authorised. */
  paid: { contract: PromisedPriority; event: PromisedPriority };
};

export type PromisedPriority = { priority: TicketPriority; minutes: number; clock: ClockKind };
export type EntitlementNote = { ground: Ground } | { refusal: Refusal<NotEntitled, Record<string, string>> };

/** A suggested duplicate as the form shows it; only tickets that the reader may see. */
export type DuplicateView = Omit<DuplicateCandidate, "createdAt"> & { createdAt: IsoInstant };
export type OpenedTicket = { id: string; reference: string };
