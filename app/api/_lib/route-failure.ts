import "server-only";
import { log } from "@/lib/log";

/** Logs what nobody foresaw, once. @returns the reference that whoever asked is told instead of it */
export function logRouteFailure(request: Request, { error, route }: { error: unknown; route: string }): string {
  const reference = crypto.randomUUID().slice(0, 8);
  log.error({ err: error, route, reference, requestId: request.headers.get("x-request-id") }, "route failed");
  return reference;
}
