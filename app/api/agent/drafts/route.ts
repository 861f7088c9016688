import { contextOf } from "@/lib/actions/context";
import { discardDraft, saveDraft } from "@/lib/tickets/commands/drafts";
import { saveDraftSchema } from "@/lib/tickets/schema";
import { jsonOf, plain, staffOf } from "../_lib/staff-request";

/** Keeps what is being typed; an empty text is no draft. */
export async function PUT(request: Request): Promise<Response> {
  const gate = await staffOf(request);
  if ("answer" in gate) return gate.answer;
  const parsed = saveDraftSchema.safeParse(await jsonOf(request));
  if (!parsed.success) return plain(400);

  const ctx = contextOf(gate.actor);
  const { slot, data } = parsed.data;
  const saved = await ((data.body ?? "").trim() === "" ? discardDraft(ctx, { slot }) : saveDraft(ctx, { slot, data }));
  return plain(saved.ok ? 204 : 409);
}
