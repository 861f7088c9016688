"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { signal } from "@/components/chat/chat-requests";
import { createTalk, type TalkState } from "@/components/chat/talk-keeper";
import { useNews } from "@/components/realtime/news-events";
import type { ConversationView } from "@/lib/chat/types";

/** After the last sign that the other side writes. */
const TYPING_MS = 5_000;
/** So often one's own writing is told. */
const TYPING_EVERY_MS = 3_000;
/** Well before the server takes somebody for gone (lib/realtime/presence.ts). */
const LOOK_EVERY_MS = 30_000;

/**
 * A conversation that moves by itself: what is new is read when the stream says so, or the network is back. What is read here is told to
 * the other side as long as it is in sight.
 * @param place names the person and the conversation in the browser's storage
 * @param onState who has it, whether it goes on, its place in the queue or its ticket changed: what the page around it shows
 */
export function useConversation({ initial, place, words, onState }: { initial: ConversationView; place: string; words: { offline: string; secrets: string }; onState: () => void }) {
  const [{ view, unsent, isSignedOut }, setState] = useState<TalkState>({ view: initial, unsent: [], isSignedOut: false });
  const [isTyping, setTyping] = useState(false);
  const [talk] = useState(() => createTalk({ initial, place, words, show: setState }));
  const typingTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const toldTypingAt = useRef(0);

  useEffect(() => talk.start(), [talk]);
  useEffect(() => talk.take(initial), [talk, initial]);

  const shown = shownAround(view);
  const firstShown = useRef(shown);
  const tellState = useEffectEvent(onState);
  useEffect(() => {
    if (firstShown.current !== shown) tellState();
    firstShown.current = shown;
  }, [shown]);

  const tellRead = useEffectEvent(() => {
    if (!document.hidden && view.lastSeq > view.readSeq) signal({ kind: "read", conversationId: view.id, seq: view.lastSeq });
  });
  useEffect(() => tellRead(), [view.lastSeq, view.readSeq]);

  useNews(({ news, isReset, isPast }) => {
    const own = news.filter((each) => each.topic === "chat" && each.conversationId === initial.id);
    const has = (change: string) => own.some((each) => each.topic === "chat" && each.change === change && !each.isOwn);
    if (has("typing") && !isPast) {
      setTyping(true);
      clearTimeout(typingTimer.current);
      typingTimer.current = setTimeout(() => setTyping(false), TYPING_MS);
    }
    if (has("message")) setTyping(false);
    if (isReset || own.some((each) => each.topic === "chat" && each.change !== "typing")) talk.read();
  });

  useEffect(() => {
    const look = (isLooking: boolean) => signal({ kind: "look", conversationId: initial.id, isLooking });
    const onVisibility = () => {
      look(!document.hidden);
      if (document.hidden) return;
      talk.read();
      tellRead();
    };
    const onLeave = () => look(false);
    if (!document.hidden) look(true);
    const timer = setInterval(() => !document.hidden && look(true), LOOK_EVERY_MS);
    document.addEventListener("visibilitychange", onVisibility);
    window.addEventListener("pagehide", onLeave);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", onVisibility);
      window.removeEventListener("pagehide", onLeave);
      onLeave();
    };
  }, [initial.id, talk]);

  return {
    view,
    unsent,
    isSignedOut,
    isTyping: isTyping && view.state === "active",
    talk,
    sayTyping() {
      if (toldTypingAt.current > 0 && performance.now() - toldTypingAt.current < TYPING_EVERY_MS) return;
      toldTypingAt.current = performance.now();
      signal({ kind: "typing", conversationId: initial.id });
    },
  };
}

/** What of it stands outside of the conversation itself. */
function shownAround({ state, agentName, ticket, queue }: ConversationView): string {
  return [state, agentName, ticket?.reference, queue?.place, queue?.waitMinutes].join();
}
