import pino from "pino";

/** Structured logs, one line of JSON each, to standard output. Never a password, a token or the text of a ticket. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: undefined,
  redact: { paths: ["password", "*.password", "token", "*.token", "authorization", "cookie"], censor: "[redacted]" },
  timestamp: pino.stdTimeFunctions.isoTime,
});
