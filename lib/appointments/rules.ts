import type { AppointmentRules } from "@/lib/appointments/types";

export const SLOT_CHOICES = [15, 20, 30, 60] as const;
export const LEAD_MAX = 20_160;
export const LATE_MAX = 20_160;
export const LATE_COST_MAX = 480;
export const TEMPLATE_MAX = 500;

/** What the product comes with, until an administrator chooses otherwise. */
export const DEFAULT_RULES: AppointmentRules = {
  slotMinutes: 30,
  leadMinutes: 240,
  lateMinutes: 240,
  lateCostMinutes: 30,
  remoteTool: "rustdesk",
  linkTemplate: "rustdesk://connection/new/{code}",
};

/** Slots are offered for so many days from now. */
export const HORIZON_DAYS = 28;
/** Longer work is done in several appointments, one after another. */
export const LONGEST_MINUTES = 240;
/** So long before it begins the code is shown and the session may be started. */
export const DOOR_MINUTES = 15;
/** Whoever is not there after so many minutes has missed it. */
export const MISSED_AFTER_MINUTES = 10;
/** The desk proposes up to so many times at once. */
export const MOST_PROPOSALS = 3;
