import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { ok, refuse, type Result } from "@/lib/result";
import { canEditDepartments } from "@/lib/tickets/policy";
import type { EditDepartmentInput } from "@/lib/tickets/schema";

type Refusals = "FORBIDDEN" | "UNKNOWN_DEPARTMENT" | "DEPARTMENT_NAME_TAKEN" | "LAST_DEPARTMENT";

/** Its name, what it is for, where it stands in the list, whether it takes tickets, and whether it attends everybody. Its tickets stay. */
export async function editDepartment({ db, actor }: Context<StaffActor>, { departmentId, ...fields }: EditDepartmentInput): Promise<Result<{ departmentId: string }, Refusals>> {
  if (!canEditDepartments(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<Result<{ departmentId: string }, Refusals>> => {
    // One editor at a time: of the last two that take tickets not both can be closed.
    const all = await tx.$queryRaw<{ id: string; name: string; is_active: boolean }[]>`SELECT id, name, is_active FROM department ORDER BY id FOR UPDATE`;
    if (!all.some(({ id }) => id === departmentId)) return refuse("UNKNOWN_DEPARTMENT");
    const others = all.filter(({ id }) => id !== departmentId);
    if (others.some(({ name }) => name.toLowerCase() === fields.name.toLowerCase())) return refuse("DEPARTMENT_NAME_TAKEN");
    if (!fields.isActive && !others.some((other) => other.is_active)) return refuse("LAST_DEPARTMENT");
    await tx.department.update({ where: { id: departmentId }, data: fields });
    return ok({ departmentId });
  });
}
