import "server-only";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { publicContext } from "@/lib/actions/context";
import { readFormData, typedValues } from "@/lib/actions/form-data";
import type { ActionResult } from "@/lib/actions/result";
import type { PublicContext } from "@/lib/auth/context";
import { refusalMessage } from "@/lib/i18n/refusals";
import { log } from "@/lib/log";
import type { Result } from "@/lib/result";

type Definition<S extends z.ZodObject, T> = {
  /** For the log, e.g. "auth.sign-in". */
  name: string;
  input: S;
  run: (ctx: PublicContext, input: z.output<S>) => Promise<Result<T, string>>;
};

/** defineAction for the forms that one fills in before one is anybody: signing in, setting a password. */
export function definePublicAction<S extends z.ZodObject, T>(definition: Definition<S, T>) {
  return async function action(_previous: ActionResult<T>, form: FormData): Promise<ActionResult<T>> {
    const refused = (code: string, more: Partial<Extract<ActionResult, { status: "refused" }>> = {}): ActionResult<T> => ({
      status: "refused",
      code,
      message: refusalMessage(code, more.details),
      values: typedValues(form),
      ...more,
    });

    try {
      const parsed = definition.input.safeParse(readFormData(form, definition.input));
      if (!parsed.success) return refused("INVALID_INPUT", { fieldErrors: fieldErrorsOf(parsed.error) });
      const outcome = await definition.run(publicContext(), parsed.data);
      if (!outcome.ok) return refused(outcome.code, { details: outcome.details });
      return { status: "ok", data: outcome.data };
    } catch (error) {
      unstable_rethrow(error); // redirects are exceptions in this framework
      const reference = crypto.randomUUID().slice(0, 8);
      const requestId = (await headers()).get("x-request-id");
      log.error({ err: error, action: definition.name, reference, requestId }, "action failed");
      return refused("UNEXPECTED", { details: { reference } });
    }
  };
}

function fieldErrorsOf(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) {
    if (issue.code === "unrecognized_keys") {
      errors[""] = refusalMessage("field.unknownKeys", { keys: issue.keys.slice(0, 5).join(", ") });
      continue;
    }
    errors[String(issue.path[0] ?? "")] ??= refusalMessage(issue.message);
  }
  return errors;
}
