"use client";

import { useEffect, useId, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { COMPOSE_EVENT, type ComposeKind } from "../../../_components/desk-dom";
import { ComposeForm, type ComposeFormProps } from "./compose-form";

export type ComposerProps = {
  label: string;
  initial: ComposeKind;
  /** By kind; the address of the form is where its tab leads without JavaScript. */
  tabs: Record<ComposeKind, { label: string; form: ComposeFormProps }>;
};

const KINDS = ["reply", "note"] as const;

/** Two forms in one place, so that a note is never sent as a reply: another tab, another ground, another button. */
export function Composer({ label, initial, tabs }: ComposerProps) {
  const [shown, setShown] = useState<ComposeKind>(initial);
  // A new one with each key that asks to write: the box can take the focus once its panel is shown.
  const [asked, setAsked] = useState<{ kind: ComposeKind } | null>(null);
  const id = useId();
  const boxes = useRef<Record<ComposeKind, HTMLElement | null>>({ reply: null, note: null });

  useEffect(() => {
    const listen = (event: Event) => {
      const kind: ComposeKind = event instanceof CustomEvent && event.detail === "note" ? "note" : "reply";
      setShown(kind);
      setAsked({ kind });
    };
    window.addEventListener(COMPOSE_EVENT, listen);
    return () => window.removeEventListener(COMPOSE_EVENT, listen);
  }, []);

  useEffect(() => {
    if (asked) focusBox(boxes.current[asked.kind]);
  }, [asked]);

  function choose(kind: ComposeKind) {
    setShown(kind);
    document.getElementById(`${id}-${kind}-tab`)?.focus();
  }

  return (
    <div className={cn("rounded-lg border", shown === "note" ? "border-warn-line bg-warn-soft" : "border-line-strong bg-surface")}>
      <div role="tablist" aria-label={label} className="flex gap-1 border-b px-2">
        {KINDS.map((kind) => (
          <a
            key={kind}
            id={`${id}-${kind}-tab`}
            role="tab"
            href={tabs[kind].form.address}
            aria-selected={shown === kind}
            aria-controls={`${id}-${kind}`}
            tabIndex={shown === kind ? 0 : -1}
            onClick={(event) => {
              event.preventDefault();
              setShown(kind);
            }}
            onKeyDown={(event) => {
              if (event.key === "ArrowRight" || event.key === "ArrowLeft") choose(kind === "reply" ? "note" : "reply");
              else if (event.key === " ") setShown(kind);
              else return;
              event.preventDefault();
            }}
            className={cn(
              "-mb-px inline-flex min-h-11 items-center border-b-2 px-3 text-sm font-medium -outline-offset-2",
              shown === kind ? "border-current text-ink" : "border-transparent text-muted hover:text-ink",
            )}
          >
            {tabs[kind].label}
          </a>
        ))}
      </div>
      {KINDS.map((kind) => (
        <div
          key={kind}
          id={`${id}-${kind}`}
          role="tabpanel"
          aria-labelledby={`${id}-${kind}-tab`}
          hidden={shown !== kind}
          ref={(element) => {
            boxes.current[kind] = element;
          }}
          className="p-3"
        >
          <ComposeForm {...tabs[kind].form} />
        </div>
      ))}
    </div>
  );
}

function focusBox(panel: HTMLElement | null): void {
  const box = panel?.querySelector("textarea");
  box?.focus();
  box?.scrollIntoView({ block: "center" });
}
