import "server-only";
import { isBarred, isRunning, shownEnd } from "@/lib/conduct/suspension-rules";
import type { RunningSuspension } from "@/lib/conduct/types";
import type { Db, Tx } from "@/lib/db/client";
import { DESK_TIME_ZONE, formatDateTime } from "@/lib/i18n/format";
import { refuse, type Refusal } from "@/lib/result";
import { toDate, toInstant } from "@/lib/time/instants";

/** What keeps a person from writing now; read anew by each request and command, so that open sessions notice at once. */
export async function readRunningSuspension(db: Db | Tx, { userId, now }: { userId: string; now: Temporal.Instant }): Promise<RunningSuspension | null> {
  const at = toDate(now);
  const row = await db.suspension.findFirst({ where: { userId, startsAt: { lte: at }, endsAt: { gt: at } }, select: { id: true, caseId: true, reason: true, scope: true, startsAt: true, endsAt: true } });
  if (!row || !isRunning({ startsAt: toInstant(row.startsAt), endsAt: toInstant(row.endsAt) }, now)) return null;
  return { ...row, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() };
}

export type BarredRefusal = "CONDUCT_SUSPENDED";

/** The refusal to a customer who may not write to a department now; null when they may. The commands of tickets and appointments ask it. */
export async function refuseSuspended(tx: Tx, { userId, isEssential, now }: { userId: string; isEssential: boolean; now: Temporal.Instant }): Promise<Refusal<BarredRefusal> | null> {
  const suspension = await readRunningSuspension(tx, { userId, now });
  if (!suspension || !isBarred(suspension, { isEssential })) return null;
  return { ...refuse("CONDUCT_SUSPENDED"), details: { until: formatDateTime(shownEnd(Temporal.Instant.from(suspension.endsAt), DESK_TIME_ZONE), { now }) } };
}
