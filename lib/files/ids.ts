import { z } from "zod";

const uuid = z.uuid();

/** Whether an address names something that can be a key; the database refuses all else with an error. */
export function isUuid(text: string): boolean {
  return uuid.safeParse(text).success;
}
