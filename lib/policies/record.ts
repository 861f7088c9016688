import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { toDate } from "@/lib/time/instants";
import type { PolicyEventData, PolicyEventType } from "./events";

/** Writes what happened to a document, in the transaction in which it happened. */
export async function recordPolicyEvent<T extends PolicyEventType>(tx: Tx, { policyId, type, data, actor, at }: { policyId: string; type: T; data: PolicyEventData<T>; actor: StaffActor; at: Temporal.Instant }): Promise<void> {
  await tx.policyEvent.create({ data: { policyId, type, data: data as Prisma.InputJsonObject, actorId: actor.userId, at: toDate(at) } });
}

/** One writer a document: what was read of it stays so until the transaction ends. @returns false when there is no such document */
export async function lockPolicy(tx: Tx, policyId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM policy_page WHERE id = ${policyId}::uuid FOR UPDATE`;
  return rows.length > 0;
}

/** The one draft of a document, if it has one. */
export async function findDraft(tx: Tx, policyId: string) {
  return tx.policyVersion.findFirst({ where: { policyId, publishedAt: null }, select: { id: true, number: true, revision: true, title: true, summary: true, body: true } });
}
