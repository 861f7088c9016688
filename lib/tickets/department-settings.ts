import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { canEditDepartments } from "@/lib/tickets/policy";

export type DepartmentSettings = { id: string; slug: string; name: string; description: string; position: number; isActive: boolean; isOpenToAll: boolean; isEssential: boolean };

/** Every department, also those that take no tickets any more; in the order of the form. None for who may not change them. */
export function listDepartmentSettings({ db, actor }: Context<StaffActor>): Promise<DepartmentSettings[]> {
  if (!canEditDepartments(actor)) return Promise.resolve([]);
  return db.department.findMany({ orderBy: [{ position: "asc" }, { name: "asc" }], select: { id: true, slug: true, name: true, description: true, position: true, isActive: true, isOpenToAll: true, isEssential: true } });
}
