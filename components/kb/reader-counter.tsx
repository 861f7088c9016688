"use client";

import { useEffect } from "react";

const DWELL_MS = 2_000;

/** Where public/enhance.js does not run: the reader is counted once the page has been before their eyes for two seconds. */
export function ReaderCounter({ slug }: { slug: string }) {
  useEffect(() => {
    let dwelling: ReturnType<typeof setTimeout>;
    function watch() {
      clearTimeout(dwelling);
      if (document.visibilityState !== "visible") return;
      dwelling = setTimeout(() => {
        document.removeEventListener("visibilitychange", watch);
        // A view that gets lost is no reason to disturb the reader.
        fetch("/api/kb/views", { method: "POST", keepalive: true, headers: { "content-type": "application/json" }, body: JSON.stringify({ slug }) }).catch(() => {});
      }, DWELL_MS);
    }
    document.addEventListener("visibilitychange", watch);
    watch();
    return () => {
      clearTimeout(dwelling);
      document.removeEventListener("visibilitychange", watch);
    };
  }, [slug]);
  return null;
}
