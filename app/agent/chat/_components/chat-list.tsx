"use client";

import { MessagesSquare } from "lucide-react";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { filled } from "@/components/chat/conversation-words";
import { useNews } from "@/components/realtime/news-events";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ConversationItem, ConversationLists } from "@/lib/chat/types";
import { DESK_TIME_ZONE, relativeText } from "@/lib/i18n/relative";

export type ChatListWords = { own: string; waiting: string; others: string; closed: string; none: string; noneHint: string; unread: string; with: string };

/** What changes together is read once. */
const SOON_MS = 150;
const PARTS = ["own", "waiting", "others", "closed"] as const;

/** The desk's conversations, which move by themselves: own ones, who waits, colleagues' and what ended lately. */
export function ChatList({ initial, now, current, words }: { initial: ConversationLists; /** As the page was made; an ISO text. */ now: string; current: string | null; words: ChatListWords }) {
  const [lists, setLists] = useState(initial);
  const [fromServer, setFromServer] = useState(initial);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (fromServer !== initial) {
    setFromServer(initial);
    setLists(initial);
  }

  useNews(({ news, isReset }) => {
    if (!isReset && !news.some((each) => each.topic === "chat" && each.change !== "typing")) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void read(), SOON_MS);
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  async function read() {
    try {
      const response = await fetch("/api/agent/chats", { cache: "no-store" });
      if (response.ok) setLists((await response.json()) as ConversationLists);
    } catch {
      // The next news will tell.
    }
  }

  if (PARTS.every((part) => lists[part].length === 0)) {
    return (
      <EmptyState icon={<MessagesSquare aria-hidden="true" />} title={words.none}>
        {words.noneHint}
      </EmptyState>
    );
  }
  return (
    <div className="pb-3">
      {PARTS.filter((part) => lists[part].length > 0).map((part) => (
        <section key={part} aria-labelledby={`chat-${part}`}>
          <h3 id={`chat-${part}`} className="px-3 pt-3 pb-1 text-xs font-medium text-muted">
            {words[part]}
          </h3>
          <ul>
            {lists[part].map((item) => (
              <li key={item.id}>
                <Row item={item} now={now} isCurrent={item.id === current} words={words} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Row({ item, now, isCurrent, words }: { item: ConversationItem; now: string; isCurrent: boolean; words: ChatListWords }) {
  const initial = relativeText({ at: Date.parse(item.at), now: Date.parse(now), locale: "es-MX", timeZone: DESK_TIME_ZONE });
  return (
    <Link
      href={`/agent/chat/${item.id}`}
      prefetch={false}
      aria-current={isCurrent ? "page" : undefined}
      className={cn("block space-y-0.5 border-l-2 px-3 py-2 text-sm -outline-offset-2 hover:bg-sunken", isCurrent ? "border-accent bg-accent-soft" : "border-transparent")}
    >
      <span className="flex items-baseline gap-2">
        <span className="min-w-0 grow truncate font-medium">{item.customerName}</span>
        {item.unread > 0 && (
          <span className="rounded-full bg-accent-fill px-1.5 text-xs text-on-fill tabular-nums">
            {item.unread}
            <span className="sr-only"> {words.unread}</span>
          </span>
        )}
        <RelativeTime at={item.at} initial={initial} className="shrink-0 text-xs text-muted" />
      </span>
      <span className="block truncate text-muted">{item.excerpt}</span>
      {(item.organization || (item.agentName && !item.isOwn)) && (
        <span className="block truncate text-xs text-muted">
          {[item.organization, item.agentName && !item.isOwn ? filled(words.with, "name", item.agentName) : null].filter(Boolean).join(" · ")}
        </span>
      )}
    </Link>
  );
}
