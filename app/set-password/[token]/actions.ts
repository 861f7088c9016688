"use server";

import { redirect } from "next/navigation";
import type { z } from "zod";
import { definePublicAction } from "@/lib/actions/define-action";
import type { ActionResult } from "@/lib/actions/result";
import type { PublicContext } from "@/lib/auth/context";
import { setPasswordWithLink, type PasswordOwner } from "@/lib/accounts/commands/set-password";
import { setPasswordSchema } from "@/lib/auth/schema";
import { refuse } from "@/lib/result";

const setPassword = definePublicAction({ name: "auth.set-password", input: setPasswordSchema, run: setPasswordTwiceTyped });

export async function setPasswordAction(previous: ActionResult<PasswordOwner>, form: FormData): Promise<ActionResult<PasswordOwner>> {
  const answer = await setPassword(previous, form);
  if (answer.status === "ok") redirect("/sign-in?set=1");
  return answer;
}

async function setPasswordTwiceTyped(ctx: PublicContext, { token, password, passwordAgain }: z.output<typeof setPasswordSchema>) {
  if (password !== passwordAgain) return refuse("PASSWORD_MISMATCH");
  return setPasswordWithLink(ctx, { token, password });
}
