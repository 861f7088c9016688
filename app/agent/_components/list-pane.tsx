import { ChevronLeft, Inbox, SearchX, X } from "lucide-react";
import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { getTranslator } from "@/lib/i18n/translator";
import { hrefOfList, listQueryOf, type ListAddress } from "../_data/list-address";
import type { LoadedList } from "../_data/load-list";
import { TicketList } from "./ticket-list";

/**
 * The middle pane. Alone on its page it carries the page's heading; beside a ticket (`current`) the ticket does, and a narrow screen
 * shows the ticket alone.
 */
export function ListPane({ list, current = null }: { list: LoadedList; current?: string | null }) {
  const t = getTranslator("agent");
  const Heading = current === null ? "h1" : "h2";
  return (
    <section
      aria-labelledby="list-title"
      className={cn("min-w-0 flex-col bg-surface lg:flex lg:min-h-0 lg:border-r", current === null ? "flex" : "hidden")}
    >
      {current !== null && (
        <a href="#ticket" className="sr-only focus:not-sr-only focus:m-2 focus:rounded-md focus:px-3 focus:py-2 focus:text-sm focus:text-accent">
          {t("list.toTicket")}
        </a>
      )}
      <div className="flex min-h-12 shrink-0 items-center gap-2 border-b px-3">
        <Link href="/agent/queues" prefetch={false} className="-ml-2 inline-flex min-h-11 items-center gap-1 rounded-md px-2 text-sm text-accent lg:hidden">
          <ChevronLeft aria-hidden="true" className="size-4" />
          {t("list.queues")}
        </Link>
        <Heading id="list-title" className="min-w-0 grow truncate text-base font-semibold">
          {titleOf(list)}
        </Heading>
        {list.departmentName !== null && <ClearDepartment address={list.address} label={t("list.allDepartments")} />}
      </div>
      <TicketList
        list={listQueryOf(list.address)}
        version={list.version}
        rows={list.rows}
        current={current}
        words={{
          size: sizeOf(list),
          changed: t("list.changed"),
          refresh: t("list.refresh"),
          refreshing: t("list.refreshing"),
          refreshed: t("list.refreshed"),
          unread: t("list.unread"),
          unassigned: t("list.unassigned"),
          assignedTo: t("list.assignedTo"),
          high: t("list.high"),
          overdue: t("list.overdue"),
          timeLeft: t("list.timeLeft"),
        }}
        empty={<EmptyList list={list} />}
        pages={<Pages list={list} />}
      />
    </section>
  );
}

export function titleOf({ title, departmentName, address }: LoadedList): string {
  const t = getTranslator("agent");
  if (address.kind === "search") return address.text ? t("titles.searchFor", { text: address.text }) : title;
  return departmentName ? t("list.inDepartment", { queue: title, department: departmentName }) : title;
}

function sizeOf({ address, rows, nextHref }: LoadedList): string {
  const t = getTranslator("agent");
  const count = rows.length;
  if (address.kind === "search") return t("list.results", { count });
  if (address.cursor) return t("list.sizeLater", { count });
  return nextHref ? t("list.sizeMore", { count }) : t("list.size", { count });
}

function ClearDepartment({ address, label }: { address: ListAddress; label: string }) {
  if (address.kind === "search") return null;
  return (
    <Link
      href={hrefOfList({ ...address, department: null, cursor: null })}
      prefetch={false}
      aria-label={label}
      title={label}
      className="inline-flex size-8 shrink-0 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-ink"
    >
      <X aria-hidden="true" className="size-4" />
    </Link>
  );
}

function Pages({ list: { address, nextHref } }: { list: LoadedList }) {
  const t = getTranslator("agent");
  const isLater = address.kind === "queue" && address.cursor !== null;
  if (!nextHref && !isLater) return null;
  return (
    <nav aria-label={t("list.pages")} className="flex justify-between gap-2 p-3">
      {isLater ? (
        <ButtonLink size="sm" href={hrefOfList({ ...address, cursor: null })}>
          {t("list.first")}
        </ButtonLink>
      ) : (
        <span />
      )}
      {nextHref && (
        <ButtonLink size="sm" href={nextHref} rel="next">
          {t("list.more")}
        </ButtonLink>
      )}
    </nav>
  );
}

function EmptyList({ list: { address, departmentName, rows } }: { list: LoadedList }) {
  const t = getTranslator("agent");
  if (rows.length > 0) return null;
  if (address.kind === "search") {
    const title = address.text ? t("list.empty.search", { text: address.text }) : t("list.empty.searchStart");
    return (
      <EmptyState icon={<SearchX aria-hidden="true" />} title={title}>
        {t("list.empty.searchHint")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Inbox aria-hidden="true" />}
      title={t(`list.empty.${address.queue}`)}
      actions={
        departmentName !== null && (
          <ButtonLink size="sm" href={hrefOfList({ ...address, department: null, cursor: null })}>
            {t("list.empty.seeAll")}
          </ButtonLink>
        )
      }
    >
      {departmentName === null ? t("list.empty.hint") : t("list.empty.department")}
    </EmptyState>
  );
}
