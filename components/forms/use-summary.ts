import { useState } from "react";
import type { FieldErrors, FieldValues } from "react-hook-form";
import type { SummaryError } from "@/components/forms/error-summary";
import type { ActionResult } from "@/lib/actions/result";

/**
 * What the summary above a form says: what the browser found when the form was sent, else what the server answered. It changes with each
 * try and not while one types, or it would take the focus away from the field that is being put right.
 * @param elsewhere the id of what a refusal is about, when that is no field
 */
export function useSummary<F extends FieldValues>({
  fields,
  state,
  message,
  isPending,
  elsewhere,
}: {
  fields: ReadonlyArray<keyof F & string>;
  state: ActionResult;
  message: string | null;
  isPending: boolean;
  elsewhere?: (code: string) => string | undefined;
}) {
  const [invalid, setInvalid] = useState<{ errors: SummaryError[]; tries: number }>({ errors: [], tries: 0 });

  function onInvalid(found: FieldErrors<F>): void {
    const errors = fields.flatMap((fieldId) => {
      const text = found[fieldId]?.message;
      return typeof text === "string" ? [{ fieldId, message: text }] : [];
    });
    setInvalid(({ tries }) => ({ errors, tries: tries + 1 }));
  }

  function onValid(): void {
    setInvalid(({ tries }) => ({ errors: [], tries }));
  }

  const found = invalid.errors.length > 0 ? invalid.errors : answered();
  return { errors: isPending ? [] : found, tries: invalid.tries, onInvalid, onValid };

  function answered(): SummaryError[] {
    if (!message) return [];
    const refusal = state.status === "refused" ? state : null;
    const given = refusal?.fieldErrors ?? {};
    const named = fields.flatMap((fieldId) => (given[fieldId] ? [{ fieldId, message: given[fieldId] }] : []));
    const unnamed = given[""] ? [{ message: given[""] }] : [];
    if (named.length + unnamed.length > 0) return [...unnamed, ...named];
    return [{ message, fieldId: refusal ? elsewhere?.(refusal.code) : undefined }];
  }
}
