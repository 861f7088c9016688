import "server-only";
import { countWithin, limiterOf, type Limit } from "@/lib/auth/limits";
import type { Db } from "@/lib/db/client";

/** As with passwords: five wrong ones, then a quarter of an hour's rest; of the person, wherever they come from. */
const CODE_TRIES: Limit = { name: "factor", points: 5, seconds: 15 * 60 };

/** Counts a try of a code before it is looked at, so that a hundred at once are a hundred. @returns false when there were too many */
export function countTry(db: Db, userId: string): Promise<boolean> {
  return countWithin(db, CODE_TRIES, userId);
}

/** After a right one, all tries are free again. */
export async function forgetTries(db: Db, userId: string): Promise<void> {
  await limiterOf(db, CODE_TRIES).delete(userId);
}
