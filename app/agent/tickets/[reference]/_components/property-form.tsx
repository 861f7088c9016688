"use client";

import { useId, useState, type ReactNode } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { Field } from "@/components/forms/field";
import { Select, type SelectOption } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { cn } from "@/components/ui/cn";
import { announce } from "@/components/ui/announcer";
import { RefusalWays, type RefusalWords } from "../../../_components/refusal-ways";
import { useDeskAction, type DeskAction } from "../../../_components/use-desk-action";

export type WorkWords = { save: string; saving: string; errorTitle: string; offline: string; refusal: RefusalWords };

/**
 * One property of the ticket. It is saved by its button, not by the choosing: with the keyboard one passes through the other choices,
 * and each would be written into the ticket's history.
 */
export function PropertyForm({ action, ticketId, name, label, value, options, isOpen, saved, words, beside }: {
  action: DeskAction<unknown>;
  ticketId: string;
  name: string;
  label: string;
  value: string;
  options: SelectOption[];
  isOpen: boolean;
  saved: string;
  words: WorkWords;
  /** Beside the label, e.g. a shortcut. */
  beside?: ReactNode;
}) {
  const id = useId();
  const [chosen, setChosen] = useState(value);
  const [given, setGiven] = useState(value);
  if (given !== value) {
    // Somebody else changed it, or the save came back.
    setGiven(value);
    setChosen(value);
  }
  const { state, formAction, onSubmit, isPending, attempt } = useDeskAction<unknown>(action, { offline: words.offline, onOk: () => announce(saved) });
  const refused = state.status === "refused" ? state : null;
  const error = refused ? (refused.fieldErrors?.[name] ?? refused.message) : undefined;

  return (
    <form action={formAction} onSubmit={onSubmit} className="space-y-2">
      {refused && error && <ErrorSummary key={attempt} title={words.errorTitle} errors={[{ fieldId: id, message: error }]} />}
      {refused && <RefusalWays refused={refused} words={words.refusal} />}
      <input type="hidden" name="ticketId" value={ticketId} />
      <Field id={id} label={label}>
        {(control) => (
          <div className="flex items-center gap-2">
            <div className="min-w-0 grow">
              <Select {...control} name={name} size="sm" options={options} value={chosen} disabled={!isOpen} onChange={(event) => setChosen(event.target.value)} />
            </div>
            {isOpen && (
              <span className={cn(chosen === value && !isPending && "hidden noscript:inline")}>
                <SubmitButton size="sm" isPending={isPending} pendingLabel={words.saving}>
                  {words.save}
                </SubmitButton>
              </span>
            )}
          </div>
        )}
      </Field>
      {beside}
    </form>
  );
}
