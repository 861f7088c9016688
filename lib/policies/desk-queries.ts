import "server-only";
import type { CustomerActor, StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Prisma } from "@/lib/db/generated/client";
import { toDay } from "@/lib/time/days";
import { toInstant } from "@/lib/time/instants";
import { deskDay } from "./desk-day";
import { inTheirOrder } from "./in-force";
import type { AcceptanceLine, OwnAcceptance, PolicyDeskLine, PolicyDeskView, PolicyText } from "./types";
import { visibleAcceptances, visiblePolicyDesk } from "./visibility";

const lineColumns = {
  id: true,
  slug: true,
  requiresAcceptance: true,
  archivedAt: true,
  versions: { orderBy: { number: "desc" }, select: { number: true, title: true, effectiveOn: true, publishedAt: true } },
} as const satisfies Prisma.PolicyPageSelect;

/** Every document, put away or not, in the order in which the public sees them. */
export async function listPolicyDesk({ db, actor, now }: Context<StaffActor>): Promise<PolicyDeskLine[]> {
  const rows = await db.policyPage.findMany({ where: visiblePolicyDesk(actor), orderBy: [{ position: "asc" }, { slug: "asc" }], select: lineColumns });
  return rows.map((row) => lineOf(row, deskDay(now)));
}

export async function findPolicyDesk({ db, actor, now }: Context<StaffActor>, policyId: string): Promise<PolicyDeskView | null> {
  const row = await db.policyPage.findFirst({
    where: { ...visiblePolicyDesk(actor), AND: { id: policyId } },
    select: {
      ...lineColumns,
      versions: {
        orderBy: { number: "desc" },
        select: {
          number: true, revision: true, title: true, summary: true, body: true, effectiveOn: true, publishedAt: true, changeNote: true, isMaterial: true,
          publisher: { select: { name: true } }, _count: { select: { acceptances: true } },
        },
      },
    },
  });
  if (!row) return null;
  const day = deskDay(now);
  const draft = row.versions.find(({ publishedAt }) => publishedAt === null);
  const published = row.versions.flatMap(({ effectiveOn, publishedAt, publisher, _count, ...each }) =>
    effectiveOn && publishedAt ? [{ ...each, effectiveOn: toDay(effectiveOn).toString(), publishedAt: toInstant(publishedAt), publishedBy: publisher?.name ?? null, acceptances: _count.acceptances }] : [],
  );
  const versions = inTheirOrder(published, day);
  return {
    ...lineOf(row, day),
    draft: draft ? { number: draft.number, revision: draft.revision, ...textOf(draft) } : null,
    versions: versions.map(({ number, title, effectiveOn, until, changeNote, isMaterial, state, publishedBy, publishedAt, acceptances }) => ({ number, title, effectiveOn, until, changeNote, isMaterial, state, publishedBy, publishedAt, acceptances })),
    newest: versions[0] ? textOf(versions[0]) : null,
  };
}

/** The text of a version, draft or not. */
export async function findPolicyText({ db, actor }: Context<StaffActor>, { policyId, number }: { policyId: string; number: number }): Promise<PolicyText | null> {
  return db.policyVersion.findFirst({ where: { policy: visiblePolicyDesk(actor), AND: { policyId, number } }, select: { title: true, summary: true, body: true } });
}

/** Who accepted a version, first ones first. `limit`: all of them for a table that is downloaded. */
export async function listAcceptances({ db, actor }: Context<StaffActor>, { policyId, number, limit }: { policyId: string; number: number; limit?: number }): Promise<AcceptanceLine[]> {
  const rows = await db.policyAcceptance.findMany({
    where: { ...visibleAcceptances(actor), version: { policy: visiblePolicyDesk(actor), AND: { policyId, number } } },
    orderBy: [{ acceptedAt: "asc" }, { userId: "asc" }],
    ...(limit === undefined ? {} : { take: limit }),
    select: { acceptedAt: true, sha256: true, browser: true, user: { select: { name: true, email: true, organization: { select: { name: true } } } } },
  });
  return rows.map(({ user, acceptedAt, ...row }) => ({ ...row, name: user.name, email: user.email, organization: user.organization?.name ?? null, acceptedAt: toInstant(acceptedAt) }));
}

/** What a customer accepted and when, newest first. */
export async function listOwnAcceptances({ db, actor }: Context<CustomerActor>): Promise<OwnAcceptance[]> {
  const rows = await db.policyAcceptance.findMany({
    where: { ...visibleAcceptances(actor), AND: { userId: actor.userId } },
    orderBy: [{ acceptedAt: "desc" }, { versionId: "asc" }],
    select: { acceptedAt: true, sha256: true, version: { select: { number: true, title: true, effectiveOn: true, policy: { select: { slug: true } } } } },
  });
  return rows.flatMap(({ acceptedAt, sha256, version: { number, title, effectiveOn, policy } }) =>
    effectiveOn ? [{ slug: policy.slug, title, number, effectiveOn: toDay(effectiveOn).toString(), sha256, acceptedAt: toInstant(acceptedAt) }] : [],
  );
}

type LineRow = { id: string; slug: string; requiresAcceptance: boolean; archivedAt: Date | null; versions: { title: string; effectiveOn: Date | null; publishedAt: Date | null }[] };

function lineOf({ id, slug, requiresAcceptance, archivedAt, versions }: LineRow, day: string): PolicyDeskLine {
  const dated = inTheirOrder(versions.flatMap(({ title, effectiveOn, publishedAt }) => (effectiveOn && publishedAt ? [{ title, effectiveOn: toDay(effectiveOn).toString() }] : [])), day);
  const current = dated.find(({ state }) => state === "in-force");
  const coming = dated.findLast(({ state }) => state === "announced");
  return {
    id,
    slug,
    title: (current ?? coming ?? versions[0])?.title ?? slug,
    requiresAcceptance,
    isArchived: archivedAt !== null,
    inForceSince: current?.effectiveOn ?? null,
    announcedOn: coming?.effectiveOn ?? null,
    hasDraft: versions.some(({ publishedAt }) => publishedAt === null),
  };
}

function textOf({ title, summary, body }: PolicyText): PolicyText {
  return { title, summary, body };
}
