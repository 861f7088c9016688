import { LONGEST_MINUTES } from "@/lib/appointments/rules";

/**
 * How long an appointment is: what is left of the estimate, in whole slots, several in a row. At least one slot (an event's rate may name
 * no minutes), at most LONGEST_MINUTES: what is left then is booked after it. Null when minutes were authorised and all are used.
 */
export function appointmentMinutes({ estimatedMinutes, usedMinutes, slotMinutes }: { estimatedMinutes: number; usedMinutes: number; slotMinutes: number }): number | null {
  const left = estimatedMinutes - usedMinutes;
  if (estimatedMinutes > 0 && left <= 0) return null;
  const slots = Math.max(1, Math.ceil(left / slotMinutes));
  return Math.min(slots, Math.floor(LONGEST_MINUTES / slotMinutes)) * slotMinutes;
}
