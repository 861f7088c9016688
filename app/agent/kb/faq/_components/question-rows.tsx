"use client";

import { ArrowDown, ArrowUp, GripVertical } from "lucide-react";
import { useEffect, useRef, useState, type DragEvent, type SubmitEvent } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { SignInLink } from "@/components/forms/sign-in-link";
import { buttonClass } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { announce } from "@/components/ui/announcer";
import { useDeskAction, type DeskAction } from "../../../_components/use-desk-action";

export interface QuestionRow {
  id: string;
  question: string;
  href: string;
  /** Where it leads, in words; null when nowhere. */
  note: string | null;
}

export type RowWords = { handle: string; up: string; down: string; at: string; first: string; last: string; invalid: string; offline: string; signIn: string };

/** The questions of a group in their order, changed by buttons, which work without a script, or by dragging. The one that moved keeps the focus. */
export function QuestionRows({ action, permalink, rows, words }: { action: DeskAction<unknown>; permalink: string; rows: readonly QuestionRow[]; words: RowWords }) {
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<{ id: string; button: string | null } | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const { state, formAction, send, isPending, attempt } = useDeskAction<unknown>(action, { offline: words.offline, permalink });
  const refused = state.status === "refused" ? state : null;
  const order = rows.map((row) => row.id).join(" ");

  // The new order comes with the page: a row that is put elsewhere in it loses the focus on the way.
  useEffect(() => {
    const { current } = moved;
    moved.current = null;
    if (!current) return;
    const place = rows.findIndex((row) => row.id === current.id);
    if (place === -1) return;
    announce(filled(words.at, rows[place]!.question, place + 1, rows.length));
    if (current.button) list.current?.children[place]?.querySelector<HTMLElement>(`button[value=${current.button}]`)?.focus();
  // eslint-disable-next-line react-hooks/exhaustive-deps -- once an order, whatever else is new
  }, [order]);

  function onSubmit(event: SubmitEvent<HTMLFormElement>, row: QuestionRow, place: number): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget, (event.nativeEvent as globalThis.SubmitEvent).submitter);
    const direction = String(form.get("direction"));
    if (direction === "up" ? place === 0 : place === rows.length - 1) return announce(filled(direction === "up" ? words.first : words.last, row.question, place + 1, rows.length));
    if (isPending) return;
    moved.current = { id: row.id, button: direction };
    send(form);
  }

  function onDrop(event: DragEvent, place: number): void {
    event.preventDefault();
    setOver(null);
    if (dragged === null || isPending || rows[place]?.id === dragged) return;
    const form = new FormData();
    form.set("entryId", dragged);
    form.set("to", String(place));
    moved.current = { id: dragged, button: null };
    send(form);
  }

  return (
    <>
      {refused && <ErrorSummary key={attempt} title={words.invalid} errors={[{ message: refused.message }]} />}
      {refused?.code === "SIGNED_OUT" && <SignInLink>{words.signIn}</SignInLink>}
      <ol ref={list} className="divide-y">
        {rows.map((row, place) => (
          // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging is one way more; the buttons do the same
          <li
            key={row.id}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              setOver(place);
            }}
            onDrop={(event) => onDrop(event, place)}
            className={cn("flex items-center gap-2 py-1.5", dragged === row.id && "opacity-50", over === place && dragged !== row.id && "bg-accent-soft")}
          >
            <span
              draggable
              aria-hidden="true"
              title={words.handle}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = "move";
                event.dataTransfer.setData("text/plain", row.question);
                setDragged(row.id);
              }}
              onDragEnd={() => {
                setDragged(null);
                setOver(null);
              }}
              className="hidden shrink-0 cursor-grab text-faint pointer-fine:block noscript:hidden"
            >
              <GripVertical className="size-4" />
            </span>
            <div className="min-w-0 grow">
              <a href={row.href} className="link inline-flex min-h-6 items-center wrap-anywhere">
                {row.question}
              </a>
              {row.note && <p className="text-sm text-muted wrap-anywhere">{row.note}</p>}
            </div>
            <form action={formAction} onSubmit={(event) => onSubmit(event, row, place)} className="flex shrink-0">
              <input type="hidden" name="entryId" value={row.id} />
              <Press direction="up" label={filled(words.up, row.question)} isEnd={place === 0} />
              <Press direction="down" label={filled(words.down, row.question)} isEnd={place === rows.length - 1} />
            </form>
          </li>
        ))}
      </ol>
    </>
  );
}

/** At an end it stays where it is and says so, so that the focus is not lost on the way there. */
function Press({ direction, label, isEnd }: { direction: "up" | "down"; label: string; isEnd: boolean }) {
  const Icon = direction === "up" ? ArrowUp : ArrowDown;
  return (
    <button type="submit" name="direction" value={direction} aria-label={label} title={label} aria-disabled={isEnd} className={cn(buttonClass({ variant: "quiet", size: "sm" }), "min-w-9 aria-disabled:opacity-40 pointer-coarse:min-h-11 pointer-coarse:min-w-11")}>
      <Icon aria-hidden="true" className="size-4" />
    </button>
  );
}

function filled(text: string, name: string, place = 0, count = 0): string {
  return text.replace("{name}", () => name).replace("{place}", String(place)).replace("{count}", String(count));
}
