"use client";

import { useId, useRef, type KeyboardEvent, type ReactNode } from "react";
import { SearchBoxIcon, searchBoxClass } from "@/components/forms/search-form";
import { buttonClass } from "@/components/ui/button";
import { Highlighted } from "./highlighted";
import { useSuggestions } from "./use-suggestions";

export interface SearchWords {
  label: string;
  placeholder: string;
  submit: string;
  /** Announced and shown above the suggestions; "#" stands for the number. */
  none: string;
  one: string;
  many: string;
  all: string;
}

/**
 * The search of the public pages: a GET form, and with JavaScript the best matches while one types. The arrow keys go through them,
 * Escape puts them away.
 */
export function KnowledgeSearch({
  words,
  action = "/kb/search",
  kind,
  size = "md",
  defaultValue = "",
}: {
  words: SearchWords;
  action?: string;
  kind?: "article" | "faq";
  size?: "md" | "lg";
  defaultValue?: string;
}) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const { hits, search, close } = useSuggestions({ kind });

  function moveFocus(event: KeyboardEvent) {
    if (event.key === "Escape" && hits) {
      event.preventDefault();
      close();
      form.current?.querySelector("input")?.focus();
    }
    if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || !hits) return;
    const stops = [...(form.current?.querySelectorAll<HTMLElement>("input[type=search], a") ?? [])];
    const next = stops.indexOf(document.activeElement as HTMLElement) + (event.key === "ArrowDown" ? 1 : -1);
    event.preventDefault();
    stops.at(next % stops.length)?.focus();
  }

  return (
    <form
      ref={form}
      action={action}
      method="get"
      role="search"
      aria-label={words.label}
      className="relative flex gap-2"
      onKeyDown={moveFocus}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && close()}
    >
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
          className={searchBoxClass(size)}
          onChange={(event) => search(event.target.value)}
          onFocus={(event) => search(event.target.value)}
        />
        <SearchBoxIcon size={size} />
      </div>
      {kind && <input type="hidden" name="kind" value={kind} />}
      <button type="submit" className={buttonClass({ variant: size === "lg" ? "primary" : "secondary", size })}>
        {words.submit}
      </button>
      <p role="status" className="sr-only">
        {hits && countText(words, hits.length)}
      </p>
      {hits && hits.length > 0 && (
        <div className="absolute inset-x-0 top-full z-20 mt-2 max-h-[70vh] overflow-y-auto rounded-lg border bg-surface shadow-float">
          <ul className="divide-y">
            {hits.map((hit) => (
              <li key={hit.href}>
                <Suggestion href={hit.href} label={hit.label} onFollow={close}>
                  <span className="block font-medium">
                    <Highlighted segments={hit.title} />
                  </span>
                  <span className="mt-0.5 line-clamp-2 text-muted">
                    <Highlighted segments={hit.passage} />
                  </span>
                </Suggestion>
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

function Suggestion({ href, label, onFollow, children }: { href: string; label: string; onFollow: () => void; children: ReactNode }) {
  return (
    <a href={href} onClick={onFollow} className="block px-4 py-3 text-sm -outline-offset-2 hover:bg-sunken focus-visible:bg-sunken">
      <span className="mb-0.5 block text-xs text-muted">{label}</span>
      {children}
    </a>
  );
}

function countText(words: SearchWords, count: number): string {
  if (count === 0) return words.none;
  return count === 1 ? words.one : words.many.replace("#", String(count));
}
