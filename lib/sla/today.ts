import "server-only";
import type { Db, Tx } from "@/lib/db/client";
import { getSlaInForce } from "@/lib/sla/queries";
import { dayAt } from "@/lib/time/days";

/** The day that it is at the desk. */
export async function todayAtDesk({ db, now }: { db: Db | Tx; now: Temporal.Instant }): Promise<Temporal.PlainDate> {
  const { calendar } = await getSlaInForce({ db });
  return dayAt(now, calendar.definition.timeZone);
}
