import "server-only";
import type { CustomerActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Db, Tx } from "@/lib/db/client";
import { ok, refuse, type Result } from "@/lib/result";
import { toDay } from "@/lib/time/days";
import { toDate } from "@/lib/time/instants";
import { deskDay } from "./desk-day";
import { isAccepted, versionInForce } from "./in-force";
import type { DuePolicy } from "./types";

type Asked = { tx: Db | Tx; actor: CustomerActor; now: Temporal.Instant };
type Due = DuePolicy & { sha256: string };

/** What a customer must accept before the next ticket, in the documents' order. */
export async function readDuePolicies({ tx, actor, now }: Asked): Promise<Due[]> {
  const pages = await tx.policyPage.findMany({
    where: { requiresAcceptance: true, archivedAt: null },
    orderBy: [{ position: "asc" }, { slug: "asc" }],
    select: {
      slug: true,
      versions: {
        where: { publishedAt: { not: null } },
        select: { id: true, title: true, effectiveOn: true, isMaterial: true, sha256: true, changeNote: true, acceptances: { where: { userId: actor.userId }, select: { versionId: true } } },
      },
    },
  });
  const day = deskDay(now);
  return pages.flatMap(({ slug, versions }): Due[] => {
    const dated = versions.flatMap(({ effectiveOn, sha256, ...each }) => (effectiveOn && sha256 ? [{ ...each, sha256, effectiveOn: toDay(effectiveOn).toString() }] : []));
    const current = versionInForce(dated, day);
    const accepted = new Set(dated.filter(({ acceptances }) => acceptances.length > 0).map(({ id }) => id));
    if (!current || isAccepted(dated, { accepted, day })) return [];
    const { id, title, effectiveOn, changeNote, sha256 } = current;
    return [{ versionId: id, slug, title, effectiveOn, changeNote, sha256, isAgain: accepted.size > 0 }];
  });
}

/** What the refusal says: everything a form needs to ask. */
export type DueDetails = { policies: DuePolicy[]; titles: string };

/**
 * Within the transaction of what needs it: writes down what is accepted, or refuses, before anything is written, when something is missing
 * or another version came into force meanwhile. Nothing is written twice.
 */
export async function acceptWhatIsDue({ tx, actor, now }: Asked & { tx: Tx }, { accepted, browser }: { accepted: readonly string[]; browser: string }): Promise<Result<{ count: number }, "POLICIES_NOT_ACCEPTED", DueDetails>> {
  const due = await readDuePolicies({ tx, actor, now });
  if (due.some(({ versionId }) => !accepted.includes(versionId))) return refuse("POLICIES_NOT_ACCEPTED", { policies: due.map(shown), titles: due.map(({ title }) => title).join(", ") });
  if (due.length > 0) {
    await tx.policyAcceptance.createMany({
      data: due.map(({ versionId, sha256 }) => ({ userId: actor.userId, versionId, sha256, acceptedAt: toDate(now), browser: browser.slice(0, 400) })),
      skipDuplicates: true,
    });
  }
  return ok({ count: due.length });
}

/** What is asked of the customer who is on the page. */
export async function dueOf({ db, actor, now }: Context<CustomerActor>): Promise<DuePolicy[]> {
  return (await readDuePolicies({ tx: db, actor, now })).map(shown);
}

/** The hash is the server's to keep; a form needs the rest. */
function shown({ versionId, slug, title, effectiveOn, changeNote, isAgain }: Due): DuePolicy {
  return { versionId, slug, title, effectiveOn, changeNote, isAgain };
}
