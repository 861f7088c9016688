import { kindWords } from "@/components/secrets/guard-words";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import type { SealedView } from "@/lib/tickets/types";

/** A sealed field in words, for either side. */
export type SealedFieldText = { id: string; title: string; lines: string[]; isReadable: boolean };

export function sealedFieldText(view: SealedView, { now, side }: { now: Temporal.Instant; side: "customer" | "staff" }): SealedFieldText {
  const t = getTranslator("secrets");
  const at = (iso: string) => formatDateTime(Temporal.Instant.from(iso), { now });
  const isOver = view.gone === null && Temporal.Instant.compare(Temporal.Instant.from(view.expiresAt), now) <= 0;
  const gone = view.gone ?? (isOver ? { at: view.expiresAt, reason: "expired" as const } : null);
  const lines = [
    ...(side === "customer" ? [t("sealed.customerLead")] : []),
    ...(view.carriedFrom && side === "staff" ? [t("sealed.carriedFrom", { reference: view.carriedFrom })] : []),
    ...(view.carriedTo ? [side === "staff" ? t("sealed.carriedTo", { reference: view.carriedTo }) : t("sealed.carriedAway")] : []),
    gone ? t(gone.reason === "closed" ? "sealed.goneClosed" : "sealed.goneExpired", { at: at(gone.at) }) : t("sealed.until", { at: at(view.expiresAt) }),
    ...readLines(view, at),
  ];
  return { id: view.id, title: t("sealed.title", { kind: kindWords()[view.kind] }), lines, isReadable: side === "staff" && !gone && view.carriedTo === null };
}

/** The last readings; of the others how many. */
const SHOWN_READS = 5;

function readLines({ reads }: SealedView, at: (iso: string) => string): string[] {
  const t = getTranslator("secrets");
  if (reads.length === 0) return [t("sealed.unread")];
  const before = reads.length - SHOWN_READS;
  return [...(before > 0 ? [t("sealed.readMore", { count: before })] : []), ...reads.slice(-SHOWN_READS).map((read) => t("sealed.read", { by: read.by, at: at(read.at) }))];
}
