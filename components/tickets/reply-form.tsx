"use client";

import { useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { ErrorSummary } from "@/components/forms/error-summary";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { useServerErrors } from "@/components/forms/use-server-errors";
import { useSummary } from "@/components/forms/use-summary";
import { ComposerField, type CounterWords } from "@/components/tickets/composer-field";
import { DraftStatus, SignInElsewhere, type DraftWords } from "@/components/tickets/draft-status";
import { useDraft } from "@/components/tickets/use-draft";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import { BODY_MAX } from "@/lib/tickets/types";

export interface ReplyWords {
  label: string;
  hint: string;
  submit: string;
  submitting: string;
  notSent: string;
  offline: string;
  missing: string;
  tooLong: string;
  counter: CounterWords;
  draft: DraftWords;
}

type Answer = ActionResult<{ reference: string }>;
type Fields = { body: string };

const FIELDS = ["body"] as const;

/**
 * Writes on a ticket. Its two rules stand here for react-hook-form: the zod schema decides on the server, and in the browser it would
 * weigh more than the rest of the page together.
 */
export function ReplyForm({
  action,
  ticketId,
  submissionKey,
  draft,
  address,
  words,
}: {
  action: (previous: Answer, form: FormData) => Promise<Answer>;
  ticketId: string;
  /** Made when the page was rendered; the same form sent twice writes once. */
  submissionKey: string;
  draft: string;
  /** Of the page that the form is on. */
  address: string;
  words: ReplyWords;
}) {
  const { state, formAction, send, isPending, attempt, message } = useActionForm<Answer>({ action, initial: IDLE, permalink: address, failure: words.offline });
  const typed = state.status === "refused" ? state.values : undefined;
  // The first key stays: when the page is rendered again meanwhile, this is still the same message.
  const [key] = useState(typed?.submissionKey ?? submissionKey);
  const [length, setLength] = useState((typed?.body ?? draft).length);
  const form = useRef<HTMLFormElement>(null);
  const kept = useDraft({ slot: `reply:${ticketId}`, read: () => draftOf(form.current) });
  const { register, handleSubmit, formState } = useForm<Fields>({ shouldFocusError: false, errors: useServerErrors<Fields>(state, FIELDS) });
  const isSignedOut = state.status === "refused" && state.code === "SIGNED_OUT";
  const summary = useSummary<Fields>({ fields: FIELDS, state, message, isPending });

  return (
    <form
      ref={form}
      action={formAction}
      noValidate
      className="space-y-4"
      onInput={kept.touch}
      onSubmit={(event) => {
        const data = new FormData(event.currentTarget);
        void handleSubmit(async () => {
          summary.onValid();
          await kept.settle();
          send(data, kept.resume);
        }, summary.onInvalid)(event);
      }}
    >
      <ErrorSummary key={`${attempt}:${summary.tries}`} title={words.notSent} errors={summary.errors} />
      {isSignedOut && <SignInElsewhere returnTo={address}>{words.draft.signIn}</SignInElsewhere>}
      <input type="hidden" name="ticketId" value={typed?.ticketId ?? ticketId} />
      <input type="hidden" name="submissionKey" value={key} />
      <ComposerField
        label={words.label}
        hint={words.hint}
        error={formState.errors.body?.message}
        rows={5}
        defaultValue={typed?.body ?? draft}
        length={length}
        counter={words.counter}
        {...register("body", {
          validate: {
            missing: (text) => text.trim() !== "" || words.missing,
            tooLong: (text) => text.trim().length <= BODY_MAX || words.tooLong,
          },
          onChange: (event: { target: { value: string } }) => setLength(event.target.value.length),
        })}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton pendingLabel={words.submitting} isPending={isPending}>
          {words.submit}
        </SubmitButton>
        <DraftStatus state={isSignedOut ? "idle" : kept.state} words={words.draft} returnTo={address} />
      </div>
    </form>
  );
}

function draftOf(form: HTMLFormElement | null) {
  if (!form) return null;
  const data = new FormData(form);
  return { body: String(data.get("body") ?? ""), submissionKey: String(data.get("submissionKey") ?? "") };
}
