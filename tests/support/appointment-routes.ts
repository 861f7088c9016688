import { queryDatabase } from "@/tests/support/browser-database";
import type { Outcome, RouteCase } from "@/tests/support/browser-routes";

export type AppointmentIds = Awaited<ReturnType<typeof readAppointmentIds>>;

/** Of the demonstration: a ticket of Ana's that can be booked again, one of Bruno's with a session ahead, one where one is under way. */
export async function readAppointmentIds() {
  const of = async (state: string) => {
    const rows = await queryDatabase<{ id: string; reference: string }>(
      "SELECT a.id, t.reference FROM appointment a JOIN ticket t ON t.id = a.ticket_id WHERE a.state = $1::appointment_state ORDER BY a.created_at, a.id LIMIT 1",
      [state],
    );
    if (!rows[0]) throw new Error(`The demonstration has no appointment that is ${state}.`);
    return rows[0];
  };
  return { cancelled: await of("cancelled"), confirmed: await of("confirmed"), underWay: await of("under_way") };
}

type Ticket = { reference: string };

/** Pages and files of appointments, each as everybody. */
export function appointmentRoutes({ ana, andres, appointments: { cancelled, confirmed, underWay } }: { ana: Ticket; andres: Ticket; appointments: AppointmentIds }): RouteCase[] {
  return [
    portal("/portal/appointments", [200, 200, 200]),
    portal("/portal/appointments?filter=past&cursor=x", [200, 200, 200]),
    ofTicket(`/portal/tickets/${ana.reference}/appointments`, [404, 404, 200]),
    ofTicket(`/portal/tickets/${andres.reference}/appointments?move=x&cancel=y&done=booked`, [404, 200, 200]),
    ofTicket(`/portal/tickets/${cancelled.reference}/appointments`, [404, 404, 200]),
    ofTicket(`/portal/tickets/${confirmed.reference}/appointments?cancel=${confirmed.id}`, [200, 404, 404]),
    ofTicket("/portal/tickets/IMP-0000-0000/appointments", [404, 404, 404]),
    desk("appointments/", "/agent/appointments", 200),
    desk("appointments/", "/agent/appointments?whose=all&from=2026-02-31", 200),
    desk("availability/", "/agent/availability", 200),
    desk("tickets/[reference]/appointments/", `/agent/tickets/${cancelled.reference}/appointments`, 200),
    desk("tickets/[reference]/appointments/", `/agent/tickets/${underWay.reference}/appointments`, 200),
    desk("tickets/[reference]/appointments/", `/agent/tickets/${confirmed.reference}/appointments?move=${confirmed.id}`, 200),
    desk("tickets/[reference]/appointments/", "/agent/tickets/IMP-0000-0000/appointments", 404),
    { ...desk("settings/appointments/", "/agent/settings/appointments", 200), outcomes: [signInFor("/agent/settings/appointments"), "→ /portal", "→ /portal", "→ /portal", 404, 200] },
    file(confirmed.id, [401, 200, 404, 404, 200, 200]),
    file(cancelled.id, [401, 404, 404, 200, 200, 200]),
    file("00000000-0000-4000-8000-000000000001", [401, 404, 404, 404, 404, 404]),
    file("no-such-id", [401, 404, 404, 404, 404, 404]),
  ];
}

function portal(address: string, [bruno, andres, ana]: [Outcome, Outcome, Outcome]): RouteCase {
  return { file: "portal/appointments/page.tsx", address, kind: "private", outcomes: [signInFor(address), bruno, andres, ana, "→ /agent", "→ /agent"] };
}

function ofTicket(address: string, seen: [Outcome, Outcome, Outcome]): RouteCase {
  return { ...portal(address, seen), file: "portal/tickets/[reference]/appointments/page.tsx" };
}

function desk(page: string, address: string, staff: Outcome): RouteCase {
  return { file: `agent/${page}page.tsx`, address, kind: "private", outcomes: [signInFor(address), "→ /portal", "→ /portal", "→ /portal", staff, staff] };
}

function file(id: string, outcomes: RouteCase["outcomes"]): RouteCase {
  return { file: "api/appointments/[id]/ics/route.ts", address: `/api/appointments/${id}/ics`, kind: "data", outcomes };
}

function signInFor(address: string): Outcome {
  return `→ /sign-in?next=${encodeURIComponent(address)}`;
}
