"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { createContext, useContext, useEffect, useState, type ReactNode } from "react";
import { useNews } from "@/components/realtime/news-events";
import type { QueueCounts } from "@/lib/tickets/types";
import { isQueueName, listAddressOf, listQueryOf, queueAddressOf, type ListAddress } from "../_data/list-address";

export type LiveState = {
  counts: QueueCounts;
  /** What the list would show if it were read now; null until the first answer, and for a search. */
  listVersion: { list: string; version: string } | null;
  /** How many answers have come: a list that was rendered after one knows more than it. */
  answers: number;
  connection: "ok" | "signed-out" | "offline";
};

/** What /api/agent/queues answers. */
export type LiveAnswer = { counts: QueueCounts; listVersion: string | null };

const EVERY_MS = 15_000;
/** After something changed: what changes together is asked for once. */
const SOON_MS = 400;
const ASK_EVENT = "desk:ask";

const Live = createContext<LiveState | null>(null);

export function useDeskLive(): LiveState | null {
  return useContext(Live);
}

/**
 * Asks for the counts and for the version of the list in sight, while the page is in sight: when a ticket changed, and from time to time,
 * because what is due changes by itself.
 */
export function DeskLive({ counts, children }: { counts: QueueCounts; children: ReactNode }) {
  const list = useListQuery();
  const [state, setState] = useState<LiveState>({ counts, listVersion: null, answers: 0, connection: "ok" });
  const [fromServer, setFromServer] = useState(counts);

  // After an action the layout is rendered again with newer counts than the last poll's.
  if (fromServer !== counts) {
    setFromServer(counts);
    setState((before) => ({ ...before, counts, listVersion: null }));
  }

  useEffect(() => startPolling({ list, onChange: setState }), [list, counts]);

  useNews(({ news, isReset }) => {
    if (isReset || news.some((each) => each.topic === "ticket")) window.dispatchEvent(new Event(ASK_EVENT));
  });

  return <Live value={state}>{children}</Live>;
}

/** The list in sight as a query, "" for a search. */
export function useListQuery(): string {
  const pathname = usePathname();
  const params = Object.fromEntries(useSearchParams());
  return listQueryOf(addressInSight(pathname, params));
}

function addressInSight(pathname: string, params: Record<string, string>): ListAddress {
  const queue = /^\/agent\/queues\/([^/]+)/.exec(pathname)?.[1];
  if (queue && isQueueName(queue)) return queueAddressOf(queue, params);
  if (pathname === "/agent/search") return { kind: "search", text: params.q ?? "" };
  return listAddressOf(params);
}

function startPolling({ list, onChange }: { list: string; onChange: (change: (before: LiveState) => LiveState) => void }): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let etag: string | null = null;
  const stop = new AbortController();

  const later = (ms = EVERY_MS) => {
    clearTimeout(timer);
    if (!document.hidden && !stop.signal.aborted) timer = setTimeout(ask, ms);
  };

  async function ask() {
    const answer = await askQueues({ list, etag, signal: stop.signal });
    if (stop.signal.aborted) return;
    if (answer.kind === "changed") {
      etag = answer.etag;
      const { counts, listVersion } = answer.data;
      onChange(({ answers }) => ({
        counts,
        listVersion: listVersion === null ? null : { list, version: listVersion },
        answers: answers + 1,
        connection: "ok",
      }));
    } else {
      const connection = answer.kind === "same" ? "ok" : answer.kind;
      onChange((before) => (before.connection === connection ? before : { ...before, connection }));
    }
    // Whoever signed out has to come back through a page.
    if (answer.kind !== "signed-out") later();
  }

  const onVisibility = () => {
    clearTimeout(timer);
    if (!document.hidden) void ask();
  };
  document.addEventListener("visibilitychange", onVisibility, { signal: stop.signal });
  window.addEventListener(ASK_EVENT, () => later(SOON_MS), { signal: stop.signal });
  later();
  return () => {
    stop.abort();
    clearTimeout(timer);
  };
}

type Answer = { kind: "changed"; data: LiveAnswer; etag: string | null } | { kind: "same" } | { kind: "signed-out" } | { kind: "offline" };

async function askQueues({ list, etag, signal }: { list: string; etag: string | null; signal: AbortSignal }): Promise<Answer> {
  try {
    const response = await fetch(`/api/agent/queues${list}`, { headers: etag ? { "if-none-match": etag } : {}, cache: "no-store", signal });
    if (response.status === 304) return { kind: "same" };
    if (response.status === 401 || response.status === 404) return { kind: "signed-out" };
    if (!response.ok) return { kind: "offline" };
    const data: LiveAnswer = await response.json();
    return { kind: "changed", data, etag: response.headers.get("etag") };
  } catch {
    return { kind: "offline" };
  }
}
