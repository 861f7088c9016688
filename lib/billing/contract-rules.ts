import "server-only";
import type { AuthoriserRule } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/client";
import { ok, refuse, type Result } from "@/lib/result";

/** Who is named: persons of that organization, and at least one where the contract names them. Nobody else is kept. */
export async function checkAuthorisers(
  tx: Tx,
  { organizationId, authorisers, authoriserIds }: { organizationId: string; authorisers: AuthoriserRule; authoriserIds: readonly string[] },
): Promise<Result<string[], "AUTHORISERS_MISSING" | "AUTHORISER_UNKNOWN">> {
  if (authorisers !== "named") return ok([]);
  const ids = [...new Set(authoriserIds)];
  if (ids.length === 0) return refuse("AUTHORISERS_MISSING");
  const known = await tx.user.count({ where: { id: { in: ids }, organizationId, role: "customer" } });
  return known === ids.length ? ok(ids) : refuse("AUTHORISER_UNKNOWN");
}
