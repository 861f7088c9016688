"use server";

import { revalidatePath } from "next/cache";
import { clientAddress } from "@/lib/actions/client-address";
import { defineAction } from "@/lib/actions/define-action";
import { nothingSchema } from "@/lib/actions/text";
import { askAddressChange, withdrawAddressChange } from "@/lib/accounts/commands/ask-address-change";
import { askPasswordLink } from "@/lib/accounts/commands/ask-for-link";
import { changeOwnName, changeOwnPassword } from "@/lib/accounts/commands/change-own";
import { askAddressChangeSchema, changeNameSchema, changePasswordSchema, type ChangePasswordInput } from "@/lib/accounts/schema";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { findCurrentSession } from "@/lib/auth/session";
import { refuse } from "@/lib/result";

export const changeNameAction = defineAction({
  name: "accounts.change-name",
  actor: "person",
  input: changeNameSchema,
  run: changeOwnName,
  // It stands in the header of every page.
  onDone() {
    revalidatePath("/portal", "layout");
    revalidatePath("/agent", "layout");
  },
});

export const changePasswordAction = defineAction({ name: "accounts.change-password", actor: "person", input: changePasswordSchema, run: changePasswordTwiceTyped, onDone: show });

/** Whoever signs in through a provider alone may have a password too, by the link that everybody gets who has none at hand. */
export const askOwnPasswordAction = defineAction({
  name: "accounts.ask-own-password",
  actor: "person",
  input: nothingSchema,
  run: async (ctx) => askPasswordLink(ctx, { email: ctx.actor.email, network: await clientAddress() }),
});

export const askAddressChangeAction = defineAction({
  name: "accounts.ask-address-change",
  actor: "person",
  input: askAddressChangeSchema,
  run: async (ctx, { email }) => askAddressChange(ctx, { email, sessionId: (await findCurrentSession())?.id ?? null }),
  onDone: show,
});

export const withdrawAddressChangeAction = defineAction({ name: "accounts.withdraw-address-change", actor: "person", input: nothingSchema, run: (ctx) => withdrawAddressChange(ctx), onDone: show });

async function changePasswordTwiceTyped(ctx: Context<PersonActor>, { currentPassword, password, passwordAgain }: ChangePasswordInput) {
  if (password !== passwordAgain) return refuse("PASSWORD_MISMATCH");
  const session = await findCurrentSession();
  if (!session) return refuse("SIGNED_OUT");
  return changeOwnPassword(ctx, { currentPassword, password, sessionId: session.id, network: await clientAddress() });
}

function show(): void {
  revalidatePath("/portal/account");
  revalidatePath("/agent/account");
}
