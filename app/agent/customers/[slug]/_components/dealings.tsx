import Link from "next/link";
import { balanceSentences } from "@/components/billing/balance-words";
import { Moment } from "@/components/tickets/moment";
import { TicketStatus } from "@/components/tickets/ticket-status";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import type { UsableContract } from "@/lib/billing/usable-contracts";
import { getTranslator } from "@/lib/i18n/translator";
import type { TicketListItem } from "@/lib/tickets/types";
import { hrefOfContract, hrefOfContracts } from "../../../contracts/_data/addresses";

/** What goes on with an organization: its pólizas in force, and the tickets that moved last. */

export function ContractsPanel({ contracts, organization }: { contracts: UsableContract[]; organization: string }) {
  const t = getTranslator("customers");
  return (
    <Panel title={t("organization.contracts")}>
      <div className="space-y-3 text-sm">
        {contracts.length === 0 && <p className="text-muted">{t("organization.contractsNone")}</p>}
        <ul className="space-y-3 empty:hidden">
          {contracts.map((contract) => {
            const { left, until } = balanceSentences(contract);
            return (
              <li key={contract.id}>
                <Link href={hrefOfContract(contract.reference)} prefetch={false} className="link inline-flex min-h-6 items-center font-medium">
                  {contract.reference} · {contract.name}
                </Link>
                <p className="text-muted">
                  {left} {until}
                </p>
              </li>
            );
          })}
        </ul>
        <Link href={hrefOfContracts({ search: organization })} prefetch={false} className="link inline-flex min-h-6 items-center">
          {t("organization.contractsAll")}
        </Link>
      </div>
    </Panel>
  );
}

export function TicketsPanel({ tickets, now }: { tickets: TicketListItem[]; now: Temporal.Instant }) {
  const t = getTranslator("customers");
  return (
    <Panel title={t("organization.tickets")} isFlush>
      {tickets.length === 0 && <EmptyState title={t("organization.ticketsNone")}>{t("organization.ticketsNoneHint")}</EmptyState>}
      <ul className="divide-y">
        {tickets.map((ticket) => (
          <li key={ticket.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2.5 text-sm sm:px-5">
            <Link href={`/agent/tickets/${ticket.reference}`} prefetch={false} className="link min-w-0 grow basis-60 break-words">
              {ticket.reference} {ticket.subject}
            </Link>
            <span className="flex items-center gap-3 text-muted">
              <TicketStatus status={ticket.status} />
              <Moment at={ticket.updatedAt} now={now} isRelativeFirst />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
