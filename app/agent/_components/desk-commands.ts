import { QUEUE_KEYS } from "../_data/queue-keys";

/** What a key means, apart from how it is done. */
export type DeskCommand =
  | { do: "move"; by: 1 | -1 }
  | { do: "open" | "list" | "reply" | "note" | "take" | "search" | "help" | "prefix" }
  | { do: "queue"; queue: (typeof QUEUE_KEYS)[keyof typeof QUEUE_KEYS] };

const SINGLE: Record<string, DeskCommand> = {
  j: { do: "move", by: 1 },
  k: { do: "move", by: -1 },
  o: { do: "open" },
  u: { do: "list" },
  r: { do: "reply" },
  n: { do: "note" },
  a: { do: "take" },
  "/": { do: "search" },
  "?": { do: "help" },
  g: { do: "prefix" },
};

/** @param isPrefixed whether "g" was pressed just before */
export function commandOf(key: string, { isPrefixed }: { isPrefixed: boolean }): DeskCommand | null {
  const pressed = key.toLowerCase();
  if (isPrefixed) return isQueueKey(pressed) ? { do: "queue", queue: QUEUE_KEYS[pressed] } : null;
  return SINGLE[pressed] ?? null;
}

/** Whether a key belongs to whoever is typing, to a dialog, or to the browser. */
export function isForSomebodyElse(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest("input:not([type=checkbox]):not([type=radio]):not([type=submit]):not([type=button]), textarea, select, [contenteditable]:not([contenteditable=false])")) return true;
  return document.querySelector("dialog[open]") !== null;
}

function isQueueKey(key: string): key is keyof typeof QUEUE_KEYS {
  return Object.hasOwn(QUEUE_KEYS, key);
}
