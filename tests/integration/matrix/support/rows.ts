import type { PersonActor, StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { findPersonOfSession } from "@/lib/auth/person-of-session";
import type { Result } from "@/lib/result";
import { ACTORS, type ActorName } from "@/tests/integration/matrix/support/table";
import { ana, andres, bruno, carla, diego, sergio } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb } from "@/tests/support/db";

/** Who the actors of a matrix sign in as. */
export const PEOPLE: Record<ActorName, PersonActor | null> = { nobody: null, bruno, andres, ana, sergio, carla, diego };

/** What becomes of an operation of the desk when this one asks for it: "gate" where the session is nobody's, else what `run` says. */
export async function outcomeOf(name: ActorName, run: (ctx: Context<StaffActor>) => Promise<string>): Promise<string> {
  const claimed = PEOPLE[name];
  const actor = await findPersonOfSession({ db: testDb() }, claimed && { userId: claimed.userId, sessionVersion: 1 });
  return actor ? run({ db: testDb(), actor: actor as StaffActor, now: NOON }) : "gate";
}

/** An expected outcome for each actor, in the order of the columns. */
export function row<Outcome extends string>(...outcomes: Outcome[]): Record<ActorName, Outcome> {
  return Object.fromEntries(ACTORS.map((actor, at) => [actor, outcomes[at]!])) as Record<ActorName, Outcome>;
}

export function code(result: Result<unknown, string, unknown>): string {
  return result.ok ? "ok" : result.code;
}
