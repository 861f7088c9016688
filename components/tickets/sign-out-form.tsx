"use client";

import { startTransition, type ReactNode, type SubmitEvent } from "react";
import { hasLocal, wipeLocal } from "@/components/tickets/draft-store";
import { FLUSH_EVENT } from "@/components/tickets/use-draft";

const LONGEST_WAIT_MS = 2000;

/**
 * Ends the session, and leaves nothing of what was typed in this browser for whoever sits here next. What the server does not have yet is
 * saved first; where that fails, the person is asked.
 */
export function SignOutForm({ action, question, className, children }: { action: () => Promise<void>; question: string; className?: string; children: ReactNode }) {
  async function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const saving: Promise<void>[] = [];
    window.dispatchEvent(new CustomEvent(FLUSH_EVENT, { detail: saving }));
    await Promise.race([Promise.all(saving), new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_MS))]);
    if (hasLocal() && !window.confirm(question)) return;
    wipeLocal();
    startTransition(action);
  }
  return (
    <form action={action} onSubmit={(event) => void onSubmit(event)} className={className}>
      {children}
    </form>
  );
}
