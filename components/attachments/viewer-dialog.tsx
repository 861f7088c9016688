"use client";

import { ChevronLeft, ChevronRight, ExternalLink, X, ZoomIn, ZoomOut } from "lucide-react";
import { useEffect, useId, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { createPortal } from "react-dom";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { filled } from "./upload-texts";

export interface ViewedImage {
  address: string;
  name: string;
}

/** With {at}, {count} and {name} in the position. */
export interface ViewerWords {
  title: string;
  close: string;
  previous: string;
  next: string;
  zoomIn: string;
  zoomOut: string;
  open: string;
  position: string;
  failed: string;
}

/** So far a finger has to go, sideways more than up or down. */
const SWIPE = 48;

/** Pictures over the whole page: arrows, Home and End go through them, Enter enlarges, Escape closes and gives the focus back. */
export function ViewerDialog({ images, start, onClose, words }: { images: ViewedImage[]; start: number; onClose: () => void; words: ViewerWords }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const touched = useRef<{ x: number; y: number } | null>(null);
  const [at, setAt] = useState(start);
  const [isLarge, setLarge] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const titleId = useId();
  const image = images[at]!;

  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    stage.current?.focus();
  }, []);

  function go(to: number): void {
    if (to < 0 || to >= images.length || to === at) return;
    setAt(to);
    setLarge(false);
  }

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation(); // the page behind has keys of its own
    const targets: Record<string, number> = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: images.length - 1 };
    const to = targets[event.key];
    // Enlarged, the arrows look around in the picture.
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey || (isLarge && event.key.startsWith("Arrow"))) return;
    event.preventDefault();
    go(to);
  }

  function onStageKey(event: KeyboardEvent): void {
    if (event.key !== "Enter" && event.key !== "+" && event.key !== "-") return;
    event.preventDefault();
    setLarge(event.key === "Enter" ? !isLarge : event.key === "+");
  }

  function onPointerUp(event: PointerEvent): void {
    const from = touched.current;
    touched.current = null;
    if (!from || isLarge) return;
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    if (Math.abs(dx) > SWIPE && Math.abs(dx) > 2 * Math.abs(dy)) go(at + (dx < 0 ? 1 : -1));
  }

  return createPortal(
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of the whole viewer
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onKeyDown={onKeyDown}
      className="m-0 h-dvh max-h-none w-full max-w-none bg-surface p-0"
    >
      <div className="flex h-full flex-col">
        <div className="flex items-center gap-1 border-b py-1 pr-1 pl-4">
          <h2 id={titleId} className="sr-only">
            {words.title}
          </h2>
          <p role="status" className="min-w-0 grow truncate text-sm tabular-nums">
            {filled(words.position, { at: String(at + 1), count: String(images.length), name: image.name })}
          </p>
          <IconButton label={isLarge ? words.zoomOut : words.zoomIn} icon={isLarge ? <ZoomOut /> : <ZoomIn />} onClick={() => setLarge(!isLarge)} />
          <a href={image.address} target="_blank" rel="noreferrer" aria-label={words.open} title={words.open} className="inline-flex size-11 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-ink">
            <ExternalLink aria-hidden="true" className="size-4" />
          </a>
          <IconButton label={words.close} icon={<X />} onClick={() => dialog.current?.close()} />
        </div>
        <div className="relative min-h-0 grow bg-sunken">
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it scrolls, and enlarges by a key that has a button too */}
          <div
            ref={stage}
            role="group"
            aria-label={image.name}
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- focusable, so that a keyboard can scroll it
            tabIndex={0}
            onKeyDown={onStageKey}
            onPointerDown={(event) => {
              touched.current = event.pointerType === "touch" && event.isPrimary ? { x: event.clientX, y: event.clientY } : null;
            }}
            onPointerUp={onPointerUp}
            className={cn("absolute inset-0 -outline-offset-2", isLarge ? "overflow-auto" : "flex touch-pan-y items-center justify-center overflow-hidden touch-pinch-zoom")}
          >
            {failed === image.address ? (
              <p className="max-w-prose p-6 text-center text-sm">{words.failed}</p>
            ) : (
              // eslint-disable-next-line nextjs/no-img-element -- served by an authorised route, at its own size
              <img
                key={image.address}
                src={image.address}
                alt={image.name}
                draggable={false}
                onError={() => setFailed(image.address)}
                className={isLarge ? "max-w-none" : "max-h-full max-w-full object-contain"}
              />
            )}
          </div>
          {images.length > 1 && (
            <>
              <Turn label={words.previous} side="left" isOff={at === 0} onClick={() => go(at - 1)} />
              <Turn label={words.next} side="right" isOff={at === images.length - 1} onClick={() => go(at + 1)} />
            </>
          )}
        </div>
      </div>
    </dialog>,
    document.body,
  );
}

/** At either end it stays, and stays focusable: the focus is not lost with the last picture. */
function Turn({ label, side, isOff, onClick }: { label: string; side: "left" | "right"; isOff: boolean; onClick: () => void }) {
  return (
    <IconButton
      label={label}
      icon={side === "left" ? <ChevronLeft /> : <ChevronRight />}
      aria-disabled={isOff}
      onClick={onClick}
      className={cn("absolute top-1/2 -translate-y-1/2 border bg-surface text-ink aria-disabled:opacity-50", side === "left" ? "left-2" : "right-2")}
    />
  );
}
