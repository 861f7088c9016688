import type { AttachmentView } from "@/lib/attachments/types";
import type { ConversationEnd, ConversationMessageKind, ConversationState } from "@/lib/db/generated/enums";

export type { ConversationEnd, ConversationMessageKind, ConversationState } from "@/lib/db/generated/enums";

export const MESSAGE_MAX = 4_000;
export const NOTE_MAX = 2_000;
export const TITLE_MAX = 80;
/** Conversations that one agent may ask to have at once. */
export const MOST_AT_ONCE = 10;
export const USUALLY_AT_ONCE = 3;
export const SILENCE_MINUTES = { min: 2, max: 240 } as const;

/** One entry of a conversation. What is no text (`kind`) is put into words by whoever shows it. */
export type ChatMessageView = {
  id: string;
  seq: number;
  kind: ConversationMessageKind;
  clientMessageId: string;
  /** Null: the desk itself. */
  authorName: string | null;
  isStaff: boolean;
  isOwn: boolean;
  body: string;
  at: string;
  attachments: AttachmentView[];
};

/** A conversation as its reader may see it; instants as ISO texts. */
export type ConversationView = {
  id: string;
  state: ConversationState;
  customer: { id: string; name: string; organization: string | null };
  agentName: string | null;
  department: string | null;
  /** Whether the reader may write in it now, as far as its state says. */
  canWrite: boolean;
  startedAt: string;
  closed: { at: string; why: ConversationEnd } | null;
  ticket: { reference: string } | null;
  /** While it waits: the first one's is 1. */
  queue: { place: number; /** null: nobody can tell. */ waitMinutes: number | null } | null;
  lastSeq: number;
  /** Up to where the other side has read. */
  seenSeq: number;
  readSeq: number;
  messages: ChatMessageView[];
};

/** What the desk sees beside it. */
export type HandOverView = { id: string; fromName: string; toName: string; note: string; at: string };

export type ConversationItem = {
  id: string;
  state: ConversationState;
  customerName: string;
  organization: string | null;
  agentName: string | null;
  isOwn: boolean;
  /** What was said last, shortened. */
  excerpt: string;
  at: string;
  unread: number;
};

export type ConversationLists = { own: ConversationItem[]; waiting: ConversationItem[]; others: ConversationItem[]; closed: ConversationItem[] };

/** Whether one can begin to talk: within the support hours and with somebody there. */
export type DeskState = { kind: "open" } | { kind: "closed"; /** Null: nobody knows. */ opensAt: string | null } | { kind: "nobody" };

export type AvailabilityView = { isAvailable: boolean; mostAtOnce: number };
export type CannedView = { id: string; title: string; body: string };
