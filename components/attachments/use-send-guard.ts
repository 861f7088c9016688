"use client";

import { useEffect, useEffectEvent, useRef, useState, type RefObject } from "react";
import type { readinessOf } from "./upload-list";

/** Besides the nameless one that sends: what sends the message elsewhere. All other buttons of a form do something else with it. */
const SENDING = ["", "addTo"];

/**
 * A message does not leave without its files. Sent while they are on their way it goes by itself when the last has arrived; one that
 * stopped half way has to be resumed or removed first. The form itself knows nothing of it: its submit event is held before it sees it.
 * @param field an element inside of the form
 */
export function useSendGuard(field: RefObject<HTMLElement | null>, { readiness, onReset }: { readiness: ReturnType<typeof readinessOf>; onReset: () => void }) {
  const [held, setHeld] = useState<"waiting" | "stopped" | null>(null);
  const pressed = useRef<{ form: HTMLFormElement; button: HTMLElement | null } | null>(null);

  const onSubmit = useEffectEvent((event: SubmitEvent) => {
    const button = event.submitter;
    // Whoever starts over starts without files: they would come back with the next form.
    if (button instanceof HTMLButtonElement && button.name === "discard") return onReset();
    if (readiness === "ready" || !(event.target instanceof HTMLFormElement)) return setHeld(null);
    if (button instanceof HTMLButtonElement && !SENDING.includes(button.name)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    pressed.current = readiness === "busy" ? { form: event.target, button } : null;
    setHeld(readiness === "busy" ? "waiting" : "stopped");
  });

  const reset = useEffectEvent(onReset);

  useEffect(() => {
    const form = field.current?.closest("form");
    if (!form) return;
    const submit = (event: SubmitEvent) => onSubmit(event);
    const cleared = () => reset();
    form.addEventListener("submit", submit, { capture: true });
    form.addEventListener("reset", cleared);
    return () => {
      form.removeEventListener("submit", submit, { capture: true });
      form.removeEventListener("reset", cleared);
    };
  }, [field]);

  useEffect(() => {
    if (readiness === "busy") return;
    const wanted = pressed.current;
    pressed.current = null;
    if (readiness === "ready") setHeld(null);
    else if (wanted) setHeld("stopped");
    if (readiness === "ready" && wanted) wanted.form.requestSubmit(wanted.button?.isConnected ? wanted.button : null);
  }, [readiness]);

  return { held };
}
