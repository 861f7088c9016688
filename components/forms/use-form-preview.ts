"use client";

import { useEffect, useRef, useState } from "react";
import { IDLE, type ActionResult } from "@/lib/actions/result";

const WAIT_MS = 600;

export type FormPreviewAction<V> = (previous: ActionResult, form: FormData) => Promise<ActionResult<{ view: V }>>;

/**
 * What some fields of the form around `ref` would look like: made on the server once one pauses. Before the first change, and without
 * JavaScript, it is what was saved.
 */
export function useFormPreview<V>({ action, names, initial }: { action: FormPreviewAction<V>; names: readonly string[]; initial: V }) {
  const ref = useRef<HTMLElement>(null);
  const [shown, setShown] = useState({ view: initial, isWaiting: false, hasFailed: false });
  const [asked] = useState({ action, names });

  useEffect(() => {
    const form = ref.current?.closest("form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let turn = 0;
    const show = async () => {
      const mine = ++turn;
      setShown((before) => ({ ...before, isWaiting: true }));
      const view = await viewOf(asked.action, fieldsOf(form, asked.names));
      if (mine === turn) setShown((before) => ({ view: view === undefined ? before.view : view, isWaiting: false, hasFailed: view === undefined }));
    };
    const hear = ({ target }: Event) => {
      if (!(target instanceof Element) || !asked.names.includes(target.getAttribute("name") ?? "")) return;
      clearTimeout(timer);
      timer = setTimeout(() => void show(), WAIT_MS);
    };
    form.addEventListener("input", hear);
    return () => {
      clearTimeout(timer);
      turn += 1;
      form.removeEventListener("input", hear);
    };
  }, [asked]);

  return { ref, ...shown };
}

function fieldsOf(form: HTMLFormElement, names: readonly string[]): FormData {
  const all = new FormData(form);
  const some = new FormData();
  for (const name of names) some.set(name, String(all.get(name) ?? ""));
  return some;
}

/** Undefined when the server could not be reached or refused. */
async function viewOf<V>(action: FormPreviewAction<V>, form: FormData): Promise<V | undefined> {
  try {
    const answer = await action(IDLE, form);
    return answer.status === "ok" ? answer.data.view : undefined;
  } catch {
    return undefined;
  }
}
