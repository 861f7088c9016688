"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { followEvents, type Heard } from "@/components/realtime/follow-events";
import { passOn } from "@/components/realtime/news-events";
import { SignInElsewhere } from "@/components/tickets/draft-status";
import { announce } from "@/components/ui/announcer";
import { Notice } from "@/components/ui/notice";

export type LiveWords = { answered: string; /** With {reference} in it. */ answeredElsewhere: string; ended: string; endedHint: string; signIn: string };

/**
 * Follows what changes for the person, for all parts of the page (`useNews`). Says politely that somebody answered: on the ticket in sight,
 * and to customers wherever they are. Says that the session ended, and leaves the page as it is, with what is typed in it; the desk says
 * so in a place of its own.
 */
export function LiveEvents({ owner, words, isDesk = false }: { owner: string; words: LiveWords; isDesk?: boolean }) {
  const router = useRouter();
  const pathname = usePathname();
  const [isOver, setOver] = useState(false);
  const stop = useRef(() => {});

  const hear = useEffectEvent((heard: Heard) => {
    passOn(heard);
    if (heard.isReset || heard.news.some((each) => each.topic === "person")) router.refresh();
    if (heard.isPast) return;
    const answered = heard.news.findLast((each) => each.topic === "ticket" && each.change === "answered" && !each.isOwn);
    if (answered?.topic !== "ticket") return;
    if (pathname.endsWith(`/tickets/${answered.reference}`)) announce(words.answered);
    else if (!isDesk) announce(words.answeredElsewhere.replace("{reference}", answered.reference));
  });

  const onSession = useEffectEvent((session: "alive" | "over") => {
    setOver(session === "over");
    // The desk asks for its counts, and learns of it there.
    if (session === "over") passOn({ news: [], isReset: true, isPast: true });
  });

  const onVisible = useEffectEvent(() => {
    // One may have signed in again in another tab.
    if (!document.hidden && isOver) begin();
  });

  const begin = useEffectEvent(() => {
    stop.current();
    stop.current = followEvents({ owner, hear: (heard) => hear(heard), onSession: (session) => onSession(session) });
  });

  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    begin();
    // A page that is kept for going back holds nothing open meanwhile.
    window.addEventListener("pagehide", () => stop.current(), { signal });
    window.addEventListener("pageshow", (event) => event.persisted && begin(), { signal });
    document.addEventListener("visibilitychange", () => onVisible(), { signal });
    return () => {
      ending.abort();
      stop.current();
    };
  }, [owner]);

  if (!isOver || isDesk) return null;
  return (
    <div className="fixed inset-x-0 bottom-0 z-40 mx-auto max-w-narrow p-3">
      <Notice tone="warn" live="polite" title={words.ended} className="shadow-lg">
        <p>
          {words.endedHint} <SignInElsewhere returnTo={pathname}>{words.signIn}</SignInElsewhere>
        </p>
      </Notice>
    </div>
  );
}
