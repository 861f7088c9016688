import { z } from "zod";

/** How a customer wants a ticket attended (policy, 3): free assistance, a case with póliza, or a service paid per event with its quote. */
export type TicketService = "free" | "contract" | "event";

/** One choice of the form: the service, and of a case with póliza which one. */
export type ServiceChoice = "free" | "event" | `contract:${string}`;

const CONTRACT = "contract:";

export function contractChoice(contractId: string): ServiceChoice {
  return `${CONTRACT}${contractId}`;
}

export function readService(choice: ServiceChoice): { service: TicketService; contractId: string | null } {
  if (choice === "free" || choice === "event") return { service: choice, contractId: null };
  return { service: "contract", contractId: choice.slice(CONTRACT.length) };
}

/** Left out by whoever knows of no choice: free assistance. */
export const serviceField = z
  .custom<ServiceChoice>((value) => value === "free" || value === "event" || (typeof value === "string" && value.startsWith(CONTRACT) && z.uuid().safeParse(value.slice(CONTRACT.length)).success), "field.unknownChoice")
  .optional();
