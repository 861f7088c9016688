import { Download } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { getTranslator } from "@/lib/i18n/translator";
import type { StaffThreadEntry } from "@/lib/tickets/types";
import type { AttachmentView } from "@/lib/attachments/types";

/** All files of a ticket at once; only where there are several. */
export function DownloadAll({ reference, opening, thread }: { reference: string; opening: readonly AttachmentView[]; thread: readonly StaffThreadEntry[] }) {
  const count = opening.length + thread.reduce((sum, entry) => sum + (entry.entry === "event" ? 0 : entry.attachments.length), 0);
  if (count < 2) return null;
  const t = getTranslator("attachments");
  return (
    <ButtonLink isPlain size="sm" href={`/api/files/ticket/${reference}`} download={`${reference}.zip`} title={t("list.allHint")}>
      <Download aria-hidden="true" />
      {t("list.all", { count })}
    </ButtonLink>
  );
}
