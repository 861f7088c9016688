"use client";

import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import { TextInput } from "@/components/forms/text-input";
import { filled } from "@/components/attachments/upload-texts";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { ArticleForReply } from "@/lib/kb/articles/insertion";

/** `found` with {count}. */
export type ArticleSearchWords = Record<"label" | "hint" | "results" | "one" | "found" | "none" | "searching" | "failed" | "signedOut" | "textGone" | "onlyText" | "link" | "text", string> & { audiences: Record<ArticleForReply["audience"], string> };

const ROUTE = "/api/agent/kb-articles";
const WAIT_MS = 150;

type Shown = { articles: ArticleForReply[]; at: number; say: string };

/** A field with a list under it: the arrows choose, Enter takes the link, Ctrl/⌘ + Enter the text; the buttons do the same. */
export function ArticleSearch({ query, words, onChosen }: { query: string; words: ArticleSearchWords; onChosen: (text: string) => void }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(query);
  const [shown, setShown] = useState<Shown>({ articles: [], at: 0, say: "" });
  const [isBusy, setBusy] = useState(false);
  const chosen = shown.articles[shown.at];
  const optionId = (at: number) => `${id}-${at}`;

  // A dialog gives the focus to what has the attribute, which React leaves out. What stands there is the subject: to type is to look for something else.
  useLayoutEffect(() => {
    field.current?.setAttribute("autofocus", "");
    field.current?.focus();
    field.current?.select();
  }, []);

  useEffect(() => {
    const asked = text.trim();
    if (asked === "") return setShown({ articles: [], at: 0, say: words.hint });
    const ending = new AbortController();
    setShown((before) => ({ ...before, say: words.searching }));
    const timer = setTimeout(async () => {
      const answer = await ask<{ articles: ArticleForReply[] }>({ q: asked }, ending.signal);
      if (ending.signal.aborted) return;
      if ("status" in answer) return setShown({ articles: [], at: 0, say: answer.status === 401 ? words.signedOut : words.failed });
      const { articles } = answer.data;
      setShown({ articles, at: 0, say: sayCount(articles.length, words) });
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [text, words]);

  const say = (message: string) => setShown((before) => ({ ...before, say: message }));

  function takeLink(): void {
    if (!chosen) return;
    if (chosen.link === null) return say(words.onlyText);
    onChosen(chosen.link);
  }

  async function takeText(): Promise<void> {
    if (!chosen || isBusy) return;
    setBusy(true);
    const answer = await ask<{ text: string }>({ slug: chosen.slug });
    setBusy(false);
    if ("data" in answer) return onChosen(answer.data.text);
    say(answer.status === 404 ? words.textGone : answer.status === 401 ? words.signedOut : words.failed);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    const last = shown.articles.length - 1;
    if (event.key === "Enter") void (event.ctrlKey || event.metaKey ? takeText() : takeLink());
    else if (event.key === "ArrowDown" && last >= 0) setShown({ ...shown, at: shown.at === last ? 0 : shown.at + 1 });
    else if (event.key === "ArrowUp" && last >= 0) setShown({ ...shown, at: shown.at === 0 ? last : shown.at - 1 });
    else return;
    event.preventDefault();
  }

  return (
    <div className="space-y-3">
      <label className="block space-y-1.5 text-sm font-medium">
        <span>{words.label}</span>
        <TextInput
          ref={field}
          type="search"
          role="combobox"
          aria-expanded={shown.articles.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          {...(chosen ? { "aria-activedescendant": optionId(shown.at) } : {})}
          autoComplete="off"
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </label>
      <p role="status" className="min-h-5 text-sm text-muted">
        {shown.say}
      </p>
      <div id={`${id}-list`} role="listbox" aria-label={words.results} className="divide-y rounded-md border empty:hidden">
        {shown.articles.map(({ slug, title, category, audience }, at) => (
          <div
            key={slug}
            id={optionId(at)}
            role="option"
            tabIndex={-1}
            aria-selected={at === shown.at}
            onMouseDown={(event) => {
              // The focus stays in the field, which has the keys.
              event.preventDefault();
              setShown({ ...shown, at });
            }}
            className={cn("flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 gap-y-0.5 border-l-4 px-3 py-2 text-sm", at === shown.at ? "border-l-accent bg-accent-soft" : "border-l-transparent hover:bg-sunken")}
          >
            <span className="min-w-0 grow font-medium wrap-anywhere">{title}</span>
            <span className="text-muted">{category}</span>
            {audience !== "public" && <Badge tone={audience === "staff" ? "warn" : "neutral"}>{words.audiences[audience]}</Badge>}
          </div>
        ))}
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        <Button size="sm" disabled={!chosen || isBusy} onClick={() => void takeText()}>
          {words.text}
        </Button>
        <Button size="sm" variant="primary" disabled={!chosen || chosen.link === null} onClick={takeLink}>
          {words.link}
        </Button>
      </div>
    </div>
  );
}

function sayCount(count: number, { none, one, found }: ArticleSearchWords): string {
  if (count === 0) return none;
  return count === 1 ? one : filled(found, { count: String(count) });
}

/** `status` 0: no answer came. */
async function ask<T>(query: Record<string, string>, signal?: AbortSignal): Promise<{ data: T } | { status: number }> {
  try {
    const answer = await fetch(`${ROUTE}?${new URLSearchParams(query)}`, signal ? { signal } : {});
    return answer.ok ? { data: (await answer.json()) as T } : { status: answer.status };
  } catch {
    return { status: 0 };
  }
}
