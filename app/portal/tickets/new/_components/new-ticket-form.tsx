"use client";

import { useMemo, useRef, useState, type FormEvent } from "react";
import { useForm } from "react-hook-form";
import { DraftFound } from "@/app/portal/tickets/new/_components/draft-found";
import { PriorityField, ServiceField, TopicFields } from "@/app/portal/tickets/new/_components/new-ticket-fields";
import { buttonOf, elsewhere, fieldsOf, suggestFieldsOf } from "@/app/portal/tickets/new/_components/form-fields";
import { QuestionFields } from "@/app/portal/tickets/new/_components/question-fields";
import { useGuide, type AnswerValues, type Guide } from "@/app/portal/tickets/new/_components/use-guide";
import { TOPIC_BUTTONS, TopicOffer, TopicSplit } from "@/app/portal/tickets/new/_components/topic-split";
import { useTicketDraft } from "@/app/portal/tickets/new/_components/use-ticket-draft";
import { useReview } from "@/app/portal/tickets/new/_components/use-review";
import { NOTHING_SPLIT, useTopics, type KeptTopics } from "@/app/portal/tickets/new/_components/use-topics";
import type { NewTicketWords } from "@/app/portal/tickets/new/_components/new-ticket-words";
import type { NewTicketValues } from "@/app/portal/tickets/new/initial-values";
import type { NewTicketState } from "@/app/portal/tickets/new/state";
import type { AttachmentsProps } from "@/components/attachments/attachment-props";
import { AttachmentsField } from "@/components/attachments/attachments-field";
import { CourtesyHint } from "@/components/conduct/courtesy-hint";
import { ErrorSummary } from "@/components/forms/error-summary";
import { freshKey } from "@/components/forms/fresh-key";
import type { RadioOption } from "@/components/forms/radio-group";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { useServerErrors } from "@/components/forms/use-server-errors";
import { useSummary } from "@/components/forms/use-summary";
import { AcceptanceField } from "@/components/policies/acceptance-field";
import { useAskedPolicies } from "@/components/policies/asked-policies";
import { EnvironmentFields } from "@/components/screenshot/environment-fields";
import type { EnvironmentWords } from "@/components/screenshot/environment-words";
import { askedFiles, askedFindings } from "@/components/secrets/asked-findings";
import { SecretGuard } from "@/components/secrets/secret-guard";
import { DraftChoiceNotice } from "@/components/tickets/draft-choice";
import { NOTHING_KEPT } from "@/components/tickets/draft-view";
import { DraftStatus, SignInElsewhere } from "@/components/tickets/draft-status";
import { Suggestions } from "@/components/tickets/suggestions";
import type { DraftSeed } from "@/components/tickets/use-draft";
import { useSuggestions } from "@/components/tickets/use-suggestions";
import { Button } from "@/components/ui/button";
import type { DuePolicy } from "@/lib/policies/types";
import type { SealedEntry } from "@/lib/secrets/types";
import { IDLE } from "@/lib/actions/result";

export interface NewTicketOptionViews {
  departments: RadioOption[];
  products: Array<{ value: string; label: string }>;
  /** Departments that attend everybody about anything. */
  openDepartments: string[];
  /** In the others: by product, "" for none, what there is to say. */
  entitlement: Record<string, EntitlementView>;
  services: RadioOption[];
  priorities: RadioOption[];
}

/** Why one would not be attended, or by what one is. */
export type EntitlementView = { isRefused: boolean; text: string };

/** Searches of the knowledge base that a ticket may come of: the one that led here, and the one beside this form. "" where there is none. */
export type SearchTokens = { search: string; formSearch: string };

export const NEW_TICKET_FIELDS = ["departmentId", "productId", "subject", "body", "service", "priority"] as const;
export type NewTicketFieldValues = Record<(typeof NEW_TICKET_FIELDS)[number], string> & AnswerValues;

const READ_FIELDS = ["subject", "body"] as const;
const SECRET_FIELDS = ["subject", "body", "answers"] as const;

/** Buttons that do something else than send: what is in the form need not be complete for them. */
const OTHER_BUTTONS = ["addTo", "discard", "check", "questions", ...TOPIC_BUTTONS];

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
  keptTopics = NOTHING_SPLIT,
  guide: given,
  seed,
  files,
  environment,
  held,
  words,
  noted,
  policies = [],
}: {
  action: (previous: NewTicketState, form: FormData) => Promise<NewTicketState>;
  /** Null when nobody is signed in any more: the choices go along unseen. */
  options: NewTicketOptionViews | null;
  initial: NewTicketValues;
  searches: SearchTokens;
  /** Given when the form begins with a kept draft; `query` is what the address asked for instead. */
  draft: { query: string } | null;
  keptTopics?: KeptTopics;
  /** What the departments ask. */
  guide: Guide;
  /** Null when nobody is signed in any more. */
  seed: DraftSeed | null;
  /** Left out when nobody is signed in any more: there is nobody to upload for. */
  files?: AttachmentsProps;
  environment?: EnvironmentWords;
  /** What was sealed in it. */
  held: SealedEntry[];
  words: NewTicketWords;
  /** What the desk noted, which this form confirms, and the address of its page. */
  noted?: { id: string; address: string };
  /** What must be accepted with it. */
  policies?: DuePolicy[];
}) {
  const address = noted?.address ?? "/portal/tickets/new";
  const { state, formAction, send, isPending, attempt, message } = useActionForm<NewTicketState>({
    action,
    initial: IDLE,
    permalink: address,
    failure: words.offline,
  });
  const refusal = state.status === "refused" ? state : null;
  const isSignedOut = refusal?.code === "SIGNED_OUT";
  const due = useAskedPolicies(state, policies);
  const values = { ...initial, ...refusal?.values };
  const form = useRef<HTMLFormElement>(null);
  // What the server asked for is newer than the page.
  const guide = refusal?.questions ? { ...given, questions: refusal.questions } : given;
  const asked = useGuide(guide, { form, departmentId: values.departmentId, values: refusal?.values });
  const fields = useMemo(() => ["departmentId", "productId", ...asked.fields, "subject", "body", "service", "priority"] as const, [asked.fields]);
  const [submissionKey, setSubmissionKey] = useState(values.submissionKey);
  const [{ search, formSearch }] = useState<SearchTokens>({ ...searches, ...refusal?.values });
  const [service, setService] = useState(values.service);
  const [pressed, setPressed] = useState<string | null>(null);

  const { register, handleSubmit, setValue, formState } = useForm<NewTicketFieldValues>({
    shouldFocusError: false,
    errors: useServerErrors<NewTicketFieldValues>(state, fields),
  });
  const topics = useTopics({ state, initial: keptTopics, onChange: () => kept.touch() });
  const isSplit = topics.parts.length > 0;
  const kept = useTicketDraft({ form, seed, leave: words.draft.leave, asked, topics, renewKey: () => setSubmissionKey(freshKey()) });
  const suggestions = useSuggestions({ read: () => suggestFieldsOf(form.current, formSearch), initial: refusal?.suggestions ?? null });
  const summary = useSummary<NewTicketFieldValues>({ fields, state, message, isPending, elsewhere: (code) => elsewhere(code, state) });
  const review = useReview({ submissionKey, different: refusal?.values?.different, draftOf: () => fieldsOf(form.current) ?? { subject: "", body: "" } });

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    const button = buttonOf(event);
    const data = new FormData(event.currentTarget);
    if (button?.name) data.append(button.name, button.value);
    setPressed(button?.name === "addTo" ? button.value : null);
    const dispatch = async () => {
      summary.onValid();
      if (!(await kept.settle())) return;
      data.set("draft", kept.versions());
      send(data, (answer) => {
        kept.resume();
        if (answer?.status === "refused" && answer.suggestions) suggestions.replace(answer.suggestions);
        // Joined to one again, the form takes over what was written in the parts.
        if (answer?.status === "refused" && answer.parts?.length === 0) for (const field of NEW_TICKET_FIELDS) setValue(field, answer.values?.[field] ?? "");
      });
    };
    data.append("isScripted", "1");
    // The fields of a split form are the server's to judge: those of the one ticket stay behind, unseen.
    if (isSplit || (button && OTHER_BUTTONS.includes(button.name))) {
      event.preventDefault();
      void dispatch();
      return;
    }
    void handleSubmit(dispatch, summary.onInvalid)(event);
  }

  const errors = Object.fromEntries(NEW_TICKET_FIELDS.map((field) => [field, formState.errors[field]?.message]));
  const choice = <DraftChoiceNotice view={kept.view} words={words.draft.choice} onDecide={kept.decide} readAnswer={asked.readAnswer} />;
  const fieldProps = { register, errors, options, values, words };
  return (
    <form
      ref={form}
      action={formAction}
      noValidate
      onInput={() => {
        asked.touch();
        kept.touch();
        suggestions.touch();
      }}
      onSubmit={onSubmit}
      className="space-y-6"
    >
      {/* Enter in a field presses the first button of a form; without this one it would be "add my text to that ticket". */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <ErrorSummary key={`${attempt}:${summary.tries}`} title={words.notSent} errors={summary.errors} />
      {isSignedOut && <SignInElsewhere returnTo={address}>{words.draft.signIn}</SignInElsewhere>}
      {draft && !refusal && <DraftFound query={draft.query} words={words} />}
      <input type="hidden" name="submissionKey" value={submissionKey} />
      {noted && <input type="hidden" name="notedId" value={noted.id} />}
      {seed && <input type="hidden" name="draft" value={seed.kept?.version ?? ""} />}
      {search && <input type="hidden" name="search" value={search} />}
      {formSearch && <input type="hidden" name="formSearch" value={formSearch} />}
      {!options && [...review.different].map((id) => <input key={id} type="hidden" name="different" value={id} />)}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-x-10">
        <div className="min-w-0 space-y-6">
          {isSplit && <TopicSplit key={topics.revision} parts={topics.parts} isNew={topics.isNew} options={options && service !== "free" ? { ...options, priorities: [] } : options} words={words} split={words.topics} />}
          <div hidden={isSplit} className="space-y-6">
            <TopicFields {...fieldProps} departmentId={asked.departmentId}>
              <QuestionFields
                state={asked}
                guide={guide}
                register={register}
                errorOf={(field) => formState.errors[field]?.message}
                departmentName={options?.departments.find((each) => each.value === asked.departmentId)?.label ?? ""}
              />
            </TopicFields>
            {topics.keptAsOne ? <input type="hidden" name="keptAsOne" value="1" /> : <TopicOffer topics={isSplit ? undefined : suggestions.view?.topics} words={words.topics} onKeep={topics.keep} />}
          </div>
          <SecretGuard slot={noted ? `noted:${noted.id}` : "new"} fields={SECRET_FIELDS} held={held} words={words.secrets} asked={askedFindings(state)} />
          <CourtesyHint fields={READ_FIELDS} words={words.courtesy} />
          {choice}
        </div>
        <div hidden={isSplit} className="lg:sticky lg:top-6 lg:col-start-2 lg:row-span-2 lg:row-start-1">
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
        <div className="space-y-6 lg:col-start-1">
          {files && <AttachmentsField {...files} initial={seed?.kept?.files} posted={refusal?.values?.attachment} asked={askedFiles(state)} onChange={kept.touch} />}
          <ServiceField {...fieldProps} onChoose={setService} />
          {/* Of a paid service it follows from the service; without a script it stands there and says for what it counts. */}
          <div hidden={isSplit || (options !== null && service !== "free")}>
            <PriorityField {...fieldProps} />
          </div>
          {environment && <EnvironmentFields words={environment} />}
          <AcceptanceField policies={due} words={words.policies} isMissing={refusal?.code === "POLICIES_NOT_ACCEPTED"} ticked={refusal?.values?.accepted} />
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <SubmitButton size="lg" pendingLabel={words.submitting} isPending={isPending && pressed === null}>
              {isSplit ? words.topics.submit.replace("{count}", String(topics.parts.length)) : words.submit}
            </SubmitButton>
            <DraftStatus view={isSignedOut ? NOTHING_KEPT : kept.view} words={words.draft} returnTo={address} />
          </div>
        </div>
      </div>
    </form>
  );
}
