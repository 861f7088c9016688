import "server-only";
import type { Actor, PersonActor } from "@/lib/auth/actor";
import { actorUserId } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { changesBetween } from "@/lib/customers/events";
import type { FiscalData } from "@/lib/customers/fiscal-data";
import { canEditFiscal, type FiscalOwner } from "@/lib/customers/policy";
import { lockOrganization, recordCustomerEvent } from "@/lib/customers/record";
import type { SaveFiscalInput } from "@/lib/customers/schema";
import { visibleFiscalProfiles } from "@/lib/customers/visibility";
import type { Db, Tx } from "@/lib/db/client";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate, toInstant } from "@/lib/time/instants";

export type FiscalProfileView = FiscalData & { updatedAt: string; updatedByName: string | null };

const fiscalColumns = { rfc: true, legalName: true, taxRegime: true, postalCode: true, cfdiUse: true } as const;

/** Whose fiscal data a ticket is invoiced with: the organization's, or the requester's own where there is none. */
export function fiscalOwnerOf(about: { organizationId: string | null; userId: string }): FiscalOwner {
  return about.organizationId === null ? { userId: about.userId } : { organizationId: about.organizationId };
}

/** As far as the actor may see them: a member of an organization does not. */
export async function findFiscalProfileFor({ db, actor }: Context<PersonActor>, owner: FiscalOwner): Promise<FiscalProfileView | null> {
  const row = await db.fiscalProfile.findFirst({ where: { AND: [visibleFiscalProfiles(actor), owner] }, select: { ...fiscalColumns, updatedAt: true, updatedBy: { select: { name: true } } } });
  if (!row) return null;
  const { updatedAt, updatedBy, ...data } = row;
  return { ...data, updatedAt: toInstant(updatedAt).toString(), updatedByName: updatedBy?.name ?? null };
}

/** The same without asking who wants to know: for the commands of other domains, which have asked already (who authorises a charge completes its fiscal data). */
export function readFiscalData(db: Db | Tx, owner: FiscalOwner): Promise<FiscalData | null> {
  return db.fiscalProfile.findFirst({ where: owner, select: fiscalColumns });
}

type Answer = Result<{ ownerId: string }, "FORBIDDEN" | "ORGANIZATION_NOT_FOUND">;

/** Saves those of an organization (`organizationId`), or without it those of the actor. */
export async function saveFiscalProfile({ db, actor, now }: Context<PersonActor>, { organizationId, ...data }: SaveFiscalInput): Promise<Answer> {
  const owner: FiscalOwner = organizationId ? { organizationId } : { userId: actor.userId };
  if (!canEditFiscal(actor, owner) || (!organizationId && actor.kind !== "customer")) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<Answer> => {
    if (organizationId && !(await lockOrganization(tx, organizationId))) return refuse("ORGANIZATION_NOT_FOUND");
    await writeFiscalProfile(tx, { owner, data, actor, at: now });
    return ok({ ownerId: organizationId ?? actor.userId });
  });
}

/** Within a transaction of whoever has decided that the actor may. What changes nothing writes nothing. */
export async function writeFiscalProfile(tx: Tx, { owner, data, actor, at }: { owner: FiscalOwner; data: FiscalData; actor: Actor; at: Temporal.Instant }): Promise<void> {
  const before = await readFiscalData(tx, owner);
  const { rfc, legalName, taxRegime, postalCode, cfdiUse } = data;
  const after = { rfc, legalName, taxRegime, postalCode, cfdiUse };
  const changes = changesBetween<FiscalData>(before, after);
  if (Object.keys(changes).length === 0) return;
  const stamp = { updatedAt: toDate(at), updatedById: actorUserId(actor) };
  const where = "organizationId" in owner ? { organizationId: owner.organizationId } : { userId: owner.userId };
  await tx.fiscalProfile.upsert({ where, create: { ...owner, ...after, ...stamp }, update: { ...after, ...stamp } });
  await recordCustomerEvent(tx, { ...owner, type: "fiscal.saved", data: { changes }, actor, at });
}
