import { expect } from "@playwright/test";
import { queryDatabase } from "@/tests/support/browser-database";

/** The way of the newest link that the outbox has for an address: without a mail server messages are kept there, whole. */
export async function linkFor(address: string, way: "set-password" | "sign-up" | "invitations" | "change-address" | "from-mail"): Promise<string> {
  let found = "";
  await expect
    .poll(
      async () => {
        const [mail] = await queryDatabase<{ text: string }>("SELECT body_text AS text FROM mail_message WHERE address = $1 AND body_text LIKE $2 ORDER BY created_at DESC LIMIT 1", [address, `%/${way}/%`]);
        found = new RegExp(`/${way}/[\\w-]{43}`).exec(mail?.text ?? "")?.[0] ?? "";
        return found;
      },
      { timeout: 30_000 },
    )
    .not.toBe("");
  return found;
}
