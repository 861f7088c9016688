import { z } from "zod";
import { calendarFile } from "@/lib/appointments/calendar-file";
import { formatPhone } from "@/lib/appointments/phone";
import { findCalendarFacts, type CalendarFacts } from "@/lib/appointments/queries";
import type { Side } from "@/lib/appointments/types";
import { contextOf } from "@/lib/actions/context";
import { findPersonOfRequest } from "@/lib/auth/person-of-request";
import { env } from "@/lib/env";
import { getTranslator } from "@/lib/i18n/translator";

type Params = { params: Promise<{ id: string }> };

const HEADERS = { "cache-control": "private, no-store", "x-content-type-options": "nosniff" };

/** The appointment for the reader's own calendar: the same entry whenever it changed, ended there once it is cancelled. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const person = await findPersonOfRequest(request);
  if (!person) return new Response(null, { status: 401, headers: HEADERS });
  const id = z.uuid().safeParse((await params).id);
  const facts = id.success ? await findCalendarFacts(contextOf(person), id.data) : null;
  if (!facts) return new Response(null, { status: 404, headers: HEADERS });
  const side = person.kind === "customer" ? "customer" : "desk";
  return new Response(fileOf(facts, side), {
    headers: { ...HEADERS, "content-type": `text/calendar; charset=utf-8; method=${facts.isCancelled ? "CANCEL" : "PUBLISH"}`, "content-disposition": `attachment; filename="${facts.appointment.ticket.reference}.ics"` },
  });
}

function fileOf({ appointment, ...facts }: CalendarFacts, side: Side): string {
  const t = getTranslator("appointments");
  const base = new URL(env().APP_URL);
  const { ticket, join, customerName: customer } = appointment;
  const { subject, reference } = ticket;
  const url = `${env().APP_URL}/${side === "customer" ? "portal" : "agent"}/tickets/${reference}/appointments`;
  const isPhone = join.kind === "phone";
  const own = isPhone ? t("icsText.summaryPhone", { subject }) : t("icsText.summaryRemote", { subject });
  const desks = isPhone ? t("icsText.summaryDeskPhone", { customer, subject }) : t("icsText.summaryDeskRemote", { customer, subject });
  return calendarFile({
    ...facts,
    uid: `${facts.uid}@${base.hostname}`,
    summary: side === "customer" ? own : desks,
    description: t("icsText.description", { reference, url }),
    location: isPhone ? (join.number ? t("icsText.phone", { number: formatPhone(join.number) }) : t("icsText.phoneMissing")) : t("icsText.remote", { tool: t(`tool.${join.tool}`) }),
    url,
    organizer: { name: t("icsText.organizer"), email: `no-responder@${base.hostname}` },
  });
}
