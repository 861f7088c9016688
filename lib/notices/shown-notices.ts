import "server-only";
import type { PublicContext } from "@/lib/auth/context";
import type { Db } from "@/lib/db/client";
import { turnPagesAt } from "@/lib/http/page-turns";
import { toDate, toInstant, toInstantOrNull } from "@/lib/time/instants";
import { shownIn } from "./shown";
import type { ServiceArea, ServiceMessageView } from "./types";

/** How long a change may go unnoticed by a process that did not make it. */
const LOOKED_AT_FOR_MS = 3_000;

type Kept = { messages: Awaited<ReturnType<typeof readMessages>>; until: number };

// On globalThis, because the pages and the routes are bundled apart, and development reloads modules.
const shared = globalThis as typeof globalThis & { mesaNotices?: WeakMap<Db, Kept> };

/** What an area shows now. Every page asks; the database is asked once in some seconds. */
export async function listShownNotices({ db, now }: PublicContext, area: ServiceArea): Promise<ServiceMessageView[]> {
  shared.mesaNotices ??= new WeakMap();
  let kept = shared.mesaNotices.get(db);
  if (!kept || kept.until < performance.now()) {
    kept = { messages: await readMessages(db, now), until: performance.now() + LOOKED_AT_FOR_MS };
    shared.mesaNotices.set(db, kept);
  }
  return shownIn(kept.messages, { area, now }).map(({ id, tone, title, body, version }) => ({ id, tone, title, body, version }));
}

/** After a change of one's own: the next page looks again. */
export function forgetNotices(db: Db): void {
  shared.mesaNotices?.delete(db);
}

/** Those that are not over, coming ones too: they begin by themselves while they are kept. */
async function readMessages(db: Db, now: Temporal.Instant) {
  const rows = await db.serviceMessage.findMany({
    where: { OR: [{ endsAt: null }, { endsAt: { gt: toDate(now) } }] },
    orderBy: { startsAt: "desc" },
    take: 100,
    select: { id: true, areas: true, tone: true, title: true, body: true, version: true, startsAt: true, endsAt: true },
  });
  const messages = rows.map(({ startsAt, endsAt, ...row }) => ({ ...row, startsAt: toInstant(startsAt), endsAt: toInstantOrNull(endsAt) }));
  // Kept pages show what was to be shown when they were made.
  turnPagesAt(messages.flatMap(({ startsAt, endsAt }) => [startsAt, ...(endsAt ? [endsAt] : [])]));
  return messages;
}
