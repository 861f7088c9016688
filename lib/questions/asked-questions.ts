import "server-only";
import type { Db, Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { AskedQuestion, NamedProduct } from "./types";

/** A question with the words that are in force. */
export const askedColumns = {
  id: true,
  key: true,
  departmentId: true,
  retiredAt: true,
  versions: {
    orderBy: { version: "desc" },
    take: 1,
    select: { id: true, kind: true, label: true, hint: true, choices: true, isRequired: true, shownWhenId: true, shownWhenValues: true },
  },
} as const satisfies Prisma.DepartmentQuestionSelect;

type AskedRow = Prisma.DepartmentQuestionGetPayload<{ select: typeof askedColumns }>;

export const inOrder = [{ position: "asc" }, { id: "asc" }] as const satisfies Prisma.DepartmentQuestionOrderByWithRelationInput[];

export function toAsked({ id, key, versions }: Pick<AskedRow, "id" | "key" | "versions">): AskedQuestion {
  const version = versions[0];
  if (!version) throw new Error(`The question ${id} has no version.`);
  const { id: versionId, shownWhenId, shownWhenValues, ...body } = version;
  return { id, key, versionId, ...body, shownWhen: shownWhenId === null ? null : { questionId: shownWhenId, values: shownWhenValues } };
}

/** What may be chosen where a question asks for a product. Whoever has none is not asked. */
export function withoutImpossible<Q extends AskedQuestion>(questions: readonly Q[], products: readonly NamedProduct[]): Q[] {
  return questions.filter((question) => question.kind !== "product" || products.length > 0);
}

/**
 * What a department asks, and what it asked of somebody who has answered it since: a question that is retired while it is being answered
 * keeps its answer, and is required of nobody.
 */
export async function readQuestionsToAnswer(db: Db | Tx, { departmentId, answered }: { departmentId: string; answered: readonly string[] }): Promise<AskedQuestion[]> {
  const rows = await db.departmentQuestion.findMany({
    where: { departmentId, OR: [{ retiredAt: null }, { id: { in: [...answered] } }] },
    orderBy: inOrder,
    select: askedColumns,
  });
  return rows.map((row) => ({ ...toAsked(row), ...(row.retiredAt === null ? {} : { isRequired: false }) }));
}
