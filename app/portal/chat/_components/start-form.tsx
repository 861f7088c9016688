"use client";

import { useState, type SubmitEvent } from "react";
import { askedFingerprints } from "@/components/chat/asked-fingerprints";
import { readText, writeText } from "@/components/chat/outbox";
import { CourtesyHint } from "@/components/conduct/courtesy-hint";
import type { CourtesyWords } from "@/components/conduct/courtesy-words";
import { ErrorSummary } from "@/components/forms/error-summary";
import { SelectField, type SelectOption } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/forms/textarea";
import { useActionForm } from "@/components/forms/use-action-form";
import { AcceptanceField, ACCEPTED_FIELD, type AcceptanceWords } from "@/components/policies/acceptance-field";
import { useAskedPolicies } from "@/components/policies/asked-policies";
import { SignInElsewhere } from "@/components/tickets/draft-status";
import { buttonClass } from "@/components/ui/button";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import type { DuePolicy } from "@/lib/policies/types";

export type StartWords = { body: string; bodyHint: string; department: string; start: string; starting: string; notStarted: string; withText: string; offline: string; signIn: string; courtesy: CourtesyWords; acceptance: AcceptanceWords };

const READ_FIELDS = ["body"] as const;
const BODY_ID = "chat-body";

/** Begins to talk; or, while nobody can be talked to, takes the same text into the form of a ticket. Both without a script too. */
export function StartForm({ action, address, startKey, owner, isOpen, departments, policies, words }: {
  action: (previous: ActionResult, form: FormData) => Promise<ActionResult>;
  address: string;
  startKey: string;
  owner: string;
  /** Whether somebody can be talked to now. */
  isOpen: boolean;
  departments: SelectOption[];
  policies: DuePolicy[];
  words: StartWords;
}) {
  const { state, formProps, isPending, attempt, message } = useActionForm<ActionResult>({ action, initial: IDLE, permalink: address, failure: words.offline });
  const refused = state.status === "refused" ? state : null;
  const asked = useAskedPolicies(state, policies);
  const place = `${owner}:chat:new`;
  const [key] = useState(refused?.values?.startKey ?? startKey);

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent as globalThis.SubmitEvent;
    // The text goes on to the ticket's form, which keeps it from there.
    if (submitter?.dataset.way === "ticket") return writeText(place, "");
    formProps.onSubmit(event);
  }

  const isClosed = !isOpen || refused?.code === "CHAT_NOBODY" || refused?.code === "CHAT_DESK_CLOSED" || refused?.code === "CHAT_TOO_OFTEN";
  return (
    <form action={formProps.action} onSubmit={onSubmit} className="space-y-5" noValidate>
      {message && <ErrorSummary key={attempt} title={words.notStarted} errors={[{ message: refused?.fieldErrors?.body ?? message, ...(refused?.fieldErrors?.body ? { fieldId: BODY_ID } : {}) }]} />}
      {refused?.code === "SIGNED_OUT" && <SignInElsewhere returnTo={address}>{words.signIn}</SignInElsewhere>}
      <input type="hidden" name="startKey" value={key} />
      {askedFingerprints(state).map((fingerprint) => (
        <input key={fingerprint} type="hidden" name="secretsKept" value={fingerprint} />
      ))}
      <TextareaField
        ref={(box) => {
          if (box && box.value === "" && !refused) box.value = readText(place);
        }}
        id={BODY_ID}
        name="body"
        label={words.body}
        hint={words.bodyHint}
        error={refused?.fieldErrors?.body}
        rows={4}
        defaultValue={refused?.values?.body ?? ""}
        onInput={({ currentTarget }) => writeText(place, currentTarget.value)}
      />
      <CourtesyHint fields={READ_FIELDS} words={words.courtesy} />
      {isOpen && <SelectField name="departmentId" label={words.department} options={departments} defaultValue={refused?.values?.departmentId ?? ""} />}
      {isOpen && <AcceptanceField policies={asked} words={words.acceptance} isMissing={refused?.code === "POLICIES_NOT_ACCEPTED"} ticked={refused?.values?.[ACCEPTED_FIELD]} />}
      <div className="flex flex-wrap gap-3">
        {isOpen && (
          <SubmitButton isPending={isPending} pendingLabel={words.starting}>
            {words.start}
          </SubmitButton>
        )}
        {isClosed && (
          <button type="submit" data-way="ticket" formMethod="get" formAction="/portal/tickets/new" className={buttonClass({ variant: isOpen ? "secondary" : "primary" })}>
            {words.withText}
          </button>
        )}
      </div>
    </form>
  );
}
