"use client";

import { useCallback, useEffect, useRef, useState } from "react";

/** What is kept of a form: its texts as typed, however incomplete. */
export type DraftFields = Record<string, string>;
export type DraftState = "idle" | "saving" | "saved" | "failed" | "signed-out";

const ADDRESS = "/api/portal/drafts";
const PAUSE_MS = 900;
/** Browsers give up on a farewell request that carries more than 64 KiB. */
const FAREWELL_MAX = 60_000;

/**
 * Keeps what is typed on the server: a pause after the last key, and at once when the page is left. `touch` says that something changed;
 * `settle`, before sending the form, lets what is under way end and saves no more, or a late draft would outlive its ticket.
 */
export function useDraft({ slot, read }: { slot: string; read: () => DraftFields | null }) {
  const [state, setState] = useState<DraftState>("idle");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const underWay = useRef<Promise<void>>(Promise.resolve());
  const saved = useRef<string | null>(null);
  const isClosed = useRef(false);
  const latest = useRef(read);
  // When one leaves by a link, the form is gone before it can be asked.
  const typed = useRef<DraftFields | null>(null);
  useEffect(() => {
    latest.current = read;
  });

  const save = useCallback(
    async (isFarewell: boolean) => {
      clearTimeout(timer.current);
      timer.current = undefined;
      const data = latest.current() ?? typed.current;
      if (!data || isClosed.current) return;
      const body = JSON.stringify({ slot, data });
      if (body === saved.current) return;
      setState("saving");
      const answer = await post(body, isFarewell);
      if (answer === "saved") saved.current = body;
      setState(answer);
    },
    [slot],
  );

  const touch = useCallback(() => {
    if (isClosed.current) return;
    typed.current = latest.current();
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      // One after the other, so that an older text never lands on a newer one.
      underWay.current = underWay.current.then(() => save(false));
    }, PAUSE_MS);
  }, [save]);

  const settle = useCallback(async () => {
    clearTimeout(timer.current);
    isClosed.current = true;
    await Promise.race([underWay.current, new Promise((resolve) => setTimeout(resolve, 1500))]);
  }, []);

  /** The form was not sent after all: keep on saving. */
  const resume = useCallback(() => {
    isClosed.current = false;
    touch();
  }, [touch]);

  useEffect(() => {
    const leave = () => {
      if (timer.current !== undefined) void save(true);
    };
    const onHide = () => document.visibilityState === "hidden" && leave();
    document.addEventListener("visibilitychange", onHide);
    window.addEventListener("pagehide", leave);
    return () => {
      document.removeEventListener("visibilitychange", onHide);
      window.removeEventListener("pagehide", leave);
      leave(); // a link within the portal leaves the page without hiding it
    };
  }, [save]);

  return { state, touch, settle, resume };
}

async function post(body: string, isFarewell: boolean): Promise<Exclude<DraftState, "idle" | "saving">> {
  try {
    const response = await fetch(ADDRESS, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      keepalive: isFarewell && body.length < FAREWELL_MAX,
    });
    if (response.status === 401) return "signed-out";
    return response.ok ? "saved" : "failed";
  } catch {
    return "failed";
  }
}
