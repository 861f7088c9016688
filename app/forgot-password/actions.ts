"use server";

import { redirect } from "next/navigation";
import { clientAddress } from "@/lib/actions/client-address";
import { definePublicAction } from "@/lib/actions/define-action";
import { askPasswordLink } from "@/lib/accounts/commands/ask-for-link";
import { askPasswordLinkSchema } from "@/lib/accounts/schema";

export const askPasswordLinkAction = definePublicAction({
  name: "accounts.ask-password-link",
  input: askPasswordLinkSchema,
  run: async (ctx, { email }) => askPasswordLink(ctx, { email, network: await clientAddress() }),
  onDone: () => redirect("/forgot-password?sent=1"),
});
