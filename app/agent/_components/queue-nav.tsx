"use client";

import Link, { useLinkStatus } from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { cn } from "@/components/ui/cn";
import type { QueueCounts, QueueName } from "@/lib/tickets/types";
import { hrefOfList, QUEUES } from "../_data/list-address";
import { useChatCounts } from "./chat-presence";
import { useDeskLive, useListQuery } from "./desk-live";

export type QueueNavWords = {
  nav: string;
  states: string;
  departments: string;
  acrossCustomers: string;
  clusters: string;
  chat: string;
  /** Said after a count of conversations. */
  chats: string;
  conduct: string;
  queues: Record<QueueName, string>;
  /** Said after a count, for those who do not see that it is one. */
  tickets: string;
  overdue: string;
  signedOut: string;
  signIn: string;
  offline: string;
  knowledge: string;
  /** The authors' pages. */
  knowledgeLinks: { href: string; label: string }[];
  services: string;
  /** The pages about what customers pay for. */
  serviceLinks: { href: string; label: string }[];
  otherChannels: string;
  /** What customers said by telephone and the like. */
  channelLinks: { href: string; label: string }[];
};

const CHAT = "/agent/chat";
const CLUSTERS = "/agent/clusters";
const CONDUCT = "/agent/conduct";
const KNOWLEDGE = "/agent/kb";

/** The queues with their counts. Rendered by the server, kept right by the poll. */
export function QueueNav({ words, initial, idPrefix, label = words.nav }: { words: QueueNavWords; initial: QueueCounts; idPrefix: string; label?: string }) {
  const live = useDeskLive();
  const chats = useChatCounts();
  const counts = live?.counts ?? initial;
  const pathname = usePathname();
  const params = useSearchParams();
  // A queue, or a ticket that was opened from one.
  const isInList = useListQuery() !== "" && ["/agent/queues/", "/agent/tickets/"].some((area) => pathname.startsWith(area));
  const department = params.get("department");
  const queue = pathname.startsWith("/agent/queues/") ? pathname.split("/")[3] : (params.get("queue") ?? "open");

  return (
    <nav aria-label={label} className="space-y-5 p-3 text-sm">
      <QueueLink href={CHAT} label={words.chat} isCurrent={pathname === CHAT || pathname.startsWith(`${CHAT}/`)} count={chats.waiting + chats.unread || null} countLabel={words.chats} isBurning />
      <div>
        <h2 id={`${idPrefix}-states`} className="px-2 pb-1 text-xs font-medium text-faint">
          {words.states}
        </h2>
        <ul aria-labelledby={`${idPrefix}-states`}>
          {QUEUES.map((name) => (
            <li key={name}>
              <QueueLink
                href={hrefOfList({ kind: "queue", queue: name, department: null, cursor: null })}
                label={words.queues[name]}
                isCurrent={isInList && !department && queue === name}
                count={countOf(name, counts)}
                countLabel={words.tickets}
                isBurning={name === "due"}
              />
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h2 id={`${idPrefix}-departments`} className="px-2 pb-1 text-xs font-medium text-faint">
          {words.departments}
        </h2>
        <ul aria-labelledby={`${idPrefix}-departments`}>
          {counts.departments.map(({ slug, name, live: open, overdue }) => (
            <li key={slug}>
              <QueueLink
                href={hrefOfList({ kind: "queue", queue: "all", department: slug, cursor: null })}
                label={name}
                isCurrent={isInList && department === slug}
                count={open}
                countLabel={words.tickets}
                overdue={overdue}
                overdueLabel={words.overdue}
              />
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h2 id={`${idPrefix}-clusters`} className="px-2 pb-1 text-xs font-medium text-faint">
          {words.acrossCustomers}
        </h2>
        <ul aria-labelledby={`${idPrefix}-clusters`}>
          <li>
            <QueueLink href={CLUSTERS} label={words.clusters} isCurrent={pathname === CLUSTERS} count={null} countLabel={words.tickets} />
          </li>
          <li>
            <QueueLink href={CONDUCT} label={words.conduct} isCurrent={pathname.startsWith(CONDUCT)} count={null} countLabel="" />
          </li>
        </ul>
      </div>
      <div>
        <h2 id={`${idPrefix}-knowledge`} className="px-2 pb-1 text-xs font-medium text-faint">
          {words.knowledge}
        </h2>
        <ul aria-labelledby={`${idPrefix}-knowledge`}>
          {words.knowledgeLinks.map(({ href, label: name }) => (
            <li key={href}>
              <QueueLink href={href} label={name} isCurrent={pathname === href || (href !== KNOWLEDGE && pathname.startsWith(`${href}/`))} count={null} countLabel="" />
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h2 id={`${idPrefix}-services`} className="px-2 pb-1 text-xs font-medium text-faint">
          {words.services}
        </h2>
        <ul aria-labelledby={`${idPrefix}-services`}>
          {words.serviceLinks.map(({ href, label: name }) => (
            <li key={href}>
              <QueueLink href={href} label={name} isCurrent={pathname.startsWith(href)} count={null} countLabel="" />
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h2 id={`${idPrefix}-channels`} className="px-2 pb-1 text-xs font-medium text-faint">
          {words.otherChannels}
        </h2>
        <ul aria-labelledby={`${idPrefix}-channels`}>
          {words.channelLinks.map(({ href, label: name }) => (
            <li key={href}>
              <QueueLink href={href} label={name} isCurrent={pathname === href} count={null} countLabel="" />
            </li>
          ))}
        </ul>
      </div>
      <Connection words={words} connection={live?.connection ?? "ok"} />
    </nav>
  );
}

/** History is not counted. */
function countOf(queue: QueueName, { queues, departments }: QueueCounts): number | null {
  if (queue === "all") return departments.reduce((sum, department) => sum + department.live, 0);
  return queue === "solved" || queue === "closed" ? null : queues[queue];
}

function QueueLink({ href, label, isCurrent, count, countLabel, overdue = 0, overdueLabel, isBurning }: {
  href: string;
  label: string;
  isCurrent: boolean;
  count: number | null;
  countLabel: string;
  overdue?: number;
  overdueLabel?: string;
  isBurning?: boolean;
}) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={isCurrent ? "page" : undefined}
      className={cn(
        "flex min-h-11 items-center gap-2 rounded-md px-2 -outline-offset-2 transition-colors lg:min-h-8",
        isCurrent ? "bg-accent-soft font-medium text-accent" : "text-ink hover:bg-surface",
      )}
    >
      <span className="min-w-0 grow truncate">{label}</span>
      <Pending />
      {overdue > 0 && (
        <span className="text-xs font-medium text-danger tabular-nums">
          {overdue}
          <span className="sr-only"> {overdueLabel},</span>
        </span>
      )}
      {count !== null && (
        <span className={cn("min-w-5 text-right text-xs tabular-nums", isBurning && count > 0 ? "font-medium text-warn" : "text-muted")}>
          {count}
          <span className="sr-only"> {countLabel}</span>
        </span>
      )}
    </Link>
  );
}

/** A sign of life on the link that was pressed; it keeps its place, so that nothing moves. */
export function Pending() {
  const { pending } = useLinkStatus();
  return <span aria-hidden="true" className={cn("size-1.5 shrink-0 rounded-full bg-accent transition-opacity", pending ? "animate-pulse opacity-100" : "opacity-0")} />;
}

function Connection({ words, connection }: { words: QueueNavWords; connection: "ok" | "signed-out" | "offline" }) {
  return (
    <p role="status" className="px-2 text-xs text-warn empty:hidden">
      {connection === "offline" && words.offline}
      {connection === "signed-out" && (
        <>
          {words.signedOut}{" "}
          <a href="/sign-in" target="_blank" rel="noopener" className="link">
            {words.signIn}
          </a>
        </>
      )}
    </p>
  );
}
