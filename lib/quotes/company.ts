import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Db, Tx } from "@/lib/db/client";
import type { Company } from "@/lib/quotes/charge-types";
import { canEditCompany } from "@/lib/quotes/work-policy";

const columns = { rfc: true, legalName: true, taxRegime: true, postalCode: true, productKey: true, paymentMethod: true, paymentForm: true, series: true } as const;

/** Who invoices; null while nobody has said. */
export async function readCompany(db: Db | Tx): Promise<Company | null> {
  const row = await db.companyProfile.findUnique({ where: { id: 1 }, select: columns });
  return row && { ...row, paymentMethod: row.paymentMethod === "PPD" ? "PPD" : "PUE" };
}

export type CompanyView = { company: Company | null; version: number; updatedAt: string | null; updatedByName: string | null };

/** For the administrators' page; null to everybody else. */
export async function findCompany({ db, actor }: Context<StaffActor>): Promise<CompanyView | null> {
  if (!canEditCompany(actor)) return null;
  const row = await db.companyProfile.findUnique({ where: { id: 1 }, select: { version: true, updatedAt: true, updatedBy: { select: { name: true } } } });
  return { company: await readCompany(db), version: row?.version ?? 0, updatedAt: row?.updatedAt.toISOString() ?? null, updatedByName: row?.updatedBy?.name ?? null };
}
