import type { Db } from "@/lib/db/client";
import type { WeeklySpan } from "@/lib/appointments/types";

const MORNING = { startsMinute: 9 * 60, endsMinute: 14 * 60 };
const AFTERNOON = { startsMinute: 15 * 60, endsMinute: 18 * 60 };
const WORKDAYS = [1, 2, 3, 4, 5];

/** Carla the whole working day, Elena's afternoons and Diego's two mornings: enough that slots differ by agent. */
const WEEKS: Record<string, WeeklySpan[]> = {
  "carla@impera.example": WORKDAYS.flatMap((weekday) => [{ weekday, ...MORNING }, { weekday, ...AFTERNOON }]),
  "elena@impera.example": WORKDAYS.map((weekday) => ({ weekday, startsMinute: 12 * 60, endsMinute: 18 * 60 })),
  "diego@impera.example": [2, 4].map((weekday) => ({ weekday, startsMinute: 10 * 60, endsMinute: 13 * 60 })),
};

/** When the demonstration's agents can be booked. */
export async function seedAvailability({ db }: { db: Db }): Promise<void> {
  const agents = await db.user.findMany({ where: { email: { in: Object.keys(WEEKS) } }, select: { id: true, email: true } });
  await db.agentAvailability.createMany({ data: agents.flatMap(({ id, email }) => WEEKS[email]!.map((span) => ({ agentId: id, ...span }))) });
}
