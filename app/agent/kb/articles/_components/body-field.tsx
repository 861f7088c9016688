"use client";

import type { EditorWords } from "@/components/editor/editor-words";
import { MarkdownEditor } from "@/components/editor/markdown-editor";
import type { PictureRules } from "@/components/editor/use-pictures";

export type BodyWords = { label: string; hint: string; editor: EditorWords };

/** The text of an article, with its pictures. `onText` hears of each change. */
export function BodyField({ defaultValue, error, onText, pictures, words }: { defaultValue: string; error?: string | undefined; onText: (text: string) => void; pictures: PictureRules; words: BodyWords }) {
  return <MarkdownEditor name="body" label={words.label} hint={words.hint} {...(error ? { error } : {})} rows={18} defaultValue={defaultValue} onText={onText} pictures={pictures} words={words.editor} />;
}
