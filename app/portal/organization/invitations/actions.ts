"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { invite, resendInvitation, withdrawInvitation } from "@/lib/accounts/commands/invite";
import { invitationSchema, inviteSchema } from "@/lib/accounts/schema";

const ADDRESS = "/portal/organization/invitations";

export const inviteAction = defineAction({ name: "accounts.invite-colleague", actor: "customer", input: inviteSchema, run: invite, onDone: () => back("sent") });
export const resendInvitationAction = defineAction({ name: "accounts.resend-own-invitation", actor: "customer", input: invitationSchema, run: resendInvitation, onDone: () => back("resent") });
export const withdrawInvitationAction = defineAction({ name: "accounts.withdraw-own-invitation", actor: "customer", input: invitationSchema, run: withdrawInvitation, onDone: () => back("withdrawn") });

function back(done: string): never {
  revalidatePath(ADDRESS);
  redirect(`${ADDRESS}?done=${done}`);
}
