import type { AttachmentLimits } from "@/lib/attachments/types";
import type { FileRefusal } from "./file-rules";
import type { UploadStatus } from "./upload-list";
import type { UploadProblem } from "./upload-problem";

/** The words that the uploader takes along to the browser. Those in braces are filled in there. */
export interface UploadWords {
  title: string;
  ways: string;
  /** With {count} and {size}. */
  hint: string;
  kinds: string;
  choose: string;
  photo: string;
  dropHere: string;
  list: string;
  pasted: string;
  status: Record<Exclude<UploadStatus, "failed" | "refused">, string>;
  /** With {name}. */
  progress: string;
  pause: string;
  resume: string;
  retry: string;
  remove: string;
  edit: string;
  /** With {size}, {most}, {count}. */
  refusal: Record<FileRefusal, string>;
  problem: Record<UploadProblem["kind"], string>;
  folder: string;
  cannotEdit: string;
  sendsWhenDone: string;
  stopped: string;
  done: string;
  keptHint: string;
}

const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE * KILOBYTE;

/** "1.4 MB", in the numbers of a locale; counted as the limits are. */
export function sizeText(bytes: number, locale: string | undefined): string {
  const [value, unit] = bytes < MEGABYTE ? [Math.max(1, bytes / KILOBYTE), "kB"] : [bytes / MEGABYTE, "MB"];
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)} ${unit}`;
}

/** The limit is set in whole megabytes. */
export function limitText(bytes: number): string {
  return `${Math.round(bytes / MEGABYTE)} MB`;
}

export function refusalText(refusal: FileRefusal, limits: AttachmentLimits, words: UploadWords): string {
  return filled(words.refusal[refusal], { most: limitText(limits.maxFileBytes), count: String(limits.maxFiles), kinds: limits.types.join(", ") });
}

/** The server's own words where it found some: it saw the bytes. */
export function problemText({ kind, message }: UploadProblem, words: UploadWords): string {
  return message ?? words.problem[kind];
}

export function filled(text: string, values: Record<string, string>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
