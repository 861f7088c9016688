import { z } from "zod";

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
