import type { NotificationTopic } from "@/lib/db/generated/enums";

export type { NotificationTopic } from "@/lib/db/generated/enums";

/** Where one may be told: in the desk's own pages (the bell), by mail, and by the browsers that one chose for it. */
export type Channels = { inPortal: boolean; byMail: boolean; byPush: boolean };
export type Side = "customer" | "staff";

const ALL: Channels = { inPortal: true, byMail: true, byPush: true };
/** Rare, and somebody waits outside: the bell, and a mail for whoever has no page open. */
const BELL_AND_MAIL: Channels = { inPortal: true, byMail: true, byPush: false };
const BELL: Channels = { inPortal: true, byMail: false, byPush: false };
/** Somebody waits: a mail comes too late. */
const LIVE: Channels = { inPortal: true, byMail: false, byPush: true };

/** What each side may be told of, in the order of the page of preferences, and how unless they choose otherwise. */
export const TOPICS: Record<Side, Partial<Record<NotificationTopic, Channels>>> = {
  customer: { answers: ALL, states: ALL, quotes: ALL, appointments: ALL, charges: ALL, contracts: ALL, reminders: ALL, satisfaction: ALL, conduct: ALL, chat: ALL },
  staff: { assigned: ALL, replies: ALL, notes: BELL, departments: ALL, quotes: ALL, appointments: ALL, sla: ALL, escalations: ALL, snoozes: ALL, satisfaction: BELL, chat: LIVE, signups: BELL_AND_MAIL, conduct: ALL },
};

/** Whoever is warned or suspended is told, whatever they chose. */
export function isFixed(topic: NotificationTopic): boolean {
  return topic === "conduct";
}

export function topicsOf(side: Side): NotificationTopic[] {
  return Object.keys(TOPICS[side]) as NotificationTopic[];
}

/** @param chosen what the person saved of this topic, if anything; null when the topic is not of their side (any more) */
export function channelsOf(side: Side, topic: NotificationTopic, chosen: Channels | undefined): Channels | null {
  const initial = TOPICS[side][topic];
  if (!initial) return null;
  return isFixed(topic) ? ALL : (chosen ?? initial);
}
