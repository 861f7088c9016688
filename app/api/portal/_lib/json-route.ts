import "server-only";
import { logRouteFailure } from "@/app/api/_lib/route-failure";
import type { z } from "zod";
import { contextOf } from "@/lib/actions/context";
import type { CustomerActor, PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { findPerson } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { isFromOwnPage } from "@/lib/http/same-origin";
import { refusalMessage } from "@/lib/i18n/refusals";
import type { Result } from "@/lib/result";

type ActorOf = { customer: CustomerActor; person: PersonActor };

type Definition<K extends keyof ActorOf, S extends z.ZodType, T> = {
  /** For the log, e.g. "portal.suggest". */
  name: string;
  actor: K;
  input: S;
  /** Where a text of few characters is all that comes, and what is said of a longer one. */
  most?: { bytes: number; code: string };
  /** Before anything is asked of the database; a code where it is refused. */
  limit?: (person: PersonActor) => Promise<string | null>;
  run: (ctx: Context<ActorOf[K]>, input: z.output<S>) => Promise<Result<T, string>>;
};

/** 20,000 characters of four bytes each, escaped, and the rest of a form. */
const MOST_BYTES = 300_000;

const STATUS: Record<string, number> = { SIGNED_OUT: 401, FORBIDDEN: 403, NOT_FOUND: 404, TOO_LARGE: 413, CHAT_TOO_LARGE: 413, CHAT_TOO_FAST: 429, CHAT_GONE: 404, INVALID_INPUT: 400, UNEXPECTED: 500 };

/** What a page asks in the background while one types: defineAction for JSON, which a browser can abort. Answers { data } or { code, message, details }. */
export function jsonRoute<K extends keyof ActorOf, S extends z.ZodType, T>(definition: Definition<K, S, T>) {
  return async function POST(request: Request): Promise<Response> {
    try {
      if (!isFromOwnPage(request, env().APP_URL)) return refused("FORBIDDEN");
      const person = await findPerson();
      if (!person) return refused("SIGNED_OUT");
      if (definition.actor === "customer" && person.kind !== "customer") return refused("FORBIDDEN");
      const length = Number(request.headers.get("content-length") ?? Number.NaN);
      const { most } = definition;
      if (!(length <= (most?.bytes ?? MOST_BYTES))) return refused(most?.code ?? "TOO_LARGE");
      const limited = await definition.limit?.(person);
      if (limited) return refused(limited, { seconds: 10 });
      const parsed = definition.input.safeParse(readJson(await request.text()));
      if (!parsed.success) return refused(most && isTooLong(parsed.error) ? most.code : "INVALID_INPUT");
      const outcome = await definition.run(contextOf(person as ActorOf[K]), parsed.data);
      return outcome.ok ? answer(200, { data: outcome.data }) : refused(outcome.code, outcome.details);
    } catch (error) {
      if (isGivenUp(request, error)) return new Response(null, { status: 499 });
      return refused("UNEXPECTED", { reference: logRouteFailure(request, { error, route: definition.name }) });
    }
  };
}

/** A browser that asks anew ends its older question, often in the middle of sending it: no error, and nobody reads the answer. */
function isGivenUp(request: Request, error: unknown): boolean {
  return request.signal.aborted || (error instanceof Error && error.message === "aborted");
}

/** Texts come out as the database can hold them: a draft is no place to argue about a NUL. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value: unknown) => (typeof value === "string" ? value.toWellFormed().replaceAll("\0", "") : value));
  } catch {
    return undefined;
  }
}

function isTooLong(error: z.ZodError): boolean {
  return error.issues.some(({ message }) => message.startsWith("field.tooLong"));
}

function refused(code: string, details?: unknown): Response {
  return answer(STATUS[code] ?? 409, { code, message: refusalMessage(code, details), details });
}

function answer(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { "cache-control": "private, no-store" } });
}
