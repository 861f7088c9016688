import { stepSentences } from "@/components/sla/step-words";
import { amountText } from "@/components/sla/amount-words";
import { holidayName } from "@/components/sla/holiday-name";
import { compileCalendar } from "@/lib/sla/business-time";
import { explainDue } from "@/lib/sla/explain";
import type { ClockKind, Pause } from "@/lib/sla/types";
import type { DueStepView } from "@/lib/tickets/types";
import { at } from "@/tests/support/clock";
import { testEnvironment } from "@/tests/support/environment";

beforeAll(() => {
  Object.assign(process.env, testEnvironment("postgresql://unused"));
});

const weekday = [["09:00", "18:00"]] as const;
const desk = compileCalendar({
  timeZone: "America/Mexico_City",
  weekly: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday, sat: [], sun: [] },
  holidays: ["2026-11-16", "2026-11-20", "2026-12-25"],
});

function sentences({ start, hours, clock = "business-hours", pauses = [], now = start }: { start: string; hours: number; clock?: ClockKind; pauses?: Pause[]; now?: string }): string[] {
  const { steps } = explainDue(desk, { start: at(start), minutes: hours * 60, pauses }, clock);
  const views = JSON.parse(JSON.stringify(steps)) as DueStepView[];
  return stepSentences({ kind: "first_response", minutes: hours * 60, clock, timeZone: "America/Mexico_City", steps: views }, at(now)).map((text) => text.replaceAll("\u00a0", " "));
}

it("tells each day that counts and each that does not, holidays by their names", () => {
  expect(sentences({ start: "2026-11-13T17:24", hours: 10 })).toEqual([
    "El ticket se recibió el vie 13 nov, 17:24.",
    "El plazo es de 10 horas hábiles.",
    "Vie 13 nov, de 17:24 a 18:00: 36 min.",
    "Del sáb 14 nov al dom 15 nov no cuentan: fin de semana.",
    "Lun 16 nov no cuenta: descanso obligatorio (Día de la Revolución).",
    "Mar 17 nov, de 09:00 a 18:00: 9 h.",
    "Mié 18 nov, de 09:00 a 09:24: 24 min.",
    "Con eso se completan 10 horas hábiles: mié 18 nov, 09:24.",
  ]);
});

it("says when the clock had to wait for the desk to open", () => {
  expect(sentences({ start: "2026-11-17T20:00", hours: 1 })[2]).toBe("Fuera del horario de atención: el plazo corre desde el mié 18 nov, 09:00.");
  expect(sentences({ start: "2026-11-21T10:00", hours: 1 })[2]).toBe("Fin de semana: el plazo corre desde el lun 23 nov, 09:00.");
  expect(sentences({ start: "2026-12-25T10:00", hours: 1 })[2]).toBe("Día de descanso obligatorio (Navidad): el plazo corre desde el lun 28 dic, 09:00.");
});

it("calls a holiday of the operator's own a holiday, without a name", () => {
  expect(sentences({ start: "2026-11-19T17:00", hours: 2 })).toContain("Vie 20 nov no cuenta: descanso obligatorio (día festivo).");
  expect(holidayName("2026-11-20")).toBeNull();
  expect(holidayName("1999-01-01")).toBeNull();
});

it("tells of a pause, and of one that still lasts", () => {
  const pause = { from: at("2026-11-18T10:00"), to: at("2026-11-18T12:00") };
  expect(sentences({ start: "2026-11-18T09:00", hours: 2, pauses: [pause] })).toContain(
    "Del mié 18 nov, 10:00 al mié 18 nov, 12:00 el plazo se detuvo, a la espera de la respuesta del cliente.",
  );
  const lasting = sentences({ start: "2026-11-18T09:00", hours: 2, pauses: [{ ...pause, to: null }] });
  expect(lasting.at(-1)).toBe("Desde el mié 18 nov, 10:00 el plazo está detenido, a la espera de la respuesta del cliente.");
});

it("counts whole days by the other clock", () => {
  expect(sentences({ start: "2026-11-18T12:00", hours: 48, clock: "business-days" })).toEqual([
    "El ticket se recibió el mié 18 nov, 12:00.",
    "El plazo es de 48 horas de días hábiles.",
    "Mié 18 nov, de 12:00 a 00:00: 12 h.",
    "Jue 19 nov, día completo: 24 h.",
    "Vie 20 nov no cuenta: descanso obligatorio (día festivo).",
    "Del sáb 21 nov al dom 22 nov no cuentan: fin de semana.",
    "Lun 23 nov, de 00:00 a 12:00: 12 h.",
    "Con eso se completan 48 horas de días hábiles: lun 23 nov, 12:00.",
  ]);
});

it("joins the whole weeks of a long span", () => {
  const told = sentences({ start: "2026-11-17T09:00", hours: 400 });
  expect(told.length).toBeLessThan(20);
  expect(told.find((text) => text.includes("semanas"))).toMatch(/^Del lun 23 nov al dom .*, \d+ semanas: \d+ h, sin contar un día de descanso\.$/);
});

it("says the year when it is another one", () => {
  expect(sentences({ start: "2026-12-31T17:00", hours: 1, now: "2027-01-04T09:00" })[0]).toBe("El ticket se recibió el jue 31 dic 2026, 17:00.");
});

it("says amounts in the clock's own words", () => {
  expect(amountText({ minutes: 60, clock: "business-hours" })).toBe("1 hora hábil");
  expect(amountText({ minutes: 2880, clock: "business-days" })).toBe("48 horas de días hábiles");
  expect(amountText({ minutes: -200, clock: "business-hours" })).toBe("3 h 20 min hábiles");
  expect(amountText({ minutes: 0, clock: "business-hours" })).toBe("0 min hábiles");
});
