import { z } from "zod";

/** What can happen to a case and to whom it is about, and what is kept of it. What a person typed stands in the rows, not here. */
export const conductEventSchemas = {
  "conduct.marked": z.strictObject({ source: z.enum(["rule", "staff", "customer"]) }),
  "conduct.dismissed": z.strictObject({}),
  "conduct.warned": z.strictObject({ number: z.int() }),
  /** Without two warnings it carries why: a threat is the one reason. */
  "conduct.suspended": z.strictObject({ suspensionId: z.uuid(), scope: z.string(), startsAt: z.iso.datetime(), endsAt: z.iso.datetime(), justification: z.string().optional() }),
  "conduct.lifted": z.strictObject({ suspensionId: z.uuid() }),
  "conduct.appealed": z.strictObject({ suspensionId: z.uuid() }),
  "conduct.appeal-decided": z.strictObject({ suspensionId: z.uuid(), outcome: z.enum(["upheld", "shortened", "lifted"]), endsAt: z.iso.datetime() }),
} as const;

export type ConductEventType = keyof typeof conductEventSchemas;
export type ConductEventData<T extends ConductEventType> = z.output<(typeof conductEventSchemas)[T]>;

/** What somebody is told of (lib/notifications): each of these is followed by a job of that name, in its own transaction. */
export const TELL_CONDUCT = "notifications.tell-conduct";
export const TOLD_CONDUCT = ["conduct.warned", "conduct.suspended", "conduct.lifted", "conduct.appealed", "conduct.appeal-decided"] as const satisfies readonly ConductEventType[];
export type ToldConductType = (typeof TOLD_CONDUCT)[number];

export function isToldConduct(type: string): type is ToldConductType {
  return (TOLD_CONDUCT as readonly string[]).includes(type);
}
