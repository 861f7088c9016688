import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

export interface FieldText {
  label: ReactNode;
  /** Said before the control: what is wanted, in which form. */
  hint?: ReactNode;
  /** Said beside the control: what is wrong and what to do. */
  error?: string;
  /** The word for "optional". Fields are required unless they say so. */
  optionalLabel?: string;
}

/** What ties a control to its label, hint and error. Spread it on the control. */
export interface ControlWiring {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
}

/** Label, hint, control, error, in reading order. The control is a function of its wiring. */
export function Field({
  id,
  label,
  hint,
  error,
  optionalLabel,
  isLabelHidden,
  after,
  children,
}: FieldText & {
  id: string;
  isLabelHidden?: boolean;
  /** Under the control: a counter, suggestions. */
  after?: ReactNode;
  children: (control: ControlWiring) => ReactNode;
}) {
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className={isLabelHidden ? "sr-only" : "block text-sm font-semibold"}>
        {label}
        {optionalLabel && <span className="font-normal text-muted"> ({optionalLabel})</span>}
      </label>
      {hint && (
        <p id={hintId(id)} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {children(wiring({ id, hasHint: Boolean(hint), hasError: Boolean(error) }))}
      {error && <FieldError id={errorId(id)}>{error}</FieldError>}
      {after}
    </div>
  );
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1.5 text-sm font-medium text-danger">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span>{children}</span>
    </p>
  );
}

export function wiring({ id, hasHint, hasError }: { id: string; hasHint: boolean; hasError: boolean }): ControlWiring {
  const describedBy = [hasHint && hintId(id), hasError && errorId(id)].filter(Boolean).join(" ");
  return {
    id,
    ...(describedBy && { "aria-describedby": describedBy }),
    ...(hasError && { "aria-invalid": true as const }),
  };
}

export function hintId(id: string): string {
  return `${id}-hint`;
}

export function errorId(id: string): string {
  return `${id}-error`;
}
