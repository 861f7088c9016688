/** What is known of how fast the desk takes conversations: whole minutes, newest first. */
export type RecentTalks = { /** From beginning to end of those that ended lately. */ talkMinutes: readonly number[]; /** How many the agents who are there take at once. */ capacity: number };

/** Fewer say nothing. */
const ENOUGH = 3;
const LONGEST_MINUTES = 60;

/**
 * How long somebody at this place probably waits: every `capacity` conversations that end let as many in, and the typical one (the median,
 * which one that was forgotten does not move) takes so long.
 * @param place 1 is next
 * @returns whole minutes, 1 to 60; null when too little is known
 */
export function expectedWaitMinutes(place: number, { talkMinutes, capacity }: RecentTalks): number | null {
  if (talkMinutes.length < ENOUGH || capacity < 1 || place < 1) return null;
  const sorted = talkMinutes.toSorted((one, other) => one - other);
  const typical = sorted[Math.floor(sorted.length / 2)]!;
  return Math.min(Math.max(Math.ceil((place * typical) / capacity), 1), LONGEST_MINUTES);
}
