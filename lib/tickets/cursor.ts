import { z } from "zod";

/** A place in a list ordered by (instant, id). Opaque to the browser; a cursor that is not ours is as none. */
export type Cursor = { at: Date; id: string };

const shape = z.tuple([z.number().int().min(-8.64e15).max(8.64e15), z.uuid()]);

export function encodeCursor({ at, id }: Cursor): string {
  return Buffer.from(JSON.stringify([at.getTime(), id])).toString("base64url");
}

export function decodeCursor(text: string | undefined): Cursor | null {
  if (!text || text.length > 200) return null;
  try {
    const [at, id] = shape.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return { at: new Date(at), id };
  } catch {
    return null;
  }
}
