import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { Moment } from "@/components/tickets/moment";
import { formatDuration } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import type { TimeEntryView } from "@/lib/quotes/work-types";
import { FieldForm } from "../../../../_components/field-form";
import { reverseTimeAction } from "../actions";
import { workFormWords } from "../_data/words";

/** What was worked, newest first; what was taken back stays in sight, and says so. */
export function TimeList({ entries, address, now }: { entries: TimeEntryView[]; address: string; now: Temporal.Instant }) {
  const t = getTranslator("work");
  if (entries.length === 0) return <EmptyState title={t("list.empty")}>{t("list.emptyHint")}</EmptyState>;
  return (
    <ul className="divide-y">
      {entries.map((entry) => (
        <li key={entry.id} className="space-y-1.5 px-4 py-3 text-sm sm:px-5">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className={entry.isReversed ? "font-semibold tabular-nums line-through" : "font-semibold tabular-nums"}>{signed(entry.minutes)}</span>
            <Counted entry={entry} />
            {entry.isReversal && <Badge tone="warn">{t("list.reversal")}</Badge>}
            {entry.isReversed && <Badge>{t("list.reversed")}</Badge>}
            <span className="text-muted sm:ml-auto">{entry.agentName}</span>
          </div>
          <p className="whitespace-pre-line break-words">{entry.description}</p>
          <Moment at={entry.startedAt} now={now} className="text-muted" />
          {entry.canReverse && (
            <Disclosure summary={t("reverse.title")} className="text-sm">
              <FieldForm
                formId={`reverse-${entry.id}`}
                action={reverseTimeAction}
                permalink={address}
                hidden={{ entryId: entry.id }}
                submissionKey={crypto.randomUUID()}
                fields={[{ kind: "textarea", name: "reason", label: t("reverse.reason"), hint: t("reverse.hint"), rows: 2, maxLength: 2000 }]}
                variant="danger"
                words={workFormWords("reverse")}
              />
            </Disclosure>
          )}
        </li>
      ))}
    </ul>
  );
}

function Counted({ entry }: { entry: TimeEntryView }) {
  const t = getTranslator("work");
  if (entry.quoteReference === null) return <Badge>{t("list.notBillable")}</Badge>;
  return <Badge tone="accent">{t("list.billable", { minutes: signed(entry.billableMinutes), quote: entry.quoteReference })}</Badge>;
}

function signed(minutes: number): string {
  return minutes < 0 ? `\u2212${formatDuration(minutes)}` : formatDuration(minutes);
}
