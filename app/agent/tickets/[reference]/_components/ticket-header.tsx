import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { PromiseCard } from "@/components/sla/promise-card";
import { Moment } from "@/components/tickets/moment";
import { PriorityLabel } from "@/components/tickets/priority-label";
import { ReceiptLink } from "@/components/tickets/receipt-link";
import { TurnLabel } from "@/components/tickets/turn-label";
import { Disclosure } from "@/components/ui/disclosure";
import { StatusPill } from "@/components/ui/badge";
import { getTranslator } from "@/lib/i18n/translator";
import type { StaffTicketView } from "@/lib/tickets/types";
import { statusWords } from "../../../_data/status-words";
import { ComposeLink } from "./compose-link";
import { TicketViewers } from "./ticket-viewers";

/** What state, whose turn, by when and why, and who asks. */
export function TicketHeader({ ticket, now, backHref, replyHref }: { ticket: StaffTicketView; now: Temporal.Instant; backHref: string; replyHref: string }) {
  const t = getTranslator("agent");
  const status = statusWords()[ticket.status];
  return (
    <header className="border-b bg-surface px-4 py-3 sm:px-5 xl:grid xl:grid-cols-[minmax(0,1fr)_17rem] xl:gap-6">
      <div className="min-w-0 space-y-1.5">
        <Link href={backHref} prefetch={false} data-desk-back="" className="-ml-2 inline-flex min-h-11 items-center gap-1 rounded-md px-2 text-sm text-accent lg:hidden">
          <ChevronLeft aria-hidden="true" className="size-4" />
          {t("ticket.back")}
        </Link>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          <span className="font-medium tabular-nums">{ticket.reference}</span>
          <StatusPill tone={status.tone}>{status.label}</StatusPill>
          <PriorityLabel priority={ticket.priority} />
          <TurnLabel turn={ticket.turn} viewer="staff" />
          <TicketViewers key={ticket.id} ticketId={ticket.id} reference={ticket.reference} words={{ one: t("viewers.one"), more: t("viewers.more") }} />
          {ticket.can.reply && (
            <span className="ml-auto">
              <ComposeLink href={replyHref} label={t("ticket.reply")} />
            </span>
          )}
        </div>
        <h1 id="ticket-title" tabIndex={-1} className="rounded-sm text-lg font-semibold">
          {ticket.subject}
        </h1>
        <p className="text-sm text-muted">
          <span className="font-medium text-ink">{ticket.requester.name}</span>
          {" · "}
          {ticket.organizationName ?? t("ticket.noOrganization")}
          {" · "}
          <a href={`mailto:${ticket.requesterEmail}`} className="link">
            {ticket.requesterEmail}
          </a>
        </p>
        <p className="text-sm text-muted">
          {ticket.department.name}
          {" · "}
          {ticket.product?.name ?? t("ticket.noProduct")}
          {" · "}
          <Moment at={ticket.createdAt} now={now} />
          {" · "}
          <ReceiptLink reference={ticket.reference} />
        </p>
      </div>
      <Promises ticket={ticket} now={now} />
    </header>
  );
}

function Promises({ ticket, now }: { ticket: StaffTicketView; now: Temporal.Instant }) {
  const t = getTranslator("agent");
  const others = ticket.promises.filter((promise) => promise !== ticket.promise);
  if (!ticket.promise) return null;
  return (
    <section aria-label={t("ticket.promises")} className="mt-3 border-t pt-3 xl:mt-0 xl:border-t-0 xl:border-l xl:pt-0 xl:pl-6">
      <PromiseCard promise={ticket.promise} viewer="staff" now={now} awaitedQuote={ticket.awaitedQuote} />
      {others.length > 0 && (
        <Disclosure summary={t("ticket.otherPromises")} className="text-sm">
          <ul className="space-y-4">
            {others.map((promise) => (
              <li key={`${promise.kind}-${promise.startedAt}`}>
                <PromiseCard promise={promise} viewer="staff" now={now} awaitedQuote={ticket.awaitedQuote} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}
