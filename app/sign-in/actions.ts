"use server";

import { redirect } from "next/navigation";
import { definePublicAction } from "@/lib/actions/define-action";
import type { ActionResult } from "@/lib/actions/result";
import { safeNextPath } from "@/lib/auth/next-path";
import { signInSchema } from "@/lib/auth/schema";
import { signInWithPassword } from "@/lib/auth/session";

const signIn = definePublicAction({
  name: "auth.sign-in",
  input: signInSchema,
  run: (_ctx, { email, password }) => signInWithPassword({ email, password }),
});

export async function signInAction(previous: ActionResult<null>, form: FormData): Promise<ActionResult<null>> {
  const answer = await signIn(previous, form);
  if (answer.status === "ok") redirect(safeNextPath(String(form.get("next"))));
  return answer;
}
