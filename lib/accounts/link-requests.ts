import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { enqueue } from "@/lib/jobs/enqueue";

/** What the job is asked that writes the mails with links: nobody waits for it, so that nobody learns from the time whom there is. */
export const SEND_LINK = "accounts.send-link";

export const linkRequestSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("password"), email: z.string() }),
  z.strictObject({ kind: z.literal("sign-up"), signUpId: z.uuid() }),
  z.strictObject({ kind: z.literal("invitation"), invitationId: z.uuid() }),
  z.strictObject({ kind: z.literal("address-change"), addressChangeId: z.uuid() }),
  z.strictObject({ kind: z.literal("renewal"), tokenHash: z.string() }),
]);
export type LinkRequest = z.output<typeof linkRequestSchema>;

/** Has the mail written once the transaction commits. */
export function requestLink(tx: Tx, request: LinkRequest): Promise<void> {
  return enqueue(tx, SEND_LINK, request);
}
