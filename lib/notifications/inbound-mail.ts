import "server-only";
import { findSignUpMode } from "@/lib/accounts/settings";
import { findReader } from "@/lib/auth/person-of-session";
import type { Tx } from "@/lib/db/client";
import type { SignUpMode } from "@/lib/db/generated/enums";
import { env } from "@/lib/env";
import { getTranslator } from "@/lib/i18n/translator";
import { tokenOfInbound } from "@/lib/inbound/links";
import { inboundMailSchema, LINK_DAYS, pathOfInbound } from "@/lib/inbound/mail-details";
import type { ClaimedMail, MailContent } from "@/lib/mail/outbox";
import { composeMail } from "@/lib/notifications/compose";
import { readTemplate } from "@/lib/notifications/templates";

/** What the answer to mail that came in says; null once its link is worth nothing, or whom it was written for may not come in any more. */
export async function makeInboundMail(tx: Tx, mail: ClaimedMail, now: Temporal.Instant): Promise<MailContent | null> {
  const { template, inboundId, messageId, references } = inboundMailSchema.parse(mail.details);
  const token = await tokenOfInbound(tx, { inboundId, now });
  if (token === null) return null;
  const reader = mail.userId && (await findReader({ db: tx }, mail.userId));
  if (template !== "inboundstranger" && !reader) return null;
  const ticket = (await tx.inboundMail.findUnique({ where: { id: inboundId }, select: { ticket: { select: { reference: true, subject: true } } } }))?.ticket;
  const composed = composeMail({
    template: await readTemplate(tx, template),
    facts: {
      nombre: mail.recipientName,
      enlace: `${env().APP_URL}${pathOfInbound(token)}`,
      dias: String(LINK_DAYS),
      referencia: ticket?.reference ?? "",
      asunto: ticket?.subject ?? "",
      acceso: accessText(await findSignUpMode({ db: tx })),
    },
    preferencesPath: null,
    unsubscribeUrl: null,
  });
  return { ...composed, address: mail.address, name: mail.recipientName, threadKey: null, unsubscribeUrl: null, secret: token, answers: { messageId, references } };
}

/** How whoever has no account gets one. */
export function accessText(mode: SignUpMode): string {
  return getTranslator("inbound")(`access.${mode}`, { url: `${env().APP_URL}/sign-up` });
}
