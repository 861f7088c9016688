export const IMPORT_MAX_LINES = 100_000;
export const IMPORT_MAX_MEGABYTES = 20;
