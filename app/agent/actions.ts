"use server";

import { redirect } from "next/navigation";
import { forgetPushHere } from "@/app/_notifications/forget-push";
import { signOut } from "@/lib/auth/session";

export async function signOutAction(): Promise<void> {
  await forgetPushHere();
  await signOut();
  redirect("/sign-in");
}
