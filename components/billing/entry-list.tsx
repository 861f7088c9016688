import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import type { EntryView } from "@/lib/billing/contract-views";
import { durationText } from "@/lib/billing/duration-text";
import { formatAmount } from "@/lib/i18n/money";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";

/** Entries of a ledger in their order: when, what, why, of which ticket, by whom; what it took or gave, and what was left. */
export function EntryList({ entries, label, now, ticketHref, balanceOf = (entry) => entry.balanceAfter, renderAction }: {
  entries: readonly EntryView[];
  label: string;
  now: Temporal.Instant;
  ticketHref: (reference: string) => string;
  balanceOf?: (entry: EntryView) => number;
  renderAction?: (entry: EntryView) => ReactNode;
}) {
  const t = getTranslator("billing");
  return (
    <ol aria-label={label} className="divide-y">
      {entries.map((entry) => (
        <li key={entry.id} className="space-y-2 px-4 py-3 text-sm sm:px-5">
          <div className="flex flex-wrap justify-between gap-x-6 gap-y-1">
            <div className="min-w-0 grow basis-60 space-y-1">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <Badge tone={entry.minutes > 0 ? "success" : "neutral"}>{t(`kind.${entry.kind}`)}</Badge>
                {entry.isReversed && <Badge tone="warn">{t("view.reversed")}</Badge>}
                <time dateTime={entry.at} className="text-muted tabular-nums">
                  {formatDateTime(Temporal.Instant.from(entry.at), { now })}
                </time>
              </p>
              <p className="wrap-anywhere">{entry.reason}</p>
              <p className="text-muted">
                {entry.actor ?? t("view.system")}
                {entry.priceCents !== null && ` · ${t("view.pricePaid", { price: formatAmount(entry.priceCents) })}`}
                {entry.ticket && (
                  <>
                    {" · "}
                    <a href={ticketHref(entry.ticket)} className="link tabular-nums">
                      {entry.ticket}
                    </a>
                  </>
                )}
              </p>
            </div>
            <p className="ml-auto text-right tabular-nums">
              <span className={cn("block font-semibold", entry.minutes > 0 && "text-success")}>{signedText(entry.minutes)}</span>
              <span className="text-muted">
                {t("view.column.balance")}: {durationText(balanceOf(entry))}
              </span>
            </p>
          </div>
          {renderAction?.(entry)}
        </li>
      ))}
    </ol>
  );
}

/** "+1 h" or "−1 h": what an entry gave or took. */
export function signedText(minutes: number): string {
  return minutes > 0 ? `+${durationText(minutes)}` : durationText(minutes);
}
