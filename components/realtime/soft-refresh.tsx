"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";
import { useNews } from "@/components/realtime/news-events";

/** What came together is read together. */
const SOON_MS = 250;
/** One's own change is shown by the form that made it; in other windows a moment later. */
const OWN_MS = 3_000;

let running = 0;

/** Whether the page is being read anew because of what somebody else did, and not because the person here asked for it. */
export function isSoftlyRefreshing(): boolean {
  return running > 0;
}

/**
 * Reads the page anew when a ticket changes, `of` alone or any. What is typed, the focus and the scroll stay as they are; a page out of
 * sight waits until it is looked at.
 */
export function SoftRefresh({ of }: { of: string | null }) {
  const router = useRouter();
  const [isRefreshing, startRefresh] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isWanted = useRef(false);

  function refresh() {
    if (document.hidden) return;
    isWanted.current = false;
    startRefresh(() => router.refresh());
  }

  useNews(({ news }) => {
    const own = news.filter((each) => each.topic === "ticket" && (of === null || each.reference === of));
    if (own.length === 0) return;
    isWanted.current = true;
    clearTimeout(timer.current);
    timer.current = setTimeout(refresh, own.every((each) => each.topic === "ticket" && each.isOwn) ? OWN_MS : SOON_MS);
  });

  useEffect(() => {
    const onVisible = () => {
      if (!document.hidden && isWanted.current) timer.current = setTimeout(refresh, SOON_MS);
    };
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      clearTimeout(timer.current);
      document.removeEventListener("visibilitychange", onVisible);
    };
  });

  useEffect(() => {
    if (!isRefreshing) return;
    running += 1;
    return () => {
      running -= 1;
    };
  }, [isRefreshing]);

  return null;
}
