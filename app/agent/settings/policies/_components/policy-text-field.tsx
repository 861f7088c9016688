"use client";

import type { EditorWords } from "@/components/editor/editor-words";
import { MarkdownEditor } from "@/components/editor/markdown-editor";

/** The text of a policy: the one place where it is written. It takes no pictures. */
export function PolicyTextField({ error, defaultValue, onText, words }: { error: string | undefined; defaultValue: string; onText: (text: string) => void; words: { body: string; bodyHint: string; editor: EditorWords } }) {
  return <MarkdownEditor name="body" label={words.body} hint={words.bodyHint} {...(error ? { error } : {})} rows={18} defaultValue={defaultValue} onText={onText} pictures={null} words={words.editor} />;
}
