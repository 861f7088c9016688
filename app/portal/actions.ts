"use server";

import { redirect } from "next/navigation";
import { signOutHere } from "@/app/_notifications/sign-out-here";

export async function signOutAction(): Promise<void> {
  await signOutHere();
  redirect("/sign-in?out=1");
}
