"use client";

import { useEffect, useRef } from "react";

export interface SummaryError {
  /** The id of the control; without one the message is no link. */
  fieldId?: string;
  message: string;
}

/**
 * All that is wrong with a form, above it. Takes the focus each time a new list arrives (and, without JavaScript, when the page loads);
 * each message leads to its control.
 */
export function ErrorSummary({ title, errors }: { title: string; errors: SummaryError[] }) {
  const ref = useRef<HTMLDivElement>(null);
  const signature = JSON.stringify(errors);

  useEffect(() => {
    ref.current?.focus();
  }, [signature]);

  if (errors.length === 0) return null;
  return (
    // eslint-disable-next-line jsx-a11y/no-autofocus -- the browser's own way to the summary where no script runs
    <div ref={ref} role="alert" tabIndex={-1} autoFocus className="rounded-lg border-2 border-danger bg-danger-soft p-4 text-sm sm:p-5">
      <h2 className="text-base font-semibold">{title}</h2>
      <ul className="mt-2 space-y-1">
        {errors.map((error) => (
          <li key={`${error.fieldId ?? ""}:${error.message}`}>
            {error.fieldId ? (
              <a
                href={`#${error.fieldId}`}
                className="inline-flex min-h-6 items-center font-medium text-danger underline underline-offset-2 hover:text-danger-strong"
                onClick={(event) => {
                  const control = document.getElementById(error.fieldId ?? "");
                  if (!control) return;
                  event.preventDefault();
                  control.focus();
                  control.scrollIntoView({ block: "center" });
                }}
              >
                {error.message}
              </a>
            ) : (
              <span className="font-medium">{error.message}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
