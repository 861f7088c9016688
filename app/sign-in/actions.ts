"use server";

import { redirect } from "next/navigation";
import { definePublicAction } from "@/lib/actions/define-public-action";
import type { ActionResult } from "@/lib/actions/result";
import { safeNextPath } from "@/lib/auth/next-path";
import { signInSchema } from "@/lib/auth/schema";
import { signInWithPassword } from "@/lib/auth/session";

const signIn = definePublicAction({
  name: "auth.sign-in",
  input: signInSchema,
  run: (_ctx, { email, password }) => signInWithPassword({ email, password }),
  then: (_data, { next }) => redirect(safeNextPath(next)),
});

export async function signInAction(previous: ActionResult<null>, form: FormData): Promise<ActionResult<null>> {
  return signIn(previous, form);
}
