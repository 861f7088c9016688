"use client";

import { Play, Timer } from "lucide-react";
import { Button } from "@/components/ui/button";

/**
 * A watch that is the form itself: one press notes the beginning, another how long it has been since. Both are read in the desk's zone,
 * wherever the browser is. Without a script they are typed.
 */
export function WorkTimer({ formId, timeZone, words }: { formId: string; timeZone: string; words: { start: string; stop: string } }) {
  const wallNow = () => new Date().toLocaleString("sv-SE", { timeZone }).replace(" ", "T");

  function start() {
    const started = fieldOf(formId, "startedAt");
    if (started) started.value = wallNow().slice(0, 16);
  }

  function stop() {
    const [started, minutes] = [fieldOf(formId, "startedAt"), fieldOf(formId, "minutes")];
    if (!started || !minutes) return;
    // As if both were in UTC: only what is between them counts.
    const passed = Math.floor((Date.parse(`${wallNow()}Z`) - Date.parse(`${started.value}Z`)) / 60_000);
    if (passed > 0) minutes.value = String(passed);
    minutes.focus();
  }

  return (
    <span className="flex flex-wrap gap-2 noscript:hidden">
      <Button variant="quiet" onClick={start}>
        <Play aria-hidden="true" />
        {words.start}
      </Button>
      <Button variant="quiet" onClick={stop}>
        <Timer aria-hidden="true" />
        {words.stop}
      </Button>
    </span>
  );
}

function fieldOf(formId: string, name: string): HTMLInputElement | null {
  const form = document.getElementById(formId);
  const field = form instanceof HTMLFormElement ? form.elements.namedItem(name) : null;
  return field instanceof HTMLInputElement ? field : null;
}
