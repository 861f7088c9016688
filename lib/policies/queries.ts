import "server-only";
import type { PublicContext } from "@/lib/auth/context";
import type { Prisma } from "@/lib/db/generated/client";
import { toDay } from "@/lib/time/days";
import { toInstant } from "@/lib/time/instants";
import { deskDay } from "./desk-day";
import { inTheirOrder, versionInForce } from "./in-force";
import type { PolicyLink, PolicyVersionLine, PolicyView } from "./types";

const published = { publishedAt: { not: null } } as const satisfies Prisma.PolicyVersionWhereInput;
const inOrder = [{ position: "asc" }, { slug: "asc" }] as const satisfies Prisma.PolicyPageOrderByWithRelationInput[];

/** The documents in force, in their order. */
export async function listPolicies(ctx: PublicContext): Promise<(PolicyLink & { publishedAt: Temporal.Instant })[]> {
  const rows = await ctx.db.policyPage.findMany({
    where: { archivedAt: null },
    orderBy: [...inOrder],
    select: { slug: true, versions: { where: published, select: { title: true, summary: true, effectiveOn: true, publishedAt: true } } },
  });
  return rows.flatMap(({ slug, versions }) => {
    const current = versionInForce(versions.map(datedOf), deskDay(ctx.now));
    return current ? [{ slug, title: current.title, summary: current.summary, publishedAt: current.publishedAt }] : [];
  });
}

/** What a document says today; null for one that is put away or whose first day has not come. */
export async function findPolicy(ctx: PublicContext, slug: string): Promise<(PolicyView & { versions: PolicyVersionLine[] }) | null> {
  const found = await findVersions(ctx, slug);
  if (!found || found.isArchived) return null;
  const current = versionInForce(found.versions, deskDay(ctx.now));
  return current && { ...current, versions: linesOf(found.versions, ctx) };
}

/** Every published version of a document, newest first; of one that was put away too. */
export async function listPolicyVersions(ctx: PublicContext, slug: string): Promise<PolicyVersionLine[] | null> {
  const found = await findVersions(ctx, slug);
  return found && found.versions.length > 0 ? linesOf(found.versions, ctx) : null;
}

/** What held or will hold on a day, the version before it, and its place in the history. */
export async function findPolicyOn(ctx: PublicContext, { slug, day }: { slug: string; day: string }): Promise<{ view: PolicyView; before: PolicyView | null; line: PolicyVersionLine } | null> {
  const found = await findVersions(ctx, slug);
  const view = found && versionInForce(found.versions, day);
  if (!found || !view) return null;
  const line = linesOf(found.versions, ctx).find(({ number }) => number === view.number);
  const before = versionInForce(found.versions.filter(({ effectiveOn }) => effectiveOn < view.effectiveOn), day);
  return line ? { view, before, line } : null;
}

async function findVersions({ db }: PublicContext, slug: string): Promise<{ isArchived: boolean; versions: (PolicyView & { isMaterial: boolean })[] } | null> {
  const row = await db.policyPage.findUnique({
    where: { slug },
    select: {
      archivedAt: true,
      versions: { where: published, select: { number: true, title: true, summary: true, body: true, effectiveOn: true, publishedAt: true, changeNote: true, isMaterial: true } },
    },
  });
  return row && { isArchived: row.archivedAt !== null, versions: row.versions.map((each) => ({ slug, ...datedOf(each) })) };
}

function linesOf(versions: readonly (PolicyView & { isMaterial: boolean })[], { now }: PublicContext): PolicyVersionLine[] {
  return inTheirOrder(versions, deskDay(now)).map(({ number, title, effectiveOn, until, changeNote, isMaterial, state }) => ({ number, title, effectiveOn, until, changeNote, isMaterial, state }));
}

/** Published ones have both days: the database sees to it. */
function datedOf<V extends { effectiveOn: Date | null; publishedAt: Date | null }>(row: V): Omit<V, "effectiveOn" | "publishedAt"> & { effectiveOn: string; publishedAt: Temporal.Instant } {
  if (!row.effectiveOn || !row.publishedAt) throw new Error("A published version has no day.");
  return { ...row, effectiveOn: toDay(row.effectiveOn).toString(), publishedAt: toInstant(row.publishedAt) };
}
