"use server";

import { redirect } from "next/navigation";
import { clientAddress } from "@/lib/actions/client-address";
import { definePublicAction } from "@/lib/actions/define-action";
import { confirmSignUp, signUp } from "@/lib/accounts/commands/sign-up";
import { confirmSignUpSchema, signUpSchema } from "@/lib/accounts/schema";
import { HOME_PATH } from "@/lib/auth/next-path";
import { signInWithPassword } from "@/lib/auth/session";

export const signUpAction = definePublicAction({
  name: "accounts.sign-up",
  input: signUpSchema,
  run: async (ctx, input) => signUp(ctx, { ...input, network: await clientAddress() }),
  onDone: () => redirect("/sign-up?sent=1"),
});

export const confirmSignUpAction = definePublicAction({
  name: "accounts.confirm-sign-up",
  input: confirmSignUpSchema,
  run: confirmSignUp,
  async onDone({ email, outcome }, { password }) {
    if (outcome === "waiting") redirect("/sign-up?waiting=1");
    const entered = await signInWithPassword({ email, password });
    redirect(entered.ok ? HOME_PATH : "/sign-in");
  },
});
