import { useMemo } from "react";
import type { FieldErrors } from "react-hook-form";
import type { ActionResult } from "@/lib/actions/result";

/** The server's field errors as react-hook-form takes them: shown at once, gone when the field is put right. Only fields it knows. */
export function useServerErrors<F extends Record<string, string>>(state: ActionResult, fields: ReadonlyArray<keyof F & string>): FieldErrors<F> {
  return useMemo(() => {
    const given = state.status === "refused" ? (state.fieldErrors ?? {}) : {};
    const known = fields.flatMap((field) => (given[field] ? [[field, { type: "server", message: given[field] }]] : []));
    return Object.fromEntries(known) as FieldErrors<F>;
  }, [state, fields]);
}
