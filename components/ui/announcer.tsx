"use client";

import { useEffect, useState } from "react";

const EVENT = "mesa:announce";

/** Says something to those who do not see it, without moving the focus. */
export function announce(text: string): void {
  window.dispatchEvent(new CustomEvent(EVENT, { detail: text }));
}

/** The one live region of an area; it outlives the pages, so that an announcement survives a navigation. */
export function Announcer() {
  const [said, setSaid] = useState({ text: "", count: 0 });

  useEffect(() => {
    const listen = (event: Event) => {
      if (event instanceof CustomEvent) setSaid(({ count }) => ({ text: String(event.detail), count: count + 1 }));
    };
    window.addEventListener(EVENT, listen);
    return () => window.removeEventListener(EVENT, listen);
  }, []);

  return (
    <div role="status" aria-live="polite" className="sr-only">
      {/* A new element each time, or the same words twice would be said once. */}
      <span key={said.count}>{said.text}</span>
    </div>
  );
}
