"use client";

import { useEffect, useState } from "react";

interface WordedState {
  from: number;
  isOpen: boolean;
  title: string;
  detail: string;
}

/** The worded states in order of time; shows the one that holds. */
export function DeskStatusLive({ label, states }: { label: string; states: WordedState[] }) {
  const [index, setIndex] = useState(0);

  useEffect(() => {
    const update = () => setIndex(Math.max(0, states.findLastIndex((state) => state.from <= Date.now())));
    update();
    const timer = setInterval(update, 20_000);
    return () => clearInterval(timer);
  }, [states]);

  const state = states[index];
  if (!state) return null;
  return (
    <p aria-label={label} role="status" className="flex min-h-6 items-start gap-2 text-sm">
      <span
        aria-hidden="true"
        className={state.isOpen ? "mt-1.5 size-2 shrink-0 rounded-full bg-success" : "mt-1.5 size-2 shrink-0 rounded-full inset-ring-2 inset-ring-line-strong"}
      />
      <span>
        <strong className={state.isOpen ? "font-semibold text-success" : "font-semibold"}>{state.title}</strong>
        {state.detail && <span className="text-muted">: {state.detail}</span>}
      </span>
    </p>
  );
}
