import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import { FieldError, errorId, hintId, wiring, type FieldText } from "./field";

export interface RadioOption {
  value: string;
  label: string;
  description?: string;
  isDisabled?: boolean;
}

/**
 * One of a few, all in sight. The id of the first option is the id of the group, so that an error summary can take one there.
 * Other props (onChange, ref of a form library) go to every radio.
 */
export function RadioGroup({
  name,
  id = name,
  label,
  hint,
  error,
  optionalLabel,
  options,
  isInline,
  defaultValue,
  value,
  ...rest
}: Omit<ComponentProps<"input">, "type" | "value" | "defaultValue"> &
  FieldText & { name: string; options: RadioOption[]; isInline?: boolean; defaultValue?: string; value?: string }) {
  const described = wiring({ id, hasHint: Boolean(hint), hasError: Boolean(error) });
  return (
    <fieldset aria-describedby={described["aria-describedby"]} className="space-y-1.5">
      <legend className="text-sm font-semibold">
        {label}
        {optionalLabel && <span className="font-normal text-muted"> ({optionalLabel})</span>}
      </legend>
      {hint && (
        <p id={hintId(id)} className="text-sm text-muted">
          {hint}
        </p>
      )}
      <div className={cn("grid gap-2", isInline && "sm:auto-cols-fr sm:grid-flow-col")}>
        {options.map((option, index) => (
          <label
            key={option.value}
            className={cn(
              "flex min-h-control cursor-pointer items-start gap-3 rounded-md border bg-surface px-3 py-2.5 transition-colors hover:border-line-strong",
              "has-checked:border-accent has-checked:bg-accent-soft",
              "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
              "has-disabled:cursor-not-allowed has-disabled:opacity-60",
              error && "border-danger-line",
            )}
          >
            <input
              type="radio"
              name={name}
              id={index === 0 ? id : `${id}-${option.value}`}
              value={option.value}
              disabled={option.isDisabled}
              {...(value === undefined ? { defaultChecked: option.value === defaultValue } : { checked: option.value === value })}
              className="mt-0.5 size-4 shrink-0 accent-accent outline-none"
              {...rest}
            />
            <span className="text-sm">
              <span className="font-medium">{option.label}</span>
              {option.description && <span className="block text-muted">{option.description}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && <FieldError id={errorId(id)}>{error}</FieldError>}
    </fieldset>
  );
}
