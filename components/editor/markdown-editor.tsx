"use client";

import { useEffect, useEffectEvent, useRef, useState, type ComponentType } from "react";
import { Field, type FieldText } from "@/components/forms/field";
import { Textarea } from "@/components/forms/textarea";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { EditorWords } from "./editor-words";
import type { RichEditorProps } from "./rich-editor";
import type { ReadText } from "./round-trip";
import type { PictureRules } from "./use-pictures";

type Loaded = { RichEditor: ComponentType<RichEditorProps>; readText: (text: string) => ReadText | "too-long" | null };
type Problem = "cannotShow" | "tooLong" | "failed";

/**
 * A text in Markdown, written with its formats. Without a script, until it has loaded, and for whoever prefers it, it is a labelled field
 * with the Markdown; the form posts the same field either way. What the editor could not write again as it was stays in that field.
 * @param pictures null: the text takes none
 * @param onText hears of each change, in Markdown
 */
export function MarkdownEditor({ name, id = name, label, hint, error, describedBy, defaultValue = "", rows = 14, onText, pictures, words }: FieldText & {
  name: string;
  id?: string;
  describedBy?: string;
  defaultValue?: string;
  rows?: number;
  onText?: (text: string) => void;
  pictures: PictureRules | null;
  words: EditorWords;
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [read, setRead] = useState<ReadText | null>(null);
  const [isFocused, setFocused] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [said, setSaid] = useState("");

  function show({ readText }: Loaded, wantsFocus: boolean): void {
    const found = readText(field.current?.value ?? "");
    setProblem(found === null ? "cannotShow" : found === "too-long" ? "tooLong" : null);
    if (found === null || found === "too-long") return;
    setFocused(wantsFocus);
    setRead(found);
  }

  const arrive = useEffectEvent((module: Loaded) => {
    setLoaded(module);
    // Nobody's field goes away while they type in it.
    if (document.activeElement !== field.current) show(module, false);
  });

  useEffect(() => {
    let isGone = false;
    import("./rich-editor").then(
      (module) => !isGone && arrive(module),
      () => !isGone && setProblem("failed"),
    );
    return () => {
      isGone = true;
    };
  }, []);

  const isRich = read !== null && loaded !== null;
  return (
    <Field id={id} label={<span id={`${id}-label`}>{label}</span>} {...(hint ? { hint } : {})} {...(error ? { error } : {})}>
      {(control) => {
        const described = [control["aria-describedby"], describedBy].filter(Boolean).join(" ") || undefined;
        return (
          <>
            {/* A place in one row of children: the field must not be made anew when the editor comes before it. */}
            {isRich && field.current ? (
              <loaded.RichEditor
                id={id}
                labelId={`${id}-label`}
                describedBy={described}
                isInvalid={Boolean(error)}
                field={field.current}
                read={read}
                pictures={pictures}
                isFocused={isFocused}
                words={words}
                say={setSaid}
                onLeave={(isForced) => {
                  setRead(null);
                  if (isForced) return setProblem("cannotShow");
                  setSaid(words.switchedToMarkdown);
                  requestAnimationFrame(() => field.current?.focus());
                }}
              />
            ) : null}
            <Textarea key="markdown" ref={field} name={name} rows={rows} defaultValue={defaultValue} onChange={(event) => onText?.(event.currentTarget.value)} spellCheck {...control} {...(described ? { "aria-describedby": described } : {})} {...(isRich ? { id: `${id}-markdown` } : {})} className={cn("font-mono", isRich && "hidden")} />
            {!isRich && loaded && (
              <Button
                size="sm"
                onClick={() => {
                  show(loaded, true);
                  setSaid(words.switchedToEditor);
                }}
              >
                {words.showEditor}
              </Button>
            )}
            {problem && !isRich && <p className="text-sm text-muted">{words[problem]}</p>}
            <span role="status" className="sr-only">
              {said}
            </span>
          </>
        );
      }}
    </Field>
  );
}
