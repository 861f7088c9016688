import "server-only";
import { canEditAvailability } from "@/lib/appointments/policy";
import type { WeeklySpan } from "@/lib/appointments/types";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { getSlaInForce } from "@/lib/sla/queries";
import { toDate } from "@/lib/time/instants";

export type AvailabilityView = {
  agent: { id: string; name: string };
  timeZone: string;
  week: WeeklySpan[];
  /** What has not ended, ascending. */
  absences: { id: string; startsAt: string; endsAt: string; reason: string }[];
  /** Whose pages the reader may open: oneself, and for administrators everybody of the desk. */
  agents: { id: string; name: string; hasWeek: boolean }[];
};

const MOST_ABSENCES = 100;

/** An agent's week and absences; null when they are not the reader's to see, or there is no such person of the desk. */
export async function findAvailability({ db, actor, now }: Context<StaffActor>, agentId: string): Promise<AvailabilityView | null> {
  if (!canEditAvailability(actor, agentId)) return null;
  const agent = await db.user.findFirst({
    where: { id: agentId, role: { in: ["agent", "admin"] } },
    select: {
      id: true, name: true,
      availability: { orderBy: [{ weekday: "asc" }, { startsMinute: "asc" }], select: { weekday: true, startsMinute: true, endsMinute: true } },
      absences: { where: { endsAt: { gt: toDate(now) } }, orderBy: [{ startsAt: "asc" }, { id: "asc" }], take: MOST_ABSENCES, select: { id: true, startsAt: true, endsAt: true, reason: true } },
    },
  });
  if (!agent) return null;
  const [{ calendar }, agents] = await Promise.all([
    getSlaInForce({ db }),
    db.user.findMany({
      where: { role: { in: ["agent", "admin"] }, suspendedAt: null, ...(actor.role === "admin" ? {} : { id: actor.userId }) },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: { id: true, name: true, _count: { select: { availability: true } } },
    }),
  ]);
  return {
    agent: { id: agent.id, name: agent.name },
    timeZone: calendar.zone.id,
    week: agent.availability,
    absences: agent.absences.map((each) => ({ ...each, startsAt: each.startsAt.toISOString(), endsAt: each.endsAt.toISOString() })),
    agents: agents.map(({ _count, ...each }) => ({ ...each, hasWeek: _count.availability > 0 })),
  };
}
