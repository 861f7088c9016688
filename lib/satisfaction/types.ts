import type { Satisfaction } from "@/lib/db/generated/enums";

export type { Satisfaction } from "@/lib/db/generated/enums";
/** In the order in which they are asked. */
export const SATISFACTIONS = ["good", "fair", "bad"] as const satisfies readonly Satisfaction[];
export const COMMENT_MAX = 2000;

export type RatingView = { satisfaction: Satisfaction; comment: string; ratedAt: string };
