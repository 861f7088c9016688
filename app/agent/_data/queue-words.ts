import { getTranslator } from "@/lib/i18n/translator";
import type { QueueName } from "@/lib/tickets/types";
import type { QueueNavWords } from "../_components/queue-nav";
import { QUEUES } from "./list-address";

export function queueNavWords(): QueueNavWords {
  const t = getTranslator("agent");
  return {
    nav: t("queues.nav"),
    states: t("queues.states"),
    departments: t("queues.departments"),
    acrossCustomers: t("clusters.nav"),
    clusters: t("clusters.title"),
    queues: Object.fromEntries(QUEUES.map((queue) => [queue, t(`queues.${queue}`)])) as Record<QueueName, string>,
    tickets: t("queues.tickets"),
    overdue: t("queues.overdue"),
    signedOut: t("queues.signedOut"),
    signIn: t("queues.signIn"),
    offline: t("queues.offline"),
    knowledge: t("queues.knowledge"),
    searches: t("queues.searches"),
  };
}
