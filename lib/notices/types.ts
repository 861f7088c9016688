export const SERVICE_AREAS = ["home", "knowledge", "policies", "sign_in", "portal", "ticket_form", "agent"] as const;
export type ServiceArea = (typeof SERVICE_AREAS)[number];

export const SERVICE_TONES = ["info", "warning", "incident"] as const;
export type ServiceTone = (typeof SERVICE_TONES)[number];

/** A message as the pages of its areas show it. */
export interface ServiceMessageView {
  id: string;
  tone: ServiceTone;
  title: string;
  /** Markdown. */
  body: string;
  /** With the id, what a browser remembers that it was put aside: an edited message is shown again. */
  version: number;
}

/** The same as the desk keeps it. */
export interface ServiceMessageLine extends ServiceMessageView {
  areas: ServiceArea[];
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant | null;
  state: "coming" | "shown" | "over";
  updatedBy: string;
}

/** The maintenance as the administrators set it. */
export interface MaintenanceSettings {
  /** Of what was decided last; 0 before the first time. */
  version: number;
  state: "off" | "planned" | "on";
  message: string;
  /** Null while it is off. */
  startsAt: Temporal.Instant | null;
  expectedUntil: Temporal.Instant | null;
  /** What was decided, the newest first. */
  history: { id: number; isOn: boolean; startsAt: Temporal.Instant | null; expectedUntil: Temporal.Instant | null; at: Temporal.Instant; by: string }[];
}
