import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { ok, refuse, type Result } from "@/lib/result";
import { forgetSynonyms } from "@/lib/synonyms/load-synonyms";
import { canEditSynonyms } from "@/lib/synonyms/policy";
import { lockSynonyms } from "@/lib/synonyms/record";
import type { DeleteSynonymGroupInput } from "@/lib/synonyms/schema";

type Answer = Result<{ groupId: string }, "FORBIDDEN" | "SYNONYMS_CHANGED_UNSEEN">;

/** Deletes the version that was seen. What is gone already is as it was wanted. */
export async function deleteSynonymGroup({ db, actor }: Context<StaffActor>, { groupId, version }: DeleteSynonymGroupInput): Promise<Answer> {
  if (!canEditSynonyms(actor)) return refuse("FORBIDDEN");
  const answer = await db.$transaction(async (tx): Promise<Answer> => {
    await lockSynonyms(tx);
    const group = await tx.searchSynonymGroup.findUnique({ where: { id: groupId }, select: { version: true, expressions: true } });
    if (!group) return ok({ groupId });
    if (group.version !== version) return refuse("SYNONYMS_CHANGED_UNSEEN", { theirs: group.expressions.join(", "), version: group.version });
    await tx.searchSynonymGroup.delete({ where: { id: groupId } });
    return ok({ groupId });
  });
  forgetSynonyms(db);
  return answer;
}
