"use client";

import { usePathname } from "next/navigation";
import { createContext, useContext, useEffect, useEffectEvent, useRef, useState, type ReactNode } from "react";
import { useNews } from "@/components/realtime/news-events";
import { announce } from "@/components/ui/announcer";

export type ChatCounts = { waiting: number; unread: number };

/** Well before the server takes whoever is available for gone (lib/chat/desk-state.ts), also where the browser slows hidden pages down. */
const EVERY_MS = 45_000;
/** What changes together is asked for once. */
const SOON_MS = 300;

const Counts = createContext<ChatCounts>({ waiting: 0, unread: 0 });

export function useChatCounts(): ChatCounts {
  return useContext(Counts);
}

/** Says that a page of the desk is open, so that whoever is available stays so, and hears what waits. */
export function ChatPresence({ initial, words, children }: { initial: ChatCounts; words: { waiting: string }; children: ReactNode }) {
  const [counts, setCounts] = useState(initial);
  const pathname = usePathname();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const ask = useEffectEvent(async () => {
    try {
      const response = await fetch("/api/agent/chats", { method: "POST" });
      if (!response.ok) return;
      const next = (await response.json()) as ChatCounts;
      if (next.waiting + next.unread > counts.waiting + counts.unread && !pathname.startsWith("/agent/chat")) announce(words.waiting);
      setCounts(next);
    } catch {
      // The next one will tell.
    }
  });

  useNews(({ news, isReset }) => {
    if (!isReset && !news.some((each) => each.topic === "chat" && each.change !== "typing")) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void ask(), SOON_MS);
  });

  useEffect(() => {
    const every = setInterval(() => void ask(), EVERY_MS);
    const onVisible = () => !document.hidden && void ask();
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      clearInterval(every);
      clearTimeout(timer.current);
      document.removeEventListener("visibilitychange", onVisible);
    };
  }, []);

  return <Counts value={counts}>{children}</Counts>;
}
