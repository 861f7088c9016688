"use client";

import { useState } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/forms/textarea";
import { useActionForm } from "@/components/forms/use-action-form";
import { Notice } from "@/components/ui/notice";
import { detailOf, versionIn } from "@/lib/actions/details";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import { hrefOfGroup } from "../_data/addresses";

export type Saved = ActionResult<{ groupId: string }>;

export type SynonymFormWords = {
  label: string;
  hint: string;
  invalid: string;
  openOther: string;
  signIn: string;
  offline: string;
  submit: string;
  submitting: string;
  added: string;
};

const FIELD = "expressions";

/** A new group, or the one that is edited. What is refused stays as it was typed. */
export function SynonymForm({ action, permalink, group, words }: {
  action: (previous: Saved, form: FormData) => Promise<Saved>;
  permalink: string;
  group?: { id: string; version: number; expressions: string };
  words: SynonymFormWords;
}) {
  const { state, formProps, isPending, attempt, message } = useActionForm<Saved>({ action, initial: IDLE, permalink, failure: words.offline });
  const refused = state.status === "refused" ? state : null;
  const [lastSaved, setLastSaved] = useState("");
  if (state.status === "ok" && state.data.groupId !== lastSaved) setLastSaved(state.data.groupId);
  const fieldError = refused ? fieldErrorOf(refused) : undefined;

  return (
    <form {...formProps} className="space-y-3" noValidate>
      {message && <ErrorSummary key={attempt} title={words.invalid} errors={[{ message: fieldError ?? message, ...(fieldError ? { fieldId: FIELD } : {}) }]} />}
      <WayOn refused={refused} words={words} />
      {state.status === "ok" && <Notice key={`said ${state.data.groupId}`} tone="success" live="polite" title={words.added} />}
      {group && <input type="hidden" name="groupId" value={group.id} />}
      {group && <input type="hidden" name="version" value={versionIn(refused?.details) ?? group.version} />}
      {/* After a group was added the box is a new one, and empty. */}
      <TextareaField
        key={`box ${lastSaved}`}
        name={FIELD}
        label={words.label}
        hint={words.hint}
        error={fieldError}
        rows={4}
        defaultValue={refused?.values?.[FIELD] ?? group?.expressions ?? ""}
        autoCapitalize="none"
        required
      />
      <SubmitButton isPending={isPending} pendingLabel={words.submitting}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}

type Refused = Extract<Saved, { status: "refused" }>;

/** Where to go on when the session ended or another group has the expression; in another tab, so that the text stays. */
function WayOn({ refused, words }: { refused: Refused | null; words: SynonymFormWords }) {
  const other = detailOf(refused?.details, "groupId");
  const way = refused?.code === "SIGNED_OUT" ? { href: "/sign-in", label: words.signIn } : typeof other === "string" ? { href: hrefOfGroup(other), label: words.openOther } : null;
  if (!way) return null;
  return (
    <p className="text-sm">
      <a href={way.href} target="_blank" rel="noopener" className="link inline-flex min-h-6 items-center">
        {way.label}
      </a>
    </p>
  );
}

/** What is said of the expressions is said at their box too. */
function fieldErrorOf(refused: Refused): string | undefined {
  if (refused.fieldErrors?.[FIELD]) return refused.fieldErrors[FIELD];
  return /^(SYNONYMS|EXPRESSION)_/.test(refused.code) ? refused.message : undefined;
}
