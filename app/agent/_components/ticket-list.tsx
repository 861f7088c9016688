"use client";

import { AlarmClock, CircleAlert, Clock, RefreshCw } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useLayoutEffect, useRef, useState, useTransition, type ReactNode } from "react";
import { isSoftlyRefreshing } from "@/components/realtime/soft-refresh";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { showInside } from "@/components/ui/show-inside";
import type { DueTone } from "../_data/due-label";
import type { RowView } from "../_data/row-view";
import { announce } from "@/components/ui/announcer";
import { useDeskLive } from "./desk-live";
import { Pending } from "./queue-nav";

export type TicketListWords = {
  size: string;
  changed: string;
  refresh: string;
  refreshing: string;
  refreshed: string;
  unread: string;
  unassigned: string;
  /** Before a name. */
  assignedTo: string;
  high: string;
  overdue: string;
  timeLeft: string;
};

// Where each list was scrolled to: opening a ticket renders the list anew beside it.
const scrolledTo = new Map<string, number>();

/** The rows of a list, and a quiet word when they are no longer what the desk would show: rows never move by themselves. */
export function TicketList({ list, version, rows, current, words, empty, pages }: {
  /** The query of this list; "" for a search, which is not watched. */
  list: string;
  version: string;
  rows: RowView[];
  /** The reference of the ticket that stands beside the list. */
  current: string | null;
  words: TicketListWords;
  empty: ReactNode;
  pages: ReactNode;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const shown = useStillRows({ list, version, rows });
  const scrollKey = list || rows.map((row) => row.reference).join();

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const top = scrolledTo.get(scrollKey);
    if (top !== undefined) element.scrollTop = top;
    else showInside(element, element.querySelector("[aria-current]"));
    const remember = () => scrolledTo.set(scrollKey, element.scrollTop);
    element.addEventListener("scroll", remember, { passive: true });
    return () => element.removeEventListener("scroll", remember);
  }, [scrollKey]);

  return (
    <>
      <ListStatus list={list} version={version} words={words} isHeld={shown.isHeld} onRefresh={shown.letMove} onRefreshed={() => scroller.current?.focus()} />
      <div ref={scroller} tabIndex={-1} data-desk-list="" className="min-h-0 grow -outline-offset-2 lg:overflow-y-auto">
        {shown.rows.length > 0 && (
          <ol className="divide-y border-b">
            {shown.rows.map((row) => (
              <Row key={row.reference} row={row} isCurrent={row.reference === current} words={words} />
            ))}
          </ol>
        )}
        {shown.rows.length === 0 && empty}
        {pages}
      </div>
    </>
  );
}

type Rows = { list: string; version: string; rows: RowView[] };

/** The rows that were there, while a list that came of itself, with a ticket that somebody changed, would put others in their place. */
function useStillRows(given: Rows): { rows: RowView[]; isHeld: boolean; letMove: () => void } {
  const [shown, setShown] = useState(given);
  const [held, setHeld] = useState<string | null>(null);
  const isOther = given.list !== shown.list || given.version !== shown.version;
  if (isOther && given.version !== held) {
    if (given.list === shown.list && isSoftlyRefreshing()) setHeld(given.version);
    else {
      setHeld(null);
      setShown(given);
    }
  }
  // The same list in other words, such as the time that is left.
  if (!isOther) return { rows: given.rows, isHeld: false, letMove: () => {} };
  return { rows: shown.rows, isHeld: true, letMove: () => setHeld(null) };
}

/** One line that is always there: how many, or that something changed. */
function ListStatus({ list, version, words, isHeld, onRefresh, onRefreshed }: { list: string; version: string; words: TicketListWords; isHeld: boolean; onRefresh: () => void; onRefreshed: () => void }) {
  const live = useDeskLive();
  const router = useRouter();
  const [isRefreshing, startTransition] = useTransition();
  const answers = live?.answers ?? 0;
  const [rendered, setRendered] = useState({ version, answers });
  if (rendered.version !== version) setRendered({ version, answers });

  const isNewer =
    live?.listVersion?.list === list && answers > rendered.answers && rendered.version === version && live.listVersion.version !== version;

  const isChanged = isHeld || isNewer;

  function refresh() {
    onRefresh();
    startTransition(() => router.refresh());
    announce(words.refreshed);
    onRefreshed();
  }

  return (
    <div className="flex min-h-9 shrink-0 items-center justify-between gap-2 border-b px-3 text-xs text-muted">
      <span>{words.size}</span>
      <span role="status" className="flex items-center gap-2">
        {isChanged && (
          <>
            <span className="font-medium text-accent">{words.changed}</span>
            <button
              type="button"
              onClick={refresh}
              aria-disabled={isRefreshing || undefined}
              className="inline-flex min-h-7 items-center gap-1.5 rounded-md px-2 font-medium text-accent inset-ring inset-ring-accent-line hover:bg-accent-soft"
            >
              <RefreshCw aria-hidden="true" className={cn("size-3", isRefreshing && "animate-spin")} />
              {isRefreshing ? words.refreshing : words.refresh}
            </button>
          </>
        )}
      </span>
    </div>
  );
}

function Row({ row, isCurrent, words }: { row: RowView; isCurrent: boolean; words: TicketListWords }) {
  const isUnread = row.isUnread && !isCurrent;
  return (
    <li className={cn("relative flex gap-1 py-2 pr-3 pl-1.5 text-xs", isCurrent ? "bg-accent-soft" : "bg-surface has-[a:hover]:bg-sunken")}>
      <span className="flex w-3 shrink-0 justify-center pt-1.5">
        {isUnread && (
          <span className="size-2 rounded-full bg-accent">
            <span className="sr-only">{words.unread}</span>
          </span>
        )}
      </span>
      <div className="min-w-0 grow space-y-1">
        <Link
          href={row.href}
          prefetch={false}
          data-desk-row=""
          aria-current={isCurrent ? "page" : undefined}
          className={cn(
            "flex items-center gap-1.5 text-sm outline-none after:absolute after:inset-0 after:-outline-offset-2",
            "focus-visible:after:outline-2 focus-visible:after:outline-accent",
            isUnread ? "font-semibold" : "font-medium",
          )}
        >
          <span className="truncate">{row.subject}</span>
          <Pending />
        </Link>
        <div className="flex items-center justify-between gap-3 text-muted">
          <span className="min-w-0 truncate">{row.from}</span>
          {row.due && <Due due={row.due} words={words} />}
        </div>
        <div className="flex items-center gap-2 text-faint">
          <span className="shrink-0 tabular-nums">{row.reference}</span>
          <span className="min-w-0 grow truncate">{row.department}</span>
          {row.isHighPriority && <Badge tone="neutral">{words.high}</Badge>}
          <Badge tone={row.status.tone} dot>
            {row.status.label}
          </Badge>
          <Assignee assignee={row.assignee} words={words} />
        </div>
      </div>
    </li>
  );
}

const DUE_LOOK = {
  overdue: { className: "font-medium text-danger", Icon: CircleAlert },
  soon: { className: "font-medium text-warn", Icon: AlarmClock },
  ok: { className: "text-muted", Icon: Clock },
} as const satisfies Record<DueTone, unknown>;

function Due({ due, words }: { due: NonNullable<RowView["due"]>; words: TicketListWords }) {
  const { className, Icon } = DUE_LOOK[due.tone];
  return (
    <time dateTime={due.at} className={cn("flex shrink-0 items-center gap-1 whitespace-nowrap", className)}>
      <Icon aria-hidden="true" className="size-3" />
      {due.tone === "overdue" ? words.overdue : <span className="sr-only">{words.timeLeft}</span>}
      {due.amount && ` ${due.amount}`}
    </time>
  );
}

function Assignee({ assignee, words }: { assignee: RowView["assignee"]; words: TicketListWords }) {
  // An empty place stands out in a column of initials.
  if (!assignee) {
    return (
      <span className="size-6 shrink-0 rounded-full border border-dashed border-line-strong">
        <span className="sr-only">{words.unassigned}</span>
      </span>
    );
  }
  return (
    <span className="inline-flex size-6 shrink-0 items-center justify-center rounded-full bg-accent-soft font-medium text-accent">
      <span aria-hidden="true">{assignee.initials}</span>
      <span className="sr-only">
        {words.assignedTo} {assignee.name}
      </span>
    </span>
  );
}
