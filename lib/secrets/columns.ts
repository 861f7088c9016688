import { findCues } from "@/lib/secrets/cues";
import { foldKeepingOffsets } from "@/lib/secrets/fold";
import { isMasked, isOrdinary } from "@/lib/secrets/password-shape";
import type { SecretFinding } from "@/lib/secrets/types";

/** Tables with a column of passwords: Markdown, CSV, tabs. */
const SEPARATORS = ["|", "\t", ";", ","] as const;
const ROWS = 500;
const LONGEST_LINE = 1_000;

export function findColumns({ text, folded }: { text: string; folded: string }): SecretFinding[] {
  const lines = text.split("\n");
  const found: SecretFinding[] = [];
  let at = 0;
  let table: { separator: string; column: number; rows: number } | null = null;
  for (const line of lines) {
    const header = line.length <= LONGEST_LINE ? headerOf(folded.slice(at, at + line.length)) : null;
    if (header) table = { ...header, rows: ROWS };
    else if (table && (table.rows === 0 || line.length > LONGEST_LINE || !line.includes(table.separator))) table = null;
    else if (table) {
      const cell = cellOf(line, table);
      if (cell && isValue(line.slice(cell.start, cell.end))) found.push({ kind: "password", start: at + cell.start, end: at + cell.end });
      table.rows -= 1;
    }
    at += line.length + 1;
  }
  return found;
}

function headerOf(line: string): { separator: string; column: number } | null {
  for (const separator of SEPARATORS) {
    if (!line.includes(separator)) continue;
    const column = line.split(separator).findIndex((cell) => isCue(cell.trim().replace(/^["'*]+|["'*]+$/g, "")));
    if (column >= 0) return { separator, column };
  }
  return null;
}

function isCue(cell: string): boolean {
  if (cell.length === 0 || cell.length > 30) return false;
  const [cue] = findCues(foldKeepingOffsets(cell));
  return cue !== undefined && cue.kind === "password" && cue.start === 0 && cue.end === cell.length;
}

function cellOf(line: string, { separator, column }: { separator: string; column: number }): { start: number; end: number } | null {
  const cells = line.split(separator);
  if (cells.length <= column) return null;
  const before = cells.slice(0, column).reduce((length, cell) => length + cell.length + separator.length, 0);
  const cell = cells[column]!;
  const lead = /^[\s"']*/.exec(cell)![0].length;
  const bare = cell.slice(lead).replace(/[\s"']+$/, "");
  return bare === "" ? null : { start: before + lead, end: before + lead + bare.length };
}

function isValue(cell: string): boolean {
  return cell.length >= 4 && cell.length <= 64 && !/\s/.test(cell) && !/^:?-+:?$/.test(cell) && !isMasked(cell) && !isOrdinary(cell);
}
