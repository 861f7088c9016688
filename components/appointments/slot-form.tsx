"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { FieldError } from "@/components/forms/field";
import { RadioGroup, type RadioOption } from "@/components/forms/radio-group";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-input";
import { useActionForm } from "@/components/forms/use-action-form";
import { Disclosure } from "@/components/ui/disclosure";
import { detailOf } from "@/lib/actions/details";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import { dateFormat } from "@/lib/i18n/relative";
import type { SlotDay } from "./appointment-words";

export type SlotFormWords = {
  phone: string;
  phoneHint: string;
  kind: string;
  slots: string;
  nearby: string;
  submit: string;
  submitting: string;
  invalid: string;
  offline: string;
  optional: string;
};

/** Chooses one time (a customer's booking, a move) or a few (the desk's proposals), day by day; folded days open without a script too. */
export function SlotForm({ action, permalink, hidden, days, timeZone, choose, kinds, isPhoneOptional, words }: {
  action: (previous: ActionResult, form: FormData) => Promise<ActionResult>;
  permalink: string;
  hidden: Record<string, string>;
  days: SlotDay[];
  timeZone: string;
  choose: "one" | "several";
  /** How one meets; null where that is settled already. */
  kinds: RadioOption[] | null;
  isPhoneOptional?: boolean;
  words: SlotFormWords;
}) {
  const { state, formProps, isPending, attempt, message } = useActionForm<ActionResult>({ action, initial: IDLE, permalink, failure: words.offline });
  const refused = state.status === "refused" ? state : null;
  const errors = refused?.fieldErrors ?? {};
  const nearby = slotsIn(refused?.details);
  const named = Object.entries(errors).map(([fieldId, text]) => ({ message: text, fieldId: fieldId === "startsAt" ? "slots" : fieldId }));
  const type = choose === "one" ? "radio" : "checkbox";
  return (
    <form {...formProps} className="group/slots space-y-5" noValidate>
      {message && <ErrorSummary key={attempt} title={words.invalid} errors={named.length > 0 ? named : [{ message, ...(nearby.length > 0 ? { fieldId: "slots" } : {}) }]} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {kinds && (
        <>
          <RadioGroup name="kind" label={words.kind} options={kinds} defaultValue={refused?.values?.kind ?? kinds[0]?.value} error={errors.kind} isInline />
          <div className="group-has-[[name=kind][value=remote]:checked]/slots:hidden">
            <TextField
              name="phone"
              type="tel"
              autoComplete="tel"
              label={words.phone}
              hint={words.phoneHint}
              error={errors.phone}
              defaultValue={refused?.values?.phone}
              optionalLabel={isPhoneOptional ? words.optional : undefined}
              className="max-w-xs"
            />
          </div>
        </>
      )}
      <fieldset className="space-y-2" aria-describedby={errors.startsAt ? "slots-error" : undefined}>
        <legend id="slots" tabIndex={-1} className="text-sm font-semibold">
          {words.slots}
        </legend>
        {errors.startsAt && <FieldError id="slots-error">{errors.startsAt}</FieldError>}
        {nearby.length > 0 && (
          <div className="space-y-2 rounded-md border border-warn-line bg-warn-soft p-3">
            <p className="text-sm font-medium">{words.nearby}</p>
            <Times name="startsAt" type={type} slots={nearby.map((value) => ({ value, label: momentText(value, timeZone) }))} day={words.nearby} />
          </div>
        )}
        <div className="divide-y rounded-lg border bg-surface">
          {days.map(({ day, count, slots }, index) => (
            <Disclosure
              key={day}
              isOpen={index === 0}
              className="px-3"
              summary={
                <span>
                  {day} <span className="font-normal text-muted">· {count}</span>
                </span>
              }
            >
              <Times name="startsAt" type={type} slots={slots} day={day} chosen={refused?.values?.startsAt} />
            </Disclosure>
          ))}
        </div>
      </fieldset>
      <SubmitButton isPending={isPending} pendingLabel={words.submitting}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}

function Times({ name, type, slots, day, chosen }: { name: string; type: "radio" | "checkbox"; slots: { value: string; label: string }[]; day: string; chosen?: string }) {
  return (
    <div className="flex flex-wrap gap-2">
      {slots.map(({ value, label }) => (
        <label
          key={value}
          className="flex min-h-control cursor-pointer items-center gap-2 rounded-md border bg-surface px-3 text-sm tabular-nums transition-colors hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
        >
          <input type={type} name={name} value={value} defaultChecked={value === chosen} className="size-4 shrink-0 accent-accent outline-none" />
          <span>
            <span className="sr-only">{day}, </span>
            {label}
          </span>
        </label>
      ))}
    </div>
  );
}

function slotsIn(details: unknown): string[] {
  const slots = detailOf(details, "slots");
  if (!Array.isArray(slots)) return [];
  return slots.map((slot) => detailOf(slot, "startsAt")).filter((each): each is string => typeof each === "string");
}

/** For times that came with a refusal, in browsers without Temporal too. */
function momentText(at: string, timeZone: string): string {
  return dateFormat("es-MX", { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hour12: false, timeZone }).format(new Date(at));
}
