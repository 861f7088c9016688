import "server-only";
import type { Db, Tx } from "@/lib/db/client";
import { compileCalendar, type BusinessCalendar } from "@/lib/sla/business-time";
import { calendarDefinitionSchema } from "@/lib/sla/schema";
import type { ClockKind } from "@/lib/sla/types";
import type { Priority } from "@/lib/sla/priority";

/** The calendar and the promises that new tickets are stamped with. */
export type SlaInForce = {
  calendarVersionId: string;
  calendar: BusinessCalendar;
  policy: SlaPolicy;
};

export type SlaPolicy = {
  clock: ClockKind;
  /** Minutes of the clock until the desk's answer. */
  response: Record<Priority, number>;
  /** Minutes until the solution; null where the operator promises none. */
  resolution: Record<Priority, number | null>;
};

export const CLOCKS = { business_hours: "business-hours", business_days: "business-days" } as const;

/** @throws when the desk has no calendar or no policy: the migrations' first data lays both. */
export async function getSlaInForce({ db }: { db: Db | Tx }): Promise<SlaInForce> {
  const [calendarVersion, policy] = await Promise.all([
    db.calendarVersion.findFirst({ orderBy: { version: "desc" }, select: { id: true } }),
    db.slaPolicyVersion.findFirst({ orderBy: { version: "desc" } }),
  ]);
  if (!calendarVersion || !policy) throw new Error("The desk has no business calendar or no SLA policy; run the migrations again.");
  return {
    calendarVersionId: calendarVersion.id,
    calendar: await getCalendar({ db }, calendarVersion.id),
    policy: {
      clock: CLOCKS[policy.clock],
      response: { low: policy.lowResponseMinutes, medium: policy.mediumResponseMinutes, high: policy.highResponseMinutes },
      resolution: { low: policy.lowResolutionMinutes, medium: policy.mediumResolutionMinutes, high: policy.highResolutionMinutes },
    },
  };
}

// A version never changes, so what was compiled once serves for good.
const compiled = new Map<string, BusinessCalendar>();

export async function getCalendar({ db }: { db: Db | Tx }, calendarVersionId: string): Promise<BusinessCalendar> {
  const kept = compiled.get(calendarVersionId);
  if (kept) return kept;
  const { definition } = await db.calendarVersion.findUniqueOrThrow({ where: { id: calendarVersionId }, select: { definition: true } });
  const calendar = compileCalendar(calendarDefinitionSchema.parse(definition));
  compiled.set(calendarVersionId, calendar);
  return calendar;
}
