"use client";

import { useEffect, useRef, useState } from "react";
import type { Segment } from "./highlighted";

export interface SuggestedHit {
  href: string;
  label: string;
  title: Segment[];
  passage: Segment[];
}

const PAUSE_MS = 150;
const SHORTEST = 2;

/**
 * Matches for what is being typed: asked for after a short pause, the question before is called off. `hits` is null while there is
 * nothing to show. When the server cannot be reached there are no suggestions, and the form still searches.
 */
export function useSuggestions({ kind }: { kind?: "article" | "faq" }) {
  const [hits, setHits] = useState<SuggestedHit[] | null>(null);
  const pending = useRef<AbortController>(undefined);
  const lastText = useRef("");

  useEffect(() => () => pending.current?.abort(), []);

  function close() {
    pending.current?.abort();
    lastText.current = "";
    setHits(null);
  }

  function search(typed: string) {
    const text = typed.trim();
    if (text === lastText.current) return;
    pending.current?.abort();
    lastText.current = text;
    if (text.length < SHORTEST) {
      setHits(null);
      return;
    }
    const controller = new AbortController();
    pending.current = controller;
    void askAfterPause(text, { kind, signal: controller.signal }).then((found) => {
      if (!controller.signal.aborted) setHits(found);
    });
  }

  return { hits, search, close };
}

async function askAfterPause(text: string, { kind, signal }: { kind?: string; signal: AbortSignal }): Promise<SuggestedHit[] | null> {
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  if (signal.aborted) return null;
  const query = new URLSearchParams({ q: text, ...(kind ? { kind } : {}) });
  try {
    const response = await fetch(`/api/kb/suggestions?${query}`, { signal });
    if (!response.ok) return null;
    const body: { hits: SuggestedHit[] } = await response.json();
    return body.hits;
  } catch {
    // Called off, or offline: the form remains.
    return null;
  }
}
