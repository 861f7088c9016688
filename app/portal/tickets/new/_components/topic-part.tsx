"use client";

import { useState } from "react";
import type { NewTicketOptionViews } from "@/app/portal/tickets/new/_components/new-ticket-form";
import type { NewTicketWords } from "@/app/portal/tickets/new/_components/new-ticket-words";
import type { TopicSplitWords } from "@/app/portal/tickets/new/_components/topic-split";
import type { PartView } from "@/app/portal/tickets/new/state";
import { Checkbox } from "@/components/forms/checkbox";
import { Field } from "@/components/forms/field";
import { SelectField } from "@/components/forms/select";
import { TextInput } from "@/components/forms/text-input";
import { ComposerField, TextCounter } from "@/components/tickets/composer-field";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SUBJECT_MAX } from "@/lib/tickets/types";

/** One ticket of several: smaller than the form for one, with the same fields under names that repeat. */
export function TopicPart({ view, index, count, options, words, split }: {
  view: PartView;
  index: number;
  count: number;
  options: NewTicketOptionViews | null;
  words: NewTicketWords;
  split: TopicSplitWords;
}) {
  const { part, errors = {}, similar = [] } = view;
  const [lengths, setLengths] = useState({ subject: part.subject.length, body: part.body.length });
  const id = (field: string) => `part-${index}-${field}`;
  return (
    <fieldset className="min-w-0 space-y-4 rounded-lg border bg-surface p-4 sm:p-5">
      <legend className="float-left mb-3 w-full text-base font-semibold [&+*]:clear-both">{split.part.replace("{number}", String(index + 1)).replace("{count}", String(count))}</legend>
      <input type="hidden" name="partKey" value={part.key} />
      <Field id={id("subject")} label={words.subject} error={errors.subject} after={<TextCounter length={lengths.subject} limit={SUBJECT_MAX} words={words.subjectCounter} />}>
        {(control) => (
          <TextInput
            {...control}
            name="partSubject"
            defaultValue={part.subject}
            autoComplete="off"
            required
            onChange={({ target }) => setLengths((before) => ({ ...before, subject: target.value.length }))}
          />
        )}
      </Field>
      <ComposerField
        id={id("body")}
        name="partBody"
        label={words.body}
        error={errors.body}
        rows={4}
        defaultValue={part.body}
        length={lengths.body}
        counter={words.bodyCounter}
        required
        onChange={({ target }) => setLengths((before) => ({ ...before, body: target.value.length }))}
      />
      {options ? (
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField id={id("departmentId")} name="partDepartmentId" label={words.department} error={errors.departmentId} options={options.departments} placeholder={words.choose} defaultValue={part.departmentId} required />
          {options.products.length > 0 ? (
            <SelectField id={id("productId")} name="partProductId" label={words.product} optionalLabel={words.optional} error={errors.productId} options={options.products} placeholder={words.productNone} defaultValue={part.productId} />
          ) : (
            <input type="hidden" name="partProductId" value="" />
          )}
          {/* Of a paid service it follows from the service. */}
          {options.priorities.length > 0 ? (
            <SelectField id={id("priority")} name="partPriority" label={words.priority} error={errors.priority} options={options.priorities} defaultValue={part.priority} required />
          ) : (
            <input type="hidden" name="partPriority" value={part.priority} />
          )}
        </div>
      ) : (
        <>
          <input type="hidden" name="partDepartmentId" value={part.departmentId} />
          <input type="hidden" name="partProductId" value={part.productId} />
          <input type="hidden" name="partPriority" value={part.priority} />
        </>
      )}
      {similar.length > 0 && (
        <Notice tone="warn" title={split.similar}>
          {similar.map((ticket) => (
            <div key={ticket.ticketId} className="space-y-1">
              <a href={ticket.href} target="_blank" rel="noopener" className="link break-words">
                {ticket.reference} {ticket.subject}
              </a>
              <Checkbox
                id={id(ticket.ticketId)}
                name="partDifferent"
                value={`${part.key} ${ticket.ticketId}`}
                label={split.different.replace("{reference}", ticket.reference)}
                defaultChecked={part.different.includes(ticket.ticketId)}
              />
            </div>
          ))}
        </Notice>
      )}
      {similar.length === 0 && part.different.map((ticketId) => <input key={ticketId} type="hidden" name="partDifferent" value={`${part.key} ${ticketId}`} />)}
      {index > 0 && (
        <Button type="submit" name="join" value={String(index)}>
          {split.join}
        </Button>
      )}
    </fieldset>
  );
}
