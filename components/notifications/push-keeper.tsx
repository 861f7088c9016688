"use client";

import { useEffect } from "react";
import { findPushState, isPushSupported } from "@/components/notifications/push-browser";

const DONE = "mesa:push-renewed";

/** Once in a tab's life, where this browser shows notifications: says that it is still here and whose it is. Fails silently; the next visit asks again. */
export function PushKeeper({ owner }: { owner: string }) {
  useEffect(() => {
    if (!isPushSupported() || Notification.permission !== "granted" || sessionStorage.getItem(DONE) === owner) return;
    void (async () => {
      if (!(await navigator.serviceWorker.getRegistration("/"))) return;
      const answer = await fetch("/api/push");
      if (!answer.ok) return;
      await findPushState(((await answer.json()) as { publicKey: string }).publicKey);
      sessionStorage.setItem(DONE, owner);
    })().catch(() => undefined);
  }, [owner]);
  return null;
}
