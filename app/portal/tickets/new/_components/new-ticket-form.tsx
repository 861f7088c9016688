"use client";

import { useRef, useState, type FormEvent } from "react";
import { useForm } from "react-hook-form";
import { PriorityField, TopicFields } from "@/app/portal/tickets/new/_components/new-ticket-fields";
import { useReview } from "@/app/portal/tickets/new/_components/use-review";
import type { NewTicketValues } from "@/app/portal/tickets/new/initial-values";
import type { NewTicketState } from "@/app/portal/tickets/new/state";
import { ErrorSummary } from "@/components/forms/error-summary";
import type { RadioOption } from "@/components/forms/radio-group";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { useServerErrors } from "@/components/forms/use-server-errors";
import { useSummary } from "@/components/forms/use-summary";
import type { CounterWords } from "@/components/tickets/composer-field";
import { DraftStatus, SignInElsewhere, type DraftWords } from "@/components/tickets/draft-status";
import { Suggestions, type SuggestionWords } from "@/components/tickets/suggestions";
import { useDraft } from "@/components/tickets/use-draft";
import { useSuggestions, type SuggestFields } from "@/components/tickets/use-suggestions";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { IDLE } from "@/lib/actions/result";

export interface NewTicketOptionViews {
  departments: RadioOption[];
  products: Array<{ value: string; label: string; hasEnded: boolean }>;
  priorities: RadioOption[];
}

export interface NewTicketWords {
  department: string;
  departmentHint: string;
  product: string;
  productHint: string;
  productNone: string;
  productEndedNote: string;
  optional: string;
  subject: string;
  subjectHint: string;
  body: string;
  bodyHint: string;
  priority: string;
  priorityHint: string;
  submit: string;
  submitting: string;
  notSent: string;
  offline: string;
  draftFound: string;
  draftDiscard: string;
  check: string;
  missing: string;
  choose: string;
  subjectTooLong: string;
  bodyTooLong: string;
  subjectCounter: CounterWords;
  bodyCounter: CounterWords;
  draft: DraftWords;
  suggestions: SuggestionWords;
}

/** Searches of the knowledge base that a ticket may come of: the one that led here, and the one beside this form. "" where there is none. */
export type SearchTokens = { search: string; formSearch: string };

const ADDRESS = "/portal/tickets/new";
export const NEW_TICKET_FIELDS = ["departmentId", "productId", "subject", "body", "priority"] as const;
export type NewTicketFieldValues = Record<(typeof NEW_TICKET_FIELDS)[number], string>;

/** Buttons that do something else than send: what is in the form need not be complete for them. */
const OTHER_BUTTONS = ["addTo", "discard", "check"];

/**
 * Raises a ticket, after showing what may already answer it. All of it is one form that works by itself; the browser adds suggestions
 * while one types, a draft that is kept, and errors before sending.
 */
export function NewTicketForm({
  action,
  options,
  initial,
  searches,
  draft,
  words,
}: {
  action: (previous: NewTicketState, form: FormData) => Promise<NewTicketState>;
  /** Null when nobody is signed in any more: the choices go along unseen. */
  options: NewTicketOptionViews | null;
  initial: NewTicketValues;
  searches: SearchTokens;
  /** Given when the form begins with a kept draft; `query` is what the address asked for instead. */
  draft: { query: string } | null;
  words: NewTicketWords;
}) {
  const { state, formAction, send, isPending, attempt, message } = useActionForm<NewTicketState>({
    action,
    initial: IDLE,
    permalink: ADDRESS,
    failure: words.offline,
  });
  const refusal = state.status === "refused" ? state : null;
  const isSignedOut = refusal?.code === "SIGNED_OUT";
  const values = { ...initial, ...refusal?.values };
  const [submissionKey] = useState(values.submissionKey);
  const [{ search, formSearch }] = useState<SearchTokens>({ ...searches, ...refusal?.values });
  const [pressed, setPressed] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);

  const { register, handleSubmit, formState } = useForm<NewTicketFieldValues>({
    shouldFocusError: false,
    errors: useServerErrors<NewTicketFieldValues>(state, NEW_TICKET_FIELDS),
  });
  const kept = useDraft({ slot: "new", read: () => fieldsOf(form.current) });
  const suggestions = useSuggestions({ read: () => suggestFieldsOf(form.current, formSearch), initial: refusal?.suggestions ?? null });
  const summary = useSummary<NewTicketFieldValues>({ fields: NEW_TICKET_FIELDS, state, message, isPending, elsewhere });
  const review = useReview({ submissionKey, different: refusal?.values?.different, draftOf: () => fieldsOf(form.current) ?? { subject: "", body: "" } });

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    const button = buttonOf(event);
    const data = new FormData(event.currentTarget);
    if (button?.name) data.append(button.name, button.value);
    setPressed(button?.name === "addTo" ? button.value : null);
    const dispatch = async () => {
      summary.onValid();
      await kept.settle();
      send(data, (answer) => {
        kept.resume();
        if (answer?.status === "refused" && answer.suggestions) suggestions.replace(answer.suggestions);
      });
    };
    if (button && OTHER_BUTTONS.includes(button.name)) {
      event.preventDefault();
      void dispatch();
      return;
    }
    void handleSubmit(dispatch, summary.onInvalid)(event);
  }

  const errors = Object.fromEntries(NEW_TICKET_FIELDS.map((field) => [field, formState.errors[field]?.message]));
  const fieldProps = { register, errors, options, values, words };
  return (
    <form
      ref={form}
      action={formAction}
      noValidate
      onInput={() => {
        kept.touch();
        suggestions.touch();
      }}
      onSubmit={onSubmit}
      className="space-y-6"
    >
      {/* Enter in a field presses the first button of a form; without this one it would be "add my text to that ticket". */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <ErrorSummary key={`${attempt}:${summary.tries}`} title={words.notSent} errors={summary.errors} />
      {isSignedOut && <SignInElsewhere returnTo={ADDRESS}>{words.draft.signIn}</SignInElsewhere>}
      {draft && !refusal && (
        <Notice
          tone="accent"
          actions={
            <Button type="submit" name="discard" value={draft.query} size="sm">
              {words.draftDiscard}
            </Button>
          }
        >
          {words.draftFound}
        </Notice>
      )}
      <input type="hidden" name="submissionKey" value={submissionKey} />
      {search && <input type="hidden" name="search" value={search} />}
      {formSearch && <input type="hidden" name="formSearch" value={formSearch} />}
      {!options && [...review.different].map((id) => <input key={id} type="hidden" name="different" value={id} />)}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-x-10">
        <TopicFields {...fieldProps} />
        <div className="lg:sticky lg:top-6 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <Suggestions
            view={suggestions.view}
            state={suggestions.state}
            words={words.suggestions}
            review={{ ...review, adding: isPending ? pressed : null }}
          />
          <noscript>
            <Button type="submit" name="check" value="1" isBlock className="mt-3">
              {words.check}
            </Button>
          </noscript>
        </div>
        <div className="space-y-6">
          <PriorityField {...fieldProps} />
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <SubmitButton size="lg" pendingLabel={words.submitting} isPending={isPending && pressed === null}>
              {words.submit}
            </SubmitButton>
            <DraftStatus state={isSignedOut ? "idle" : kept.state} words={words.draft} returnTo={ADDRESS} />
          </div>
        </div>
      </div>
    </form>
  );
}

/** What such a refusal is about is the list of suggestions. */
function elsewhere(code: string): string | undefined {
  return code === "DUPLICATE_NOT_REVIEWED" || code === "NOT_SENT_YET" ? "parecidos" : undefined;
}

function buttonOf(event: FormEvent<HTMLFormElement>): HTMLButtonElement | null {
  const { submitter } = event.nativeEvent as SubmitEvent;
  return submitter instanceof HTMLButtonElement ? submitter : null;
}

function suggestFieldsOf(form: HTMLFormElement | null, formSearch: string): SuggestFields | null {
  const fields = fieldsOf(form);
  return fields && (formSearch ? { ...fields, formSearch } : fields);
}

function fieldsOf(form: HTMLFormElement | null) {
  if (!form) return null;
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? "");
  return {
    departmentId: text("departmentId"),
    productId: text("productId"),
    subject: text("subject"),
    body: text("body"),
    priority: text("priority"),
    submissionKey: text("submissionKey"),
  };
}
