import { getTranslator } from "@/lib/i18n/translator";
import type { EventView } from "@/lib/tickets/types";

/** What happened, as a sentence. */
export function eventText(event: EventView): string {
  const t = getTranslator("tickets");
  const { from = "", to = "", into = "" } = event.data;
  // A customer sees who of their own side acted; the desk may act without a name.
  const actor = event.actorName ?? t("thread.system");
  const values = { actor, from, to, into };
  if (event.type === "ticket.assigned" && to === "") return t("event.ticket_unassigned", values);
  if (event.type === "ticket.merged" && into === "") return t("event.ticket_merged-elsewhere", values);
  if (event.type === "ticket.priority-changed") return t("event.ticket_priority-changed", { actor, from: priorityWord(from), to: priorityWord(to) });
  return t(`event.${keyOf(event.type)}`, values);
}

// A dot in a key means a level to the catalogue.
type EventKey<T extends string> = T extends `${infer Domain}.${infer Verb}` ? `${Domain}_${Verb}` : never;

function keyOf<T extends EventView["type"]>(type: T): EventKey<T> {
  return type.replace(".", "_") as EventKey<T>;
}

function priorityWord(code: string): string {
  const t = getTranslator("tickets");
  if (code === "low" || code === "medium" || code === "high") return t(`priority.${code}`).toLocaleLowerCase("es");
  return code;
}
