import { acceptOf, FILE_TYPES, isFileType, type FileType } from "@/lib/attachments/file-types";
import type { AttachmentLimits } from "@/lib/attachments/types";

export const MEGABYTE = 1024 * 1024;
/** What an administrator may choose at most; the database checks the same. */
export const MEGABYTES_MAX = 128;
export const FILES_MAX = 30;

export type AttachmentRules = { maxFileMegabytes: number; maxFiles: number; types: readonly string[] };

/** What the product comes with. */
export const DEFAULT_RULES: AttachmentRules = { maxFileMegabytes: 16, maxFiles: 10, types: FILE_TYPES };

export function limitsOf({ maxFileMegabytes, maxFiles, types }: AttachmentRules): AttachmentLimits {
  const known: FileType[] = types.filter(isFileType);
  return { maxFileBytes: maxFileMegabytes * MEGABYTE, maxFiles, types: known, accept: acceptOf(known) };
}

/** Of a form that takes an invoice: its PDF and its XML, whatever else may be sent elsewhere. */
export function invoiceLimits(rules: AttachmentLimits): AttachmentLimits {
  const types: FileType[] = ["pdf", "xml"];
  return { ...rules, maxFiles: Math.min(rules.maxFiles, 4), types, accept: acceptOf(types) };
}
