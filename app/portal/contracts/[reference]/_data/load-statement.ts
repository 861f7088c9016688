import "server-only";
import { cache } from "react";
import { contextOf } from "@/lib/actions/context";
import { requirePerson } from "@/lib/auth/gate";
import { findContract } from "@/lib/billing/contract-queries";
import { parseContractReference } from "@/lib/billing/contract-reference";
import type { ContractView, StatementView } from "@/lib/billing/contract-views";
import { findStatement } from "@/lib/billing/entry-queries";
import { parseMonth } from "@/lib/billing/statement";

export type LoadedStatement = { contract: ContractView; statement: StatementView; userId: string; isStaff: boolean; now: Temporal.Instant };

/** A month's statement for everybody who may see the contract, the desk too. Null when there is none; a month that cannot be read is this one. */
export const loadStatement = cache(async (reference: string, month: string | undefined): Promise<LoadedStatement | null> => {
  const actor = await requirePerson();
  const ctx = contextOf(actor);
  const parsed = parseContractReference(reference);
  const contract = parsed ? await findContract(ctx, parsed) : null;
  const statement = contract && (await findStatement(ctx, { reference: contract.reference, month: parseMonth(month) }));
  return contract && statement && { contract, statement, userId: actor.userId, isStaff: actor.kind === "staff", now: ctx.now };
});
