import "server-only";
import type { PublicContext } from "@/lib/auth/context";
import type { PolicyLink, PolicyView } from "@/lib/kb/types";
import { toInstant } from "@/lib/time/instants";

export async function listPolicies({ db }: PublicContext): Promise<PolicyLink[]> {
  return db.policyPage.findMany({ orderBy: [{ position: "asc" }, { slug: "asc" }], select: { slug: true, title: true, summary: true } });
}

export async function findPolicy({ db }: PublicContext, slug: string): Promise<PolicyView | null> {
  const row = await db.policyPage.findUnique({
    where: { slug },
    select: { slug: true, title: true, summary: true, body: true, updatedAt: true },
  });
  return row && { ...row, updatedAt: toInstant(row.updatedAt) };
}
