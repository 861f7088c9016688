import { jsonRoute } from "@/app/api/portal/_lib/json-route";
import { recordOpenedDuplicate } from "@/lib/tickets/commands/record-opened-duplicate";
import { recordOpenedDuplicateSchema } from "@/lib/tickets/schema";

/** A suggested ticket was opened from the form. */
export const POST = jsonRoute({ name: "portal.opened-duplicate", actor: "customer", input: recordOpenedDuplicateSchema, run: recordOpenedDuplicate });
