import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Prisma } from "@/lib/db/generated/client";
import { toInstant, toInstantOrNull } from "@/lib/time/instants";
import { maintenanceStateAt } from "./maintenance";
import { canEditNotices } from "./policy";
import { stateOf } from "./shown";
import type { MaintenanceSettings, ServiceMessageLine } from "./types";
import { visibleNotices } from "./visibility";

const LISTED = 100;
const columns = { id: true, areas: true, tone: true, title: true, body: true, version: true, startsAt: true, endsAt: true, editor: { select: { name: true } } } as const satisfies Prisma.ServiceMessageSelect;

/** The newest ones, whatever their state. */
export async function listNotices({ db, actor, now }: Context<StaffActor>): Promise<ServiceMessageLine[]> {
  const rows = await db.serviceMessage.findMany({ where: visibleNotices(actor), orderBy: [{ startsAt: "desc" }, { id: "asc" }], take: LISTED, select: columns });
  return rows.map((row) => lineOf(row, now));
}

export async function findNotice({ db, actor, now }: Context<StaffActor>, noticeId: string): Promise<ServiceMessageLine | null> {
  const row = await db.serviceMessage.findFirst({ where: { ...visibleNotices(actor), AND: { id: noticeId } }, select: columns });
  return row && lineOf(row, now);
}

const TOLD = 20;

/** What holds and what was decided before; null to whoever may not. */
export async function findMaintenanceSettings({ db, actor, now }: Context<StaffActor>): Promise<MaintenanceSettings | null> {
  if (!canEditNotices(actor)) return null;
  const rows = await db.maintenance.findMany({ orderBy: { id: "desc" }, take: TOLD, select: { id: true, isOn: true, message: true, startsAt: true, expectedUntil: true, at: true, by: { select: { name: true } } } });
  const history = rows.map(({ id, isOn, startsAt, expectedUntil, at, by }) => ({ id, isOn, startsAt: toInstantOrNull(startsAt), expectedUntil: toInstantOrNull(expectedUntil), at: toInstant(at), by: by.name }));
  const [newest] = history;
  const message = rows[0]?.message ?? "";
  if (!newest?.isOn) return { version: newest?.id ?? 0, state: "off", message, startsAt: null, expectedUntil: null, history };
  const startsAt = newest.startsAt ?? newest.at;
  return { version: newest.id, state: maintenanceStateAt({ isOn: true, startsAt }, now), message, startsAt, expectedUntil: newest.expectedUntil, history };
}

function lineOf({ editor, startsAt, endsAt, ...row }: Prisma.ServiceMessageGetPayload<{ select: typeof columns }>, now: Temporal.Instant): ServiceMessageLine {
  const times = { startsAt: toInstant(startsAt), endsAt: toInstantOrNull(endsAt) };
  return { ...row, ...times, state: stateOf(times, now), updatedBy: editor.name };
}
