import { formatDateTime } from "@/lib/i18n/format";
import { DESK_TIME_ZONE, dateFormat } from "@/lib/i18n/relative";
import { getTranslator } from "@/lib/i18n/translator";
import type { NotedView } from "@/lib/off-channel/types";

/** Who noted what, and until when it waits. It is a week at most: the day's name says which. */
export function notedLead({ agentName, channel, createdAt, expiresAt }: NotedView, now: Temporal.Instant): string {
  const day = dateFormat("es-MX", { weekday: "long", timeZone: DESK_TIME_ZONE }).format(new Date(createdAt));
  return getTranslator("offChannel")("customer.lead", { agent: agentName, channel, day, until: formatDateTime(Temporal.Instant.from(expiresAt), { now }) });
}

export function hrefOfNoted(id: string): string {
  return `/portal/noted/${id}`;
}
