import { declaredType } from "@/lib/attachments/file-types";
import type { AttachmentLimits } from "@/lib/attachments/types";

export type FileRefusal = "empty" | "tooLarge" | "wrongType" | "tooMany";

/** Said before a byte is sent; the server decides, by the bytes. @param taken how many the message has already */
export function refusalOf(file: { name: string; size: number; type: string }, limits: AttachmentLimits, taken: number): FileRefusal | null {
  const type = declaredType({ name: file.name, mediaType: file.type });
  if (!type || !limits.types.includes(type)) return "wrongType";
  if (file.size === 0) return "empty";
  if (file.size > limits.maxFileBytes) return "tooLarge";
  return taken >= limits.maxFiles ? "tooMany" : null;
}

/** What the editor opens; an animation would lose its motion. */
export function isEditable(type: string): boolean {
  return /^image\/(png|jpeg|webp)$/.test(type);
}

/** What it may be able to open: some browsers read a telephone's own format. */
export function mayBeEditable(type: string): boolean {
  return isEditable(type) || /^image\/hei[cf]$/.test(type);
}

export function isShowable(type: string): boolean {
  return /^image\/(png|jpeg|webp|gif)$/.test(type);
}

export function nameWithoutEnding(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(0, dot) : name;
}
