import type { PartErrors } from "@/app/portal/tickets/new/part-form";
import type { SuggestionsView, TicketSuggestion } from "@/components/tickets/suggestion-views";
import type { AskedQuestion } from "@/lib/questions/types";
import type { ActionResult } from "@/lib/actions/result";
import type { TicketPart } from "@/lib/tickets/ticket-parts";

/** A part of a message that was split, with what is to be put right or looked at in it. */
export type PartView = { part: TicketPart; errors?: PartErrors; similar?: Pick<TicketSuggestion, "ticketId" | "reference" | "href" | "subject">[] };

/** What the form is answered. Besides the refusal, what it should be looked at before sending again, and the parts it was split into. */
export type NewTicketState = ActionResult<{ reference: string }> & { suggestions?: SuggestionsView; parts?: PartView[]; questions?: Record<string, AskedQuestion[]> };
