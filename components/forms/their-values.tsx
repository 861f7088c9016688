"use client";

import type { FieldSpec } from "@/components/forms/field-form";
import { detailOf } from "@/lib/actions/details";

export type TheirWords = { title: string; yes: string; no: string; empty: string };

/** What somebody else saved meanwhile, field by field where it is not what stands in the form. */
export function TheirValues({ details, fields, valueOf, words }: { details: unknown; fields: readonly FieldSpec[]; /** What the form has now. */ valueOf: (field: FieldSpec) => string; words: TheirWords }) {
  const theirs = detailOf(details, "theirs");
  if (theirs === undefined) return null;
  const others = fields.filter((field) => textOf(detailOf(theirs, field.name)) !== formOf(field, valueOf(field)));
  if (others.length === 0) return null;
  return (
    <section aria-label={words.title} className="space-y-2 rounded-md border border-warn-line bg-warn-soft p-3 text-sm">
      <p className="font-semibold">{words.title}</p>
      <dl className="space-y-1">
        {others.map((field) => (
          <div key={field.name}>
            <dt className="inline text-muted">{field.label}: </dt>
            <dd className="inline wrap-anywhere whitespace-pre-line">{shown(field, textOf(detailOf(theirs, field.name)), words)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** As the details say the same. */
function formOf(field: FieldSpec, value: string): string {
  return field.kind === "checks" ? value.trim().replaceAll(" ", "\n") : lined(value).trim();
}

/** A form sends its lines with carriage returns; what is saved has none. */
function lined(text: string): string {
  return text.replaceAll("\r\n", "\n");
}

/** As a form would send it. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join("\n");
  if (typeof value === "boolean") return value ? "on" : "";
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function shown(field: FieldSpec, text: string, { yes, no, empty }: TheirWords): string {
  if (field.kind === "checkbox") return text === "" ? no : yes;
  if (field.kind === "datetime") return text.replace("T", " ") || empty;
  if (field.kind === "checks") return text.split("\n").map((value) => field.options.find((option) => option.value === value)?.label ?? value).join(", ") || empty;
  const label = field.kind === "select" || field.kind === "radios" ? (field.options.find(({ value }) => value === text)?.label ?? (text === "" && field.kind === "select" ? field.placeholder : undefined)) : undefined;
  return label ?? (text || empty);
}
