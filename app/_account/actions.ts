"use server";

import { clientAddress } from "@/lib/actions/client-address";
import { definePublicAction } from "@/lib/actions/define-action";
import { renewLink } from "@/lib/accounts/commands/ask-for-link";
import { renewLinkSchema } from "@/lib/accounts/schema";

export const renewLinkAction = definePublicAction({ name: "accounts.renew-link", input: renewLinkSchema, run: async (ctx, { token }) => renewLink(ctx, { token, network: await clientAddress() }) });
