import { notFound, redirect } from "next/navigation";
import { safeNextPath } from "@/lib/auth/next-path";
import { configuredProvider } from "@/lib/auth/provider";
import { beginProviderSignIn } from "@/lib/auth/session";

/** To the identity provider, and back to where one was going; a link, so that it needs no script. */
export async function GET(request: Request): Promise<never> {
  if (!configuredProvider()) notFound();
  const next = safeNextPath(new URL(request.url).searchParams.get("next"));
  redirect((await beginProviderSignIn(next)) ?? "/sign-in?error=PROVIDER_FAILED");
}
