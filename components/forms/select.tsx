import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import { CONTROL_CLASS, CONTROL_TEXT } from "./control-class";
import { Field, type FieldText } from "./field";

export interface SelectOption {
  value: string;
  label: string;
  isDisabled?: boolean;
}

/** The native control: the telephone's own wheel, the keyboard's own search. `placeholder` is an option without a value. */
export function Select({
  options,
  placeholder,
  size = "md",
  className,
  ...rest
}: Omit<ComponentProps<"select">, "size" | "children"> & { options: SelectOption[]; placeholder?: string; size?: "sm" | "md" }) {
  return (
    <span className="relative block">
      <select
        className={cn(CONTROL_CLASS, "appearance-none pr-9", size === "sm" ? "min-h-control-sm py-1 text-sm" : cn(CONTROL_TEXT, "min-h-control py-2"), className)}
        {...rest}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.isDisabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden="true" className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-muted" />
    </span>
  );
}

export function SelectField({
  name,
  id = name,
  label,
  hint,
  error,
  optionalLabel,
  ...rest
}: ComponentProps<typeof Select> & FieldText & { name: string }) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optionalLabel={optionalLabel}>
      {(control) => <Select name={name} {...rest} {...control} />}
    </Field>
  );
}
