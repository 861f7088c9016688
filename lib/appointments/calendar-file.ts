/** What a calendar is told of an appointment. Texts are plain and already in words. */
export type CalendarEntry = {
  uid: string;
  sequence: number;
  isCancelled: boolean;
  /** Not stood by by both sides yet. */
  isTentative: boolean;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  changedAt: Temporal.Instant;
  summary: string;
  description: string;
  location: string;
  /** The page of the appointment; the one-time code is shown there and never stands in a file. */
  url: string;
  organizer: { name: string; email: string };
};

/** Said by a calendar one day and one hour before. */
const ALARMS = ["-P1D", "-PT1H"];

/**
 * An iCalendar file (RFC 5545) with one event: METHOD PUBLISH, or CANCEL once it is cancelled (RFC 5546); instants in UTC, so that no zone
 * has to be described; lines end in CRLF and are folded at 75 octets.
 */
export function calendarFile(entry: CalendarEntry): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Impera//Mesa//ES",
    "CALSCALE:GREGORIAN",
    `METHOD:${entry.isCancelled ? "CANCEL" : "PUBLISH"}`,
    "BEGIN:VEVENT",
    `UID:${entry.uid}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${utc(entry.changedAt)}`,
    `LAST-MODIFIED:${utc(entry.changedAt)}`,
    `DTSTART:${utc(entry.startsAt)}`,
    `DTEND:${utc(entry.endsAt)}`,
    `STATUS:${entry.isCancelled ? "CANCELLED" : entry.isTentative ? "TENTATIVE" : "CONFIRMED"}`,
    `SUMMARY:${escaped(entry.summary)}`,
    `DESCRIPTION:${escaped(entry.description)}`,
    `LOCATION:${escaped(entry.location)}`,
    `URL:${entry.url}`,
    `ORGANIZER;CN=${quoted(entry.organizer.name)}:mailto:${entry.organizer.email}`,
    ...(entry.isCancelled ? [] : ALARMS.flatMap((trigger) => ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escaped(entry.summary)}`, `TRIGGER:${trigger}`, "END:VALARM"])),
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** TEXT of RFC 5545, 3.3.11. Control characters have no place in it. */
function escaped(text: string): string {
  const tidy = text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ");
  return tidy.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\n/g, "\\n");
}

/** A parameter's value: there is no way to write a quotation mark in it. */
function quoted(text: string): string {
  return `"${text.replace(/["\u0000-\u001f\u007f]/g, " ")}"`;
}

/** "20261118T180000Z" */
function utc(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: "second" }).replace(/[-:]/g, "");
}

const LINE_OCTETS = 75;

/** No more than 75 octets a line, and no character cut in two; what goes on begins with a space. */
function folded(line: string): string {
  let out = "";
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LINE_OCTETS) {
      out += "\r\n ";
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_0000 ? 3 : 4;
}
