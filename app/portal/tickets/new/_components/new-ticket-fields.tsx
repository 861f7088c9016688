"use client";

import { useState } from "react";
import type { UseFormRegister } from "react-hook-form";
import type { NewTicketFieldValues, NewTicketOptionViews, NewTicketWords } from "@/app/portal/tickets/new/_components/new-ticket-form";
import { RadioGroup } from "@/components/forms/radio-group";
import { SelectField } from "@/components/forms/select";
import { Field } from "@/components/forms/field";
import { TextInput } from "@/components/forms/text-input";
import { ComposerField, TextCounter } from "@/components/tickets/composer-field";
import { BODY_MAX, SUBJECT_MAX } from "@/lib/tickets/types";

interface Props {
  register: UseFormRegister<NewTicketFieldValues>;
  errors: Record<string, string | undefined>;
  options: NewTicketOptionViews | null;
  values: NewTicketFieldValues;
  words: NewTicketWords;
}

type Typed = { target: { value: string } };

/*
 * The rules mirror lib/tickets/schema.ts by its constants. The zod schema itself stays on the server, where it decides: in the browser it
 * would weigh more than this whole form.
 */

/** What it is about. Where it goes and whom it concerns come first: both decide what is suggested while one writes the rest. */
export function TopicFields({ register, errors, options, values, words }: Props) {
  const [lengths, setLengths] = useState({ subject: values.subject.length, body: values.body.length });
  return (
    <div className="space-y-6">
      {options ? <RouteFields {...{ register, errors, options, values, words }} /> : <UnseenFields names={["departmentId", "productId"]} values={values} />}
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
      hint={words.priorityHint}
      error={errors.priority}
      options={options.priorities}
      defaultValue={values.priority}
      isInline
      {...register("priority", { required: words.choose })}
    />
  );
}

function RouteFields({ register, errors, options, values, words }: Props & { options: NewTicketOptionViews }) {
  const [productId, setProductId] = useState(values.productId);
  const hasEnded = options.products.some((product) => product.value === productId && product.hasEnded);
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
          <p role="status" className="text-sm text-warn">
            {hasEnded && words.productEndedNote}
          </p>
        </div>
      ) : (
        <input type="hidden" name="productId" value="" />
      )}
    </>
  );
}

function UnseenFields({ names, values }: { names: Array<keyof NewTicketFieldValues>; values: NewTicketFieldValues }) {
  return names.map((name) => <input key={name} type="hidden" name={name} value={values[name]} />);
}
