"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { createKeeper } from "@/components/tickets/draft-keeper";
import { NOTHING_KEPT, type DraftDecision, type DraftForm, type DraftView } from "@/components/tickets/draft-view";
import type { DraftHome } from "@/components/tickets/draft-request";
import { listen, tell } from "@/components/tickets/draft-store";
import { guardLeaving, letGo } from "@/components/tickets/leave-guard";
import { hasSealed, type KeptDraft } from "@/lib/drafts/choice";

/** What a page gives a form of its draft; `kept` is what the server had when the page was made. */
export type DraftSeed = { home: DraftHome; kept: KeptDraft | null };

/** On a window, with a place for what is to be waited for: every draft of the page is to be saved now. */
export const FLUSH_EVENT = "mesa:flush-drafts";

/**
 * Keeps the draft of a form. `touch` says that something changed; `settle`, before sending, lets what is under way end and saves no more;
 * `resume` when it was not sent; `forget` when it was, and the form stays. `versions` go along with the form.
 * @param seed null where nobody is signed in; then nothing is kept
 */
export function useDraft({ seed, leave, ...form }: DraftForm & { seed: DraftSeed | null; /** What to ask before leaving a text that is not safe. */ leave: string }) {
  const [view, setView] = useState<DraftView>(NOTHING_KEPT);
  const latest = useRef(form);
  const keeper = useRef<ReturnType<typeof createKeeper>>(null);
  const [first] = useState(seed);
  useEffect(() => {
    latest.current = form;
  });

  useEffect(() => {
    if (!first) return;
    // What was sealed elsewhere comes with the page: a text that speaks of it is saved, and the page loaded anew.
    let isSealedElsewhere = false;
    let isStarting = true;
    const current = createKeeper({
      home: first.home,
      kept: first.kept,
      form: {
        read: () => latest.current.read(),
        wasTypedEarly: () => latest.current.wasTypedEarly(),
        renewKey: () => latest.current.renewKey(),
        clear: latest.current.clear && (() => latest.current.clear?.()),
        fill(data) {
          latest.current.fill(data);
          isSealedElsewhere ||= !isStarting && hasSealed(data);
        },
      },
      show(change) {
        setView((before) => ({ ...before, ...change }));
        if (!isSealedElsewhere || (change.state !== "saved" && change.state !== "updated")) return;
        letGo();
        window.location.reload();
      },
    });
    keeper.current = current;
    current.start();
    isStarting = false;
    tell({ kind: "opened", owner: first.home.owner, slot: first.home.slot });
    const endings = [
      () => current.stop(),
      followPage(current),
      listen((news) => {
        if (news.kind === "wiped") return current.wiped();
        if (news.owner !== first.home.owner || news.slot !== first.home.slot) return;
        if (news.kind === "changed") return void current.look();
        // It may have been made before the last save here, and listens only now.
        if (current.versions().length > 0) tell({ ...news, kind: "changed" });
      }),
      guardLeaving({ question: leave, hasUnsent: current.hasUnsent, isInDanger: current.isInDanger }),
    ];
    return () => endings.forEach((end) => end());
  }, [first, leave]);

  return {
    view,
    touch: useCallback(() => keeper.current?.touch(), []),
    settle: useCallback(async () => keeper.current?.settle() ?? true, []),
    resume: useCallback(() => keeper.current?.resume(), []),
    forget: useCallback(() => keeper.current?.forget(), []),
    decide: useCallback((decision: DraftDecision) => keeper.current?.decide(decision), []),
    versions: useCallback(() => keeper.current?.versions().join(" ") ?? "", []),
  };
}

/** Saves when the page goes out of sight, looks when it comes back, and tries again when the network does. */
function followPage(keeper: ReturnType<typeof createKeeper>): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? keeper.leave() : void keeper.look()), { signal });
  document.addEventListener("focusout", (event) => isGoingToSend(event) || keeper.pause(), { signal });
  window.addEventListener("pagehide", () => keeper.leave(), { signal });
  window.addEventListener("pageshow", (event) => event.persisted && void keeper.look(), { signal });
  window.addEventListener("focus", () => void keeper.look(), { signal });
  window.addEventListener("online", () => void keeper.look(), { signal });
  window.addEventListener(FLUSH_EVENT, (event) => event instanceof CustomEvent && event.detail.push(keeper.flush()), { signal });
  return () => ending.abort();
}

/** A press on a button of the form may send it, and what is sent is no draft any more. */
function isGoingToSend({ relatedTarget }: FocusEvent): boolean {
  return relatedTarget instanceof HTMLButtonElement;
}
