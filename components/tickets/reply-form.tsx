"use client";

import { useRef, useState } from "react";
import { useForm } from "react-hook-form";
import type { AttachmentsProps } from "@/components/attachments/attachment-props";
import { AttachmentsField } from "@/components/attachments/attachments-field";
import { CourtesyHint } from "@/components/conduct/courtesy-hint";
import type { CourtesyWords } from "@/components/conduct/courtesy-words";
import { ErrorSummary } from "@/components/forms/error-summary";
import { freshKey } from "@/components/forms/fresh-key";
import { SubmitButton } from "@/components/forms/submit-button";
import { wasTypedEarly } from "@/components/forms/typed-early";
import { useActionForm } from "@/components/forms/use-action-form";
import { useServerErrors } from "@/components/forms/use-server-errors";
import { useSummary } from "@/components/forms/use-summary";
import { filesOfDraft } from "@/components/attachments/form-attachments";
import { askedFiles, askedFindings } from "@/components/secrets/asked-findings";
import type { GuardWords } from "@/components/secrets/guard-words";
import { placeOfSecrets } from "@/components/secrets/place-of-secrets";
import { SecretGuard } from "@/components/secrets/secret-guard";
import { ComposerField, type CounterWords } from "@/components/tickets/composer-field";
import { fillDraft } from "@/components/tickets/fill-draft";
import { DraftChoiceNotice } from "@/components/tickets/draft-choice";
import { DraftStatus, SignInElsewhere, type DraftWords } from "@/components/tickets/draft-status";
import { NOTHING_KEPT } from "@/components/tickets/draft-view";
import { useDraft, type DraftSeed } from "@/components/tickets/use-draft";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import type { SealedEntry } from "@/lib/secrets/types";
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
  secrets: GuardWords;
  courtesy: CourtesyWords;
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
  seed,
  address,
  files,
  held,
  words,
}: {
  action: (previous: Answer, form: FormData) => Promise<Answer>;
  ticketId: string;
  /** Made when the page was rendered; the same form sent twice writes once. */
  submissionKey: string;
  /** Null where nobody is signed in any more. */
  seed: DraftSeed | null;
  /** Of the page that the form is on. */
  address: string;
  files?: AttachmentsProps;
  /** What was sealed in the draft. */
  held: SealedEntry[];
  words: ReplyWords;
}) {
  const { state, formAction, send, isPending, attempt, message } = useActionForm<Answer>({ action, initial: IDLE, permalink: address, failure: words.offline });
  const typed = state.status === "refused" ? state.values : undefined;
  // The first key stays: when the page is rendered again meanwhile, this is still the same message.
  const [key, setKey] = useState(typed?.submissionKey ?? submissionKey);
  const begun = seed?.kept?.data.body ?? "";
  const [length, setLength] = useState((typed?.body ?? begun).length);
  const form = useRef<HTMLFormElement>(null);
  const kept = useDraft({ seed, leave: words.draft.leave, read: () => draftOf(form.current), wasTypedEarly: () => wasTypedEarly(form.current), fill: (data) => fillDraft(form.current, data), renewKey: () => setKey(freshKey()) });
  const { register, handleSubmit, formState } = useForm<Fields>({ shouldFocusError: false, errors: useServerErrors<Fields>(state, FIELDS) });
  const isSignedOut = state.status === "refused" && state.code === "SIGNED_OUT";
  const summary = useSummary<Fields>({ fields: FIELDS, state, message, isPending, elsewhere: (code) => (code === "SECRETS_NOT_REVIEWED" ? placeOfSecrets(state) : undefined) });

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
          if (!(await kept.settle())) return;
          data.set("draft", kept.versions());
          send(data, kept.resume);
        }, summary.onInvalid)(event);
      }}
    >
      <ErrorSummary key={`${attempt}:${summary.tries}`} title={words.notSent} errors={summary.errors} />
      {isSignedOut && <SignInElsewhere returnTo={address}>{words.draft.signIn}</SignInElsewhere>}
      <input type="hidden" name="ticketId" value={typed?.ticketId ?? ticketId} />
      <input type="hidden" name="submissionKey" value={key} />
      {seed && <input type="hidden" name="draft" value={seed.kept?.version ?? ""} />}
      <ComposerField
        label={words.label}
        hint={words.hint}
        error={formState.errors.body?.message}
        rows={5}
        defaultValue={typed?.body ?? begun}
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
      <SecretGuard slot={`reply:${ticketId}`} fields={FIELDS} held={held} words={words.secrets} asked={askedFindings(state)} />
      <CourtesyHint fields={FIELDS} words={words.courtesy} />
      {files && <AttachmentsField {...files} initial={seed?.kept?.files} posted={typed?.attachment} asked={askedFiles(state)} onChange={kept.touch} />}
      <DraftChoiceNotice view={kept.view} words={words.draft.choice} onDecide={kept.decide} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton pendingLabel={words.submitting} isPending={isPending}>
          {words.submit}
        </SubmitButton>
        <DraftStatus view={isSignedOut ? NOTHING_KEPT : kept.view} words={words.draft} returnTo={address} />
      </div>
    </form>
  );
}

function draftOf(form: HTMLFormElement | null) {
  if (!form) return null;
  const data = new FormData(form);
  return { body: String(data.get("body") ?? ""), submissionKey: String(data.get("submissionKey") ?? ""), ...filesOfDraft(form) };
}
