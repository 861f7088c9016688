import "server-only";
import { logRouteFailure } from "@/app/api/_lib/route-failure";
import type { z } from "zod";
import { contextOf } from "@/lib/actions/context";
import type { PersonActor } from "@/lib/auth/actor";
import { findPerson } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { isFromOwnPage } from "@/lib/http/same-origin";
import { refusalMessage } from "@/lib/i18n/refusals";
import { refuse, type Result } from "@/lib/result";
import { saveDraft } from "@/lib/drafts/commands";
import { checkDraftSchema, saveDraftSchema } from "@/lib/drafts/schema";
import { checkDraft } from "@/lib/drafts/queries";

/** A draft as long as one may be, and the names around it. */
const MOST_BYTES = 300_000;

const STATUS: Record<string, number> = { SIGNED_OUT: 401, FORBIDDEN: 403, OTHER_PERSON: 403, NOT_FOUND: 404, TOO_LARGE: 413, DRAFT_TOO_LONG: 413, "field.unreadable": 422, INVALID_INPUT: 400, UNEXPECTED: 500 };

type Answer = Result<unknown, string>;

/**
 * GET says what is kept of a slot, POST keeps what is being typed. Answers { data }, or { code, message, details }: with the other text when
 * somebody wrote on elsewhere. Nothing is taken out of what was typed: what cannot be kept is refused, and stays in the browser.
 * @param actor who may ask; to others the address is none
 */
export function draftRoute({ name, actor: kind }: { name: string; actor: "person" | "staff" }) {
  const answerTo = (request: Request, run: (actor: PersonActor) => Promise<Answer>) => answered({ name, kind, request, run });
  return {
    GET: (request: Request) =>
      answerTo(request, async (actor) => {
        const asked = checkDraftSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
        return asked.success ? checkDraft(contextOf(actor), asked.data) : refuse("INVALID_INPUT");
      }),
    POST: (request: Request) =>
      answerTo(request, async (actor) => {
        const length = Number(request.headers.get("content-length") ?? Number.NaN);
        if (!(length <= MOST_BYTES)) return refuse("TOO_LARGE");
        const parsed = saveDraftSchema.safeParse(readJson(await request.text()));
        return parsed.success ? saveDraft(contextOf(actor), parsed.data) : refuse(codeOf(parsed.error));
      }),
  };
}

async function answered({ name, kind, request, run }: { name: string; kind: "person" | "staff"; request: Request; run: (actor: PersonActor) => Promise<Answer> }): Promise<Response> {
  try {
    if (!isFromOwnPage(request, env().APP_URL)) return toResponse(refuse("FORBIDDEN"));
    const person = await findPerson();
    if (!person) return toResponse(refuse("SIGNED_OUT"));
    if (kind === "staff" && person.kind !== "staff") return toResponse(refuse("NOT_FOUND"));
    return toResponse(await run(person));
  } catch (error) {
    // A page that is left ends its request in the middle; nobody reads the answer.
    if (request.signal.aborted || (error instanceof Error && error.message === "aborted")) return new Response(null, { status: 499 });
    return toResponse(refuse("UNEXPECTED", { reference: logRouteFailure(request, { error, route: name }) }));
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function codeOf(error: z.ZodError): string {
  return error.issues.map((issue) => issue.message).find((message) => message in STATUS) ?? "INVALID_INPUT";
}

function toResponse(result: Answer): Response {
  const headers = { "cache-control": "private, no-store" };
  if (result.ok) return Response.json({ data: result.data }, { headers });
  const { code, details } = result;
  return Response.json({ code, message: refusalMessage(code, details), details }, { status: STATUS[code] ?? 409, headers });
}
