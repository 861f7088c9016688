"use client";

import { Bell } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useNews } from "@/components/realtime/news-events";

/** What /api/notifications/unread answers; `label` names the link, count included. */
export type Unread = { count: number; label: string };

/** What comes together is asked for once. */
const SOON_MS = 250;
const SHOWN_MAX = 99;

/** Where one is told of things, with how many one has not read, at any moment; the list itself is read anew where it is in sight. */
export function LiveBell({ href, initial, many }: { href: string; initial: Unread; /** In place of a number above 99. */ many: string }) {
  const [unread, setUnread] = useState(initial);
  const [fromServer, setFromServer] = useState(initial);
  const router = useRouter();
  const pathname = usePathname();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // Rendered again, as after an action: the page knows more than the last answer.
  if (fromServer !== initial) {
    setFromServer(initial);
    setUnread(initial);
  }

  async function look() {
    if (pathname === href) return router.refresh();
    const response = await fetch("/api/notifications/unread", { cache: "no-store" }).catch(() => null);
    if (response?.ok) setUnread((await response.json()) as Unread);
  }

  useNews(({ news, isReset }) => {
    if (!isReset && !news.some(({ topic }) => topic === "notification")) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void look(), SOON_MS);
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    <a href={href} aria-label={unread.label} title={unread.label} className="inline-flex size-11 shrink-0 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-ink">
      <span aria-hidden="true" className="relative">
        <Bell className="size-4" />
        {unread.count > 0 && (
          <span className="absolute -top-2.5 left-2 min-w-4.5 rounded-full bg-accent-fill px-1 text-center text-xs font-medium leading-4.5 tabular-nums text-on-fill">{unread.count > SHOWN_MAX ? many : unread.count}</span>
        )}
      </span>
    </a>
  );
}
