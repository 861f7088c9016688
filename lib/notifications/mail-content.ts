import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import { findReader } from "@/lib/auth/person-of-session";
import type { Tx } from "@/lib/db/client";
import { env } from "@/lib/env";
import { getTranslator } from "@/lib/i18n/translator";
import type { ClaimedMail, MailContent } from "@/lib/mail/outbox";
import { makeAccountMail } from "@/lib/notifications/account-mail";
import { composeMail } from "@/lib/notifications/compose";
import { makeInboundMail } from "@/lib/notifications/inbound-mail";
import { mailShape, unique } from "@/lib/notifications/mail-matters";
import { notificationView, readExcerpts, rowSelect, type NotificationView } from "@/lib/notifications/rows";
import type { TemplateFacts } from "@/lib/notifications/template-text";
import { readTemplate } from "@/lib/notifications/templates";
import { isFixed } from "@/lib/notifications/topics";
import { unsubscribeToken } from "@/lib/notifications/unsubscribe-token";
import { visibleNotifications } from "@/lib/notifications/visibility";

/**
 * What a mail says at this very try, of what its reader may see now; null when that is nothing: suspended since, moved away, or no longer
 * wanting to hear of it.
 */
export async function makeMailContent(tx: Tx, mail: ClaimedMail, now: Temporal.Instant): Promise<MailContent | null> {
  if (mail.kind === "account" && mail.details !== null) return makeAccountMail(tx, mail, now);
  if (mail.kind === "inbound") return makeInboundMail(tx, mail, now);
  const reader = mail.userId && (await findReader({ db: tx }, mail.userId));
  if (!reader) return null;
  // What was written when it was queued.
  if (mail.kind !== "notifications") return { address: reader.email, name: reader.name, subject: mail.subject, text: mail.bodyText, html: mail.bodyHtml, threadKey: null, unsubscribeUrl: null };
  const muted = (await tx.ticketMute.findMany({ where: { userId: reader.userId }, select: { ticketId: true } })).map(({ ticketId }) => ticketId);
  const rows = await tx.notification.findMany({ where: { AND: [visibleNotifications(reader), { mailId: mail.id }] }, orderBy: [{ at: "asc" }, { ticketEventId: "asc" }, { id: "asc" }], select: rowSelect });
  const views = rows.flatMap((row) => notificationView(reader, row, now) ?? []).filter(({ ticket }) => !ticket || !muted.includes(ticket.id));
  return views.length === 0 ? null : contentOf(tx, { mail, reader, views });
}

/** More than these are counted, not listed. */
const LISTED_MAX = 40;

async function contentOf(tx: Tx, { mail, reader, views }: { mail: ClaimedMail; reader: PersonActor; views: NotificationView[] }): Promise<MailContent> {
  const { APP_URL } = env();
  const area = reader.kind === "customer" ? "/portal" : "/agent";
  const { template, ticket, href } = mailShape(views);
  const shown = views.slice(0, LISTED_MAX);
  const excerpts = await readExcerpts(tx, shown.flatMap(({ messageId }) => messageId ?? []));
  const facts: TemplateFacts = {
    nombre: reader.name,
    novedades: ticket ? linesOf(shown, excerpts) : groupsOf(shown, excerpts),
    enlace: `${APP_URL}${href ?? `${area}/notifications`}`,
    cantidad: String(views.length),
    referencia: ticket?.reference ?? "",
    asunto: ticket?.subject ?? "",
  };
  const unsubscribeUrl = views.every(({ topic }) => isFixed(topic)) ? null : `${APP_URL}/unsubscribe/${unsubscribeToken(mail.id)}`;
  const composed = composeMail({ template: await readTemplate(tx, template), facts, preferencesPath: `${area}/notifications/preferences`, unsubscribeUrl });
  return {
    ...composed,
    address: reader.email,
    name: reader.name,
    threadKey: ticket && `ticket-${ticket.id}`,
    // A mail program posts to the data route; people are led to the page.
    unsubscribeUrl: unsubscribeUrl?.replace("/unsubscribe/", "/api/unsubscribe/") ?? null,
  };
}

function linesOf(views: readonly NotificationView[], excerpts: ReadonlyMap<string, string>): string {
  const t = getTranslator("notifications");
  return views
    .map(({ sentence, messageId }) => {
      const excerpt = messageId && excerpts.get(messageId);
      return excerpt ? `${sentence}\n${t("mail.excerpt", { text: excerpt })}` : sentence;
    })
    .join("\n\n");
}

function groupsOf(views: readonly NotificationView[], excerpts: ReadonlyMap<string, string>): string {
  const t = getTranslator("notifications");
  const tickets = unique(views.map(({ ticket }) => ticket?.id ?? null));
  return tickets
    .map((id) => {
      const group = views.filter(({ ticket }) => (ticket?.id ?? null) === id);
      const ticket = group[0]?.ticket;
      const lines = linesOf(group, excerpts);
      return ticket ? `${t("mail.group", { reference: ticket.reference, subject: ticket.subject })}\n${lines}` : lines;
    })
    .join("\n\n\n");
}
