"use client";

import type { Editor } from "@tiptap/core";
import { useEffect, useEffectEvent, useRef } from "react";
import { readText, writeText, type ReadText } from "./round-trip";

const PAUSE_MS = 400;

interface Options {
  field: HTMLTextAreaElement;
  read: ReadText;
  /** Whether the form must wait; says why, if so. */
  mustWait: () => boolean;
  /** Somebody else wrote into the field what the editor cannot show. */
  onUnreadable: () => void;
}

/**
 * Keeps the form's field and the editor the same: what is typed here stands there a moment later, and at the latest when the form is sent
 * or read; what a draft puts there is shown here. A text that was not touched stays as it was, to the letter.
 * @returns what writes it at once
 */
export function useTextOfForm(editor: Editor | null, { field, read, mustWait, onUnreadable }: Options): () => void {
  const known = useRef({ read, written: writeText(read.doc, read.spelling) });
  const isOwn = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const write = useEffectEvent(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (!editor || editor.isDestroyed) return;
    const text = writeText(editor.getJSON(), known.current.read.spelling);
    if (text === known.current.written) return;
    known.current.written = text;
    isOwn.current = true;
    // By the browser's own setter, and heard of: previews and drafts listen to the field.
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")!.set!.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    isOwn.current = false;
  });

  const take = useEffectEvent(() => {
    if (isOwn.current || !editor) return;
    const found = readText(field.value);
    if (found === null || found === "too-long") return onUnreadable();
    known.current = { read: found, written: writeText(found.doc, found.spelling) };
    editor.commands.setContent(found.doc, { emitUpdate: false });
  });

  const guard = useEffectEvent((event: Event) => {
    if (!mustWait()) return write();
    event.preventDefault();
    event.stopImmediatePropagation();
  });

  useEffect(() => {
    if (!editor) return;
    const later = () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => write(), PAUSE_MS);
    };
    const now = () => write();
    // Before whoever keeps drafts saves on the way out.
    const leaving = new AbortController();
    const early = { capture: true, signal: leaving.signal };
    document.addEventListener("visibilitychange", now, early);
    window.addEventListener("pagehide", now, early);
    editor.on("update", later).on("blur", now);
    return () => {
      leaving.abort();
      editor.off("update", later).off("blur", now);
      clearTimeout(timer.current);
    };
  }, [editor]);

  useEffect(() => {
    const { form } = field;
    const input = () => take();
    const reset = () => setTimeout(() => take());
    const submit = (event: Event) => guard(event);
    const read = (event: FormDataEvent) => {
      write();
      event.formData.set(field.name, field.value);
    };
    field.addEventListener("input", input);
    form?.addEventListener("reset", reset);
    form?.addEventListener("submit", submit, { capture: true });
    form?.addEventListener("formdata", read);
    return () => {
      field.removeEventListener("input", input);
      form?.removeEventListener("reset", reset);
      form?.removeEventListener("submit", submit, { capture: true });
      form?.removeEventListener("formdata", read);
    };
  }, [field]);

  return () => {
    if (!editor || editor.isDestroyed) return;
    editor.commands.blur();
    const text = writeText(editor.getJSON(), known.current.read.spelling);
    if (text === known.current.written) return;
    known.current.written = text;
    field.value = text;
  };
}
