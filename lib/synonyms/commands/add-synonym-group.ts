import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { ok, refuse, type Result } from "@/lib/result";
import { checkExpressions, type ExpressionRefusal } from "@/lib/synonyms/expressions";
import { forgetSynonyms } from "@/lib/synonyms/load-synonyms";
import { canEditSynonyms } from "@/lib/synonyms/policy";
import { findOtherGroup, insertGroup, lockSynonyms } from "@/lib/synonyms/record";
import type { AddSynonymGroupInput } from "@/lib/synonyms/schema";

/** All groups stand on one page and in the memory of every process. */
export const GROUPS_MAX = 500;

type Answer = Result<{ groupId: string }, "FORBIDDEN" | "TOO_MANY_SYNONYM_GROUPS" | "EXPRESSION_TAKEN" | ExpressionRefusal>;

export async function addSynonymGroup({ db, actor, now }: Context<StaffActor>, { expressions }: AddSynonymGroupInput): Promise<Answer> {
  if (!canEditSynonyms(actor)) return refuse("FORBIDDEN");
  const checked = checkExpressions(expressions);
  if (!checked.ok) return checked;
  const answer = await db.$transaction(async (tx): Promise<Answer> => {
    await lockSynonyms(tx);
    if ((await tx.searchSynonymGroup.count()) >= GROUPS_MAX) return refuse("TOO_MANY_SYNONYM_GROUPS", { max: GROUPS_MAX });
    const other = await findOtherGroup(tx, { keys: checked.data.keys, except: null });
    if (other) return refuse("EXPRESSION_TAKEN", { expression: expressions[other.position] ?? "", group: other.expressions.join(", "), groupId: other.id });
    return ok({ groupId: await insertGroup(tx, { ...checked.data, at: now, by: actor.userId }) });
  });
  forgetSynonyms(db);
  return answer;
}
