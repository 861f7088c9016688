"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { RadioGroup, type RadioOption } from "@/components/forms/radio-group";
import { SelectField } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-input";
import { TextareaField } from "@/components/forms/textarea";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { detailOf } from "@/lib/actions/details";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import { formatDuration } from "@/lib/i18n/format";
import { formatMoney } from "@/lib/i18n/money";
import { readLines, type TypedLine } from "@/lib/quotes/quote-lines";
import type { PriceKind, QuoteBasis, RateItem } from "@/lib/quotes/quote-types";
import { quoteTotals } from "@/lib/quotes/totals";
import { readTypedLines } from "@/lib/quotes/typed-lines";
import { SignInLink } from "@/components/forms/sign-in-link";
import { LineFields, type LineWords } from "./line-fields";

export type QuoteFormWords = {
  basis: string;
  bases: RadioOption[];
  contract: string;
  contractHint: string;
  first: string;
  lines: string;
  line: LineWords;
  add: string;
  /** {total} and {time} are filled in here. */
  total: string;
  totalHours: string;
  totalUnread: string;
  scope: string;
  scopeHint: string;
  exclusions: string;
  paymentTerms: string;
  validOn: string;
  optional: string;
  invalid: string;
  signIn: string;
  seeSaved: string;
  offline: string;
  submit: string;
  submitAnyway: string;
  submitting: string;
};

export type QuoteFormValues = { basis: QuoteBasis; contractId: string; lines: TypedLine[]; scope: string; exclusions: string; paymentTerms: string; validOn: string };

type Saved = ActionResult<{ ticketReference: string }>;
const EMPTY: TypedLine = { item: "", quantity: "", discount: "", reason: "" };
/** Without a script there is no button for more: each saving leaves as many. */
const SPARE_ROWS = 2;

/** What is offered, as the desk writes it: what it comes to is reckoned while one types, by the same rule as on saving. */
export function QuoteForm({ action, permalink, ticketId, version, initial, items, labels, contracts, prices, days, words }: {
  action: (previous: Saved, form: FormData) => Promise<Saved>;
  permalink: string;
  ticketId: string;
  /** Of the draft that is kept; empty while there is none. */
  version: string;
  initial: QuoteFormValues;
  items: RateItem[];
  labels: Record<string, string>;
  contracts: { value: string; label: string }[];
  /** Of what is paid per event. */
  prices: PriceKind;
  days: { first: string; last: string };
  words: QuoteFormWords;
}) {
  const { state, formProps, isPending, attempt, message } = useActionForm<Saved>({ action, initial: IDLE, permalink, failure: words.offline });
  const refused = state.status === "refused" ? state : null;
  const typed = refused?.values;
  const [basis, setBasis] = useState<QuoteBasis>(typed?.basis === "contract" || typed?.basis === "event" ? typed.basis : initial.basis);
  const [lines, setLines] = useState([...(readTypedLines(typed?.lines) ?? initial.lines), ...Array.from({ length: SPARE_ROWS }, () => EMPTY)]);
  const errors = refused?.fieldErrors ?? {};
  const wrongLine = lineErrorOf(refused?.details, refused?.message ?? "");
  const theirs = refused?.code === "QUOTE_DRAFT_CHANGED" ? detailOf(refused.details, "version") : null;
  const told = (name: string) => (errors[name] ? { error: errors[name] } : {});
  const named = Object.entries(errors).map(([fieldId, text]) => ({ fieldId, message: text }));
  const summary = wrongLine ? [{ fieldId: `line-${wrongLine.line}-${wrongLine.field}`, message: wrongLine.message }] : named.length > 0 ? named : [{ message: message ?? "" }];
  const change = (index: number, changes: Partial<TypedLine>) => setLines(lines.map((line, at) => (at === index ? { ...line, ...changes } : line)));

  return (
    <form {...formProps} className="space-y-5" noValidate>
      {message && <ErrorSummary key={attempt} title={words.invalid} errors={summary} />}
      {refused?.code === "SIGNED_OUT" && <SignInLink>{words.signIn}</SignInLink>}
      {theirs !== null && (
        <p className="text-sm">
          <a href={permalink} target="_blank" rel="noopener" className="link">
            {words.seeSaved}
          </a>
        </p>
      )}
      <input type="hidden" name="ticketId" value={ticketId} />
      <input type="hidden" name="version" value={typeof theirs === "string" ? theirs : version} />
      {contracts.length === 0 ? <input type="hidden" name="basis" value="event" /> : <RadioGroup name="basis" label={words.basis} options={words.bases} defaultValue={basis} onChange={(event) => setBasis(event.target.value === "contract" ? "contract" : "event")} />}
      {contracts.length > 0 && (
        <div className={basis === "contract" ? undefined : "hidden noscript:block"}>
          <SelectField name="contractId" label={words.contract} hint={words.contractHint} {...told("contractId")} options={contracts} placeholder={words.first} defaultValue={typed?.contractId ?? initial.contractId} />
        </div>
      )}
      <section aria-labelledby="lines-title" className="space-y-3">
        <h2 id="lines-title" className="text-base font-semibold">
          {words.lines}
        </h2>
        {lines.map((line, index) => (
          <LineFields
            key={index}
            index={index}
            line={line}
            items={items}
            labels={labels}
            hasPrices={basis === "event"}
            {...(wrongLine?.line === index + 1 ? { error: wrongLine } : {})}
            onChange={(changes) => change(index, changes)}
            onRemove={() => setLines(lines.length > 1 ? lines.filter((_, at) => at !== index) : [EMPTY])}
            words={words.line}
          />
        ))}
        <div className="flex flex-wrap items-center justify-between gap-3">
          <Button size="sm" onClick={() => setLines([...lines, EMPTY])} className="noscript:hidden">
            <Plus aria-hidden="true" />
            {words.add}
          </Button>
          <p role="status" className="text-base font-semibold tabular-nums noscript:hidden">
            {totalText({ lines, items, basis, prices, words })}
          </p>
        </div>
      </section>
      <TextareaField name="scope" label={words.scope} hint={words.scopeHint} {...told("scope")} rows={5} defaultValue={typed?.scope ?? initial.scope} />
      <TextareaField name="exclusions" label={words.exclusions} optionalLabel={words.optional} {...told("exclusions")} rows={3} defaultValue={typed?.exclusions ?? initial.exclusions} />
      <div className={basis === "event" ? undefined : "hidden noscript:block"}>
        <TextareaField name="paymentTerms" label={words.paymentTerms} {...told("paymentTerms")} rows={3} defaultValue={typed?.paymentTerms ?? initial.paymentTerms} />
      </div>
      <TextField name="validOn" type="date" label={words.validOn} {...told("validOn")} min={days.first} max={days.last} defaultValue={typed?.validOn ?? initial.validOn} className="max-w-48" required />
      <SubmitButton isPending={isPending} pendingLabel={words.submitting}>
        {theirs === null ? words.submit : words.submitAnyway}
      </SubmitButton>
    </form>
  );
}

function totalText({ lines, items, basis, prices, words }: { lines: TypedLine[]; items: RateItem[]; basis: QuoteBasis; prices: PriceKind; words: QuoteFormWords }): string {
  const read = readLines(lines, { items: new Map(items.map((item) => [item.id, item])), prices: basis === "contract" ? "hours" : prices });
  if (!read.ok) return words.totalUnread;
  const { totalCents, estimatedMinutes } = quoteTotals(read.data);
  const time = formatDuration(estimatedMinutes);
  return basis === "contract" ? words.totalHours.replace("{time}", time) : words.total.replace("{total}", formatMoney(totalCents)).replace("{time}", time);
}

function lineErrorOf(details: unknown, message: string): { line: number; field: keyof TypedLine; message: string } | null {
  const [line, field] = [detailOf(details, "line"), detailOf(details, "field")];
  if (typeof line !== "number" || (field !== "item" && field !== "quantity" && field !== "discount" && field !== "reason")) return null;
  return { line, field, message };
}
