import type { ComponentProps } from "react";
import { FieldError, errorId, hintId, wiring, type FieldText } from "./field";

/** One thing that is so or not; hint and error stand under the label. */
export function Checkbox({ name, id = name, label, hint, error, ...rest }: Omit<ComponentProps<"input">, "type"> & FieldText & { name: string }) {
  return (
    <div className="space-y-1.5">
      <div className="flex items-start gap-3">
        <input
          type="checkbox"
          name={name}
          {...wiring({ id, hasHint: Boolean(hint), hasError: Boolean(error) })}
          className="mt-0.5 size-5 shrink-0 cursor-pointer accent-accent"
          {...rest}
        />
        <div className="text-sm">
          <label htmlFor={id} className="block min-h-6 font-medium">
            {label}
          </label>
          {hint && (
            <p id={hintId(id)} className="text-muted">
              {hint}
            </p>
          )}
        </div>
      </div>
      {error && <FieldError id={errorId(id)}>{error}</FieldError>}
    </div>
  );
}
