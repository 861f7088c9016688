import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import { CONTROL_CLASS, CONTROL_TEXT } from "./control-class";
import { Field, type FieldText } from "./field";

/** The bare control, for use inside Field. */
export function TextInput({ className, type = "text", ...rest }: ComponentProps<"input">) {
  return <input type={type} className={cn(CONTROL_CLASS, CONTROL_TEXT, "min-h-control py-2 read-only:bg-sunken", className)} {...rest} />;
}

/** Control with its label. `id` is the name unless given. */
export function TextField({
  name,
  id = name,
  label,
  hint,
  error,
  optionalLabel,
  ...rest
}: ComponentProps<"input"> & FieldText & { name: string }) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optionalLabel={optionalLabel}>
      {(control) => <TextInput name={name} {...rest} {...control} />}
    </Field>
  );
}
