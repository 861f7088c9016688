"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { nothingSchema } from "@/lib/actions/text";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { findCurrentSession } from "@/lib/auth/session";
import { refuse } from "@/lib/result";
import { endOtherSessions, endOwnSession } from "@/lib/security/commands/end-sessions";
import { beginFactor, proveFactor } from "@/lib/security/commands/set-up-factor";
import { removeFactor, renewCodes } from "@/lib/security/commands/use-factor";
import { codeSchema, sessionSchema, type CodeInput } from "@/lib/security/schema";

const show = () => {
  revalidatePath("/portal/account/security");
  revalidatePath("/agent/account/security");
};

export const beginFactorAction = defineAction({ name: "security.begin-factor", actor: "person", input: nothingSchema, run: (ctx) => beginFactor(ctx), onDone: show });

/** Whichever of both the code is for, the answer is the recovery codes; nothing is read anew, so that they stay on the page. */
export const recoveryCodesAction = defineAction({ name: "security.recovery-codes", actor: "person", input: codeSchema, run: codesFor });

export const removeFactorAction = defineAction({ name: "security.remove-factor", actor: "person", input: codeSchema, run: removeFactor, onDone: show });

export const endSessionAction = defineAction({ name: "security.end-session", actor: "person", input: sessionSchema, run: endOwnSession, onDone: show });

export const endOthersAction = defineAction({ name: "security.end-others", actor: "person", input: nothingSchema, run: endOthers, onDone: show });

async function codesFor(ctx: Context<PersonActor>, { code }: CodeInput) {
  const session = await findCurrentSession();
  if (!session) return refuse("SIGNED_OUT");
  return session.hasFactor ? renewCodes(ctx, { code }) : proveFactor(ctx, { code, sessionId: session.id });
}

async function endOthers(ctx: Context<PersonActor>) {
  const session = await findCurrentSession();
  return session ? endOtherSessions(ctx, { currentId: session.id }) : refuse("SIGNED_OUT");
}
