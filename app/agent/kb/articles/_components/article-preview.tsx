"use client";

import { useEffect, useState } from "react";
import { Prose } from "@/components/ui/prose";
import { IDLE, type ActionResult } from "@/lib/actions/result";

export type PreviewAction = (previous: ActionResult, form: FormData) => Promise<ActionResult<{ html: string }>>;
export type PreviewWords = { title: string; empty: string; loading: string; failed: string };

const WAIT_MS = 600;

/** Beside the field, as the customer will see it: made on the server, once the author pauses. */
export function ArticlePreview({ action, text, initialHtml, words }: { action: PreviewAction; text: string; initialHtml: string; words: PreviewWords }) {
  const [shown, setShown] = useState({ html: initialHtml, isWaiting: false, hasFailed: false });
  const [first] = useState(text);
  const [isTouched, setTouched] = useState(false);
  if (!isTouched && text !== first) setTouched(true);

  useEffect(() => {
    if (!isTouched) return;
    let isStale = false;
    const timer = setTimeout(async () => {
      setShown((before) => ({ ...before, isWaiting: true }));
      const html = await htmlOf(action, text);
      if (!isStale) setShown((before) => ({ html: html ?? before.html, isWaiting: false, hasFailed: html === null }));
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
      {shown.html === "" ? <p className="text-sm text-muted">{words.empty}</p> : <Prose html={shown.html} />}
    </section>
  );
}

/** Null when the server could not be reached or refused. */
async function htmlOf(action: PreviewAction, text: string): Promise<string | null> {
  const form = new FormData();
  form.set("body", text);
  try {
    const answer = await action(IDLE, form);
    return answer.status === "ok" ? answer.data.html : null;
  } catch {
    return null;
  }
}
