import Link from "next/link";
import { DueTime } from "@/components/tickets/due-time";
import { Moment } from "@/components/tickets/moment";
import { TicketStatus } from "@/components/tickets/ticket-status";
import { TurnLabel } from "@/components/tickets/turn-label";
import { getTranslator } from "@/lib/i18n/translator";
import type { TicketListItem } from "@/lib/tickets/types";

/**
 * A customer's tickets: what about, in which state, whose turn, until when. The subject's link covers its whole row.
 * @param readerName whose list it is: tickets of others of the organization say whose they are
 */
export function TicketList({
  label,
  items,
  now,
  readerName,
  addressOf,
}: {
  label: string;
  items: TicketListItem[];
  now: Temporal.Instant;
  readerName: string;
  addressOf: (reference: string) => string;
}) {
  return (
    <ul aria-label={label} className="divide-y overflow-hidden rounded-lg border bg-surface">
      {items.map((item) => (
        <li key={item.id} className="relative px-4 py-4 transition-colors hover:bg-sunken has-focus-visible:bg-sunken sm:px-5">
          <TicketRow item={item} now={now} readerName={readerName} href={addressOf(item.reference)} />
        </li>
      ))}
    </ul>
  );
}

function TicketRow({ item, now, readerName, href }: { item: TicketListItem; now: Temporal.Instant; readerName: string; href: string }) {
  const t = getTranslator("tickets");
  const otherName = item.requesterName === readerName ? null : item.requesterName;
  return (
    <div className="grid gap-x-6 gap-y-2 md:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="min-w-0 space-y-1">
        <h2 className="flex items-start gap-2 text-base">
          {item.isUnread && <span aria-hidden="true" className="mt-2 size-2 shrink-0 rounded-full bg-accent" />}
          <Link
            href={href}
            prefetch={false} // a page of them would ask for every ticket in sight
            className={`min-w-0 after:absolute after:inset-0 ${item.isUnread ? "font-semibold" : "font-medium"} hover:text-accent`}
          >
            {item.subject}
            {item.isUnread && <span className="sr-only"> ({t("unread")})</span>}
          </Link>
        </h2>
        <p className="flex flex-wrap gap-x-3 text-sm text-muted">
          <span className="tabular-nums">{item.reference}</span>
          <span>{item.departmentName}</span>
          {otherName && <span>{t("suggestions.by", { name: otherName })}</span>}
          <span>
            {t("updated")} <Moment at={item.updatedAt} now={now} isRelativeFirst />
          </span>
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 md:flex-col md:items-start">
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <TicketStatus status={item.status} />
          {item.turn !== "nobody" && <TurnLabel turn={item.turn} viewer="customer" requesterName={otherName} />}
        </span>
        <DueTime dueAt={item.dueAt} now={now} />
      </div>
    </div>
  );
}
