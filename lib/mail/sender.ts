import "server-only";
import { env } from "@/lib/env";
import { readMailServer } from "@/lib/mail/server-address";

/** Who writes the desk's mail: MAIL_FROM, or nobody in particular at the desk's own host. */
export function mailSender(): { name: string; address: string } {
  const { MAIL_FROM, APP_URL } = env();
  return MAIL_FROM ?? { name: "", address: `no-responder@${new URL(APP_URL).hostname}` };
}

/** Which way messages go, for people to read; null where there is no server. Never the password. */
export function mailRoute(): { host: string; from: string } | null {
  const { SMTP_URL } = env();
  return SMTP_URL ? { host: readMailServer(SMTP_URL).host, from: mailSender().address } : null;
}
