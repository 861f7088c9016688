import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { ok, refuse, type Result } from "@/lib/result";
import { checkExpressions, type ExpressionRefusal } from "@/lib/synonyms/expressions";
import { forgetSynonyms } from "@/lib/synonyms/load-synonyms";
import { canEditSynonyms } from "@/lib/synonyms/policy";
import { findOtherGroup, lockSynonyms, rewriteGroup } from "@/lib/synonyms/record";
import type { EditSynonymGroupInput } from "@/lib/synonyms/schema";

type Answer = Result<{ groupId: string }, "FORBIDDEN" | "SYNONYMS_GONE" | "SYNONYMS_CHANGED" | "EXPRESSION_TAKEN" | ExpressionRefusal>;

/** Writes over the version that the editor saw, and over no other. */
export async function editSynonymGroup({ db, actor, now }: Context<StaffActor>, { groupId, version, expressions }: EditSynonymGroupInput): Promise<Answer> {
  if (!canEditSynonyms(actor)) return refuse("FORBIDDEN");
  const checked = checkExpressions(expressions);
  if (!checked.ok) return checked;
  const answer = await db.$transaction(async (tx): Promise<Answer> => {
    await lockSynonyms(tx);
    const group = await tx.searchSynonymGroup.findUnique({ where: { id: groupId }, select: { version: true, expressions: true } });
    if (!group) return refuse("SYNONYMS_GONE");
    if (isSame(group.expressions, expressions)) return ok({ groupId });
    if (group.version !== version) return refuse("SYNONYMS_CHANGED", { theirs: group.expressions.join(", "), version: group.version });
    const other = await findOtherGroup(tx, { keys: checked.data.keys, except: groupId });
    if (other) return refuse("EXPRESSION_TAKEN", { expression: expressions[other.position] ?? "", group: other.expressions.join(", "), groupId: other.id });
    await rewriteGroup(tx, groupId, { ...checked.data, at: now, by: actor.userId });
    return ok({ groupId });
  });
  forgetSynonyms(db);
  return answer;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((expression, at) => expression === other[at]);
}
