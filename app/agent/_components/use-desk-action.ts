"use client";

import { unstable_rethrow } from "next/navigation";
import { startTransition, useActionState, useState, useTransition, type SubmitEvent } from "react";
import { IDLE, type ActionResult } from "@/lib/actions/result";

/** A server action of defineAction. It never looks at the answer before. */
export type DeskAction<T> = (previous: ActionResult<never>, form: FormData) => Promise<ActionResult<T>>;

/** A code of this side alone: the request did not come back, so nobody knows whether it was done. */
export const NO_ANSWER = "NO_ANSWER";

/**
 * A form of the desk. Without JavaScript the browser posts it (`formAction`) and `state` comes with the page; with it, `onSubmit` sends it
 * and leaves the form as it is: nothing typed is lost, not even when no answer comes.
 */
export function useDeskAction<T>(action: DeskAction<T>, { offline, permalink, onOk, onRefused }: {
  /** What to say when no answer comes. */
  offline: string;
  /** Where the form is posted without JavaScript: the answer finds its form by it, whatever page shows it. */
  permalink?: string;
  onOk?: (data: T) => void;
  onRefused?: (refused: Extract<ActionResult<T>, { status: "refused" }>) => void;
}) {
  const [posted, formAction] = useActionState<ActionResult<T>, FormData>(action as (previous: ActionResult<T>, form: FormData) => Promise<ActionResult<T>>, IDLE, permalink);
  const [answered, setAnswered] = useState<ActionResult<T> | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [isPending, startSending] = useTransition();

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const { submitter } = event.nativeEvent as globalThis.SubmitEvent;
    send(new FormData(event.currentTarget, submitter));
  }

  function send(form: FormData, before?: () => void | Promise<void>) {
    startSending(async () => {
      await before?.();
      const answer = await ask(action, { form, offline });
      startTransition(() => {
        setAnswered(answer);
        setAttempt((count) => count + 1);
      });
      if (answer.status === "ok") onOk?.(answer.data);
      if (answer.status === "refused") onRefused?.(answer);
    });
  }

  return { state: answered ?? posted, formAction, onSubmit, send, isPending, /** Tells an answer from the same one before, so that it is read out again. */ attempt };
}

async function ask<T>(action: DeskAction<T>, { form, offline }: { form: FormData; offline: string }): Promise<ActionResult<T>> {
  try {
    return await action(IDLE, form);
  } catch (error) {
    unstable_rethrow(error); // a redirect is an exception in this framework
    return { status: "refused", code: NO_ANSWER, message: offline };
  }
}
