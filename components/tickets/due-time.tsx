import { CircleAlert, Clock } from "lucide-react";
import { RelativeTime } from "@/components/ui/relative-time";
import { cn } from "@/components/ui/cn";
import { formatDateTime, formatRelative } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";

/** The promise of a ticket in a list: until when, how far away, and whether it is past. Nothing when nothing is owed. */
export function DueTime({ dueAt, now }: { dueAt: string | null; now: Temporal.Instant }) {
  if (!dueAt) return null;
  const t = getTranslator("sla");
  const at = Temporal.Instant.from(dueAt);
  const isOverdue = Temporal.Instant.compare(at, now) < 0;
  const Icon = isOverdue ? CircleAlert : Clock;
  return (
    <span className={cn("inline-flex flex-wrap items-center gap-x-1.5 text-sm", isOverdue ? "font-medium text-danger" : "text-muted")}>
      <Icon aria-hidden="true" className="size-4 shrink-0" />
      <span className="whitespace-nowrap">{t(isOverdue ? "list.overdue" : "list.due", { at: formatDateTime(at, { now }) })}</span>
      <span className="whitespace-nowrap">
        (<RelativeTime at={dueAt} initial={formatRelative(at, { now })} />)
      </span>
    </span>
  );
}
