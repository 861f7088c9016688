import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { enqueue } from "@/lib/jobs/enqueue";
import { canEditKnowledgeSettings } from "@/lib/kb/policy";
import type { StartImportInput } from "@/lib/kb/import/schema";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

export const APPLY_IMPORT = "kb.apply-import";

/** Has what was looked at done, once; the work itself is a job's, which goes on where it was interrupted. */
export async function startKnowledgeImport({ db, actor, now }: Context<StaffActor>, { importId }: StartImportInput): Promise<Result<{ importId: string }, "FORBIDDEN" | "KB_IMPORT_GONE">> {
  if (!canEditKnowledgeSettings(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ started_at: Date | null }[]>`SELECT started_at FROM kb_import WHERE id = ${importId}::uuid FOR UPDATE`;
    if (!row) return refuse("KB_IMPORT_GONE");
    if (row.started_at) return ok({ importId }); // pressed twice
    await tx.kbImport.update({ where: { id: importId }, data: { startedAt: toDate(now), startedBy: actor.userId } });
    await enqueue(tx, APPLY_IMPORT, { importId });
    return ok({ importId });
  });
}
