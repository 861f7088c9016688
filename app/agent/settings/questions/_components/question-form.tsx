"use client";

import { useState } from "react";
import { Checkbox } from "@/components/forms/checkbox";
import { ErrorSummary } from "@/components/forms/error-summary";
import { RadioGroup, type RadioOption } from "@/components/forms/radio-group";
import { SelectField } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-input";
import { TextareaField } from "@/components/forms/textarea";
import { useActionForm } from "@/components/forms/use-action-form";
import { versionIn } from "@/lib/actions/details";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import { conditionField } from "@/lib/questions/choices";
import type { ShownWhen } from "@/lib/questions/types";
import { SignInLink } from "@/components/forms/sign-in-link";

export type Saved = ActionResult<{ departmentSlug: string | null }>;

export type QuestionFormWords = {
  label: string;
  labelHint: string;
  hint: string;
  hintHint: string;
  kind: string;
  kinds: RadioOption[];
  choices: string;
  choicesHint: string;
  isRequired: string;
  shownWhen: string;
  shownWhenHint: string;
  always: string;
  values: string;
  valuesHint: string;
  optional: string;
  invalid: string;
  signIn: string;
  offline: string;
  submit: string;
  submitting: string;
};

export type QuestionValues = { label: string; hint: string; kind: string; choices: string; isRequired: boolean; shownWhen: ShownWhen | null };
export type OtherChoice = { id: string; label: string; choices: string[] };

/** Which field a refusal is about. */
const FIELD_OF: Record<string, string> = {
  CHOICES_TOO_FEW: "choices",
  CHOICES_TOO_MANY: "choices",
  CHOICE_TOO_LONG: "choices",
  CHOICE_IN_USE: "choices",
  CONDITION_GONE: "shownWhenId",
  CONDITION_IN_RING: "shownWhenId",
};

/** A new question of a department, or the one that is edited. What is refused stays as it was typed. */
export function QuestionForm({ action, permalink, hidden, version, initial, others, words }: {
  action: (previous: Saved, form: FormData) => Promise<Saved>;
  permalink: string;
  hidden: { name: "departmentId" | "questionId"; value: string };
  /** The one that is edited. */
  version?: number;
  initial: QuestionValues;
  /** What it may hang on. */
  others: OtherChoice[];
  words: QuestionFormWords;
}) {
  const { state, formProps, isPending, attempt, message } = useActionForm<Saved>({ action, initial: IDLE, permalink, failure: words.offline });
  const refused = state.status === "refused" ? state : null;
  const typed = refused?.values;
  const [kind, setKind] = useState(typed?.kind ?? initial.kind);
  const [otherId, setOtherId] = useState(typed?.shownWhenId ?? initial.shownWhen?.questionId ?? "");
  const errors = refused ? { ...refused.fieldErrors, ...(FIELD_OF[refused.code] ? { [FIELD_OF[refused.code]!]: refused.message } : {}) } : {};
  const error = (name: string) => (errors[name] ? { error: errors[name] } : {});
  const named = Object.entries(errors).map(([fieldId, text]) => ({ fieldId, message: text }));

  return (
    <form {...formProps} className="space-y-5" noValidate>
      {message && <ErrorSummary key={attempt} title={words.invalid} errors={named.length > 0 ? named : [{ message }]} />}
      {refused?.code === "SIGNED_OUT" && <SignInLink>{words.signIn}</SignInLink>}
      <input type="hidden" name={hidden.name} value={hidden.value} />
      {version !== undefined && <input type="hidden" name="version" value={versionIn(refused?.details) ?? version} />}
      <TextField name="label" label={words.label} hint={words.labelHint} {...error("label")} defaultValue={typed?.label ?? initial.label} autoComplete="off" required />
      <TextField name="hint" label={words.hint} hint={words.hintHint} optionalLabel={words.optional} {...error("hint")} defaultValue={typed?.hint ?? initial.hint} autoComplete="off" />
      <RadioGroup name="kind" label={words.kind} {...error("kind")} options={words.kinds} defaultValue={kind} onChange={(event) => setKind(event.target.value)} />
      <div className={kind === "choice" ? undefined : "hidden noscript:block"}>
        <TextareaField name="choices" label={words.choices} hint={words.choicesHint} {...error("choices")} rows={5} defaultValue={typed?.choices ?? initial.choices} />
      </div>
      <Checkbox name="isRequired" label={words.isRequired} defaultChecked={typed ? typed.isRequired === "on" : initial.isRequired} />
      {others.length > 0 && (
        <SelectField
          name="shownWhenId"
          label={words.shownWhen}
          hint={words.shownWhenHint}
          {...error("shownWhenId")}
          options={others.map(({ id, label }) => ({ value: id, label }))}
          placeholder={words.always}
          defaultValue={otherId}
          onChange={(event) => setOtherId(event.target.value)}
        />
      )}
      {others
        .filter((other) => other.choices.length > 0)
        .map((other) => (
          <Values key={other.id} other={other} isChosen={other.id === otherId} initial={initial.shownWhen} words={words} />
        ))}
      <SubmitButton isPending={isPending} pendingLabel={words.submitting}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}

/** Which answers of the other question show this one. Without a script all of them are there, and those of the chosen one count. */
function Values({ other, isChosen, initial, words }: { other: OtherChoice; isChosen: boolean; initial: ShownWhen | null; words: QuestionFormWords }) {
  return (
    <fieldset className={isChosen ? "space-y-2" : "hidden space-y-2 noscript:block"}>
      <legend className="text-sm font-semibold">{words.values.replace("{question}", other.label)}</legend>
      <p className="text-sm text-muted">{words.valuesHint}</p>
      {other.choices.map((choice, at) => (
        <Checkbox
          key={choice}
          name="shownWhenValues"
          id={`when-${other.id}-${at}`}
          value={conditionField(other.id, choice)}
          label={choice}
          defaultChecked={initial?.questionId === other.id && initial.values.includes(choice)}
        />
      ))}
    </fieldset>
  );
}
