import { dayText, minuteOf, readWeek } from "@/lib/appointments/availability";
import { inOrderOfChoice } from "@/lib/appointments/choose-agent";
import { appointmentMinutes } from "@/lib/appointments/duration";
import { codeFrom, codeStatus, joinHref, templateProblem } from "@/lib/appointments/join-link";
import { formatPhone, parsePhone } from "@/lib/appointments/phone";
import type { AppointmentState, RemoteTool } from "@/lib/appointments/types";
import { splitWorked, workedMinutes } from "@/lib/appointments/worked-split";
import { mexico } from "@/tests/unit/sla/support/calendars";

describe("a telephone number", () => {
  it.each([
    ["55 1234 5678", "+525512345678"],
    ["(443) 123-4567", "+524431234567"],
    ["+52 1 55 1234 5678", "+525512345678"],
    ["52 5512345678", "+525512345678"],
    ["044 55 1234 5678", "+525512345678"],
    ["01 443 123 4567", "+524431234567"],
    ["+1 (415) 555-2671", "+14155552671"],
    ["0034 912 345 678", "+34912345678"],
    ["+52 55 1234 567", null],
    ["1234567890", null],
    ["55 1234 567", null],
    ["+0123456789", null],
    ["+1234567890123456", null],
    ["55-1234-5678 ext 4", null],
    ["javascript:alert(1)", null],
    ["", null],
  ])("%s is %s", (typed, expected) => {
    expect(parsePhone(typed)).toBe(expected);
  });

  it("is shown as it is read out in Mexico", () => {
    expect(["+525512345678", "+524431234567", "+14155552671"].map(formatPhone)).toEqual(["+52 55 1234 5678", "+52 443 123 4567", "+14155552671"]);
  });
});

describe("a link's template", () => {
  it.each<[RemoteTool, string, string | null]>([
    ["rustdesk", "rustdesk://connection/new/{code}", null],
    ["rustdesk", "https://remoto.example/unirse?codigo={code}", null],
    ["anydesk", "anydesk:{code}", null],
    ["meshcentral", "https://mesh.example/?code={code}#go", null],
    ["other", "https://sample.example/{code}", null],
    ["rustdesk", "anydesk:{code}", "template.scheme"],
    ["other", "http://remoto.example/{code}", "template.scheme"],
    ["other", "javascript:alert('{code}')", "template.scheme"],
    ["other", "JavaScript:alert('{code}')", "template.scheme"],
    ["other", "data:text/html,{code}", "template.scheme"],
    ["other", " javascript:alert('{code}')", "template.unreadable"],
    ["other", "java\tscript:alert('{code}')", "template.unreadable"],
    ["other", "https://remoto.example/", "template.code"],
    ["other", "https://remoto.example/{code}/{code}", "template.code"],
    ["other", "https://remoto.example/{code}?x={y}", "template.code"],
    ["other", "https://{code}.remoto.example/", "template.codeInHost"],
    ["other", "https://ana:x@remoto.example/{code}", "template.unreadable"],
    ["other", "https:remoto.example/{code}", "template.unreadable"],
    ["other", "remoto.example/{code}", "template.unreadable"],
    ["other", `https://remoto.example/{code}${"x".repeat(500)}`, "template.tooLong"],
  ])("of %s: %s → %s", (tool, template, problem) => {
    expect(templateProblem(tool, template)).toBe(problem);
  });

  it("takes the code in its place, and nothing but the code", () => {
    expect(joinHref("https://remoto.example/?c={code}&x=1", "K7QF-2MXD-9TWA")).toBe("https://remoto.example/?c=K7QF-2MXD-9TWA&x=1");
    expect(joinHref("https://remoto.example/?c={code}", "$&/../")).toBe("https://remoto.example/?c=%24%26%2F..%2F");
  });
});

describe("a one-time code", () => {
  it("has twelve letters of thirty, each as likely", () => {
    expect(codeFrom(Uint8Array.from({ length: 12 }, (_, index) => index))).toBe("2345-6789-ABCD");
    expect(codeFrom(Uint8Array.from({ length: 24 }, () => 240))).toBeNull();
    expect(codeFrom(Uint8Array.from({ length: 12 }, () => 239))).toBe("ZZZZ-ZZZZ-ZZZZ");
  });

  it.each<[AppointmentState, string, "early" | "open" | "over"]>([
    ["confirmed", "09:44", "early"],
    ["confirmed", "09:45", "open"],
    ["confirmed", "10:59", "open"],
    ["confirmed", "11:00", "over"],
    ["proposed", "09:50", "early"],
    ["under_way", "11:20", "open"],
    ["finished", "10:10", "over"],
    ["cancelled", "09:50", "over"],
    ["missed", "10:20", "over"],
  ])("of what is %s at %s is %s", (state, time, expected) => {
    expect(codeStatus({ state, startsAt: mexico("2026-11-19 10:00"), endsAt: mexico("2026-11-19 11:00"), now: mexico(`2026-11-19 ${time}`) })).toBe(expected);
  });
});

describe("how long an appointment is", () => {
  it.each([
    [60, 0, 30, 60],
    [75, 0, 30, 90],
    [60, 45, 30, 30],
    [60, 60, 30, null],
    [60, 75, 30, null],
    [0, 0, 30, 30],
    [600, 0, 30, 240],
    [600, 500, 60, 120],
    [10, 0, 15, 15],
  ])("of %i authorised and %i used, in slots of %i: %s", (estimatedMinutes, used, slotMinutes, expected) => {
    expect(appointmentMinutes({ estimatedMinutes, usedMinutes: used, slotMinutes })).toBe(expected);
  });
});

describe("what of a session counts", () => {
  it.each([
    // worked, left, step → billable, rest
    [40, 60, 1, 40, 0],
    [60, 60, 15, 60, 0],
    [70, 60, 1, 60, 10],
    [50, 60, 30, 50, 0], // rounds up to 60, which is there
    [50, 50, 15, 45, 5], // 50 would round up to 60; 45 is the most that fits
    [20, 0, 1, 0, 20],
    [20, 10, 15, 0, 20],
    [300, null, 1, 300, 0],
  ])("of %i min with %s left in steps of %i: %i, and %i not", (worked, leftMinutes, roundingMinutes, billable, rest) => {
    expect(splitWorked({ workedMinutes: worked, leftMinutes, roundingMinutes })).toEqual({ billable, rest });
  });

  it("counts each minute that was begun, one at least, a day at most", () => {
    const start = mexico("2026-11-19 10:00");
    expect([0, 1, 60, 61, 3600, 200_000].map((seconds) => workedMinutes(start, start.add({ seconds })))).toEqual([1, 1, 1, 2, 60, 1440]);
  });
});

describe("a week as it is typed", () => {
  const empty = ["", "", "", "", "", ""];
  it("is read day by day, whatever the dashes and spaces", () => {
    const read = readWeek(["9:00-14:00, 15:00 – 18:00", "", "00:00-24:00", "09:00 a 10:00", "", "", ""]);
    expect(read).toEqual({
      ok: true,
      week: [
        { weekday: 1, startsMinute: 540, endsMinute: 840 },
        { weekday: 1, startsMinute: 900, endsMinute: 1080 },
        { weekday: 3, startsMinute: 0, endsMinute: 1440 },
        { weekday: 4, startsMinute: 540, endsMinute: 600 },
      ],
    });
    expect(read.ok && dayText(read.week, 1)).toBe("09:00-14:00, 15:00-18:00");
  });

  it.each([
    ["9-14", "SPAN_UNREADABLE"],
    ["09:00", "SPAN_UNREADABLE"],
    ["25:00-26:00", "SPAN_UNREADABLE"],
    ["09:60-10:00", "SPAN_UNREADABLE"],
    ["24:00-24:00", "SPAN_UNREADABLE"],
    ["14:00-09:00", "SPAN_ENDS_BEFORE"],
    ["09:00-09:00", "SPAN_ENDS_BEFORE"],
    ["09:00-12:00, 11:59-13:00", "SPANS_OVERLAP"],
  ])("%s is refused: %s", (text, code) => {
    expect(readWeek([...empty, text])).toMatchObject({ ok: false, problem: { code, weekday: 7 } });
  });

  it("lets spans touch", () => {
    expect(readWeek([...empty, "09:00-12:00, 12:00-13:00"]).ok).toBe(true);
    expect([minuteOf("24:00"), minuteOf("24:01"), minuteOf("7:05")]).toEqual([1440, null, 425]);
  });
});

describe("who takes a slot", () => {
  it("is who has the ticket, then who has least, then the same one each time", () => {
    const agents = [{ id: "b", load: 60 }, { id: "a", load: 60 }, { id: "c", load: 30 }, { id: "d", load: 900 }];
    expect(inOrderOfChoice(agents, "d").map(({ id }) => id)).toEqual(["d", "c", "a", "b"]);
    expect(inOrderOfChoice(agents, null).map(({ id }) => id)).toEqual(["c", "a", "b", "d"]);
  });
});
