import type { QueueName } from "@/lib/tickets/types";

/** In the order of the desk: what nobody has taken first, history last. */
export const QUEUES = ["unassigned", "mine", "due", "open", "pending", "on_hold", "snoozed", "solved", "closed", "all"] as const satisfies readonly QueueName[];

export const DEFAULT_QUEUE: QueueName = "open";

/** Which list stands beside a ticket: a queue (of a department, from a cursor on) or the answer to a search. */
export type ListAddress =
  | { kind: "queue"; queue: QueueName; department: string | null; cursor: string | null }
  | { kind: "search"; text: string };

/** The query of an address, as the framework gives it. */
export type Query = Record<string, string | string[] | undefined>;

export function isQueueName(value: string): value is QueueName {
  return (QUEUES as readonly string[]).includes(value);
}

/** The list that the address of a ticket names; the default one where it names none or a wrong one. */
export function listAddressOf(params: Query): ListAddress {
  const text = textOf(params.q)?.trim();
  if (text) return { kind: "search", text };
  const queue = textOf(params.queue);
  return queueAddressOf(queue && isQueueName(queue) ? queue : DEFAULT_QUEUE, params);
}

export function queueAddressOf(queue: QueueName, params: Query): ListAddress {
  return { kind: "queue", queue, department: textOf(params.department), cursor: textOf(params.cursor) };
}

export function hrefOfList(address: ListAddress): string {
  if (address.kind === "search") return withQuery("/agent/search", { q: address.text });
  return withQuery(`/agent/queues/${address.queue}`, { department: address.department, cursor: address.cursor });
}

/** A ticket keeps the list that it was opened from. */
export function hrefOfTicket(reference: string, address: ListAddress): string {
  return withQuery(`/agent/tickets/${encodeURIComponent(reference)}`, queryOfList(address));
}

export function queryOfList(address: ListAddress): Record<string, string | null> {
  if (address.kind === "search") return { q: address.text };
  return { queue: address.queue, department: address.department, cursor: address.cursor };
}

/** The list by its query alone, as the poll asks for it; "" for a search, which is not watched. */
export function listQueryOf(address: ListAddress): string {
  return address.kind === "search" ? "" : withQuery("", queryOfList(address));
}

export function withQuery(path: string, query: Record<string, string | null>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== null && pair[1] !== "");
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/** Addresses are typed by people too: one short value, or none. */
export function textOf(value: string | string[] | undefined): string | null {
  const text = Array.isArray(value) ? value[0] : value;
  return text ? text.slice(0, 200) : null;
}
