"use server";

import { redirect } from "next/navigation";
import { definePublicAction } from "@/lib/actions/define-action";
import { agreeToAddress, refuseAddress } from "@/lib/accounts/commands/agree-to-address";
import { addressLinkSchema } from "@/lib/accounts/schema";

export const agreeToAddressAction = definePublicAction({ name: "accounts.agree-to-address", input: addressLinkSchema, run: agreeToAddress, onDone: (_data, { token }) => showHowItStands(token) });
export const refuseAddressAction = definePublicAction({ name: "accounts.refuse-address", input: addressLinkSchema, run: refuseAddress, onDone: (_data, { token }) => showHowItStands(token) });

/** The page of the link says what became of it. */
function showHowItStands(token: string): never {
  redirect(`/change-address/${encodeURIComponent(token)}`);
}
