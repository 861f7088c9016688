import { z } from "zod";
import { SERVICE_AREAS, SERVICE_TONES } from "./types";

const instant = z.iso.datetime();

/** The whole message: its row is written over. */
const message = z.strictObject({ version: z.number(), areas: z.array(z.enum(SERVICE_AREAS)), tone: z.enum(SERVICE_TONES), title: z.string(), body: z.string(), startsAt: instant, endsAt: instant.nullable() });

/** What can happen to what the desk says to everybody, and what is kept of it. */
export const noticeEventSchemas = {
  "notice.added": message,
  "notice.changed": message,
  "notice.ended": z.strictObject({ version: z.number(), wasShown: z.boolean() }),
  "maintenance.on": z.strictObject({ message: z.string(), startsAt: instant, expectedUntil: instant.nullable() }),
  "maintenance.off": z.strictObject({}),
} as const;

export type NoticeEventType = keyof typeof noticeEventSchemas;
export type NoticeEventData<T extends NoticeEventType> = z.output<(typeof noticeEventSchemas)[T]>;
