import { formatDateTime, formatDuration } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { SECRET_KINDS } from "@/lib/secrets/types";
import type { EventView } from "@/lib/tickets/types";

/** What happened, as a sentence. */
export function eventText(event: EventView): string {
  const t = getTranslator("tickets");
  const { from = "", to = "", into = "" } = event.data;
  // A customer sees who of their own side acted; the desk may act without a name.
  const actor = event.actorName ?? t("thread.system");
  const { quote = "", charge = "", folio = "", minutes = "0" } = event.data;
  const until = event.data.until ? formatDateTime(Temporal.Instant.from(event.data.until), { now: Temporal.Instant.from(event.at) }) : "";
  const values = { until, rule: event.data.rule ?? "", actor, from, to, into, kind: "", quote, charge, folio, minutes: formatDuration(Number(minutes)) };
  if (event.type === "ticket.assigned" && to === "") return t("event.ticket_unassigned", values);
  if (event.type === "ticket.merged" && into === "") return t("event.ticket_merged-elsewhere", values);
  if (event.type === "ticket.priority-changed") return t("event.ticket_priority-changed", { actor, from: priorityWord(from), to: priorityWord(to) });
  if (event.type === "sealed.read") return t("event.sealed_read", { actor, kind: secretWord(event.data.kind) });
  if (isAppointment(event.type)) return appointmentText(event.type, event, actor);
  return t(`event.${keyOf(event.type)}`, values);
}

type AppointmentEvent = Extract<EventView["type"], `appointment.${string}`>;

function isAppointment(type: EventView["type"]): type is AppointmentEvent {
  return type.startsWith("appointment.");
}

/** Times in the desk's zone, as of when it happened; what it cost only where it cost something. */
function appointmentText(type: AppointmentEvent, { at, data }: EventView, actor: string): string {
  const t = getTranslator("appointments");
  const now = Temporal.Instant.from(at);
  const moment = (text = "") => (text === "" ? "" : formatDateTime(Temporal.Instant.from(text), { now }));
  const { kind = "", why = "", by = "" } = data;
  const counts = { minutes: Number(data.minutes ?? 0), billable: Number(data.billable ?? 0), cost: Number(data.cost ?? 0) };
  return t(`event.${keyOf(type)}`, { actor, when: moment(data.startsAt), from: moment(data.from), kind, why, by, ...counts });
}

// A dot in a key means a level to the catalogue.
type EventKey<T extends string> = T extends `${infer Domain}.${infer Verb}` ? `${Domain}_${Verb}` : never;

function keyOf<T extends EventView["type"]>(type: T): EventKey<T> {
  return type.replace(".", "_") as EventKey<T>;
}

function secretWord(kind: string | undefined): string {
  const known = SECRET_KINDS.find((each) => each === kind);
  return known ? getTranslator("secrets")(`kind.${known}`) : "";
}

function priorityWord(code: string): string {
  const t = getTranslator("tickets");
  if (code === "low" || code === "medium" || code === "high") return t(`priority.${code}`).toLocaleLowerCase("es");
  return code;
}
