"use server";

import { redirect } from "next/navigation";
import { definePublicAction } from "@/lib/actions/define-action";
import { acceptInvitation } from "@/lib/accounts/commands/accept-invitation";
import { acceptInvitationSchema, type AcceptInvitationInput } from "@/lib/accounts/schema";
import type { PublicContext } from "@/lib/auth/context";
import { HOME_PATH } from "@/lib/auth/next-path";
import { signInWithPassword } from "@/lib/auth/session";
import { refuse } from "@/lib/result";

export const acceptInvitationAction = definePublicAction({
  name: "accounts.accept-invitation",
  input: acceptInvitationSchema,
  run: acceptTwiceTyped,
  async onDone({ email }, { password }) {
    const entered = await signInWithPassword({ email, password });
    redirect(entered.ok ? HOME_PATH : "/sign-in");
  },
});

async function acceptTwiceTyped(ctx: PublicContext, { token, name, password, passwordAgain }: AcceptInvitationInput) {
  if (password !== passwordAgain) return refuse("PASSWORD_MISMATCH");
  return acceptInvitation(ctx, { token, name, password });
}
