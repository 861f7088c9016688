import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { env } from "@/lib/env";

/**
 * What stands in the links of a mail to turn such mails off: the mail's id, signed. It lets whoever has the mail do that and nothing
 * else, works as long as the mail is kept, and is the same at every try.
 */
export function unsubscribeToken(mailId: string): string {
  return `${mailId}.${signatureOf(mailId, env().APP_SECRET)}`;
}

/** @returns the mail's id, or null when the desk signed nothing of the kind, with its secret of now or one of before */
export function readUnsubscribeToken(token: string): string | null {
  const [id = "", signature = "", ...rest] = token.split(".");
  if (rest.length > 0 || !z.uuid().safeParse(id).success) return null;
  const given = Buffer.from(signature);
  const { APP_SECRET, APP_SECRET_PREVIOUS } = env();
  const isOurs = [APP_SECRET, ...APP_SECRET_PREVIOUS].some((secret) => {
    const ours = Buffer.from(signatureOf(id, secret));
    return ours.length === given.length && timingSafeEqual(ours, given);
  });
  return isOurs ? id : null;
}

function signatureOf(mailId: string, secret: string): string {
  return createHmac("sha256", secret).update(`mesa unsubscribe ${mailId}`).digest("base64url");
}
