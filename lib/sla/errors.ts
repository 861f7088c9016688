export type SlaErrorCode =
  | "CALENDAR_NEVER_OPENS"
  | "UNKNOWN_TIME_ZONE"
  | "OVERLAPPING_INTERVALS"
  | "INVALID_INTERVAL"
  | "INVALID_WEEKDAY"
  | "INVALID_HOLIDAY"
  | "INVALID_OVERRIDE"
  | "INVALID_MINUTES"
  | "INVALID_PAUSE"
  | "INVALID_COUNT"
  | "UNKNOWN_CLOCK"
  | "OUT_OF_HORIZON"
  | "ILLEGAL_CLOCK_EVENT"
  | "YEAR_NOT_COVERED";

/** What this domain refuses. The code is for programs and catalogues; the message says what to do, for whoever reads the log. */
export class SlaError extends Error {
  override readonly name = "SlaError";
  readonly code: SlaErrorCode;

  constructor(code: SlaErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
