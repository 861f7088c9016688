"use client";

import { useEffect, useId, useRef, useState, type FocusEvent, type KeyboardEvent } from "react";
import { SearchBoxIcon, searchBoxClass } from "@/components/forms/search-form";
import type { SearchWords } from "@/components/kb/knowledge-search";
import { Highlighted } from "@/components/kb/highlighted";
import type { SearchHit } from "@/components/kb/search-hit";
import { buttonClass } from "@/components/ui/button";

const ROUTE = "/api/kb/own-suggestions";
const PAUSE_MS = 150;
const SHORTEST_TEXT = 2;

/**
 * The search of the areas behind a sign-in: a GET form, with the best matches below it while one types. What the public pages have in
 * public/enhance.js, where the framework's scripts run.
 */
export function SuggestingSearch({ action, id, words, defaultValue = "" }: { action: string; id: string; words: SearchWords; defaultValue?: string }) {
  const form = useRef<HTMLFormElement>(null);
  const listId = useId();
  // Null: nothing is asked, so nothing is said.
  const [text, setText] = useState<string | null>(null);
  const [hits, setHits] = useState<SearchHit[] | null>(null);

  useEffect(() => {
    if (text === null || text.length < SHORTEST_TEXT) return setHits(null);
    const ending = new AbortController();
    const timer = setTimeout(async () => {
      const found = await askFor(text, ending.signal);
      if (!ending.signal.aborted) setHits(found);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [text]);

  function onKeyDown(event: KeyboardEvent): void {
    if (!hits || hits.length === 0) return;
    const box = form.current?.querySelector<HTMLInputElement>("input[type=search]");
    if (event.key === "Escape") {
      event.preventDefault();
      setText(null);
      box?.focus();
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const stops = [box, ...(document.getElementById(listId)?.querySelectorAll<HTMLElement>("a, button") ?? [])];
    const at = stops.findIndex((each) => each === document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    stops.at(at % stops.length)?.focus();
  }

  /** Safari gives links no focus: then it goes nowhere, and a press on one still leads on. */
  function onBlur({ relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && !form.current?.contains(relatedTarget)) setText(null);
  }

  const count = hits?.length ?? 0;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of the whole, wherever in it the focus is
    <form ref={form} action={action} method="get" role="search" aria-label={words.label} className="relative flex gap-2" onKeyDown={onKeyDown} onBlur={onBlur}>
      <label htmlFor={id} className="sr-only">
        {words.label}
      </label>
      <div className="relative min-w-0 grow">
        <input
          id={id}
          type="search"
          name="q"
          defaultValue={defaultValue}
          placeholder={words.placeholder}
          autoComplete="off"
          maxLength={200}
          onChange={(event) => setText(event.target.value.trim())}
          className={searchBoxClass("md")}
        />
        <SearchBoxIcon size="md" />
      </div>
      <button type="submit" className={buttonClass({ variant: "secondary", size: "md" })}>
        {words.submit}
      </button>
      <p role="status" className="sr-only">
        {hits && (count === 0 ? words.none : count === 1 ? words.one : words.many.replace("#", String(count)))}
      </p>
      {count > 0 && (
        <div id={listId} className="absolute inset-x-0 top-full z-20 mt-2 max-h-[70vh] overflow-y-auto rounded-lg border bg-surface shadow-float">
          <ul className="divide-y">
            {hits!.map(({ href, label, title, passage }) => (
              <li key={href}>
                <a href={href} className="block px-4 py-3 text-sm -outline-offset-2 hover:bg-sunken focus-visible:bg-sunken">
                  <span className="mb-0.5 block text-xs text-muted">{label}</span>
                  <span className="block font-medium">
                    <Highlighted segments={title} />
                  </span>
                  <span className="mt-0.5 line-clamp-2 text-muted">
                    <Highlighted segments={passage} />
                  </span>
                </a>
              </li>
            ))}
          </ul>
          <button type="submit" className="w-full border-t px-4 py-3 text-left text-sm font-medium text-accent -outline-offset-2 hover:bg-sunken">
            {words.all}
          </button>
        </div>
      )}
    </form>
  );
}

/** None where no answer comes: the form still searches. */
async function askFor(text: string, signal: AbortSignal): Promise<SearchHit[] | null> {
  try {
    const answer = await fetch(`${ROUTE}?${new URLSearchParams({ q: text })}`, { signal });
    return answer.ok ? ((await answer.json()) as { hits: SearchHit[] }).hits : null;
  } catch {
    return null;
  }
}
