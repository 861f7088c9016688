import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { isUniqueError } from "@/lib/db/errors";
import type { EditCompanyInput } from "@/lib/quotes/company-schema";
import { canEditCompany } from "@/lib/quotes/work-policy";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

type Answer = Result<{ version: number }, "FORBIDDEN" | "COMPANY_CHANGED">;

/** Writes over the version that the editor saw, and over no other. */
export async function editCompany({ db, actor, now }: Context<StaffActor>, { version, ...company }: EditCompanyInput): Promise<Answer> {
  if (!canEditCompany(actor)) return refuse("FORBIDDEN");
  const data = { ...company, updatedAt: toDate(now), updatedById: actor.userId };
  if (version === 0) {
    try {
      await db.companyProfile.create({ data: { id: 1, ...data } });
      return ok({ version: 1 });
    } catch (error) {
      if (isUniqueError(error)) return refuse("COMPANY_CHANGED");
      throw error;
    }
  }
  const { count } = await db.companyProfile.updateMany({ where: { id: 1, version }, data: { ...data, version: { increment: 1 } } });
  return count === 1 ? ok({ version: version + 1 }) : refuse("COMPANY_CHANGED");
}
