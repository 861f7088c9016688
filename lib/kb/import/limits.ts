/** What a file may be at most: as it is sent, and unpacked. */
export const IMPORT_MAX_MEGABYTES = 64;
export const UNPACKED_MAX_MEGABYTES = 512;
export const ENTRIES_MAX = 20_000;
/** Of one text of a folder. */
export const TEXT_MAX_BYTES = 2 * 1024 * 1024;
/** Looks that nobody had done are forgotten after so many days. */
export const LOOK_KEPT_DAYS = 7;

export const ARCHIVE_REFUSALS = ["IMPORT_NO_ARCHIVE", "IMPORT_BAD_PATHS", "IMPORT_TOO_MANY_ENTRIES", "IMPORT_UNPACKS_TOO_LARGE", "IMPORT_ENCRYPTED", "IMPORT_NOTHING_IN_IT", "IMPORT_CUT"] as const;
export type ArchiveRefusal = (typeof ARCHIVE_REFUSALS)[number];
