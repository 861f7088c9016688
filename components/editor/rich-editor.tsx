"use client";

import "./editor.css";
import type { Editor } from "@tiptap/core";
import { EditorContent, useEditor } from "@tiptap/react";
import { useRef, useState, type KeyboardEvent } from "react";
import { filled } from "@/components/attachments/upload-texts";
import { freshKey } from "@/components/forms/fresh-key";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { cleanPasted, type Cleaned } from "./clean-pasted";
import { ContextBars, LinkBar } from "./context-bars";
import type { EditorWords } from "./editor-words";
import { editorExtensions } from "./extensions";
import type { ReadText } from "./round-trip";
import { Toolbar } from "./toolbar";
import type { ToolName } from "./toolbar-items";
import { usePictures, type PictureRules } from "./use-pictures";
import { useTextOfForm } from "./use-text-of-form";

export { readText } from "./round-trip";

export interface RichEditorProps {
  id: string;
  labelId: string;
  describedBy: string | undefined;
  isInvalid: boolean;
  field: HTMLTextAreaElement;
  read: ReadText;
  pictures: PictureRules | null;
  isFocused: boolean;
  words: EditorWords;
  say: (text: string) => void;
  /** To Markdown, which the field has by then. */
  onLeave: (isForced: boolean) => void;
}

/** The text with its formats. It stands for a field of the form, which has the Markdown. */
export function RichEditor({ id, labelId, describedBy, isInvalid, field, read, pictures: rules, isFocused, words, say, onLeave }: RichEditorProps) {
  const [problems, setProblems] = useState<string[]>([]);
  const [isLinking, setLinking] = useState(false);
  const [altAsked, setAltAsked] = useState(0);
  const files = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const cleaned = useRef<Cleaned | null>(null);
  const own = useRef<Editor | null>(null);
  const complain = (text: string) => setProblems((before) => [...before, text]);
  const pictures = usePictures({ rules, words, say, complain, askAlt: () => setAltAsked((count) => count + 1) });

  const editor = useEditor({
    extensions: editorExtensions(words.callouts),
    content: read.doc,
    injectCSS: false,
    immediatelyRender: false,
    autofocus: isFocused ? "end" : false,
    onBeforeCreate({ editor: made }) {
      own.current = made;
    },
    editorProps: {
      attributes: {
        id,
        class: "prose editor-text",
        role: "textbox",
        "aria-multiline": "true",
        "aria-labelledby": labelId,
        "aria-describedby": [describedBy, `${id}-keys`].filter(Boolean).join(" "),
        ...(isInvalid && { "aria-invalid": "true" }),
      },
      transformPastedHTML(html) {
        // What was copied here comes back as it was; the rules of the document hold for it all the same.
        if (html.includes("data-pm-slice")) return html;
        cleaned.current = cleanPasted(html, freshKey);
        return cleaned.current.html;
      },
      handlePaste(_view, event) {
        const found = [...(event.clipboardData?.files ?? [])];
        const text = (event.clipboardData?.getData("text/html") ?? "").replace(/<[^>]*>/g, "").trim();
        // Word adds a picture of the text to it; a copied picture comes with nothing but itself.
        if (found.length > 0 && text === "" && own.current) {
          pictures.insert(own.current, found);
          return true;
        }
        const pasted = cleaned.current;
        cleaned.current = null;
        if (pasted) queueMicrotask(() => afterPaste(pasted));
        return false;
      },
      handleDrop(view, event, _slice, isMoved) {
        const found = [...(event.dataTransfer?.files ?? [])];
        if (isMoved || found.length === 0 || !own.current) return false;
        pictures.insert(own.current, found, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos);
        return true;
      },
    },
  });
  const flush = useTextOfForm(editor, {
    field,
    read,
    mustWait() {
      if (pictures.isUnderway()) complain(words.sending);
      return pictures.isUnderway();
    },
    onUnreadable: () => onLeave(true),
  });

  function afterPaste({ pictures: pasted, foreign, local }: Cleaned): void {
    if (own.current) pictures.sendPasted(own.current, pasted);
    if (!rules && foreign.length + local.length > 0) return complain(filled(words.noPictures, { names: [...foreign, ...local].join(", ") }));
    if (foreign.length > 0) complain(filled(words.foreign[foreign.length === 1 ? 0 : 1], { names: foreign.join(", ") }));
    if (local.length > 0) complain(filled(words.local[local.length === 1 ? 0 : 1], { names: local.join(", ") }));
  }

  function open(tool: ToolName): void {
    if (tool === "link") setLinking(true);
    if (tool === "picture") files.current?.click();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const isLink = event.key.toLowerCase() === "k" && event.shiftKey && (event.ctrlKey || event.metaKey);
    if (isLink) setLinking(true);
    if (event.key === "F10" && event.altKey) box.current?.querySelector<HTMLElement>('[role="toolbar"] [tabindex="0"]')?.focus();
    if (isLink || (event.key === "F10" && event.altKey)) event.preventDefault();
  }

  if (!editor) return null;
  return (
    // The keys of the whole, wherever in it the focus is.
    <div ref={box} role="presentation" onKeyDown={onKeyDown} className="rounded-md border border-line-strong bg-surface focus-within:border-accent">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 border-b px-2 py-1.5">
        <Toolbar editor={editor} controls={id} hasPictures={rules !== null} words={words} onOpen={open} />
        <Button
          size="sm"
          variant="quiet"
          onClick={() => {
            if (pictures.isUnderway()) return complain(words.sending);
            flush();
            onLeave(false);
          }}
        >
          {words.showMarkdown}
        </Button>
      </div>
      <p id={`${id}-keys`} className="sr-only">
        {words.keys}
      </p>
      {problems.length > 0 && <Problems texts={problems} words={words} onDismiss={() => setProblems([])} />}
      <EditorContent editor={editor} />
      {isLinking && <LinkBar editor={editor} id={id} words={words} onClose={() => setLinking(false)} />}
      <ContextBars editor={editor} id={id} words={words} altAsked={altAsked} />
      {rules && (
        <input
          ref={files}
          type="file"
          accept="image/*"
          multiple
          hidden
          aria-label={words.picture}
          onChange={(event) => {
            pictures.insert(editor, [...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
      )}
    </div>
  );
}

function Problems({ texts, words, onDismiss }: { texts: readonly string[]; words: EditorWords; onDismiss: () => void }) {
  return (
    <div role="alert" className="p-2">
      <Notice tone="warn" title={words.problems}>
        <ul className="space-y-1">
          {texts.map((text, at) => (
            // The same words can be said twice.
            <li key={`${at} ${text}`}>{text}</li>
          ))}
        </ul>
        <Button size="sm" className="mt-2" onClick={onDismiss}>
          {words.dismiss}
        </Button>
      </Notice>
    </div>
  );
}
