/** What came of one try to hand a message to the server. */
export type MailOutcome =
  | { kind: "sent"; answer: string }
  /** Not now: the server said so (4xx), or could not be talked to. */
  | { kind: "later"; answer: string }
  /** Its text was handed over, and the connection ended before the server answered: it may have arrived. */
  | { kind: "unknown"; answer: string }
  /** Never: the server refused the message or its reader (5xx). */
  | { kind: "never"; answer: string };

export type SmtpFailure = { code?: string | undefined; responseCode?: number | undefined; message: string };

/** Refused by the server for what the desk is, not for what it sends: mended by whoever looks after the server, and then sent. */
const OF_THE_DESK = new Set(["EAUTH", "ENOAUTH", "EOAUTH2", "ETLS", "ECONFIG", "EPROXY"]);
/** Errors that end a conversation without an answer. */
const CUT_OFF = new Set(["ECONNECTION", "ETIMEDOUT", "ESOCKET", "ESTREAM", "EPROTOCOL"]);

/** @param isHandedOver whether the text had begun to be handed over */
export function outcomeOf({ code = "", responseCode, message }: SmtpFailure, { isHandedOver }: { isHandedOver: boolean }): MailOutcome {
  const answer = message.replaceAll(/\s+/g, " ").trim().slice(0, ANSWER_MAX);
  if (OF_THE_DESK.has(code)) return { kind: "later", answer };
  if (responseCode !== undefined && responseCode >= 500) return { kind: "never", answer };
  if (responseCode !== undefined && responseCode >= 400) return { kind: "later", answer };
  return { kind: isHandedOver && (code === "" || CUT_OFF.has(code)) ? "unknown" : "later", answer };
}

export const ANSWER_MAX = 500;

/** Minutes until the next try, by how many there were; tried for two days (RFC 5321, 4.5.4.1, asks for hours between tries and days in all). */
const WAITS = [1, 5, 15, 30, 60, 120, 240, 240, 480, 480, 720, 720];

/** @returns null when it was tried often enough */
export function minutesUntilRetry(attempts: number): number | null {
  return WAITS[attempts - 1] ?? null;
}

/** Sent once more by itself without knowing whether it had arrived; after that a person decides. */
export const REPEATS_MAX = 1;
