/** A failure that stays is put among the jobs, where people look. */
export const TOLD_AT_FAILURES = 5;

const WAITS = [1, 2, 5, 10, 20] as const;
const LONGEST = 30;

/** How long the mailbox is left alone, by how often in a row it could not be read. */
export function minutesUntilNextPoll(failures: number): number {
  return WAITS[failures - 1] ?? LONGEST;
}
