import { z } from "zod";
import { idField, typedText } from "@/lib/actions/text";
import { COMMENT_MAX, SATISFACTIONS } from "@/lib/satisfaction/types";

export const rateSchema = z.strictObject({ ticketId: idField(), satisfaction: z.enum(SATISFACTIONS, "field.unknownChoice"), comment: typedText({ max: COMMENT_MAX, min: 0 }).default("") });
export type RateInput = z.output<typeof rateSchema>;
