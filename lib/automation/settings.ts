import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { canGovernAutomation } from "@/lib/automation/policy";
import { DEFAULT_ROUTINES, type Routines } from "@/lib/automation/routines";
import type { Db, Tx } from "@/lib/db/client";

const columns = { firstReminderDays: true, secondReminderDays: true, closeAfterDays: true, asksSatisfaction: true } as const;

/** What is in force now. */
export async function readRoutines(db: Db | Tx): Promise<Routines> {
  return (await db.routineSettings.findUnique({ where: { id: 1 }, select: columns })) ?? DEFAULT_ROUTINES;
}

export type RoutinesView = Routines & { version: number; updatedAt: string | null; updatedByName: string | null };

/** For the page of settings; null to whoever may not edit them. */
export async function findRoutines({ db, actor }: Context<Actor>): Promise<RoutinesView | null> {
  if (!canGovernAutomation(actor)) return null;
  const row = await db.routineSettings.findUnique({ where: { id: 1 }, select: { ...columns, version: true, updatedAt: true, updatedBy: { select: { name: true } } } });
  if (!row) return { ...DEFAULT_ROUTINES, version: 0, updatedAt: null, updatedByName: null };
  const { updatedAt, updatedBy, ...rest } = row;
  return { ...rest, updatedAt: updatedAt.toISOString(), updatedByName: updatedBy?.name ?? null };
}
