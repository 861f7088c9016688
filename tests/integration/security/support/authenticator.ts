import type { PersonActor } from "@/lib/auth/actor";
import { beginFactor, proveFactor } from "@/lib/security/commands/set-up-factor";
import { findFactorSetUp } from "@/lib/security/queries";
import { codeAt } from "@/tests/support/authenticator";
import { testDb } from "@/tests/support/db";
import { signedIn } from "@/tests/support/sessions";

/** Gives somebody a second factor, proved at `now`. @returns its secret, the recovery codes and the session that it was set up from */
export async function withFactor(person: PersonActor, now: Temporal.Instant): Promise<{ secret: string; codes: string[]; sessionId: string }> {
  const ctx = { db: testDb(), actor: person, now };
  const sessionId = await signedIn(person, { now });
  const begun = await beginFactor(ctx);
  const setUp = await findFactorSetUp(ctx, { issuer: "Mesa" });
  if (!begun.ok || !setUp) throw new Error("a second factor was begun already");
  const proved = await proveFactor(ctx, { code: codeAt(setUp.secret, now), sessionId });
  if (!proved.ok) throw new Error(proved.code);
  return { secret: setUp.secret, codes: proved.data.codes, sessionId };
}
