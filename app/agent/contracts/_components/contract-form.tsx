"use client";

import { Checkbox } from "@/components/forms/checkbox";
import { ErrorSummary } from "@/components/forms/error-summary";
import { RadioGroup, type RadioOption } from "@/components/forms/radio-group";
import { SelectField, type SelectOption } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-input";
import { useActionForm } from "@/components/forms/use-action-form";
import { Disclosure } from "@/components/ui/disclosure";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import { SignInLink } from "@/components/forms/sign-in-link";

export type ContractFormWords = {
  name: string;
  nameHint: string;
  hours: string;
  hoursHint: string;
  price: string;
  priceHint: string;
  vat: string;
  vats: SelectOption[];
  startsOn: string;
  endsOn: string;
  endsOnHint: string;
  rounding: string;
  roundings: SelectOption[];
  atEnd: string;
  atEnds: RadioOption[];
  overage: string;
  overageHint: string;
  authorisers: string;
  authoriserRules: RadioOption[];
  people: string;
  peopleHint: string;
  noPeople: string;
  invalid: string;
  offline: string;
  signIn: string;
  submit: string;
  submitting: string;
};

export type ContractValues = { name: string; startsOn: string; endsOn: string; rounding: string; atEnd: string; overage: string; authorisers: string; authoriserIds: string[] };

type Saved = ActionResult<{ reference: string }>;

/** Which field a refusal is about. */
const FIELD_OF: Record<string, string> = { CONTRACT_DAYS: "endsOn", OVERAGE_IN_USE: "overage", AUTHORISERS_MISSING: "authorisers", AUTHORISER_UNKNOWN: "authorisers" };

/** A new contract with its first purchase, or the rules of one that is there. */
export function ContractForm({ summary, action, permalink, hidden, isNew, initial, people, words }: {
  /** Folded under these words, and open when it was refused. */
  summary?: string;
  action: (previous: Saved, form: FormData) => Promise<Saved>;
  permalink: string;
  hidden: Record<string, string>;
  /** Its hours, price and first day are asked once. */
  isNew: boolean;
  initial: ContractValues;
  people: { id: string; label: string }[];
  words: ContractFormWords;
}) {
  const { state, formProps, isPending, attempt, message } = useActionForm<Saved>({ action, initial: IDLE, permalink, failure: words.offline });
  const refused = state.status === "refused" ? state : null;
  const typed = refused?.values;
  const errors = refused ? { ...refused.fieldErrors, ...(FIELD_OF[refused.code] ? { [FIELD_OF[refused.code]!]: refused.message } : {}) } : {};
  const named = Object.entries(errors).map(([fieldId, text]) => ({ fieldId, message: text }));
  const ticked = typed?.authoriserIds?.split(" ") ?? initial.authoriserIds;
  const field = (name: string, initialValue = "") => ({ name, defaultValue: typed?.[name] ?? initialValue, ...(errors[name] ? { error: errors[name] } : {}) });
  const form = (
    <form {...formProps} className="space-y-5" noValidate>
      {message && <ErrorSummary key={attempt} title={words.invalid} errors={named.length > 0 ? named : [{ message }]} />}
      {refused?.code === "SIGNED_OUT" && <SignInLink>{words.signIn}</SignInLink>}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField {...field("name", initial.name)} label={words.name} hint={words.nameHint} autoComplete="off" required />
      {isNew && (
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField {...field("hours")} label={words.hours} hint={words.hoursHint} autoComplete="off" required />
          <TextField {...field("price")} label={words.price} hint={words.priceHint} inputMode="decimal" autoComplete="off" required />
          <SelectField {...field("vatRateBp", "1600")} label={words.vat} options={words.vats} />
        </div>
      )}
      <div className="grid gap-5 sm:grid-cols-2">
        {isNew && <TextField {...field("startsOn", initial.startsOn)} type="date" label={words.startsOn} required />}
        <TextField {...field("endsOn", initial.endsOn)} type="date" label={words.endsOn} hint={words.endsOnHint} required />
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField {...field("rounding", initial.rounding)} label={words.rounding} options={words.roundings} />
        <TextField {...field("overage", initial.overage)} label={words.overage} hint={words.overageHint} autoComplete="off" required />
      </div>
      <RadioGroup {...field("atEnd", initial.atEnd)} label={words.atEnd} options={words.atEnds} />
      <RadioGroup {...field("authorisers", initial.authorisers)} label={words.authorisers} options={words.authoriserRules} />
      <fieldset className="space-y-2">
        <legend className="text-sm font-semibold">{words.people}</legend>
        <p className="text-sm text-muted">{people.length === 0 ? words.noPeople : words.peopleHint}</p>
        {people.map(({ id, label }) => (
          <Checkbox key={id} name="authoriserIds" id={`authoriser-${id}`} value={id} label={label} defaultChecked={ticked.includes(id)} />
        ))}
      </fieldset>
      <SubmitButton isPending={isPending} pendingLabel={words.submitting}>
        {words.submit}
      </SubmitButton>
    </form>
  );
  return summary === undefined ? (
    form
  ) : (
    <Disclosure summary={summary} isOpen={refused ? true : undefined}>
      {form}
    </Disclosure>
  );
}
