"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { invite, resendInvitation, withdrawInvitation } from "@/lib/accounts/commands/invite";
import { invitationSchema, inviteSchema } from "@/lib/accounts/schema";
import { CUSTOMERS, hrefOfInvitations } from "../../_data/addresses";

export const inviteAction = defineAction({ name: "accounts.invite", actor: "staff", input: inviteSchema, run: invite, onDone: ({ slug }) => backTo(slug, "sent") });
export const resendInvitationAction = defineAction({ name: "accounts.resend-invitation", actor: "staff", input: invitationSchema, run: resendInvitation, onDone: ({ slug }) => backTo(slug, "resent") });
export const withdrawInvitationAction = defineAction({ name: "accounts.withdraw-invitation", actor: "staff", input: invitationSchema, run: withdrawInvitation, onDone: ({ slug }) => backTo(slug, "withdrawn") });

function backTo(slug: string, done: string): never {
  revalidatePath(CUSTOMERS, "layout");
  redirect(hrefOfInvitations(slug, done));
}
