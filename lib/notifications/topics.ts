import type { NotificationTopic } from "@/lib/db/generated/enums";

export type { NotificationTopic } from "@/lib/db/generated/enums";

/** Where one may be told: in the desk's own pages (the bell), and by mail. */
export type Channels = { inPortal: boolean; byMail: boolean };
export type Side = "customer" | "staff";

const BOTH: Channels = { inPortal: true, byMail: true };
const BELL: Channels = { inPortal: true, byMail: false };

/** What each side may be told of, in the order of the page of preferences, and how unless they choose otherwise. */
export const TOPICS: Record<Side, Partial<Record<NotificationTopic, Channels>>> = {
  customer: { answers: BOTH, states: BOTH, quotes: BOTH, appointments: BOTH, charges: BOTH, contracts: BOTH, conduct: BOTH },
  staff: { assigned: BOTH, replies: BOTH, notes: BELL, departments: BOTH, quotes: BOTH, appointments: BOTH, sla: BOTH, conduct: BOTH },
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
  return isFixed(topic) ? BOTH : (chosen ?? initial);
}
