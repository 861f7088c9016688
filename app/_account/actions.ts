"use server";

import { redirect } from "next/navigation";
import { clientAddress } from "@/lib/actions/client-address";
import { defineAction, definePublicAction } from "@/lib/actions/define-action";
import { joinByInvitation } from "@/lib/accounts/commands/accept-invitation";
import { renewLink } from "@/lib/accounts/commands/ask-for-link";
import { joinByInvitationSchema, renewLinkSchema } from "@/lib/accounts/schema";

export const renewLinkAction = definePublicAction({ name: "accounts.renew-link", input: renewLinkSchema, run: async (ctx, { token }) => renewLink(ctx, { token, network: await clientAddress() }) });

export const joinByInvitationAction = defineAction({ name: "accounts.join-by-invitation", actor: "person", input: joinByInvitationSchema, run: joinByInvitation, onDone: () => redirect("/portal/organization") });
