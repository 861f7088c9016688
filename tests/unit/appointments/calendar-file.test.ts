import ICAL from "ical.js";
import fc from "fast-check";
import { calendarFile, type CalendarEntry } from "@/lib/appointments/calendar-file";
import { mexico } from "@/tests/unit/sla/support/calendars";

const entry = (changes: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: "00000000-0000-4000-8000-000000000001@mesa.example",
  sequence: 2,
  isCancelled: false,
  isTentative: false,
  startsAt: mexico("2026-11-19 10:00"),
  endsAt: mexico("2026-11-19 11:30"),
  changedAt: mexico("2026-11-18 12:00"),
  summary: "Llamada con soporte: correo; facturas, y \\ más",
  description: "Ticket IMP-7K3M-Q2XD.\nDetalles: https://mesa.example/portal/tickets/IMP-7K3M-Q2XD/appointments",
  location: "Por teléfono, +52 55 1234 5678",
  url: "https://mesa.example/portal/tickets/IMP-7K3M-Q2XD/appointments",
  organizer: { name: "Mesa de soporte", email: "no-responder@mesa.example" },
  ...changes,
});

/** As another program reads it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  const component = calendar.getFirstSubcomponent("vevent")!;
  return { calendar, component, event: new ICAL.Event(component) };
}

describe("the calendar file", () => {
  it("says what, when and where, to whoever reads iCalendar", () => {
    const { calendar, component, event } = read(calendarFile(entry()));
    expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
    expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
    expect(event.uid).toBe(entry().uid);
    expect(event.sequence).toBe(2);
    expect(event.summary).toBe(entry().summary);
    expect(event.description).toBe(entry().description);
    expect(event.location).toBe(entry().location);
    expect(event.startDate.toString()).toBe("2026-11-19T16:00:00Z");
    expect(event.endDate.toString()).toBe("2026-11-19T17:30:00Z");
    expect(component.getFirstPropertyValue("status")).toBe("CONFIRMED");
    expect(component.getFirstPropertyValue("organizer")).toBe("mailto:no-responder@mesa.example");
    expect(component.getAllSubcomponents("valarm").map((alarm) => String(alarm.getFirstPropertyValue("trigger")))).toEqual(["-P1D", "-PT1H"]);
  });

  it("ends the entry where it was cancelled, under the same UID", () => {
    const { calendar, component, event } = read(calendarFile(entry({ isCancelled: true, sequence: 3 })));
    expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
    expect(component.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect([event.uid, event.sequence]).toEqual([entry().uid, 3]);
    expect(component.getAllSubcomponents("valarm")).toHaveLength(0);
  });

  it("says that what both do not stand by is tentative", () => {
    expect(read(calendarFile(entry({ isTentative: true }))).component.getFirstPropertyValue("status")).toBe("TENTATIVE");
  });

  it("folds lines at 75 octets and ends them with CRLF, cutting no character in two", () => {
    const text = calendarFile(entry({ summary: "ñandú 🦤 ".repeat(40).trim() }));
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(read(text).event.summary).toBe("ñandú 🦤 ".repeat(40).trim());
  });

  it("keeps whatever a subject holds inside of its own line", () => {
    const hostile = 'x\r\nATTACH:https://evil.example\nEND:VEVENT\u0000";:,\\';
    const { component, event } = read(calendarFile(entry({ summary: hostile, location: hostile, organizer: { name: hostile, email: "a@b.example" } })));
    expect(component.getFirstProperty("attach")).toBeNull();
    expect(event.summary).toBe('x\nATTACH:https://evil.example\nEND:VEVENT ";:,\\');
  });

  it("is read back as it was written, whatever the text", () => {
    const tidy = (text: string) => text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ");
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (summary) => {
      expect(read(calendarFile(entry({ summary }))).event.summary).toBe(tidy(summary));
    }), { numRuns: 100 });
  });
});
