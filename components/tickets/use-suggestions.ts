"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { SuggestionsView } from "@/components/tickets/suggestion-views";

export type SuggestState = "idle" | "searching" | "ready" | "failed";
export type SuggestFields = { subject: string; body: string; productId: string; departmentId: string; submissionKey: string; formSearch?: string };

const ADDRESS = "/api/portal/suggest";
const PAUSE_MS = 350;
const SHORTEST = 4;

/**
 * Asks, as one types, what may already answer it. A new question ends the one under way, and only the answer to the newest is shown, so
 * that a slow old answer cannot replace a fast new one. The last answer stays until the next: nothing flickers under the pointer.
 */
export function useSuggestions({ read, initial }: { read: () => SuggestFields | null; initial: SuggestionsView | null }) {
  const [view, setView] = useState(initial);
  const [state, setState] = useState<SuggestState>(initial ? "ready" : "idle");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const underWay = useRef<AbortController>(undefined);
  const asked = useRef("");
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });

  const ask = useCallback(async () => {
    const fields = latest.current();
    if (!fields) return;
    const { subject, body, productId, departmentId, submissionKey, formSearch } = fields;
    const question = JSON.stringify({ subject, body, productId, departmentId, submissionKey, formSearch });
    if (question === asked.current) return;
    asked.current = question;
    underWay.current?.abort();
    if (`${subject}${body}`.trim().length < SHORTEST) {
      setView(null);
      setState("idle");
      return;
    }

    const controller = new AbortController();
    underWay.current = controller;
    setState("searching");
    const answer = await fetchSuggestions(question, controller.signal);
    if (controller.signal.aborted) return;
    if (answer) setView(answer);
    else asked.current = ""; // the same question may be asked again
    setState(answer ? "ready" : "failed");
  }, []);

  const touch = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void ask(), PAUSE_MS);
  }, [ask]);

  /** What the server said when it refused the form is newer than what was asked before. */
  const replace = useCallback((next: SuggestionsView) => {
    clearTimeout(timer.current);
    underWay.current?.abort();
    setView(next);
    setState("ready");
  }, []);

  useEffect(() => {
    // A draft or a link may have filled in the form.
    if (!initial) touch();
    return () => {
      clearTimeout(timer.current);
      underWay.current?.abort();
    };
    // eslint-disable-next-line react/exhaustive-deps -- once, when the form appears
  }, []);

  return { view, state, touch, replace };
}

async function fetchSuggestions(question: string, signal: AbortSignal): Promise<SuggestionsView | null> {
  try {
    const response = await fetch(ADDRESS, { method: "POST", headers: { "content-type": "application/json" }, body: question, signal });
    if (!response.ok) return null;
    const answer: { data: SuggestionsView } = await response.json();
    return answer.data;
  } catch {
    return null; // aborted, or no connection: the form works without suggestions
  }
}
