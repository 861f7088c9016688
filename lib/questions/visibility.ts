import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db/generated/client";
import { canEditQuestions } from "./policy";

/** Administrators see them all; a customer those that are asked now; whoever else works at the desk sees them answered, in tickets. */
export function visibleQuestions(actor: Actor): Prisma.DepartmentQuestionWhereInput {
  if (canEditQuestions(actor)) return {};
  if (actor.kind === "customer") return { retiredAt: null, department: { isActive: true } };
  return { id: { in: [] } };
}
