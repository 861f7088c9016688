"use client";

import { useRef, useState } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { fillForm } from "@/components/forms/fill-form";
import { freshKey } from "@/components/forms/fresh-key";
import { SelectField, type SelectOption } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-input";
import { TextareaField } from "@/components/forms/textarea";
import { wasTypedEarly } from "@/components/forms/typed-early";
import { DraftChoiceNotice } from "@/components/tickets/draft-choice";
import { DraftStatus, type DraftWords } from "@/components/tickets/draft-status";
import { NOTHING_KEPT } from "@/components/tickets/draft-view";
import { useDraft, type DraftSeed } from "@/components/tickets/use-draft";
import type { NoteTarget } from "@/lib/off-channel/types";
import type { DraftData } from "@/lib/drafts/schema";
import { SUBJECT_MAX } from "@/lib/tickets/types";
import { SignInLink } from "@/components/forms/sign-in-link";
import { useDeskAction, type DeskAction } from "../../../_components/use-desk-action";

export type Noted = { notedId: string };

export type NoteFormWords = {
  customer: string;
  change: string;
  noOrganization: string;
  channel: string;
  channelNone: string;
  department: string;
  departmentNone: string;
  product: string;
  productNone: string;
  optional: string;
  subject: string;
  body: string;
  bodyHint: string;
  submit: string;
  submitting: string;
  errorTitle: string;
  offline: string;
  signIn: string;
  draft: DraftWords;
};

const FIELDS = ["channel", "departmentId", "productId", "subject", "body"] as const;

/** What a customer said elsewhere. What is refused stays as it was typed. */
export function NoteForm({ action, permalink, changeHref, target, submissionKey, seed, channels, departments, words }: {
  action: DeskAction<Noted>;
  permalink: string;
  /** Where another customer is chosen. */
  changeHref: string;
  target: NoteTarget;
  /** Made when the page was rendered; the same form sent twice notes once. */
  submissionKey: string;
  seed: DraftSeed;
  channels: SelectOption[];
  departments: SelectOption[];
  words: NoteFormWords;
}) {
  const form = useRef<HTMLFormElement>(null);
  const [key, setKey] = useState(submissionKey);
  const kept = useDraft({
    seed,
    leave: words.draft.leave,
    read: () => draftOf(form.current),
    wasTypedEarly: () => wasTypedEarly(form.current),
    fill: ({ next, ...data }) => fillForm(form.current, { ...data, channel: next }),
    renewKey: () => setKey(freshKey()),
  });
  const begun = seed.kept?.data;
  const { state, formAction, send, isPending, attempt } = useDeskAction<Noted>(action, { offline: words.offline, permalink, onRefused: kept.resume });
  const refused = state.status === "refused" ? state : null;
  const [typed, errors] = [refused?.values, refused?.fieldErrors ?? {}];
  const named = FIELDS.flatMap((field) => (errors[field] ? [{ message: errors[field], fieldId: field }] : []));
  return (
    <form
      ref={form}
      action={formAction}
      onInput={kept.touch}
      onSubmit={(event) => {
        event.preventDefault();
        if (isPending) return;
        const data = new FormData(event.currentTarget);
        send(data, async () => {
          await kept.settle();
          data.set("draft", kept.versions());
        });
      }}
      className="space-y-5"
      noValidate
    >
      {refused && <ErrorSummary key={attempt} title={words.errorTitle} errors={named.length > 0 ? named : [{ message: refused.message }]} />}
      {refused?.code === "SIGNED_OUT" && <SignInLink>{words.signIn}</SignInLink>}
      <input type="hidden" name="customerId" value={target.id} />
      <input type="hidden" name="submissionKey" value={key} />
      <input type="hidden" name="draft" value={seed.kept?.version ?? ""} />
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 rounded-md bg-sunken px-3 py-2.5 text-sm">
        <p className="min-w-0">
          <span className="sr-only">{words.customer}: </span>
          <span className="font-semibold">{target.name}</span>
          <span className="block break-words text-muted">
            {target.email} · {target.organizationName ?? words.noOrganization}
          </span>
        </p>
        <a href={changeHref} className="link inline-flex min-h-6 items-center">
          {words.change}
        </a>
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField name="channel" label={words.channel} options={channels} placeholder={words.channelNone} error={errors.channel} defaultValue={typed?.channel ?? begun?.next ?? ""} required />
        <SelectField name="departmentId" label={words.department} options={departments} placeholder={words.departmentNone} error={errors.departmentId} defaultValue={typed?.departmentId ?? begun?.departmentId ?? ""} required />
      </div>
      {target.products.length > 0 && (
        <SelectField
          name="productId"
          label={words.product}
          optionalLabel={words.optional}
          options={target.products.map(({ id, name }) => ({ value: id, label: name }))}
          placeholder={words.productNone}
          error={errors.productId}
          defaultValue={typed?.productId ?? begun?.productId ?? ""}
        />
      )}
      <TextField name="subject" label={words.subject} error={errors.subject} defaultValue={typed?.subject ?? begun?.subject} maxLength={SUBJECT_MAX} autoComplete="off" required />
      <TextareaField name="body" label={words.body} hint={words.bodyHint} error={errors.body} defaultValue={typed?.body ?? begun?.body} rows={7} required />
      <DraftChoiceNotice view={kept.view} words={words.draft.choice} onDecide={kept.decide} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton isPending={isPending} pendingLabel={words.submitting}>
          {words.submit}
        </SubmitButton>
        <DraftStatus view={refused?.code === "SIGNED_OUT" ? NOTHING_KEPT : kept.view} words={words.draft} returnTo={permalink} />
      </div>
    </form>
  );
}

/** The channel stands where other drafts have what to leave a ticket in: one choice that goes with the text. */
function draftOf(form: HTMLFormElement | null): DraftData | null {
  if (!form) return null;
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? "");
  return { departmentId: text("departmentId"), productId: text("productId"), subject: text("subject"), body: text("body"), next: text("channel"), submissionKey: text("submissionKey") };
}
