"use client";

import { useCallback, useEffect, useRef, useState } from "react";

export type DraftStatus = "idle" | "saving" | "saved" | "restored" | "failed";

type DraftText = { body: string; next?: string };

const WAIT_MS = 800;

/** Keeps what is typed on the server, a moment after the last key, and at once when the page is left. */
export function useDraft({ slot, wasRestored }: { slot: string; wasRestored: boolean }) {
  const [status, setStatus] = useState<DraftStatus>(wasRestored ? "restored" : "idle");
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; save: () => Promise<void> } | null>(null);
  const saving = useRef<Promise<void>>(Promise.resolve());

  const flush = useCallback(() => {
    const due = waiting.current;
    if (!due) return;
    clearTimeout(due.timer);
    waiting.current = null;
    saving.current = due.save();
  }, []);

  const keep = useCallback(
    (data: DraftText) => {
      if (waiting.current) clearTimeout(waiting.current.timer);
      setStatus("saving");
      const save = async () => {
        const isKept = await putDraft({ slot, data });
        const kept = data.body === "" ? "idle" : "saved";
        setStatus(isKept ? kept : "failed");
      };
      waiting.current = { timer: setTimeout(flush, WAIT_MS), save };
    },
    [slot, flush],
  );

  /** Before sending: a draft that is saved after the message went out would come back as a ghost. */
  const settle = useCallback(async () => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = null;
    await saving.current;
  }, []);

  const forget = useCallback(() => setStatus("idle"), []);

  useEffect(() => {
    const onHidden = () => document.hidden && flush();
    document.addEventListener("visibilitychange", onHidden);
    window.addEventListener("pagehide", flush);
    return () => {
      document.removeEventListener("visibilitychange", onHidden);
      window.removeEventListener("pagehide", flush);
      flush();
    };
  }, [flush]);

  return { status, keep, settle, forget };
}

/** An empty text is no draft. */
async function putDraft({ slot, data }: { slot: string; data: DraftText }): Promise<boolean> {
  const body = JSON.stringify({ slot, data });
  try {
    const response = await fetch("/api/agent/drafts", {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body,
      // Outlives the page; browsers allow it up to 64 kB.
      keepalive: body.length < 30_000,
    });
    return response.ok;
  } catch {
    return false;
  }
}
