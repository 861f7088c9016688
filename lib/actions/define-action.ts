import "server-only";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { contextOf, publicContext } from "@/lib/actions/context";
import { heldUntil } from "@/lib/actions/held";
import { readFormData, typedValues } from "@/lib/actions/form-data";
import type { ActionResult } from "@/lib/actions/result";
import type { CustomerActor, PersonActor, StaffActor } from "@/lib/auth/actor";
import type { Context, PublicContext } from "@/lib/auth/context";
import { isProofNeededForAction } from "@/lib/auth/sensitive";
import { findCurrentSession } from "@/lib/auth/session";
import { refusalMessage } from "@/lib/i18n/refusals";
import { getTranslator } from "@/lib/i18n/translator";
import { log } from "@/lib/log";
import { ok, refuse, type Result } from "@/lib/result";

type ActorOf = { customer: CustomerActor; staff: StaffActor; person: PersonActor };

type Definition<C, S extends z.ZodObject, T> = {
  /** For the log and for lib/auth/sensitive.ts, e.g. "tickets.reply". */
  name: string;
  input: S;
  run: (ctx: C, input: z.output<S>) => Promise<Result<T, string>>;
  /** Revalidate or redirect; only after success. */
  onDone?: (data: T, input: z.output<S>) => void | Promise<void>;
};

/**
 * A server action out of a command: actor from the session → zod → command → one ActionResult.
 * Unexpected errors are logged once, with a reference that the person sees; the message of a bug never reaches them.
 */
export function defineAction<K extends keyof ActorOf, S extends z.ZodObject, T>(definition: Definition<Context<ActorOf[K]>, S, T> & { actor: K }) {
  return async function action(_previous: ActionResult, form: FormData): Promise<ActionResult<T>> {
    return answer(definition, form, async () => {
      const session = await findCurrentSession();
      const person = session?.stage === "open" ? session.person : null;
      // Signing in again would not help a customer now; staff passes.
      const until = definition.actor === "staff" || person?.kind === "staff" ? null : await heldUntil(Temporal.Now.instant());
      if (until !== null) return refuse("MAINTENANCE", { until });
      if (!session || !person) return refuse("SIGNED_OUT");
      if (definition.actor !== "person" && person.kind !== definition.actor) return refuse("FORBIDDEN");
      const ctx = contextOf(person as ActorOf[K]);
      if (isProofNeededForAction(session, definition.name, ctx.now)) return refuse("PROOF_NEEDED", { proof: getTranslator("security")("confirm.link") });
      return ok(ctx);
    });
  };
}

/** The same for the forms that one fills in before one is anybody: signing in, setting a password. */
export function definePublicAction<S extends z.ZodObject, T>(definition: Definition<PublicContext, S, T>) {
  return async function action(_previous: ActionResult, form: FormData): Promise<ActionResult<T>> {
    return answer(definition, form, async () => ok(publicContext()));
  };
}

async function answer<C, S extends z.ZodObject, T>(
  { name, input, run, onDone }: Definition<C, S, T>,
  form: FormData,
  enter: () => Promise<Result<C, string>>,
): Promise<ActionResult<T>> {
  try {
    const entered = await enter();
    if (!entered.ok) return refusedResult(form, entered.code, { details: entered.details });
    const parsed = input.safeParse(readFormData(form, input));
    if (!parsed.success) return refusedResult(form, "INVALID_INPUT", { fieldErrors: fieldErrorsOf(parsed.error) });

    const outcome = await run(entered.data, parsed.data);
    if (!outcome.ok) return refusedResult(form, outcome.code, { details: outcome.details });
    await onDone?.(outcome.data, parsed.data);
    return { status: "ok", data: outcome.data };
  } catch (error) {
    unstable_rethrow(error); // redirects are exceptions in this framework
    const reference = crypto.randomUUID().slice(0, 8);
    const requestId = (await headers()).get("x-request-id");
    log.error({ err: error, action: name, reference, requestId }, "action failed");
    return refusedResult(form, "UNEXPECTED", { details: { reference } });
  }
}

type Refused = Extract<ActionResult, { status: "refused" }>;

/** What was typed goes back with the reason, so that a page without JavaScript loses nothing. */
function refusedResult(form: FormData, code: string, more: Pick<Refused, "fieldErrors" | "details"> = {}): Refused {
  return { status: "refused", code, message: refusalMessage(code, more.details), values: typedValues(form), ...more };
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
