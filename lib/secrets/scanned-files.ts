/* Apart from the rule itself, which a page loads only once there is something to read. */

/** The kinds of files that are text, by the ending of their name. */
export const SCANNED_FILES = ["txt", "log", "csv", "eml", "env"] as const;
/** So much of a file is read: a secret further down in a log is beyond what a warning can promise. */
export const SCANNED_CHARACTERS = 2_000_000;
/** Enough of a file for so many characters, in whatever it is written. */
export const SCANNED_BYTES = SCANNED_CHARACTERS * 2;

export function isScanned(name: string): boolean {
  return SCANNED_FILES.some((ending) => name.toLowerCase().endsWith(`.${ending}`));
}
