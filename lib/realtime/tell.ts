import "server-only";
import type { Db, Tx } from "@/lib/db/client";

/**
 * Writes that something changed, in the transaction in which it did: who may learn of it hears of it when that commits, and never else.
 * @param topic one of lib/realtime/registry.ts
 */
export async function tell(tx: Tx | Db, event: { topic: string; kind: string; subjectId: string; actorId?: string | null; detailId?: string | null }): Promise<void> {
  await tx.streamEvent.createMany({ data: event });
}
