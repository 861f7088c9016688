"use client";

import { useEffect } from "react";

const DWELL_MS = 2_000;
const reported = new Set<string>();

/** Tells the server that a person has the article before their eyes: once it has been visible for two seconds. */
export function ViewBeacon({ slug }: { slug: string }) {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    function watch() {
      clearTimeout(timer);
      if (document.visibilityState !== "visible" || reported.has(slug)) return;
      timer = setTimeout(() => {
        reported.add(slug);
        // A view that gets lost is no reason to disturb the reader.
        fetch("/api/kb/views", {
          method: "POST",
          keepalive: true,
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ slug }),
        }).catch(() => undefined);
      }, DWELL_MS);
    }
    watch();
    document.addEventListener("visibilitychange", watch);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", watch);
    };
  }, [slug]);

  return null;
}
