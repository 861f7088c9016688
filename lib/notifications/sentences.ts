import type { ContractNoticeKind } from "@/lib/db/generated/enums";
import { DESK_TIME_ZONE, formatDateTime } from "@/lib/i18n/format";
import { shownEnd } from "@/lib/conduct/suspension-rules";
import { getTranslator } from "@/lib/i18n/translator";
import type { Side } from "@/lib/notifications/topics";
import type { ToldConductType } from "@/lib/conduct/events";
import type { ToldEventType } from "@/lib/tickets/events";

/** What happened, as far as a sentence and a link need it. `data` is the event's own. */
export type Happening =
  | { kind: "ticket"; type: ToldEventType; data: Record<string, unknown>; reference: string; department: string }
  | { kind: "conduct"; type: ToldConductType; data: Record<string, unknown>; caseId: string | null; isAboutReader: boolean }
  | { kind: "contract"; notice: ContractNoticeKind; reference: string; name: string }
  | { kind: "chat"; conversationId: string; customerName: string }
  | { kind: "sign-up"; name: string; isDecided: boolean };

/** One sentence, as its reader is told it. @param actorName null for the desk itself */
export function sentenceOf(side: Side, happening: Happening, { actorName, now }: { actorName: string | null; now: Temporal.Instant }): string {
  const t = getTranslator("notifications");
  switch (happening.kind) {
    case "ticket": {
      const { type, data, department } = happening;
      const text = (name: string) => (typeof data[name] === "string" ? data[name] : "");
      const startsAt = text("startsAt") === "" ? "" : formatDateTime(Temporal.Instant.from(text("startsAt")), { now });
      const values = { actor: actorName ?? t("desk"), quote: text("quote"), charge: text("charge"), folio: text("folio"), department, startsAt };
      return t(`${side}.${keyOf(type)}` as "staff.ticket_opened", values);
    }
    case "conduct":
      return t(`conduct.${keyOf(happening.type)}` as "conduct.conduct_lifted", { until: instantIn(happening.data, now) });
    case "contract":
      return t(`contract.${happening.notice}`, { name: happening.name, reference: happening.reference });
    case "chat":
      return side === "customer" ? t("chat.answered") : t("chat.assigned", { name: happening.customerName });
    case "sign-up":
      return t(happening.isDecided ? "signUp.decided" : "signUp.waiting", { name: happening.name });
    default:
      return happening satisfies never;
  }
}

/** Where it leads, as a path of the desk. */
export function pathOf(side: Side, happening: Happening): string {
  const area = side === "customer" ? "/portal" : "/agent";
  switch (happening.kind) {
    case "ticket": {
      const ticket = `${area}/tickets/${happening.reference}`;
      if (happening.type.startsWith("appointment.")) return `${ticket}/appointments`;
      if (side === "customer" && happening.type === "quote.sent") return `${ticket}/quotes/${String(happening.data.quote)}`;
      return ticket;
    }
    case "conduct":
      if (side === "customer") return happening.type === "conduct.warned" ? "/portal/tickets" : "/portal/suspension";
      return happening.isAboutReader || !happening.caseId ? "/agent/conduct" : `/agent/conduct/${happening.caseId}`;
    case "contract":
      return `${area}/contracts/${happening.reference}`;
    case "chat":
      return side === "customer" ? "/portal/chat" : `/agent/chat/${happening.conversationId}`;
    case "sign-up":
      return "/agent/customers/requests";
    default:
      return happening satisfies never;
  }
}

/** Catalogues have no dots in their keys. */
function keyOf(type: string): string {
  return type.replaceAll(/[.-]/g, "_");
}

function instantIn(data: Record<string, unknown>, now: Temporal.Instant): string {
  return typeof data.endsAt === "string" ? formatDateTime(shownEnd(Temporal.Instant.from(data.endsAt), DESK_TIME_ZONE), { now }) : "";
}
