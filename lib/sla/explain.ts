import type { BusinessCalendar } from "./calendar";
export type DueStep = {kind:"start"}; export type DueExplanation = {steps: DueStep[]};
export function explainDue(_c: BusinessCalendar): DueExplanation { return {steps:[]}; }
