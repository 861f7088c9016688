"use client";

import { unstable_rethrow } from "next/navigation";
import { useActionState, useRef, useState, useTransition, type SubmitEvent } from "react";
import type { ActionResult } from "@/lib/actions/result";

interface Options<S extends ActionResult> {
  /** A server action, as it is: only then can the form be sent without JavaScript. */
  action: (previous: Awaited<S>, form: FormData) => Promise<Awaited<S>>;
  initial: Awaited<S>;
  /** The address of the page that holds the form. */
  permalink?: string;
  /** What to say when the server cannot be reached. */
  failure: string;
}

/**
 * A form on a server action that loses nothing. Without JavaScript it is an ordinary post, answered by the page. With it, `send` posts the
 * form and keeps the page as it is: nothing is reset, a second press while one is under way does nothing, and a lost connection is a
 * message instead of an error page.
 */
export function useActionForm<S extends ActionResult>({ action, initial, permalink, failure }: Options<S>) {
  const [postback, formAction] = useActionState<S, FormData>(action, initial, permalink);
  const [answer, setAnswer] = useState<Awaited<S> | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [isPending, startTransition] = useTransition();
  const isSending = useRef(false);
  const state = answer ?? postback;

  /** @param onKept the form was not accepted: it stays, and one goes on writing in it */
  function send(form: FormData, onKept?: (answer: Awaited<S> | null) => void): void {
    if (isSending.current) return;
    isSending.current = true;
    startTransition(async () => {
      try {
        const next = await action(state, form);
        setAnswer(next);
        setFailed(false);
        if (next.status === "refused") onKept?.(next);
      } catch (error) {
        unstable_rethrow(error); // a redirect is an exception, and means that all went well
        setFailed(true);
        onKept?.(null);
      } finally {
        isSending.current = false;
        setAttempt((count) => count + 1);
      }
    });
  }

  return {
    state,
    formAction,
    send,
    /** For a form of which nothing is asked before it is sent. */
    formProps: {
      action: formAction,
      onSubmit(event: SubmitEvent<HTMLFormElement>): void {
        event.preventDefault();
        send(new FormData(event.currentTarget));
      },
    },
    isPending,
    /** Grows with each answer, so that what announces it can be told apart from the one before. */
    attempt,
    message: hasFailed ? failure : state.status === "refused" ? state.message : null,
  };
}
