import { SlaError } from "./errors";
import { lastAtOrBelow } from "./search";

/** Instants from 1900 up to 2200 are served; anything else is refused as OUT_OF_HORIZON. */
export const HORIZON_START = Date.UTC(1900, 0, 1);
export const HORIZON_END = Date.UTC(2200, 0, 1);

/** A stretch of constant offset: local = utc + offset, from `start` until the next stretch. */
export interface OffsetStretch {
  start: number;
  offset: number;
}

/** A zone as the stretches of constant offset that make it up, from the horizon's start to its end. */
export class Zone {
  /** The IANA name in its usual spelling. */
  readonly id: string;
  readonly #starts: Float64Array;
  readonly #offsets: Float64Array;

  constructor(id: string, stretches: readonly OffsetStretch[]) {
    this.id = id;
    this.#starts = Float64Array.from(stretches, (stretch) => stretch.start);
    this.#offsets = Float64Array.from(stretches, (stretch) => stretch.offset);
    Object.freeze(this);
  }

  /** Before the horizon, the horizon's first offset. */
  offsetAt(utc: number): number {
    return this.#offsets[Math.max(0, lastAtOrBelow(this.#starts, utc))]!;
  }

  /** Copies: nobody can change the zone by them. */
  stretches(): { starts: Float64Array; offsets: Float64Array } {
    return { starts: this.#starts.slice(), offsets: this.#offsets.slice() };
  }
}

/** Zones are the same for every calendar and take about a millisecond each to read, so they are read once per process. */
const readZones = new Map<string, Zone>();

export function zoneNamed(timeZone: unknown): Zone {
  const id = canonicalName(timeZone);
  const known = readZones.get(id);
  if (known) return known;
  const zone = new Zone(id, readStretches(id));
  readZones.set(id, zone);
  return zone;
}

/** Temporal would also read an offset ("+05:30") or a whole ISO string as a zone; a calendar needs a place. */
function canonicalName(timeZone: unknown): string {
  const refusal = `${JSON.stringify(timeZone)} is not a time zone. Write an IANA name, such as "America/Mexico_City".`;
  if (typeof timeZone !== "string" || !/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(timeZone)) throw new SlaError("UNKNOWN_TIME_ZONE", refusal);
  try {
    return new Temporal.ZonedDateTime(0n, timeZone).timeZoneId;
  } catch {
    throw new SlaError("UNKNOWN_TIME_ZONE", refusal);
  }
}

function readStretches(id: string): OffsetStretch[] {
  let moment: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(HORIZON_START).toZonedDateTimeISO(id);
  const stretches: OffsetStretch[] = [];
  while (moment && moment.epochMilliseconds < HORIZON_END) {
    stretches.push({ start: moment.epochMilliseconds, offset: Math.round(moment.offsetNanoseconds / 1e6) });
    moment = moment.getTimeZoneTransition("next");
  }
  return stretches;
}
