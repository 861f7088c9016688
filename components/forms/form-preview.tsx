import type { ReactNode, RefObject } from "react";

export type FormPreviewWords = { title: string; empty: string; loading: string; failed: string };

/** The frame around what a form's fields would look like (use-form-preview). */
export function FormPreview({ sheet, state, words, children }: { sheet: RefObject<HTMLElement | null>; state: { isWaiting: boolean; hasFailed: boolean }; words: FormPreviewWords; children: ReactNode }) {
  return (
    <section ref={sheet} aria-label={words.title} className="space-y-3 rounded-lg border bg-paper p-4">
      <p className="flex min-h-6 flex-wrap gap-x-3 text-sm text-muted">
        <span className="font-medium">{words.title}</span>
        <span role="status">{state.hasFailed ? words.failed : state.isWaiting ? words.loading : ""}</span>
      </p>
      {children ?? <p className="text-sm text-muted">{words.empty}</p>}
    </section>
  );
}
