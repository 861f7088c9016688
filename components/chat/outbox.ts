import type { ChatMessageView } from "@/lib/chat/types";

/*
 * What was written and is not with the server yet, and what is being written, in this browser. The keys are among those that signing out
 * asks about and erases (components/tickets/draft-store). A browser may have no such place, or no room: then it lives as long as the page.
 */

/** A message that the server does not have yet. */
export type Unsent = {
  clientMessageId: string;
  body: string;
  attachments: string[];
  at: string;
  /** Told of, and sent as they are. */
  secretsKept: string[];
  /** sent: the server has it, and the conversation was not read since. */
  state: "sending" | "sent" | "failed" | "asked";
  /** Why it did not go, in words. */
  why: string | null;
};

const PREFIX = "mesa.draft:";

export function readUnsent(place: string): Unsent[] {
  const found = read(`${place}:unsent`);
  return Array.isArray(found) ? found.filter(isUnsent).map((each) => ({ ...each, state: each.state === "asked" ? ("asked" as const) : ("sending" as const) })) : [];
}

/** Leaves alone what another page of this browser put there meanwhile, as long as it is not of `own`. */
export function writeUnsent(place: string, list: readonly Unsent[], own: ReadonlySet<string>): void {
  const others = readUnsent(place).filter(({ clientMessageId }) => !own.has(clientMessageId));
  write(`${place}:unsent`, [...others, ...list].length === 0 ? null : [...others, ...list]);
}

export function readText(place: string): string {
  const found = read(`${place}:text`);
  return typeof found === "string" ? found : "";
}

export function writeText(place: string, text: string): void {
  write(`${place}:text`, text.trim() === "" ? null : text);
}

/** What the server has is unsent no more. */
export function stillUnsent(list: readonly Unsent[], messages: readonly ChatMessageView[]): Unsent[] {
  const there = new Set(messages.filter(({ isOwn }) => isOwn).map(({ clientMessageId }) => clientMessageId));
  return list.filter(({ clientMessageId }) => !there.has(clientMessageId));
}

function isUnsent(value: unknown): value is Unsent {
  return typeof value === "object" && value !== null && "clientMessageId" in value && "body" in value && typeof value.body === "string" && "attachments" in value && Array.isArray(value.attachments) && "secretsKept" in value;
}

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + key) ?? "null");
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // It lives as long as the page.
  }
}
