import "server-only";
import { unstable_rethrow } from "next/navigation";
import { headers } from "next/headers";
import type { z } from "zod";
import { contextOf } from "@/lib/actions/context";
import { readFormData, typedValues } from "@/lib/actions/form-data";
import type { ActionResult } from "@/lib/actions/result";
import type { CustomerActor, PersonActor, StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { findPerson } from "@/lib/auth/session";
import { refusalMessage } from "@/lib/i18n/refusals";
import { log } from "@/lib/log";
import type { Result } from "@/lib/result";

type ActorOf = { customer: CustomerActor; staff: StaffActor; person: PersonActor };

type Definition<K extends keyof ActorOf, S extends z.ZodObject, T> = {
  /** For the log, e.g. "tickets.reply". */
  name: string;
  actor: K;
  input: S;
  run: (ctx: Context<ActorOf[K]>, input: z.output<S>) => Promise<Result<T, string>>;
  /** Revalidate or redirect; only after success. */
  then?: (data: T, input: z.output<S>) => void | Promise<void>;
};

/**
 * A server action out of a command: actor from the session → zod → command → one ActionResult.
 * Unexpected errors are logged once, with a reference that the person sees; the message of a bug never reaches them.
 */
export function defineAction<K extends keyof ActorOf, S extends z.ZodObject, T>(definition: Definition<K, S, T>) {
  return async function action(_previous: ActionResult<T>, form: FormData): Promise<ActionResult<T>> {
    const values = typedValues(form);
    const refused = (code: string, more: Partial<Extract<ActionResult, { status: "refused" }>> = {}): ActionResult<T> => ({
      status: "refused",
      code,
      message: refusalMessage(code, more.details),
      values,
      ...more,
    });

    try {
      const person = await findPerson();
      if (!person) return refused("SIGNED_OUT");
      if (definition.actor !== "person" && person.kind !== definition.actor) return refused("FORBIDDEN");

      const parsed = definition.input.safeParse(readFormData(form, definition.input));
      if (!parsed.success) return refused("INVALID_INPUT", { fieldErrors: fieldErrorsOf(parsed.error) });

      const outcome = await definition.run(contextOf(person as ActorOf[K]), parsed.data);
      if (!outcome.ok) return refused(outcome.code, { details: outcome.details });
      await definition.then?.(outcome.data, parsed.data);
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
    const field = String(issue.path[0] ?? "");
    errors[field] ??= refusalMessage(issue.message);
  }
  return errors;
}
