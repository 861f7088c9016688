"use client";

import { useEffect, useRef } from "react";
import { Notice } from "@/components/ui/notice";

/** What was done on the page before. Takes the focus, which went away with that page. */
export function DoneNotice({ text }: { text: string }) {
  const ref = useRef<HTMLDivElement>(null);

  useEffect(() => {
    ref.current?.focus({ preventScroll: true });
  }, [text]);

  return (
    <div ref={ref} tabIndex={-1} className="rounded-lg outline-none">
      <Notice tone="success" live="polite" title={text} />
    </div>
  );
}
