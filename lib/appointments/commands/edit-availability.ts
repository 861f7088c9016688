import "server-only";
import { readWeek, type WeekProblem } from "@/lib/appointments/availability";
import { canEditAvailability } from "@/lib/appointments/policy";
import type { AbsenceIdInput, AbsenceInput, WeekInput } from "@/lib/appointments/schema";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Tx } from "@/lib/db/client";
import { isConstraintError } from "@/lib/db/errors";
import { ok, refuse, type Result } from "@/lib/result";
import { getSlaInForce } from "@/lib/sla/queries";
import { toDate } from "@/lib/time/instants";

/** An agent's whole week anew. Appointments that are booked stay: what they were booked in was offered then. */
export function editWeek({ db, actor }: Context<StaffActor>, input: WeekInput): Promise<Result<{ agentId: string }, "FORBIDDEN" | "NOT_FOUND" | WeekProblem["code"]>> {
  return db.$transaction(async (tx): Promise<Result<{ agentId: string }, "FORBIDDEN" | "NOT_FOUND" | WeekProblem["code"]>> => {
    if (!canEditAvailability(actor, input.agentId)) return refuse("FORBIDDEN");
    if (!(await lockAgent(tx, input.agentId))) return refuse("NOT_FOUND");
    const read = readWeek([input.day1, input.day2, input.day3, input.day4, input.day5, input.day6, input.day7]);
    if (!read.ok) return refuse(read.problem.code, read.problem);
    await tx.agentAvailability.deleteMany({ where: { agentId: input.agentId } });
    await tx.agentAvailability.createMany({ data: read.week.map((span) => ({ ...span, agentId: input.agentId })) });
    return ok({ agentId: input.agentId });
  });
}

type Absent = Result<{ agentId: string; booked: number }, "FORBIDDEN" | "NOT_FOUND" | "ABSENCE_ENDS_BEFORE" | "ABSENCE_OVER" | "ABSENCES_OVERLAP">;

/** A time in which an agent cannot be booked, in the desk's wall times. Says how many appointments stand in it already: those are moved by hand. */
export async function addAbsence({ db, actor, now }: Context<StaffActor>, { agentId, from, to, reason }: AbsenceInput): Promise<Absent> {
  if (!canEditAvailability(actor, agentId)) return refuse("FORBIDDEN");
  try {
    return await db.$transaction(async (tx): Promise<Absent> => {
      if (!(await lockAgent(tx, agentId))) return refuse("NOT_FOUND");
      const { calendar } = await getSlaInForce({ db: tx });
      const span = { startsAt: toDate(from.toZonedDateTime(calendar.zone.id).toInstant()), endsAt: toDate(to.toZonedDateTime(calendar.zone.id).toInstant()) };
      if (span.endsAt <= span.startsAt) return refuse("ABSENCE_ENDS_BEFORE");
      if (span.endsAt <= toDate(now)) return refuse("ABSENCE_OVER");
      await tx.agentAbsence.create({ data: { agentId, ...span, reason } });
      const booked = await tx.appointment.count({ where: { agentId, state: { in: ["proposed", "confirmed"] }, startsAt: { lt: span.endsAt }, endsAt: { gt: span.startsAt } } });
      return ok({ agentId, booked });
    });
  } catch (error) {
    if (isConstraintError(error, "agent_absence_apart")) return refuse("ABSENCES_OVERLAP");
    throw error;
  }
}

export async function removeAbsence({ db, actor }: Context<StaffActor>, { absenceId }: AbsenceIdInput): Promise<Result<{ agentId: string }, "FORBIDDEN" | "ABSENCE_GONE">> {
  const absence = await db.agentAbsence.findUnique({ where: { id: absenceId }, select: { agentId: true } });
  if (absence && !canEditAvailability(actor, absence.agentId)) return refuse("FORBIDDEN");
  const { count } = await db.agentAbsence.deleteMany({ where: { id: absenceId } });
  return absence && count === 1 ? ok({ agentId: absence.agentId }) : refuse("ABSENCE_GONE");
}

/** One edit of an agent's week after another; false when there is no such person of the desk. */
async function lockAgent(tx: Tx, agentId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM app_user WHERE id = ${agentId}::uuid AND role <> 'customer' FOR NO KEY UPDATE`;
  return rows.length > 0;
}
