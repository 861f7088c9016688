import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { CONTROL_CLASS, CONTROL_TEXT } from "./control-class";
import { Field, type FieldText } from "./field";

/** The bare control. Grows with its text where the browser can. */
export function Textarea({ className, rows = 6, ...rest }: ComponentProps<"textarea">) {
  return <textarea rows={rows} className={cn(CONTROL_CLASS, CONTROL_TEXT, "read-only:bg-sunken field-sizing-content max-h-[60vh] min-h-32 py-2.5 leading-normal", className)} {...rest} />;
}

export function TextareaField({
  name,
  id = name,
  label,
  hint,
  error,
  optionalLabel,
  after,
  ...rest
}: ComponentProps<"textarea"> & FieldText & { name: string; after?: ReactNode }) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optionalLabel={optionalLabel} after={after}>
      {(control) => <Textarea name={name} {...rest} {...control} />}
    </Field>
  );
}
