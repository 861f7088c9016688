import "server-only";
import type { CustomerActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { acceptWhatIsDue, type DueDetails } from "@/lib/policies/acceptances";
import type { AcceptPoliciesInput } from "@/lib/policies/schema";
import type { Result } from "@/lib/result";

/** A customer's word on what is in force, by itself; with a ticket it is given in the ticket's transaction. */
export async function acceptPolicies(ctx: Context<CustomerActor> & { browser?: string }, { accepted }: AcceptPoliciesInput): Promise<Result<{ count: number }, "POLICIES_NOT_ACCEPTED", DueDetails>> {
  return ctx.db.$transaction((tx) => acceptWhatIsDue({ tx, actor: ctx.actor, now: ctx.now }, { accepted, browser: ctx.browser ?? "" }));
}
