import { jsonRoute } from "@/app/api/portal/_lib/json-route";
import { recordOpenedArticle } from "@/lib/tickets/ticket-articles";
import { recordOpenedArticleSchema } from "@/lib/tickets/schema";

/** A suggested article or question was opened from the form. */
export const POST = jsonRoute({ name: "portal.opened-article", actor: "customer", input: recordOpenedArticleSchema, run: recordOpenedArticle });
