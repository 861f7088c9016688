import { RelativeTime } from "@/components/ui/relative-time";
import { formatDateTime, formatRelative } from "@/lib/i18n/format";

/** "mié 18 nov, 13:40 · hace 2 h": as people say it, and beside it how far away it is. */
export function Moment({ at, now, isRelativeFirst, className }: { at: string; now: Temporal.Instant; isRelativeFirst?: boolean; className?: string }) {
  const instant = Temporal.Instant.from(at);
  const absolute = formatDateTime(instant, { now });
  const relative = formatRelative(instant, { now });
  if (isRelativeFirst) return <RelativeTime at={at} initial={relative} title={absolute} className={className} />;
  return (
    <span className={className}>
      <time dateTime={at} className="whitespace-nowrap">
        {absolute}
      </time>{" "}
      <span className="whitespace-nowrap">
        (<RelativeTime at={at} initial={relative} />)
      </span>
    </span>
  );
}
