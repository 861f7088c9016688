import { ATTRIBUTION, DEVICE, FORWARDED, FROM, OF_A_HEAD, ORIGINAL } from "@/lib/mail/inbound/program-words";

/** More than anybody types; a draft of so many letters still fits into its place (lib/drafts/schema), whatever letters they are. */
export const TEXT_MAX = 60_000;
const LOOKED_AT_MAX = 300_000;

/**
 * What somebody typed into a mail: without the history that programs put below an answer, and without a signature. What was forwarded
 * stays: it is what the mail is about. Where nothing would be left, the whole is.
 */
export function ownWords(typed: string, { subject }: { subject: string }): string {
  const text = typed.slice(0, LOOKED_AT_MAX).replaceAll(/\r\n?/g, "\n").replaceAll(UNSEEN, "").replaceAll(/[\u00a0\u2007\u202f]/g, " ");
  const lines = text.split("\n").map((line) => line.trimEnd());
  const own = FORWARDED.test(subject) ? lines : withoutHistory(lines);
  return bounded(tidied(withoutSignature(own)) || tidied(lines));
}

/** Control characters but line ends and tabs; what turns the direction of a text; the mark of its bytes' order. */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ufeff]/g;

const RULE = /^\s*_{10,}\s*$/;

function withoutHistory(lines: readonly string[]): string[] {
  const at = lines.findIndex((_, index) => isHead(lines, index) || attributionAt(lines, index) > 0);
  if (at < 0) return [...lines];
  const length = isHead(lines, at) ? 0 : attributionAt(lines, at);
  const before = lines.slice(0, at);
  if (length === 0) return before;
  const after = lines.slice(at + length);
  // Below a quotation somebody may have answered line by line; where nothing is marked as one, everything below is.
  return isQuoted(after.find((line) => line.trim() !== "")) ? [...before, ...after.filter((line) => !isQuoted(line))] : before;
}

function isQuoted(line: string | undefined): boolean {
  return line !== undefined && /^\s*>/.test(line);
}

/** The head of a message that programs copy above the text that is answered to. */
function isHead(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? "";
  if (ORIGINAL.test(line)) return true;
  if (RULE.test(line)) return FROM.test(lines.slice(at + 1, at + 5).find((each) => each.trim() !== "") ?? "");
  if (!FROM.test(line)) return false;
  const below = lines.slice(at + 1, at + 7);
  return OF_A_HEAD.filter((sign) => below.some((each) => sign.test(each))).length >= 2;
}

/** "El lun, 23 nov 2026 a las 10:15, Ana (<ana@…>) escribió:", in up to three lines. @returns how many lines it takes, 0 for none */
function attributionAt(lines: readonly string[], at: number): number {
  if (!/^\s*(?:el|on|le|em|am)\s/i.test(lines[at] ?? "")) return 0;
  for (const length of [1, 2, 3]) {
    const joined = lines.slice(at, at + length).join(" ").trim();
    if (joined.length <= 320 && ATTRIBUTION.test(joined)) return length;
  }
  return 0;
}

const DEVICE_LINES_MAX = 4;

function withoutSignature(lines: readonly string[]): string[] {
  const dashes = lines.findIndex((line, index) => /^--\s?$/.test(line) && index > 0);
  const kept = dashes < 0 ? [...lines] : lines.slice(0, dashes);
  const texts = kept.flatMap((line, index) => (line.trim() === "" ? [] : [index])).slice(-DEVICE_LINES_MAX);
  const device = texts.find((index) => DEVICE.test((kept[index] ?? "").trim()));
  return device === undefined ? kept : kept.slice(0, device);
}

function tidied(lines: readonly string[]): string {
  return lines.join("\n").replaceAll(/\n{3,}/g, "\n\n").trim();
}

function bounded(text: string): string {
  return text.slice(0, TEXT_MAX).toWellFormed();
}
