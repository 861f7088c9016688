import "server-only";
import { hashOfToken } from "@/lib/accounts/links";
import { mayAskForMail } from "@/lib/accounts/limits";
import { requestLink, type LinkRequest } from "@/lib/accounts/link-requests";
import type { PublicContext } from "@/lib/auth/context";
import { ok, refuse, type Result } from "@/lib/result";

type Answer = Result<null, "TOO_MANY_TRIES">;

/**
 * Somebody forgot the password of this address. What is done here is the same whether the address is anybody's or not, and so are its
 * answer and its time: a job looks, and writes the mail.
 * @param network the address that the request came from
 */
export function askPasswordLink(ctx: PublicContext, { email, network }: { email: string; network: string }): Promise<Answer> {
  return ask(ctx, { address: email, network, request: { kind: "password", email } });
}

/** Another link in place of one that does not work any more, to the address that that one went to. Whatever the token, the answer is the same. */
export function renewLink(ctx: PublicContext, { token, network }: { token: string; network: string }): Promise<Answer> {
  const tokenHash = hashOfToken(token);
  return ask(ctx, { address: tokenHash, network, request: { kind: "renewal", tokenHash } });
}

async function ask({ db }: PublicContext, { address, network, request }: { address: string; network: string; request: LinkRequest }): Promise<Answer> {
  if (!(await mayAskForMail(db, { address, network }))) return refuse("TOO_MANY_TRIES");
  await db.$transaction((tx) => requestLink(tx, request));
  return ok(null);
}
