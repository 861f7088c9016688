"use client";

import { X } from "lucide-react";
import { Field } from "@/components/forms/field";
import { Select } from "@/components/forms/select";
import { TextInput } from "@/components/forms/text-input";
import { Button } from "@/components/ui/button";
import type { TypedLine } from "@/lib/quotes/quote-lines";
import type { RateItem } from "@/lib/quotes/quote-types";

export type LineWords = {
  /** {line} is filled in here. */
  legend: string;
  item: string;
  none: string;
  quantity: string;
  events: string;
  hours: string;
  discount: string;
  discountHint: string;
  reason: string;
  remove: string;
};

/** One service of the quote as it is typed; an empty row is none. */
export function LineFields({ index, line, items, labels, hasPrices, error, onChange, onRemove, words }: {
  index: number;
  line: TypedLine;
  items: RateItem[];
  /** What the list says of each service. */
  labels: Record<string, string>;
  hasPrices: boolean;
  error?: { field: keyof TypedLine; message: string };
  onChange: (changes: Partial<TypedLine>) => void;
  onRemove: () => void;
  words: LineWords;
}) {
  const unit = items.find((item) => item.id === line.item)?.unit;
  const id = (field: string) => `line-${index + 1}-${field}`;
  const told = (field: keyof TypedLine) => (error?.field === field ? { error: error.message } : {});
  return (
    <fieldset className="rounded-lg border p-3 sm:p-4">
      <legend className="px-1 text-sm font-semibold">{words.legend.replace("{line}", String(index + 1))}</legend>
      <div className="grid gap-3 sm:grid-cols-6">
        <div className="sm:col-span-4">
          <Field id={id("item")} label={words.item} {...told("item")}>
            {(control) => <Select {...control} name="items" options={items.map((item) => ({ value: item.id, label: labels[item.id] ?? item.code }))} placeholder={words.none} value={line.item} onChange={(event) => onChange({ item: event.target.value })} />}
          </Field>
        </div>
        <div className="sm:col-span-2">
          <Field id={id("quantity")} label={`${words.quantity}${unit ? ` (${unit === "hour" ? words.hours : words.events})` : ""}`} {...told("quantity")}>
            {(control) => <TextInput {...control} name="quantities" value={line.quantity} onChange={(event) => onChange({ quantity: event.target.value })} inputMode="decimal" autoComplete="off" />}
          </Field>
        </div>
        <div className={hasPrices ? "sm:col-span-2" : "hidden"}>
          <Field id={id("discount")} label={words.discount} {...told("discount")}>
            {(control) => <TextInput {...control} name="discounts" value={line.discount} onChange={(event) => onChange({ discount: event.target.value })} inputMode="decimal" autoComplete="off" placeholder={words.discountHint} />}
          </Field>
        </div>
        <div className={hasPrices ? "sm:col-span-4" : "hidden"}>
          <Field id={id("reason")} label={words.reason} {...told("reason")}>
            {(control) => <TextInput {...control} name="reasons" value={line.reason} onChange={(event) => onChange({ reason: event.target.value })} maxLength={300} autoComplete="off" />}
          </Field>
        </div>
      </div>
      <Button size="sm" variant="quiet" onClick={onRemove} className="mt-2 noscript:hidden">
        <X aria-hidden="true" />
        {words.remove.replace("{line}", String(index + 1))}
      </Button>
    </fieldset>
  );
}
