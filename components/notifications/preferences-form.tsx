"use client";

import { Checkbox } from "@/components/forms/checkbox";
import { ErrorSummary } from "@/components/forms/error-summary";
import { SignInLink } from "@/components/forms/sign-in-link";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { IDLE, type ActionResult } from "@/lib/actions/result";

export type Tick = { name: string; label: string; hint?: string; isTicked: boolean; /** For fields that are repeated. */ value?: string };
/** `note` stands instead of the ticks where there is nothing to choose. */
export type TickGroup = { key: string; title: string; hint: string; ticks: Tick[]; note?: string };

export type PreferencesWords = { topics: string; invalid: string; offline: string; signIn: string; submit: string; submitting: string; saved: string };

/** Of what, and in which ways; of the desk also when, and of which departments. One plain form of ticks, with or without JavaScript. */
export function PreferencesForm({ action, permalink, topics, more, words }: {
  action: (previous: ActionResult, form: FormData) => Promise<ActionResult>;
  permalink: string;
  topics: TickGroup[];
  more: TickGroup[];
  words: PreferencesWords;
}) {
  const { state, formProps, isPending, attempt, message } = useActionForm<ActionResult>({ action, initial: IDLE, permalink, failure: words.offline });
  return (
    <form {...formProps} className="space-y-5" noValidate>
      {message && <ErrorSummary key={attempt} title={words.invalid} errors={[{ message }]} />}
      {state.status === "refused" && state.code === "SIGNED_OUT" && <SignInLink>{words.signIn}</SignInLink>}
      {state.status === "ok" && <Notice key={`saved ${attempt}`} tone="success" live="polite" title={words.saved} />}
      <Panel title={words.topics} isFlush>
        <div className="divide-y">
          {topics.map((group) => (
            <Group key={group.key} group={group} />
          ))}
        </div>
      </Panel>
      {more.map((group) => (
        <Panel key={group.key} isFlush>
          <Group group={group} isList />
        </Panel>
      ))}
      <SubmitButton isPending={isPending} pendingLabel={words.submitting}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}

function Group({ group, isList }: { group: TickGroup; isList?: boolean }) {
  const hintId = `${group.key}-about`;
  return (
    <fieldset aria-describedby={hintId} className="px-4 py-4 sm:px-5">
      <legend className="float-left mb-1 w-full text-sm font-semibold">{group.title}</legend>
      <p id={hintId} className="clear-left pb-3 text-sm text-muted">
        {group.hint}
      </p>
      <div className={isList ? "space-y-3" : "flex flex-wrap gap-x-8 gap-y-3"}>
        {group.ticks.map(({ name, value, label, hint, isTicked }) => (
          <Checkbox key={value ?? name} id={value ? `${name}-${value}` : name} name={name} value={value ?? "on"} label={label} {...(hint ? { hint } : {})} defaultChecked={isTicked} />
        ))}
        {group.note && <p className="text-sm font-medium">{group.note}</p>}
      </div>
    </fieldset>
  );
}
