import { Panel } from "@/components/ui/panel";
import { formatDate, formatDuration } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import type { CustomerWorkView } from "@/lib/quotes/work-types";

/** What was worked under what the customer authorised: day, minutes that count, and what was done. */
export function OwnWork({ work, now }: { work: CustomerWorkView[]; now: Temporal.Instant }) {
  if (work.length === 0) return null;
  const t = getTranslator("work");
  return (
    <Panel title={t("own.title")}>
      <div className="space-y-4 text-sm">
        {work.map((each) => (
          <section key={each.reference} aria-label={t("own.under", { quote: each.reference })} className="space-y-2">
            <h3 className="font-semibold">{t("own.under", { quote: each.reference })}</h3>
            <p className="text-muted">{each.estimatedMinutes > 0 ? t("own.used", { used: formatDuration(each.usedMinutes), estimated: formatDuration(each.estimatedMinutes) }) : t("own.usedOnly", { used: formatDuration(each.usedMinutes) })}</p>
            {each.entries.length === 0 ? <p className="text-muted">{t("own.empty")}</p> : <Entries entries={each.entries} now={now} />}
            {each.closing && (
              <div className="space-y-1 border-t pt-2">
                <h4 className="font-semibold">{t("own.closed")}</h4>
                <p className="whitespace-pre-line break-words">{each.closing.statement}</p>
              </div>
            )}
            {each.closing && each.basis === "event" && (
              <p>
                <a href="/portal/charges" className="link inline-flex min-h-6 items-center">
                  {t("own.charges")}
                </a>
              </p>
            )}
          </section>
        ))}
      </div>
    </Panel>
  );
}

function Entries({ entries, now }: { entries: CustomerWorkView["entries"]; now: Temporal.Instant }) {
  return (
    <ul className="divide-y">
      {entries.map((entry) => (
        <li key={entry.id} className="py-2">
          <div className="flex justify-between gap-3">
            <span className="text-muted">{formatDate(Temporal.Instant.from(entry.startedAt), { now })}</span>
            <span className="font-medium tabular-nums">{formatDuration(entry.billableMinutes)}</span>
          </div>
          <p className="whitespace-pre-line break-words">{entry.description}</p>
        </li>
      ))}
    </ul>
  );
}
