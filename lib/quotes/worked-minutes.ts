/** A day: one entry is one sitting. */
export const ENTRY_MINUTES_MAX = 24 * 60;

const UNITS = "(?:h|hs|hr|hrs|hora|horas)";
const MINUTES = "(?:m|min|mins|minuto|minutos)";
const CLOCK = /^(\d{1,2}):([0-5]\d)(?: ?h)?$/;
const HOURS = new RegExp(`^(\\d{1,2})(?:[.,](\\d{1,2}))? ?${UNITS}$`);
const HOURS_AND_MINUTES = new RegExp(`^(\\d{1,2}) ?${UNITS} ?(?:y )?(\\d{1,2})(?: ?${MINUTES})?$`);
const BARE = new RegExp(`^(\\d{1,4})(?: ?${MINUTES})?$`);

/**
 * Time worked as it is typed: "1:30", "90", "90 min", "1.5 h", "1,5 h", "1 h 30 min". Null for what is none of these, for nothing, for less
 * than nothing and for parts of a minute. A decimal without its unit is none: nobody knows of what.
 * @returns whole minutes
 */
export function readWorkedMinutes(text: string): number | null {
  const minutes = minutesIn(text.trim().toLowerCase().replace(/\s+/g, " "));
  return minutes !== null && minutes > 0 ? minutes : null;
}

function minutesIn(text: string): number | null {
  const clock = CLOCK.exec(text) ?? HOURS_AND_MINUTES.exec(text);
  if (clock) return Number(clock[2]) < 60 ? Number(clock[1]) * 60 + Number(clock[2]) : null;
  const hours = HOURS.exec(text);
  if (hours) {
    const hundredths = Number(hours[1]) * 100 + Number((hours[2] ?? "").padEnd(2, "0"));
    return (hundredths * 60) % 100 === 0 ? (hundredths * 60) / 100 : null;
  }
  const bare = BARE.exec(text);
  return bare ? Number(bare[1]) : null;
}
