import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import { recordConductEvent } from "@/lib/conduct/record";
import { readConductSettings } from "@/lib/conduct/settings";
import type { Db, Tx } from "@/lib/db/client";
import { toDate } from "@/lib/time/instants";

/** How many warnings of a person count now: those of the period. The person's row is held by whoever spends the number. */
export async function countWarnings(db: Db | Tx, { userId, now }: { userId: string; now: Temporal.Instant }): Promise<number> {
  const { periodDays } = await readConductSettings(db);
  return db.conductWarning.count({ where: { userId, sentAt: { gt: toDate(now.subtract({ hours: 24 * periodDays })) } } });
}

/** A warning that was said: in the message of the ticket, or, to one of the desk, in `body`. Its case is reviewed with it. */
export async function recordWarning(tx: Tx, { found, number, messageId, body, note, actor, now }: {
  found: { id: string; aboutId: string };
  number: number;
  messageId: string | null;
  body: string;
  note: string;
  actor: StaffActor;
  now: Temporal.Instant;
}): Promise<void> {
  const at = toDate(now);
  await tx.conductWarning.create({ data: { userId: found.aboutId, caseId: found.id, number, messageId, body: messageId === null ? body : "", sentAt: at, sentBy: actor.userId } });
  await tx.conductCase.update({ where: { id: found.id }, data: { state: "warned", reviewedAt: at, reviewedBy: actor.userId, reviewNote: note } });
  await recordConductEvent(tx, { aboutId: found.aboutId, caseId: found.id, type: "conduct.warned", data: { number }, actor, now });
}
