import type { FileType } from "@/lib/attachments/file-types";

/** Rules about the two containers, by the names in their directories. Nothing is ever unpacked. Pure. */

const END = 0x06054b50;
const ENTRY = 0x02014b50;
export const END_MAX = 22 + 65_535;

export type Directory = { offset: number; size: number; count: number };

/** Where a zip's directory stands, read from its last bytes; null when that is no end of a zip. */
export function findDirectory(tail: Buffer): Directory | null {
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END) continue;
    if (at + 22 + tail.readUInt16LE(at + 20) !== tail.length) continue;
    return { count: tail.readUInt16LE(at + 10), size: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16) };
  }
  return null;
}

/** The names in a directory (or its beginning); null when it is none. */
export function entryNames(directory: Buffer, most = 20_000): string[] | null {
  const names: string[] = [];
  let at = 0;
  while (at + 46 <= directory.length && names.length < most) {
    if (directory.readUInt32LE(at) !== ENTRY) return null;
    const [name, extra, comment] = [directory.readUInt16LE(at + 28), directory.readUInt16LE(at + 30), directory.readUInt16LE(at + 32)];
    names.push(directory.toString("utf8", at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names;
}

/** A document is a zip with a certain main part; with macros it is another kind, which is not taken. */
export function typeOfEntries(names: readonly string[]): FileType | null {
  const has = (name: string) => names.includes(name);
  if (!has("[Content_Types].xml")) return "zip";
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) return null;
  if (has("word/document.xml")) return "docx";
  if (has("xl/workbook.xml")) return "xlsx";
  return "zip";
}

/** A saved Outlook message is a compound file with these streams, their names in UTF-16. */
export const MESSAGE_STREAM = Buffer.from("__properties_version1.0", "utf16le");
