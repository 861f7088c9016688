import type { ConversationEnd } from "@/lib/chat/types";

/** A conversation that nobody ended, as of now. */
export type OpenConversation = {
  state: "waiting" | "active";
  lastCustomerAt: Temporal.Instant;
  lastAgentAt: Temporal.Instant | null;
};

/** Whoever waits longer than this while the desk is closed will not be attended in this conversation. */
export const WAITED_MINUTES = 10;

/**
 * Whether a conversation that was left alone ends by rule, and why: the customer did not answer what the desk said last, or nobody came
 * before the desk closed. Whoever waits for the desk's answer is never sent away.
 */
export function endedBySilence(
  { state, lastCustomerAt, lastAgentAt }: OpenConversation,
  { now, silenceMinutes, isDeskOpen }: { now: Temporal.Instant; silenceMinutes: number; isDeskOpen: boolean },
): Extract<ConversationEnd, "silence" | "nobody"> | null {
  const isPast = (since: Temporal.Instant, minutes: number) => Temporal.Instant.compare(since.add({ minutes }), now) <= 0;
  if (state === "waiting") return !isDeskOpen && isPast(lastCustomerAt, WAITED_MINUTES) ? "nobody" : null;
  if (!lastAgentAt || Temporal.Instant.compare(lastAgentAt, lastCustomerAt) < 0) return null;
  return isPast(lastAgentAt, silenceMinutes) ? "silence" : null;
}
