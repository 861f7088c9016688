import "server-only";
import type { Db, Tx } from "@/lib/db/client";

/** In force; its row comes with the migration. */
export function readChatSettings(db: Db | Tx): Promise<{ silenceMinutes: number }> {
  return db.chatSettings.findUniqueOrThrow({ where: { id: 1 }, select: { silenceMinutes: true } });
}
