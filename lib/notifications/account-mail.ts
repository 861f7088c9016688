import "server-only";
import { tokenOfLink } from "@/lib/accounts/links";
import { accountMailSchema, pathOfLink, plainPathOf } from "@/lib/accounts/mail-details";
import type { Tx } from "@/lib/db/client";
import { env } from "@/lib/env";
import type { ClaimedMail, MailContent } from "@/lib/mail/outbox";
import { composeMail } from "@/lib/notifications/compose";
import { isSecurityTemplate } from "@/lib/notifications/template-text";
import { readTemplate } from "@/lib/notifications/templates";

/** What a mail about an account says; null when the link that it was to carry is worth nothing by now. */
export async function makeAccountMail(tx: Tx, mail: ClaimedMail, now: Temporal.Instant): Promise<MailContent | null> {
  const { template, linkId, path: plainPath, facts } = accountMailSchema.parse(mail.details);
  const link = linkId === null ? null : await tokenOfLink(tx, { linkId, now });
  if (linkId !== null && !link) return null;
  const path = link ? pathOfLink(link.purpose, link.token) : (plainPath ?? plainPathOf(template));
  const composed = composeMail({
    template: await readTemplate(tx, template),
    facts: { ...facts, nombre: mail.recipientName, enlace: `${env().APP_URL}${path}` },
    preferencesPath: null,
    unsubscribeUrl: null,
    isAlwaysSent: isSecurityTemplate(template),
  });
  return { ...composed, address: mail.address, name: mail.recipientName, threadKey: null, unsubscribeUrl: null, ...(link ? { secret: link.token } : {}) };
}
