import "server-only";
import type { Db, Tx } from "@/lib/db/client";
import { compileCalendar, type BusinessCalendar } from "@/lib/sla/business-time";
import { calendarDefinitionSchema } from "@/lib/sla/schema";
import type { ClockKind } from "@/lib/sla/types";
import type { Priority } from "@/lib/sla/priority";
import { toDate } from "@/lib/time/instants";

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
  return readSla({ db }, null);
}

/** What was in force at an instant; before the first version of either, that first one. */
export async function getSlaAt({ db }: { db: Db | Tx }, at: Temporal.Instant): Promise<SlaInForce> {
  return readSla({ db }, toDate(at));
}

async function readSla({ db }: { db: Db | Tx }, at: Date | null): Promise<SlaInForce> {
  const until = at === null ? {} : { createdAt: { lte: at } };
  // One after the other: within a transaction there is one connection to ask.
  const calendarVersion = (await db.calendarVersion.findFirst({ where: until, orderBy: { version: "desc" }, select: { id: true } })) ?? (await db.calendarVersion.findFirst({ orderBy: { version: "asc" }, select: { id: true } }));
  const policy = (await db.slaPolicyVersion.findFirst({ where: until, orderBy: { version: "desc" } })) ?? (await db.slaPolicyVersion.findFirst({ orderBy: { version: "asc" } }));
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
