import { readWorkedMinutes } from "@/lib/quotes/worked-minutes";

describe("time worked, as it is typed", () => {
  it.each([
    ["90", 90],
    ["90 min", 90],
    ["45min", 45],
    ["1:30", 90],
    ["01:05", 65],
    ["1:30 h", 90],
    ["1.5 h", 90],
    ["1,5 h", 90],
    ["1.25h", 75],
    ["0.1 h", 6],
    ["2 h", 120],
    ["2 horas", 120],
    ["1 hora", 60],
    ["1 h 30 min", 90],
    ["1h30", 90],
    ["1 hora y 5 minutos", 65],
    ["  2   H  ", 120],
  ])("%j is %i minutes", (text, minutes) => {
    expect(readWorkedMinutes(text)).toBe(minutes);
  });

  it.each(["", "0", "0:00", "0 h", "-30", "−30", "1.5", "1,5", "1:75", "1 h 75", "0.33 h", "1.333 h", "1e3", "NaN", "media hora", "99999", "½ h", "1:30:00", "30 min 1 h"])("%j is none", (text) => {
    expect(readWorkedMinutes(text)).toBeNull();
  });
});
