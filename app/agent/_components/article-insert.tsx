"use client";

import { BookOpen } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { Button, buttonClass } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { spacedFor } from "@/lib/kb/articles/insertion";
import { ArticleSearch, type ArticleSearchWords } from "./article-search";

export type ArticleInsertProps = {
  /** What it is looked for by at first: the subject of the ticket. */
  query: string;
  words: { open: string; title: string; close: string; search: ArticleSearchWords };
};

type Place = { start: number; end: number };

/** Out of an article into the text that one writes: Ctrl + . opens the search, Enter puts the link in. Without JavaScript, a way to the search. */
export function ArticleInsert({ boxId, query, words }: ArticleInsertProps & { /** The field that it is written in. */ boxId: string }) {
  const [isOpen, setIsOpen] = useState(false);
  // The page comes from the server without a place for it.
  const [isMounted, setIsMounted] = useState(false);
  const pending = useRef<string | null>(null);
  const place = useRef<Place>({ start: 0, end: 0 });

  // Where one writes is noted before the dialog takes the focus: afterwards the browser may say the beginning.
  const open = () => {
    const box = document.getElementById(boxId);
    if (box instanceof HTMLTextAreaElement) place.current = { start: box.selectionStart, end: box.selectionEnd };
    setIsMounted(true);
    setIsOpen(true);
  };
  const onKey = useEffectEvent(open);

  useEffect(() => {
    // The field may come later than this: a conversation is written in by whoever takes it.
    const listen = (event: KeyboardEvent) => {
      if (!(event.target instanceof Element) || event.target.id !== boxId) return;
      if (event.key !== "." || !(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
      event.preventDefault();
      onKey();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [boxId]);

  // Once the dialog is closed: until then the field is out of reach.
  useEffect(() => {
    const text = pending.current;
    pending.current = null;
    const box = document.getElementById(boxId);
    if (!isOpen && text !== null && box instanceof HTMLTextAreaElement) insert(box, place.current, text);
  }, [isOpen, boxId]);

  return (
    <>
      <Button size="sm" variant="quiet" className="noscript:hidden" aria-keyshortcuts="Control+. Meta+." onClick={open}>
        <BookOpen aria-hidden="true" />
        {words.open}
        <span aria-hidden="true" className="flex items-center gap-1 pointer-coarse:hidden">
          <Kbd>Ctrl</Kbd>
          <Kbd>.</Kbd>
        </span>
      </Button>
      <span className="hidden noscript:inline">
        <a href={`/agent/kb/read?${new URLSearchParams({ q: query })}`} target="_blank" className={buttonClass({ size: "sm", variant: "quiet" })}>
          {words.open}
        </a>
      </span>
      {isMounted &&
        createPortal(
          <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} title={words.title} closeLabel={words.close} size="lg">
            <ArticleSearch
              query={query}
              words={words.search}
              onChosen={(text) => {
                pending.current = text;
                setIsOpen(false);
              }}
            />
          </Dialog>,
          document.body,
        )}
    </>
  );
}

/** As if it had been typed: whoever keeps drafts and looks for secrets hears of it, and the browser can undo it. */
function insert(box: HTMLTextAreaElement, { start, end }: Place, text: string): void {
  const spaced = spacedFor({ value: box.value, start, end }, text);
  box.focus();
  box.setSelectionRange(start, end);
  if (typeof document.execCommand === "function" && document.execCommand("insertText", false, spaced)) return;
  box.setRangeText(spaced, start, end, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
}
