import Link from "next/link";
import { Moment } from "@/components/tickets/moment";
import { Badge, StatusPill } from "@/components/ui/badge";
import { getTranslator } from "@/lib/i18n/translator";
import type { ClusterView, TicketListItem } from "@/lib/tickets/types";
import { PairForm } from "../../_components/pair-form";
import { idOfCluster } from "../../_data/cluster-address";
import { differentWords } from "../../_data/pair-words";
import { statusWords } from "../../_data/status-words";
import { takeOutAction } from "../actions";
import { clusterTitle } from "../cluster-title";

/** More are not read one by one; what is said about a ticket is said about so many others. */
const MOST_SHOWN = 50;

/** One matter: what it is about, how many ask, since when, and each ticket with who has it. */
export function ClusterSection({ cluster, now }: { cluster: ClusterView; now: Temporal.Instant }) {
  const t = getTranslator("agent");
  const id = idOfCluster(cluster);
  const shown = cluster.tickets.slice(0, MOST_SHOWN);
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-4 rounded-lg border bg-surface target:border-accent-line">
      <div className="space-y-1 border-b px-4 py-3">
        <h2 id={`${id}-title`} className="text-base font-semibold wrap-anywhere">
          {clusterTitle(cluster)}
        </h2>
        <p className="text-sm font-medium">{t("clusters.size", { tickets: cluster.tickets.length, customers: cluster.customers })}</p>
        <p className="flex flex-wrap gap-x-4 text-xs text-muted">
          <span>
            {t("clusters.first")} <Moment at={cluster.firstAt} now={now} />
          </span>
          <span>
            {t("clusters.last")} <Moment at={cluster.lastAt} now={now} />
          </span>
        </p>
      </div>
      <ul className="divide-y">
        {shown.map((ticket) => (
          <li key={ticket.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 px-4 py-3 text-sm">
            <ClusterTicket ticket={ticket} isCentre={ticket.reference === cluster.centre} now={now} />
            <PairForm
              action={takeOutAction}
              ticketId={ticket.id}
              candidateTicketIds={shown.filter((other) => other.id !== ticket.id).map((other) => other.id)}
              focusId="clusters-title"
              words={differentWords({ ticket: ticket.reference, others: t("clusters.others") })}
            />
          </li>
        ))}
      </ul>
      {cluster.tickets.length > shown.length && (
        <p className="border-t px-4 py-3 text-sm text-muted">{t("clusters.rest", { count: cluster.tickets.length - shown.length })}</p>
      )}
    </section>
  );
}

function ClusterTicket({ ticket, isCentre, now }: { ticket: TicketListItem; isCentre: boolean; now: Temporal.Instant }) {
  const t = getTranslator("agent");
  const status = statusWords()[ticket.status];
  return (
    <div className="min-w-0 space-y-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Link href={`/agent/tickets/${ticket.reference}`} prefetch={false} className="link font-medium">
          {ticket.subject}
        </Link>
        {isCentre && <Badge tone="accent">{t("clusters.start")}</Badge>}
      </p>
      <p className="text-muted">{[ticket.requesterName, ticket.organizationName].filter(Boolean).join(" · ")}</p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted">
        <span className="tabular-nums">{ticket.reference}</span>
        <StatusPill tone={status.tone}>{status.label}</StatusPill>
        <span>{ticket.assigneeName === null ? t("list.unassigned") : `${t("list.assignedTo")} ${ticket.assigneeName}`}</span>
        <Moment at={ticket.createdAt} now={now} />
      </p>
    </div>
  );
}
