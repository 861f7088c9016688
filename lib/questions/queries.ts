import "server-only";
import type { CustomerActor, StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Prisma } from "@/lib/db/generated/client";
import { toInstant } from "@/lib/time/instants";
import { askedColumns, inOrder, toAsked, withoutImpossible } from "./asked-questions";
import { canEditQuestions } from "./policy";
import type { AskedQuestion, DepartmentQuestionsView, NamedProduct, QuestionView } from "./types";
import { visibleQuestions } from "./visibility";

const viewColumns = {
  ...askedColumns,
  version: true,
  updatedAt: true,
  updatedBy: { select: { name: true } },
  _count: { select: { answers: true } },
} as const satisfies Prisma.DepartmentQuestionSelect;

/** What each department asks of this customer, by department id. */
export async function listAskedQuestions({ db, actor }: Context<CustomerActor>, { products }: { products: readonly NamedProduct[] }): Promise<Record<string, AskedQuestion[]>> {
  const rows = await db.departmentQuestion.findMany({ where: visibleQuestions(actor), orderBy: inOrder, select: askedColumns });
  const byDepartment = Map.groupBy(rows, (row) => row.departmentId);
  return Object.fromEntries([...byDepartment].map(([id, each]) => [id, withoutImpossible(each.map(toAsked), products)]));
}

/** Every department with what it asks and what it asked once. */
export async function listDepartmentQuestions({ db, actor }: Context<StaffActor>): Promise<DepartmentQuestionsView[]> {
  if (!canEditQuestions(actor)) return [];
  const [departments, rows] = await Promise.all([
    db.department.findMany({ where: { isActive: true }, orderBy: { position: "asc" }, select: { id: true, slug: true, name: true } }),
    db.departmentQuestion.findMany({ where: visibleQuestions(actor), orderBy: inOrder, select: viewColumns }),
  ]);
  return departments.map((department) => {
    const own = rows.filter((row) => row.departmentId === department.id).map(toView);
    return { department, questions: own.filter((each) => !each.isRetired), retired: own.filter((each) => each.isRetired) };
  });
}

/** A question with its department's. */
export async function findQuestion(ctx: Context<StaffActor>, questionId: string): Promise<(DepartmentQuestionsView & { question: QuestionView }) | null> {
  for (const each of await listDepartmentQuestions(ctx)) {
    const question = [...each.questions, ...each.retired].find(({ id }) => id === questionId);
    if (question) return { ...each, question };
  }
  return null;
}

function toView({ version, retiredAt, updatedAt, updatedBy, _count, ...row }: Prisma.DepartmentQuestionGetPayload<{ select: typeof viewColumns }>): QuestionView {
  return {
    ...toAsked(row),
    version,
    isRetired: retiredAt !== null,
    answers: _count.answers,
    updatedAt: toInstant(updatedAt).toString(),
    updatedByName: updatedBy?.name ?? null,
  };
}
