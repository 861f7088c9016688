import type { StaffActor } from "@/lib/auth/actor";
import { getTranslator } from "@/lib/i18n/translator";
import type { QueueName } from "@/lib/tickets/types";
import type { QueueNavWords } from "../_components/queue-nav";
import { AUTHORS_DESK, deskLinks } from "../kb/_data/desk-links";
import { QUEUES } from "./list-address";

export function queueNavWords(actor: StaffActor): QueueNavWords {
  const t = getTranslator("agent");
  return {
    nav: t("queues.nav"),
    states: t("queues.states"),
    departments: t("queues.departments"),
    acrossCustomers: t("clusters.nav"),
    clusters: t("clusters.title"),
    chat: getTranslator("chat")("nav"),
    chats: getTranslator("chat")("agent.openMark"),
    conduct: getTranslator("conduct")("nav"),
    queues: Object.fromEntries(QUEUES.map((queue) => [queue, t(`queues.${queue}`)])) as Record<QueueName, string>,
    tickets: t("queues.tickets"),
    overdue: t("queues.overdue"),
    signedOut: t("queues.signedOut"),
    signIn: t("queues.signIn"),
    offline: t("queues.offline"),
    knowledge: t("queues.knowledge"),
    knowledgeLinks: [{ href: AUTHORS_DESK, label: getTranslator("kbCategories")("desk.nav") }, ...deskLinks(actor)].map(({ href, label }) => ({ href, label })),
    services: t("queues.services"),
    serviceLinks: [
      { href: "/agent/customers", label: getTranslator("customers")("nav") },
      { href: "/agent/quotes", label: getTranslator("quotes")("list.title") },
      { href: "/agent/appointments", label: getTranslator("appointments")("title") },
      { href: "/agent/contracts", label: getTranslator("billing")("title") },
      { href: "/agent/satisfaction", label: getTranslator("satisfaction")("desk.title") },
      { href: "/agent/charges", label: getTranslator("charges")("title") },
      { href: "/agent/settings/rates", label: getTranslator("rates")("title") },
    ],
    otherChannels: getTranslator("offChannel")("desk.nav"),
    channelLinks: [
      { href: "/agent/noted", label: getTranslator("offChannel")("desk.navNotes") },
      { href: "/agent/noted/new", label: getTranslator("offChannel")("desk.add") },
    ],
  };
}
