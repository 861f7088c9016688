import type { AttachmentListWords } from "@/components/attachments/attachment-list";
import { getTranslator } from "@/lib/i18n/translator";

/** The words of a list of files; on the server, where the catalogue is. */
export function attachmentListWords(): AttachmentListWords {
  const t = getTranslator("attachments");
  return {
    label: t("list.label"),
    open: (name, size) => t("list.open", { name, size }),
    download: t("list.download"),
    size: sizeText,
  };
}

/** "340 bytes", "12 kB", "2.4 MB". */
export function sizeText(bytes: number): string {
  const t = getTranslator("attachments");
  if (bytes < 1024) return t("size.bytes", { value: bytes });
  if (bytes < 1024 * 1024) return t("size.kilobytes", { value: Math.round(bytes / 1024) });
  return t("size.megabytes", { value: Math.round((bytes / 1024 / 1024) * 10) / 10 });
}
