import { z } from "zod";

/** A place in the list of cases, which is ordered by (instant, id). What is not ours is as none. */
export type CaseCursor = { at: number; id: string };

const shape = z.tuple([z.string().regex(/^\d{1,15}$/).transform((text) => Number(text)), z.uuid()]);

export function encodeCase({ at, id }: CaseCursor): string {
  return `${at}_${id}`;
}

export function decodeCase(text: string | undefined): CaseCursor | null {
  const parsed = shape.safeParse((text ?? "").split("_"));
  return parsed.success ? { at: parsed.data[0], id: parsed.data[1] } : null;
}
