"use client";

import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { CONTROL_CLASS, CONTROL_TEXT } from "@/components/forms/control-class";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { EditorWords } from "./editor-words";

interface Props {
  editor: Editor;
  id: string;
  words: EditorWords;
}

/** What can be done where the cursor stands: in a table, on a picture, in code. */
export function ContextBars({ editor, id, words, altAsked }: Props & { altAsked: number }) {
  const place = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      isTable: now.isActive("table"),
      isCode: now.isActive("codeBlock"),
      language: String(now.getAttributes("codeBlock").language ?? ""),
      picture: now.isActive("image") && !now.getAttributes("image").pending ? now.state.selection.from : null,
      alt: String(now.getAttributes("image").alt ?? ""),
    }),
  });
  return (
    <>
      {place.isTable && <TableBar editor={editor} words={words} />}
      {place.isCode && (
        <Bar label={words.codeBlock}>
          <BarField
            id={`${id}-language`}
            label={words.language}
            placeholder={words.languageNone}
            value={place.language}
            onChange={(language) => editor.commands.updateAttributes("codeBlock", { language: language.replace(/[^\w+#.-]/g, "").slice(0, 20) || null })}
            onLeave={() => editor.commands.focus()}
          />
        </Bar>
      )}
      {place.picture !== null && <PictureBar key={place.picture} editor={editor} id={id} words={words} alt={place.alt} altAsked={altAsked} />}
    </>
  );
}

function TableBar({ editor, words }: Omit<Props, "id">) {
  const run = (name: "addRowAfter" | "deleteRow" | "addColumnAfter" | "deleteColumn" | "deleteTable") => () => void editor.chain().focus()[name]().run();
  const steps = [["rowAfter", "addRowAfter"], ["rowDelete", "deleteRow"], ["columnAfter", "addColumnAfter"], ["columnDelete", "deleteColumn"], ["tableDelete", "deleteTable"]] as const;
  return (
    <Bar label={words.tableTools}>
      {steps.map(([word, step]) => (
        <Button key={step} size="sm" variant="quiet" onClick={run(step)}>
          {words[word]}
        </Button>
      ))}
    </Bar>
  );
}

function PictureBar({ editor, id, words, alt, altAsked }: Props & { alt: string; altAsked: number }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (altAsked > 0) field.current?.focus();
  }, [altAsked]);
  return (
    <Bar label={words.pictureTools}>
      <BarField
        id={`${id}-alt`}
        field={field}
        label={words.alt}
        hint={words.altHint}
        value={alt}
        // As a step of its own kind: the picture is not put there anew, and so stays chosen.
        onChange={(text) => editor.view.dispatch(editor.state.tr.setNodeAttribute(editor.state.selection.from, "alt", text.replace(/\s+/g, " ").slice(0, 300)))}
        // Behind it one goes on writing.
        onLeave={() => editor.chain().setTextSelection(editor.state.selection.to).focus().run()}
      />
      <Button size="sm" variant="quiet" onClick={() => editor.chain().focus().deleteSelection().run()}>
        {words.pictureRemove}
      </Button>
    </Bar>
  );
}

const ADDRESS = /^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|#)\S+$/i;

/** Asks where a link leads. */
export function LinkBar({ editor, id, words, onClose }: Props & { onClose: () => void }) {
  const [href, setHref] = useState(() => String(editor.getAttributes("link").href ?? ""));
  const [isWrong, setWrong] = useState(false);
  const hadLink = editor.isActive("link");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  function close(): void {
    editor.commands.focus();
    onClose();
  }

  function apply(): void {
    const typed = href.trim();
    const address = /^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(typed) ? `https://${typed}` : typed;
    if (!ADDRESS.test(address)) return setWrong(true);
    const chain = editor.chain().focus();
    if (editor.state.selection.empty && !hadLink) chain.insertContent({ type: "text", text: address, marks: [{ type: "link", attrs: { href: address } }] }).run();
    else chain.extendMarkRange("link").setLink({ href: address }).run();
    onClose();
  }

  return (
    <Bar label={words.link}>
      <BarField id={`${id}-link`} field={field} label={words.linkAddress} hint={isWrong ? words.linkUnreadable : words.linkHint} isWrong={isWrong} value={href} onChange={setHref} onEnter={apply} onLeave={close} />
      <Button size="sm" onClick={apply}>
        {words.linkApply}
      </Button>
      {hadLink && (
        <Button
          size="sm"
          variant="quiet"
          onClick={() => {
            editor.chain().focus().extendMarkRange("link").unsetLink().run();
            onClose();
          }}
        >
          {words.linkRemove}
        </Button>
      )}
      <Button size="sm" variant="quiet" onClick={close}>
        {words.cancel}
      </Button>
    </Bar>
  );
}

function Bar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className="flex flex-wrap items-end gap-2 border-t px-2 py-2">
      {children}
    </div>
  );
}

/** Enter and Escape lead back to the text: it stands within a form that they would send. */
function BarField({ id, field, label, hint, placeholder, value, isWrong, onChange, onEnter, onLeave }: {
  id: string;
  field?: React.RefObject<HTMLInputElement | null>;
  label: string;
  hint?: string;
  placeholder?: string;
  value: string;
  isWrong?: boolean;
  onChange: (text: string) => void;
  onEnter?: () => void;
  onLeave: () => void;
}) {
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Enter" && onEnter) onEnter();
    else onLeave();
  }
  return (
    <div className="min-w-0 grow basis-60 space-y-1">
      <label htmlFor={id} className="block text-sm font-medium">
        {label}
      </label>
      <input ref={field} id={id} value={value} placeholder={placeholder} autoComplete="off" aria-invalid={isWrong || undefined} aria-describedby={hint ? `${id}-hint` : undefined} onChange={(event) => onChange(event.target.value)} onKeyDown={onKeyDown} className={cn(CONTROL_CLASS, CONTROL_TEXT, "min-h-9")} />
      {hint && (
        <p id={`${id}-hint`} role={isWrong ? "alert" : undefined} className={cn("text-xs", isWrong ? "text-danger" : "text-muted")}>
          {hint}
        </p>
      )}
    </div>
  );
}
