import type { SuggestionsView } from "@/components/tickets/suggestion-views";
import type { ActionResult } from "@/lib/actions/result";

/** What the form is answered. Besides the refusal, what it should be looked at before sending again. */
export type NewTicketState = ActionResult<{ reference: string }> & { suggestions?: SuggestionsView };
