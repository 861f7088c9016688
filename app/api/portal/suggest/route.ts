import { jsonRoute } from "@/app/api/portal/_lib/json-route";
import { suggestForDraft } from "@/app/portal/tickets/new/suggest-for-draft";
import { suggestSchema } from "@/lib/tickets/schema";

export const POST = jsonRoute({ name: "portal.suggest", actor: "customer", input: suggestSchema, run: suggestForDraft });
