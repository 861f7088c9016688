"use client";

import { useEffect, useEffectEvent } from "react";
import type { Heard } from "@/components/realtime/follow-events";

const EVENT = "mesa:news";

/** Passes on to the parts of this page what was heard. */
export function passOn(heard: Heard): void {
  window.dispatchEvent(new CustomEvent(EVENT, { detail: heard }));
}

/** Calls `hear` with everything that changes for the person who is signed in, while the component is there. */
export function useNews(hear: (heard: Heard) => void): void {
  const onHeard = useEffectEvent(hear);
  useEffect(() => {
    const listen = (event: Event) => event instanceof CustomEvent && onHeard(event.detail);
    window.addEventListener(EVENT, listen);
    return () => window.removeEventListener(EVENT, listen);
  }, []);
}
