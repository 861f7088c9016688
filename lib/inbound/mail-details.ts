import { z } from "zod";

/** The answers to mail that came in: to whoever has an account here, about a ticket of theirs, and to whoever has none. */
export const INBOUND_TEMPLATES = ["inbound", "inboundreply", "inboundstranger"] as const;
export type InboundTemplate = (typeof INBOUND_TEMPLATES)[number];

/** What a text may name. Nothing of what came in: an answer must not carry a stranger's words to whomever they named as its sender. */
export const INBOUND_VARIABLES: Record<InboundTemplate, readonly ("nombre" | "enlace" | "dias" | "referencia" | "asunto" | "acceso")[]> = {
  inbound: ["nombre", "enlace", "dias"],
  inboundreply: ["nombre", "enlace", "dias", "referencia", "asunto"],
  inboundstranger: ["enlace", "dias", "acceso"],
};

export const LINK_DAYS = 14;

export function pathOfInbound(token: string): string {
  return `/from-mail/${token}`;
}

/** What stands beside an answer until it is made; no secret. */
export const inboundMailSchema = z.strictObject({ template: z.enum(INBOUND_TEMPLATES), inboundId: z.uuid(), messageId: z.string().nullable(), references: z.array(z.string()) });
export type InboundMailDetails = z.output<typeof inboundMailSchema>;
