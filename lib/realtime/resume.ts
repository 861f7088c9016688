import "server-only";
import type { Context } from "@/lib/auth/context";
import type { PersonActor } from "@/lib/auth/actor";
import type { Db } from "@/lib/db/client";
import type { PollAnswer } from "@/lib/realtime/news";
import { readLately, readSince } from "@/lib/realtime/read-events";
import { cursorOf, parseCursor, type Snapshot } from "@/lib/realtime/snapshot";
import { tellAbout } from "@/lib/realtime/tell-about";
import type { StreamRow, Topic } from "@/lib/realtime/topics";

/** How long events are kept (lib/realtime/jobs.ts), and for how long one can go on from them: the clocks need not agree to the minute. */
export const KEPT_HOURS = 24;
const RESUMED_SECONDS = (KEPT_HOURS - 1) * 3600;
/** Reading the page again says the same in less. */
const MOST_RESUMED = 1_000;

type Past = { rows: readonly StreamRow[]; snapshot: Snapshot; isReset: boolean };

/**
 * What was missed since a cursor; what happened lately for whoever has none. `isReset`: nobody can tell what was missed, because the
 * cursor is malformed, too old or of another database, or because it was too much.
 */
export async function resume(db: Db, after: string | null): Promise<Past> {
  if (after === null) return { ...(await readLately(db)), isReset: false };
  const seen = parseCursor(after);
  if (!seen) return startAnew(db);
  const { rows, snapshot } = await readSince(db, seen, { most: MOST_RESUMED });
  const age = snapshot.takenAtSeconds - seen.takenAtSeconds;
  if (seen.xmax > snapshot.xmax || age > RESUMED_SECONDS || rows.length > MOST_RESUMED) return startAnew(db);
  return { rows, snapshot, isReset: false };
}

/** The same events for somebody to whom no stream comes through. */
export async function pollNews({ db, actor }: Context<PersonActor>, topics: readonly Topic[], after: string | null): Promise<PollAnswer> {
  const { rows, snapshot, isReset } = await resume(db, after);
  const told = await tellAbout(db, topics, { rows, people: [actor] });
  return { cursor: cursorOf(snapshot), news: (told.get(actor.userId) ?? []).map((each) => each.news), isReset };
}

async function startAnew(db: Db): Promise<Past> {
  return { ...(await readLately(db)), isReset: true };
}
