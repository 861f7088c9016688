import "server-only";
import { canDecideSignUps } from "@/lib/accounts/policy";
import type { Actor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { shownName, shownNameSelect } from "@/lib/auth/shown-name";
import { toDate } from "@/lib/time/instants";

const PAGE = 100;

export type WaitingSignUp = { id: string; name: string; email: string; confirmedAt: string; /** Came through the identity provider, which verified the address. */ isFromProvider: boolean; /** Organizations whose invitation waits for this address. */ invitedTo: string[] };

/** Who waits for an account, whoever waits longest first; to whoever may not decide, nobody does. */
export async function listWaitingSignUps({ db, actor, now }: Context<Actor>): Promise<WaitingSignUp[]> {
  if (!canDecideSignUps(actor)) return [];
  const rows = await db.signUp.findMany({ where: { state: "waiting" }, orderBy: [{ confirmedAt: "asc" }, { id: "asc" }], take: PAGE, select: { id: true, name: true, email: true, confirmedAt: true, subject: true } });
  const invitations = await db.invitation.findMany({ where: { email: { in: rows.map(({ email }) => email) }, state: "open", expiresAt: { gt: toDate(now) } }, orderBy: { sentAt: "asc" }, select: { email: true, organization: { select: { name: true } } } });
  return rows.flatMap(({ confirmedAt, subject, ...row }): WaitingSignUp[] => {
    if (!confirmedAt) return [];
    const invitedTo = invitations.filter(({ email }) => email === row.email).map(({ organization }) => organization.name);
    return [{ ...row, confirmedAt: confirmedAt.toISOString(), isFromProvider: subject !== null, invitedTo }];
  });
}

export type DecidedSignUp = { id: string; name: string; email: string; isApproved: boolean; decidedAt: string; decidedByName: string | null; reason: string; organization: { slug: string; name: string } | null };

/** What was decided last, by whom or by the domain. */
export async function listDecidedSignUps({ db, actor }: Context<Actor>): Promise<DecidedSignUp[]> {
  if (!canDecideSignUps(actor)) return [];
  const rows = await db.signUp.findMany({
    where: { state: { in: ["approved", "refused"] } },
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
    take: 30,
    select: { id: true, name: true, email: true, state: true, decidedAt: true, reason: true, decidedBy: { select: shownNameSelect }, user: { select: { organization: { select: { slug: true, name: true } } } } },
  });
  return rows.flatMap(({ state, decidedAt, decidedBy, user, ...row }) => (decidedAt ? [{ ...row, isApproved: state === "approved", decidedAt: decidedAt.toISOString(), decidedByName: decidedBy && shownName(decidedBy), organization: user?.organization ?? null }] : []));
}

export function countWaitingSignUps({ db, actor }: Context<Actor>): Promise<number> {
  return canDecideSignUps(actor) ? db.signUp.count({ where: { state: "waiting" } }) : Promise.resolve(0);
}
