"use client";

import { useEffect, useState, type ReactNode } from "react";
import type { UseFormRegister } from "react-hook-form";
import type { EntitlementView, NEW_TICKET_FIELDS, NewTicketFieldValues, NewTicketOptionViews } from "@/app/portal/tickets/new/_components/new-ticket-form";
import type { NewTicketWords } from "@/app/portal/tickets/new/_components/new-ticket-words";
import { RadioGroup } from "@/components/forms/radio-group";
import { SelectField } from "@/components/forms/select";
import { Field } from "@/components/forms/field";
import { TextInput } from "@/components/forms/text-input";
import { ComposerField, TextCounter } from "@/components/tickets/composer-field";
import { cn } from "@/components/ui/cn";
import { BODY_MAX, SUBJECT_MAX } from "@/lib/tickets/types";

interface Props {
  register: UseFormRegister<NewTicketFieldValues>;
  errors: Record<string, string | undefined>;
  options: NewTicketOptionViews | null;
  values: Pick<NewTicketFieldValues, (typeof NEW_TICKET_FIELDS)[number]>;
  words: NewTicketWords;
}

type Typed = { target: { value: string } };

/*
 * The rules mirror lib/tickets/schema.ts by its constants. The zod schema itself stays on the server, where it decides: in the browser it
 * would weigh more than this whole form.
 */

/** What it is about. Where it goes and whom it concerns come first: both decide what is suggested while one writes the rest. */
export function TopicFields({ register, errors, options, values, words, departmentId, children }: Props & { departmentId: string; children?: ReactNode }) {
  const [lengths, setLengths] = useState({ subject: values.subject.length, body: values.body.length });
  return (
    <div className="space-y-6">
      {options ? <RouteFields {...{ register, errors, options, values, words, departmentId }} /> : <UnseenFields names={["departmentId", "productId"]} values={values} />}
      {children}
      <Field
        id="subject"
        label={words.subject}
        hint={words.subjectHint}
        error={errors.subject}
        after={<TextCounter length={lengths.subject} limit={SUBJECT_MAX} words={words.subjectCounter} />}
      >
        {(control) => (
          <TextInput
            {...control}
            defaultValue={values.subject}
            autoComplete="off"
            required
            {...register("subject", {
              validate: {
                missing: (text) => text.trim() !== "" || words.missing,
                tooLong: (text) => text.trim().length <= SUBJECT_MAX || words.subjectTooLong,
              },
              onChange: ({ target }: Typed) => setLengths((before) => ({ ...before, subject: target.value.length })),
            })}
          />
        )}
      </Field>
      <ComposerField
        label={words.body}
        hint={words.bodyHint}
        error={errors.body}
        rows={8}
        defaultValue={values.body}
        length={lengths.body}
        counter={words.bodyCounter}
        required
        {...register("body", {
          validate: {
            missing: (text) => text.trim() !== "" || words.missing,
            tooLong: (text) => text.trim().length <= BODY_MAX || words.bodyTooLong,
          },
          onChange: ({ target }: Typed) => setLengths((before) => ({ ...before, body: target.value.length })),
        })}
      />
    </div>
  );
}

export function PriorityField({ register, errors, options, values, words }: Props) {
  if (!options) return <UnseenFields names={["priority"]} values={values} />;
  return (
    <RadioGroup
      label={words.priority}
      error={errors.priority}
      options={options.priorities}
      defaultValue={values.priority}
      isInline
      {...register("priority", { required: words.choose })}
    />
  );
}

/** How it is attended: what is paid needs an authorisation, and is answered sooner. */
export function ServiceField({ register, errors, options, values, words, onChoose }: Props & { onChoose: (service: string) => void }) {
  if (!options) return <UnseenFields names={["service"]} values={values} />;
  return (
    <RadioGroup
      label={words.service}
      error={errors.service}
      options={options.services}
      defaultValue={options.services.some(({ value }) => value === values.service) ? values.service : "free"}
      {...register("service", { required: words.choose, onChange: ({ target }: Typed) => onChoose(target.value) })}
    />
  );
}

function RouteFields({ register, errors, options, values, words, departmentId }: Props & { options: NewTicketOptionViews; departmentId: string }) {
  const [productId, setProductId] = useState(values.productId);
  // A slow page is chosen in before its script runs.
  useEffect(() => {
    const field = document.getElementById("productId");
    if (field instanceof HTMLSelectElement) setProductId(field.value);
  }, []);
  const note = options.openDepartments.includes(departmentId) ? undefined : options.entitlement[productId];
  return (
    <>
      <div className="sm:[&>fieldset>div]:grid-cols-2">
        <RadioGroup
          label={words.department}
          hint={words.departmentHint}
          error={errors.departmentId}
          options={options.departments}
          defaultValue={values.departmentId}
          {...register("departmentId", { required: words.choose })}
        />
      </div>
      {options.products.length > 0 ? (
        <div className="space-y-2">
          <SelectField
            label={words.product}
            optionalLabel={words.optional}
            hint={words.productHint}
            error={errors.productId}
            options={options.products}
            placeholder={words.productNone}
            defaultValue={values.productId}
            {...register("productId", { onChange: ({ target }: Typed) => setProductId(target.value) })}
          />
          <EntitlementNote note={note} />
        </div>
      ) : (
        <>
          <input type="hidden" name="productId" value="" />
          <EntitlementNote note={departmentId === "" ? undefined : note} />
        </>
      )}
    </>
  );
}

function EntitlementNote({ note }: { note: EntitlementView | undefined }) {
  return (
    <p role="status" className={cn("text-sm", note?.isRefused ? "font-medium text-danger" : "text-muted")}>
      {note?.text}
    </p>
  );
}

function UnseenFields({ names, values }: { names: Array<(typeof NEW_TICKET_FIELDS)[number]>; values: Props["values"] }) {
  return names.map((name) => <input key={name} type="hidden" name={name} value={values[name]} />);
}
