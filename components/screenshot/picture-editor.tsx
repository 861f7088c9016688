"use client";

import { X } from "lucide-react";
import { useEffect, useId, useReducer, useRef, useState, type KeyboardEvent } from "react";
import { createPortal } from "react-dom";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Notice } from "@/components/ui/notice";
import type { Picture } from "./draw";
import { actionOfKey, type KeyPress } from "./editor-keys";
import { EditorPlacing } from "./editor-placing";
import { edited, editorOf, frameIn, isTouched, operationsOf, type EditorAction, type EditorState } from "./editor-state";
import { EditorTools } from "./editor-tools";
import type { EditorWords } from "./editor-words";
import { unitOf } from "./operations";
import { pictureFile } from "./picture-file";
import { usePictureCanvas } from "./use-picture-canvas";

/**
 * Crops, marks and blacks out one picture. What leaves is a new file in which all of it is pixels. A dialog of its own, because it fills a telephone's screen and asks before it throws work away.
 */
export function PictureEditor({ picture, name, most, words, leaveLabel = words.cancel, onDone, onClose }: {
  picture: Picture;
  /** Of the new file, without an ending. */
  name: string;
  /** Bytes that it may have. */
  most: number;
  words: EditorWords;
  /** What it means to close it without taking the picture. */
  leaveLabel?: string;
  onDone: (file: File) => void;
  /** After it has closed, whether a file came of it or not. */
  onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const textBox = useRef<HTMLInputElement>(null);
  const [state, dispatch] = useReducer(edited, picture, editorOf);
  const [said, setSaid] = useState("");
  const [asksToDiscard, setAsksToDiscard] = useState(false);
  const [isPreparing, setPreparing] = useState(false);
  const [isTooLarge, setTooLarge] = useState(false);
  const { canvas, handlers } = usePictureCanvas({ picture, state, dispatch: act, onPressed: () => state.tool === "text" && focusPlaced() });
  const ids = { title: useId(), help: useId(), hint: useId() };

  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    canvas.current?.focus();
  }, [canvas]);

  function act(action: EditorAction): void {
    dispatch(action);
    setSaid(wordsFor(action, state, words));
    // Once the field for the words can be written in, or the picture has the shape.
    if (action.type === "place") setTimeout(focusPlaced);
  }

  function focusPlaced(): void {
    const target = state.tool === "text" ? textBox.current : canvas.current;
    target?.focus();
  }

  function leave(): void {
    if (isPreparing) return;
    if (isTouched(state) && !asksToDiscard) return setAsksToDiscard(true);
    dialog.current?.close();
  }

  function stay(): void {
    setAsksToDiscard(false);
    canvas.current?.focus();
  }

  async function take(): Promise<void> {
    setPreparing(true);
    const file = await pictureFile(picture, operationsOf(state), { name, most });
    setPreparing(false);
    if (!file) return setTooLarge(true);
    onDone(file);
    dialog.current?.close();
  }

  function onPictureKey(event: KeyboardEvent): void {
    const action = actionOfKey(pressOf(event), { isPlacing: state.placing !== null, step: unitOf(frameIn(state)) });
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    act(action);
  }

  /** Escape, Ctrl Z and the letters of the tools, wherever the focus is. */
  function onAnyKey(event: KeyboardEvent): void {
    event.stopPropagation(); // the page behind has keys of its own
    if (event.key === "Escape") {
      event.preventDefault(); // or the browser closes it unasked
      if (asksToDiscard) return stay();
      if (!state.placing) return leave();
      act({ type: "cancel" });
      return canvas.current?.focus();
    }
    if (event.target instanceof HTMLInputElement || event.key.length !== 1) return;
    const action = actionOfKey(pressOf(event), { isPlacing: false, step: 0 });
    if (!action) return;
    event.preventDefault();
    act(action);
  }

  return createPortal(
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape and the keys of the whole editor
    <dialog
      ref={dialog}
      aria-labelledby={ids.title}
      onClose={onClose}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
      onKeyDown={onAnyKey}
      onInput={(event) => event.stopPropagation()}
      className="m-0 h-dvh max-h-none w-full max-w-none bg-surface p-0 sm:m-auto sm:h-auto sm:max-h-[calc(100dvh-2rem)] sm:w-[calc(100%-2rem)] sm:max-w-[72rem] sm:rounded-lg sm:shadow-float"
    >
      <div className="flex h-full flex-col sm:max-h-[calc(100dvh-2rem)]">
        <div className="flex items-center justify-between gap-4 border-b py-1 pr-1 pl-4 sm:pl-5">
          <h2 id={ids.title} className="text-base font-semibold">
            {words.title}
          </h2>
          <IconButton label={words.close} icon={<X />} onClick={leave} />
        </div>
        <div className="border-b px-2 py-1.5 sm:px-4">
          <EditorTools
            tool={state.tool}
            onChoose={(tool) => act({ type: "choose", tool })}
            onUndo={() => act({ type: "undo" })}
            onRedo={() => act({ type: "redo" })}
            canUndo={isTouched(state)}
            canRedo={state.placing === null && state.history.undone.length > 0}
            words={words}
          />
        </div>
        <div className="flex min-h-0 grow items-center justify-center overflow-hidden bg-sunken p-2 sm:p-4">
          <canvas
            ref={canvas}
            tabIndex={0}
            // eslint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role -- one draws on it with keys of its own
            role="application"
            aria-label={words.canvas}
            aria-describedby={`${ids.hint} ${ids.help}`}
            onKeyDown={onPictureKey}
            {...handlers}
            className="max-h-[calc(100dvh-19rem)] max-w-full cursor-crosshair touch-none rounded-sm border bg-surface"
          />
        </div>
        <div className="space-y-2 border-t px-4 py-3 sm:px-5">
          <EditorPlacing state={state} act={act} textBox={textBox} onApplied={() => canvas.current?.focus()} hintId={ids.hint} words={words} />
          <p id={ids.help} className="text-xs text-muted max-sm:sr-only pointer-coarse:sr-only">
            {words.help}
          </p>
          <p role="status" className="sr-only">
            {said}
          </p>
          {isTooLarge && (
            <Notice tone="danger" live="assertive">
              {words.tooLarge}
            </Notice>
          )}
          {asksToDiscard && (
            <Notice
              tone="warn"
              live="assertive"
              title={words.discard.question}
              actions={
                <>
                  <Button size="sm" variant="danger" onClick={() => dialog.current?.close()}>
                    {words.discard.confirm}
                  </Button>
                  <Button size="sm" ref={focusNow} onClick={stay}>
                    {words.discard.back}
                  </Button>
                </>
              }
            />
          )}
          <div className="flex flex-wrap justify-end gap-2">
            <Button variant="quiet" onClick={leave}>
              {leaveLabel}
            </Button>
            <Button variant="primary" disabled={isPreparing} onClick={() => void take()}>
              {isPreparing ? words.preparing : words.use}
            </Button>
          </div>
        </div>
      </div>
    </dialog>,
    document.body,
  );
}

function focusNow(element: HTMLElement | null): void {
  element?.focus();
}

function pressOf(event: KeyboardEvent): KeyPress {
  return { key: event.key, isShift: event.shiftKey, isCommand: event.ctrlKey || event.metaKey, isRepeat: event.repeat };
}

/** For those who do not see the picture: what a key or button has done. */
function wordsFor(action: EditorAction, before: EditorState, { said }: EditorWords): string {
  switch (action.type) {
    case "place":
      return said.placed;
    case "apply":
      return said.applied;
    case "cancel":
      return before.placing ? said.removed : "";
    case "undo":
      return said.undone;
    case "redo":
      return said.redone;
    default:
      return "";
  }
}
