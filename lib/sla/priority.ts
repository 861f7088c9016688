/** The priorities that promises are made by (policy, 5): baja, media, alta. */
export const PRIORITIES = ["low", "medium", "high"] as const;
export type Priority = (typeof PRIORITIES)[number];
