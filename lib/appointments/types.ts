import type { IsoInstant } from "@/lib/tickets/types";

export const APPOINTMENT_KINDS = ["phone", "remote"] as const;
export type AppointmentKind = (typeof APPOINTMENT_KINDS)[number];

export const APPOINTMENT_STATES = ["proposed", "confirmed", "under_way", "finished", "cancelled", "missed"] as const;
export type AppointmentState = (typeof APPOINTMENT_STATES)[number];

/** What takes an agent's time, or may yet. */
export const LIVE_STATES = ["proposed", "confirmed", "under_way"] as const satisfies readonly AppointmentState[];

export const REMOTE_TOOLS = ["rustdesk", "anydesk", "meshcentral", "other"] as const;
export type RemoteTool = (typeof REMOTE_TOOLS)[number];

/** Who acts: the customer's side or the desk's. */
export type Side = "customer" | "desk";

/** Half-open [from, to). */
export type Span = { from: Temporal.Instant; to: Temporal.Instant };

/** Minutes of the day in the desk's zone; weekday 1 is Monday, `endsMinute` 1440 the end of the day. */
export type WeeklySpan = { weekday: number; startsMinute: number; endsMinute: number };

export type AppointmentRules = {
  slotMinutes: number;
  /** How long before its beginning one may be booked, in minutes of the clock on the wall. */
  leadMinutes: number;
  /** Changed later than so many business minutes before, it costs `lateCostMinutes`. */
  lateMinutes: number;
  lateCostMinutes: number;
  remoteTool: RemoteTool;
  /** With {code} where the one-time code goes. */
  linkTemplate: string;
};

/** How one joins, as the reader may know it now. */
export type JoinView =
  | { kind: "phone"; number: string | null }
  | { kind: "remote"; tool: RemoteTool; status: "early"; opensAt: IsoInstant }
  | { kind: "remote"; tool: RemoteTool; status: "open"; code: string; href: string }
  | { kind: "remote"; tool: RemoteTool; status: "over" };

/** What changing it costs the reader if done now. */
export type ChangeView = { costMinutes: number; isLate: boolean; freeUntil: IsoInstant };

export type AppointmentView = {
  id: string;
  ticket: { id: string; reference: string; subject: string };
  quoteReference: string;
  agent: { id: string; name: string };
  /** Whose ticket it is. */
  customerName: string;
  organizationName: string | null;
  kind: AppointmentKind;
  state: AppointmentState;
  startsAt: IsoInstant;
  endsAt: IsoInstant;
  /** The desk's: what times are shown in. */
  timeZone: string;
  startedAt: IsoInstant | null;
  endedAt: IsoInstant | null;
  cancelReason: string | null;
  /** Cancelled, because another time took its place. */
  isMoved: boolean;
  costMinutes: number;
  /** Whose confirmation it still needs; null when it needs none. */
  awaits: Side | null;
  join: JoinView;
  change: ChangeView;
  reminded: "day" | "hour" | null;
  can: { confirm: boolean; cancel: boolean; move: boolean; start: boolean; stop: boolean; miss: boolean };
};

export type SlotView = { startsAt: IsoInstant; endsAt: IsoInstant };
