import "server-only";
import type { Actor, PersonActor } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db/generated/client";
import { canSeeInbound } from "@/lib/inbound/policy";
import { toDate } from "@/lib/time/instants";

const NONE = { id: { in: [] } } satisfies Prisma.InboundMailWhereInput;

/** What came in, for the desk: the administrators'. */
export function visibleInbound(actor: Actor): Prisma.InboundMailWhereInput {
  return canSeeInbound(actor) ? {} : NONE;
}

/** What this person wrote themselves and was answered, while its link is good. Whoever else has the link finds nothing. */
export function ownInbound(actor: PersonActor, now: Temporal.Instant): Prisma.InboundMailWhereInput {
  return { verdict: "answered", sender: actor.email.toLowerCase(), linkExpiresAt: { gt: toDate(now) } };
}
