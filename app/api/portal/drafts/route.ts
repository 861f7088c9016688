import { jsonRoute } from "@/app/api/portal/_lib/json-route";
import { saveDraft } from "@/lib/tickets/commands/drafts";
import { saveDraftSchema } from "@/lib/tickets/schema";

/** Keeps what is being typed; for the desk's composers too. */
export const POST = jsonRoute({ name: "portal.save-draft", actor: "person", input: saveDraftSchema, run: saveDraft });
