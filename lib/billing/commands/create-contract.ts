import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { contractReferenceFrom } from "@/lib/billing/contract-reference";
import { checkAuthorisers } from "@/lib/billing/contract-rules";
import type { CreateContractInput } from "@/lib/billing/contract-schema";
import { writePurchase } from "@/lib/billing/ledger";
import { lockContract } from "@/lib/billing/ledger-record";
import { recordEndsSoon } from "@/lib/billing/contract-notices";
import { canEditBilling } from "@/lib/billing/policy";
import { listToSettle, settleContract } from "@/lib/billing/settlement";
import { systemReasons } from "@/lib/billing/system-reasons";
import type { Tx } from "@/lib/db/client";
import { ok, refuse, type Result } from "@/lib/result";
import { fromDay } from "@/lib/time/days";
import { toDate } from "@/lib/time/instants";

export type SavedContract = { reference: string };
type Answer = Result<SavedContract, "FORBIDDEN" | "ORGANIZATION_NOT_FOUND" | "CONTRACT_DAYS" | "AUTHORISERS_MISSING" | "AUTHORISER_UNKNOWN">;

/** A contract with the hours that were bought, in one transaction. What waited for it is carried into it. The same form again is the same contract. */
export async function createContract(ctx: Context<StaffActor>, input: CreateContractInput): Promise<Answer> {
  if (!canEditBilling(ctx.actor)) return refuse("FORBIDDEN");
  return ctx.db.$transaction((tx) => create(tx, ctx, input));
}

async function create(tx: Tx, { actor, now }: Context<StaffActor>, input: CreateContractInput): Promise<Answer> {
  // A second press at the same time waits for the first one, and finds what it wrote.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${purchaseKey(input.submissionKey)}, 0))`;
  const created = await findCreated(tx, input.submissionKey);
  if (created) return ok(created);
  const organization = await tx.organization.findUnique({ where: { id: input.organizationId }, select: { id: true } });
  if (!organization) return refuse("ORGANIZATION_NOT_FOUND");
  if (Temporal.PlainDate.compare(input.startsOn, input.endsOn) > 0) return refuse("CONTRACT_DAYS");
  const named = await checkAuthorisers(tx, input);
  if (!named.ok) return named;

  const { organizationId, name, hours, price, vatRateBp, startsOn, endsOn, rounding, atEnd, overage, authorisers } = input;
  const contract = await tx.contract.create({
    data: {
      reference: contractReferenceFrom(crypto.getRandomValues(new Uint8Array(8))),
      organizationId,
      name,
      minutesBought: hours,
      priceCents: price,
      vatRateBp,
      startsOn: fromDay(startsOn),
      endsOn: fromDay(endsOn),
      roundingMinutes: rounding,
      atEnd,
      overageLimitMinutes: overage,
      authorisers,
      createdAt: toDate(now),
      createdById: actor.userId,
      updatedAt: toDate(now),
      namedAuthorisers: { create: named.data.map((userId) => ({ userId })) },
    },
    select: { id: true, reference: true },
  });
  const purchase = { contractId: contract.id, minutes: hours, priceCents: price, reason: systemReasons().firstPurchase, ticketId: null, quoteId: null, actor, at: now, key: purchaseKey(input.submissionKey) };
  const written = await writePurchase(tx, purchase);
  if (!written.ok) throw new Error(`The purchase of a new contract was refused: ${written.code}`);
  await recordEndsSoon(tx, { contractId: contract.id, endsOn, at: now });
  for (const id of await listToSettle(tx, { organizationId, at: now })) {
    const over = await lockContract(tx, id);
    if (over) await settleContract(tx, over, { actor, at: now });
  }
  return ok({ reference: contract.reference });
}

function purchaseKey(submissionKey: string): string {
  return `purchase:${submissionKey}`;
}

async function findCreated(tx: Tx, submissionKey: string): Promise<SavedContract | null> {
  const entry = await tx.ledgerEntry.findUnique({ where: { idempotencyKey: purchaseKey(submissionKey) }, select: { contract: { select: { reference: true } } } });
  return entry?.contract ?? null;
}
