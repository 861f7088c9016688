import { contextOf } from "@/lib/actions/context";
import { listNews } from "@/lib/realtime/registry";
import { listenerOf } from "../_lib/listener-request";

export const dynamic = "force-dynamic";

/** The same events for whoever no stream reaches, as behind a proxy that holds answers back. */
export async function GET(request: Request): Promise<Response> {
  const gate = await listenerOf(request);
  if ("answer" in gate) return gate.answer;
  return Response.json(await listNews(contextOf(gate.person), gate.after), { headers: { "cache-control": "private, no-store" } });
}
