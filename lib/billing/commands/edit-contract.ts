import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { isOver } from "@/lib/billing/contract-end";
import { recordEndsSoon } from "@/lib/billing/contract-notices";
import { checkAuthorisers } from "@/lib/billing/contract-rules";
import type { EditContractInput } from "@/lib/billing/contract-schema";
import type { SavedContract } from "@/lib/billing/commands/create-contract";
import { durationText } from "@/lib/billing/duration-text";
import { lockContract, readBalance } from "@/lib/billing/ledger-record";
import { canEditBilling } from "@/lib/billing/policy";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { ok, refuse, type Result } from "@/lib/result";
import { dayAt, fromDay, toDay } from "@/lib/time/days";
import { toDate } from "@/lib/time/instants";

type Refusals = "FORBIDDEN" | "CONTRACT_NOT_FOUND" | "CONTRACT_SETTLED" | "CONTRACT_CHANGED" | "CONTRACT_DAYS" | "OVERAGE_IN_USE" | "AUTHORISERS_MISSING" | "AUTHORISER_UNKNOWN";

/** Changes a contract's rules from now on; what was written stays. Its hours are changed by entries of the ledger alone. */
export async function editContract({ db, actor, now }: Context<StaffActor>, input: EditContractInput): Promise<Result<SavedContract, Refusals>> {
  if (!canEditBilling(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<Result<SavedContract, Refusals>> => {
    const contract = await lockContract(tx, input.contractId);
    if (!contract) return refuse("CONTRACT_NOT_FOUND");
    if (contract.settledAt !== null) return refuse("CONTRACT_SETTLED");
    const { updatedAt } = await tx.contract.findUniqueOrThrow({ where: { id: contract.id }, select: { updatedAt: true } });
    if (updatedAt.toISOString() !== new Date(input.version).toISOString()) return refuse("CONTRACT_CHANGED");
    // The last day may move, but not into the past: what happened since then was in force.
    const isMoved = !toDay(contract.endsOn).equals(input.endsOn);
    if (Temporal.PlainDate.compare(toDay(contract.startsOn), input.endsOn) > 0 || (isMoved && isOver(input.endsOn, dayAt(now, DESK_TIME_ZONE)))) return refuse("CONTRACT_DAYS");
    const { available } = await readBalance(tx, contract.id);
    if (input.overage < -available) return refuse("OVERAGE_IN_USE", { used: durationText(-available) });
    const named = await checkAuthorisers(tx, { ...input, organizationId: contract.organizationId });
    if (!named.ok) return named;

    const { name, endsOn, rounding, atEnd, overage, authorisers } = input;
    await tx.contractAuthoriser.deleteMany({ where: { contractId: contract.id } });
    await tx.contract.update({
      where: { id: contract.id },
      data: {
        name,
        endsOn: fromDay(endsOn),
        roundingMinutes: rounding,
        atEnd,
        overageLimitMinutes: overage,
        authorisers,
        updatedAt: toDate(now),
        namedAuthorisers: { create: named.data.map((userId) => ({ userId })) },
      },
    });
    await recordEndsSoon(tx, { contractId: contract.id, endsOn, at: now });
    return ok({ reference: contract.reference });
  });
}
