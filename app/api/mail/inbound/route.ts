import { logRouteFailure } from "@/app/api/_lib/route-failure";
import { readBounded } from "@/app/api/mail/inbound/read-bounded";
import { publicContext } from "@/lib/actions/context";
import { env } from "@/lib/env";
import { countHookTry, mayHandIn, type HookRefusal } from "@/lib/inbound/hook";
import { keepMessage } from "@/lib/inbound/commands/keep-message";
import { refusalMessage } from "@/lib/i18n/refusals";
import { bearerOf, isSameSecret } from "@/lib/mail/inbound/bearer";
import { MESSAGE_BYTES_MAX } from "@/lib/mail/inbound/limits";

const STATUS: Record<HookRefusal, number> = { HOOK_OFF: 404, HOOK_SECRET: 401, HOOK_TOO_MANY: 429, HOOK_KIND: 415, HOOK_TOO_LARGE: 413, HOOK_CUT_OFF: 400, MAIL_UNREADABLE: 400, UNEXPECTED: 500 };

/**
 * A mail server hands over one message, as it came over the wire, with the secret of INBOUND_MAIL_SECRET. 202 once it is kept, or was
 * before: whoever gets another answer may try again. Nothing of the message is said.
 */
export async function POST(request: Request): Promise<Response> {
  const secret = env().INBOUND_MAIL_SECRET;
  if (secret === undefined) return refused("HOOK_OFF");
  const ctx = publicContext();
  const network = request.headers.get("x-mesa-client-address") ?? "unknown";
  if (!(await mayHandIn(ctx, { network }))) return refused("HOOK_TOO_MANY");
  if (!isSameSecret(bearerOf(request.headers.get("authorization")), secret)) {
    await countHookTry(ctx, { network });
    return refused("HOOK_SECRET");
  }
  if (!/^message\/rfc822(?:\s*;|$)/i.test(request.headers.get("content-type") ?? "")) return refused("HOOK_KIND");
  const body = await readBounded(request, MESSAGE_BYTES_MAX);
  if (!body.ok) return refused(body.code);
  try {
    const kept = await keepMessage(ctx, { bytes: body.data, door: "hook" });
    return kept.ok ? Response.json({ id: kept.data.inboundId }, { status: 202, headers: HEADERS }) : refused(kept.code);
  } catch (error) {
    return refused("UNEXPECTED", { reference: logRouteFailure(request, { error, route: "mail.inbound" }) });
  }
}

const MORE_HEADERS: Partial<Record<HookRefusal, Record<string, string>>> = { HOOK_SECRET: { "www-authenticate": "Bearer" }, HOOK_TOO_MANY: { "retry-after": "60" } };
const HEADERS = { "cache-control": "private, no-store" };

/** What is still being sent is not waited for. */
function refused(code: HookRefusal, details: { reference?: string } = {}): Response {
  const message = refusalMessage(code, { max: MESSAGE_BYTES_MAX / 1_048_576, ...details });
  return Response.json({ code, message }, { status: STATUS[code], headers: { ...HEADERS, connection: "close", ...MORE_HEADERS[code] } });
}
