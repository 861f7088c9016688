"use client";

import { useEffect, useState, type ReactNode } from "react";
import { Prose } from "@/components/ui/prose";
import { IDLE, type ActionResult } from "@/lib/actions/result";

/** Answers with Markdown as HTML, or with the whole as the page would show it. */
export type PreviewAction = (previous: ActionResult, form: FormData) => Promise<ActionResult<{ html: string } | { view: ReactNode }>>;
export type PreviewWords = { title: string; empty: string; loading: string; failed: string };

const WAIT_MS = 600;

/** Beside the field, as the customer will see it: made on the server, once the author pauses. */
export function ArticlePreview({ action, text, initial, words }: { action: PreviewAction; text: string; /** Null where there is nothing yet. */ initial: ReactNode; words: PreviewWords }) {
  const [shown, setShown] = useState({ view: initial, isWaiting: false, hasFailed: false });
  const [first] = useState(text);
  const [isTouched, setTouched] = useState(false);
  if (!isTouched && text !== first) setTouched(true);

  useEffect(() => {
    if (!isTouched) return;
    let isStale = false;
    const timer = setTimeout(async () => {
      setShown((before) => ({ ...before, isWaiting: true }));
      const answer = await viewOf(action, text);
      if (!isStale) setShown((before) => ({ view: answer ? answer.view : before.view, isWaiting: false, hasFailed: answer === null }));
    }, WAIT_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [action, text, isTouched]);

  return (
    <section aria-label={words.title} className="min-w-0 rounded-lg border bg-paper p-4 sm:p-5">
      <p className="flex min-h-6 flex-wrap gap-x-3 pb-3 text-sm text-muted">
        <span className="font-medium">{words.title}</span>
        <span role="status">{shown.hasFailed ? words.failed : shown.isWaiting ? words.loading : ""}</span>
      </p>
      {shown.view ?? <p className="text-sm text-muted">{words.empty}</p>}
    </section>
  );
}

/** Null when the server could not be reached or refused. */
async function viewOf(action: PreviewAction, text: string): Promise<{ view: ReactNode } | null> {
  const form = new FormData();
  form.set("body", text);
  try {
    const answer = await action(IDLE, form);
    if (answer.status !== "ok") return null;
    return "view" in answer.data ? answer.data : { view: viewOfHtml(answer.data.html) };
  } catch {
    return null;
  }
}

export function viewOfHtml(html: string): ReactNode {
  return html === "" ? null : <Prose html={html} />;
}
