"use client";

import type { KeyboardEvent, Ref } from "react";
import { TextInput } from "@/components/forms/text-input";
import { Button } from "@/components/ui/button";
import type { EditorAction, EditorState } from "./editor-state";
import type { EditorWords } from "./editor-words";

/** What the chosen tool wants, the words of a text, and for those who do not drag: placing, applying and taking away. */
export function EditorPlacing({ state, act, textBox, onApplied, hintId, words }: {
  state: EditorState;
  act: (action: EditorAction) => void;
  textBox: Ref<HTMLInputElement>;
  /** The button that was pressed is gone with its shape: the focus goes on from the picture. */
  onApplied: () => void;
  hintId: string;
  words: EditorWords;
}) {
  const { placing, tool } = state;

  function finish(type: "apply" | "cancel"): void {
    act({ type });
    onApplied();
  }

  function onTextKey(event: KeyboardEvent): void {
    if (event.key !== "Enter") return;
    event.preventDefault();
    finish("apply");
  }

  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      {tool === "text" && (
        <label className="flex min-w-0 grow items-center gap-2 text-sm">
          <span className="font-medium">{words.text}</span>
          <TextInput
            ref={textBox}
            value={placing?.kind === "text" ? placing.text : ""}
            disabled={placing?.kind !== "text"}
            maxLength={200}
            aria-describedby={hintId}
            onChange={(event) => act({ type: "write", text: event.target.value })}
            onKeyDown={onTextKey}
          />
        </label>
      )}
      <p id={hintId} className="grow text-sm text-muted">
        {words.tool[tool].hint}
      </p>
      <span className="flex gap-2">
        {placing && (
          <Button size="sm" variant="quiet" onClick={() => finish("cancel")}>
            {words.remove}
          </Button>
        )}
        {/* One button in both states, so that the focus stays on it. */}
        <Button size="sm" onClick={() => (placing ? finish("apply") : act({ type: "place" }))}>
          {placing ? words.apply : words.place}
        </Button>
      </span>
    </div>
  );
}
