import { sideOf } from "@/app/agent/_data/merge-side";
import { contextOf } from "@/lib/actions/context";
import { parseReference } from "@/lib/tickets/reference";
import { findTicketForStaff } from "@/lib/tickets/staff-queries";
import { plain, staffOf } from "../_lib/staff-request";

/** A ticket by what an agent typed as its reference, in the few words that name it. */
export async function GET(request: Request): Promise<Response> {
  const gate = await staffOf(request);
  if ("answer" in gate) return gate.answer;
  const reference = parseReference(new URL(request.url).searchParams.get("reference") ?? "");
  const ticket = reference && (await findTicketForStaff(contextOf(gate.actor), reference));
  return ticket ? Response.json(sideOf(ticket), { headers: { "cache-control": "private, no-store" } }) : plain(404);
}
