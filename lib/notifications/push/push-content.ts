import { getTranslator } from "@/lib/i18n/translator";
import { unique } from "@/lib/notifications/mail-matters";
import type { NotificationView } from "@/lib/notifications/rows";
import type { Side } from "@/lib/notifications/topics";

/** What the service worker shows (public/service-worker.js). `href`: a path of the desk. `tag`: what is shown of the same takes the place of what was shown before. */
export type PushContent = { title: string; body: string; href: string; tag: string };

/** What one takes in at a glance on a locked screen: sentences, and no word of what was written. @param views oldest first, at least one */
export function pushContentOf(side: Side, views: readonly NotificationView[]): PushContent {
  const t = getTranslator("notifications");
  const last = views.at(-1)!;
  const isOneTicket = last.ticket !== null && unique(views.map(({ ticket }) => ticket?.id ?? null)).length === 1;
  const body = unique(views.map(({ sentence }) => sentence)).slice(-LINES_MAX).join("\n");
  if (isOneTicket) return { title: short(`${last.ticket!.reference} · ${last.ticket!.subject}`), body, href: last.href, tag: `ticket-${last.ticket!.id}` };
  if (views.length === 1) return { title: t("push.title"), body, href: last.href, tag: last.id };
  return { title: t("push.several", { count: views.length }), body, href: side === "customer" ? "/portal/notifications" : "/agent/notifications", tag: "several" };
}

export function trialContent(side: Side): PushContent {
  const t = getTranslator("notifications");
  return { title: t("push.title"), body: t("push.trial"), href: side === "customer" ? "/portal/notifications/preferences" : "/agent/notifications/preferences", tag: "trial" };
}

const LINES_MAX = 4;
const TITLE_MAX = 120;

function short(text: string): string {
  return text.length <= TITLE_MAX ? text : `${text.slice(0, TITLE_MAX - 1).toWellFormed()}…`;
}
