import { ENTRIES_MAX, UNPACKED_MAX_MEGABYTES, type ArchiveRefusal } from "./limits";

export type EntryFacts = { name: string; size: number; externalAttributes: number; isEncrypted: boolean };

const LINK = 0o120000;
const KIND = 0o170000;
/** What systems put beside people's files. */
const LITTER = /(?:^|\/)(?:__MACOSX\/|\.[^/]*(?:\/|$)|Thumbs\.db$|desktop\.ini$)/i;

/** Why an archive is not unpacked at all; null when nothing speaks against it. What it says of its sizes is held to while it is read. */
export function archiveRefusal(entries: readonly EntryFacts[]): ArchiveRefusal | null {
  if (entries.length > ENTRIES_MAX) return "IMPORT_TOO_MANY_ENTRIES";
  if (entries.some(({ name, externalAttributes }) => isBadPath(name) || ((externalAttributes >>> 16) & KIND) === LINK)) return "IMPORT_BAD_PATHS";
  if (entries.some(({ isEncrypted }) => isEncrypted)) return "IMPORT_ENCRYPTED";
  return entries.reduce((sum, { size }) => sum + size, 0) > UNPACKED_MAX_MEGABYTES * 1024 * 1024 ? "IMPORT_UNPACKS_TOO_LARGE" : null;
}

/** A path that leads out of its folder, or is one of another system. */
export function isBadPath(name: string): boolean {
  return name === "" || name.startsWith("/") || /^[a-z]:/i.test(name) || name.includes("\\") || name.includes("\0") || name.split("/").includes("..");
}

/** Files that people put in, without folders and litter. */
export function isFile(name: string): boolean {
  return !name.endsWith("/") && !LITTER.test(name);
}

/**
 * The folder that was packed, when the archive holds nothing beside it and its own texts stand deeper: what is in it counts. @returns ""
 * or the folder with its slash
 */
export function packedFolder(names: readonly string[]): string {
  const tops = new Set(names.map((name) => (name.includes("/") ? name.slice(0, name.indexOf("/") + 1) : "")));
  const [top] = tops;
  if (tops.size !== 1 || !top) return "";
  return names.some((name) => /^[^/]+\/[^/]+\.(?:md|markdown)$/i.test(name)) ? "" : top;
}
