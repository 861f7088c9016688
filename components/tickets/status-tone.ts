import type { Tone } from "@/components/ui/badge";
import type { TicketPriority, TicketStatus, Turn } from "@/lib/tickets/types";

/** Colour says what is wanted of the reader: work under way, a wait for the customer, done. The words always stand with it. */
export const STATUS_TONE: Record<TicketStatus, Tone> = {
  new: "accent",
  open: "accent",
  pending: "warn",
  on_hold: "neutral",
  solved: "success",
  closed: "neutral",
};

export const PRIORITY_TONE: Record<TicketPriority, Tone> = { low: "neutral", medium: "neutral", high: "warn" };

/** To the customer, their own turn is what stands out; to the desk, the desk's. */
export const TURN_TONE: Record<"customer" | "staff", Record<Turn, Tone>> = {
  customer: { desk: "neutral", requester: "warn", third_party: "neutral", nobody: "neutral" },
  staff: { desk: "accent", requester: "neutral", third_party: "neutral", nobody: "neutral" },
};
