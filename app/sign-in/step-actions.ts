"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { signOutHere } from "@/app/_notifications/sign-out-here";
import { clientAddress } from "@/lib/actions/client-address";
import { contextOf } from "@/lib/actions/context";
import { definePublicAction } from "@/lib/actions/define-action";
import type { ActionResult } from "@/lib/actions/result";
import { nothingSchema } from "@/lib/actions/text";
import type { PublicContext } from "@/lib/auth/context";
import { safeNextPath } from "@/lib/auth/next-path";
import { findCurrentSession } from "@/lib/auth/session";
import { refuse } from "@/lib/result";
import { beginFactor, proveFactor } from "@/lib/security/commands/set-up-factor";
import { giveCode, givePassword } from "@/lib/security/commands/use-factor";
import { codeStepSchema, passwordStepSchema, setUpStepSchema, type PasswordStepInput } from "@/lib/security/schema";

/** The code that ends signing in, and the one that is asked for again. */
const code = definePublicAction({ name: "auth.give-code", input: codeStepSchema, run: giveOwnCode });
const password = definePublicAction({ name: "auth.give-password", input: passwordStepSchema, run: giveOwnPassword });

export async function giveCodeAction(previous: ActionResult, form: FormData): Promise<ActionResult> {
  return goOn(await code(previous, form), form);
}

export async function givePasswordAction(previous: ActionResult, form: FormData): Promise<ActionResult> {
  return goOn(await password(previous, form), form);
}

export const beginSetUpAction = definePublicAction({ name: "auth.begin-factor", input: nothingSchema, run: beginOwnFactor, onDone: () => revalidatePath("/sign-in/second-factor") });

/** Nothing is read anew: the recovery codes stay on the page. */
export const proveSetUpAction = definePublicAction({ name: "auth.prove-factor", input: setUpStepSchema, run: proveOwnFactor });

/** With another account, from the beginning. */
export async function signOutAction(): Promise<void> {
  await signOutHere();
  redirect("/sign-in");
}

/** Without an address to go on to, the page says that it is done: one came from another tab. */
function goOn(answer: ActionResult, form: FormData): ActionResult {
  const next = String(form.get("next") ?? "");
  if (answer.status === "ok" && next !== "") redirect(safeNextPath(next));
  return answer;
}

async function giveOwnCode(_ctx: PublicContext, { code: typed }: z.output<typeof codeStepSchema>) {
  const session = await findCurrentSession();
  if (!session || session.stage === "set-up") return refuse("SIGNED_OUT");
  return giveCode(contextOf(session.person), { code: typed, sessionId: session.id });
}

async function giveOwnPassword(_ctx: PublicContext, { password: typed }: PasswordStepInput) {
  const session = await findCurrentSession();
  if (session?.stage !== "open") return refuse("SIGNED_OUT");
  return givePassword(contextOf(session.person), { password: typed, sessionId: session.id, address: await clientAddress() });
}

async function beginOwnFactor() {
  const session = await findCurrentSession();
  return session?.stage === "set-up" ? beginFactor(contextOf(session.person)) : refuse("SIGNED_OUT");
}

async function proveOwnFactor(_ctx: PublicContext, { code: typed }: z.output<typeof setUpStepSchema>) {
  const session = await findCurrentSession();
  return session?.stage === "set-up" ? proveFactor(contextOf(session.person), { code: typed, sessionId: session.id }) : refuse("SIGNED_OUT");
}
