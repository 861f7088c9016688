import { z } from "zod";

const shape = z.tuple([z.string().max(300), z.uuid()]);

/** A place in a list by (name, id). Opaque to the browser; one that is not ours is as none. */
export function encodePlace({ name, id }: { name: string; id: string }): string {
  return Buffer.from(JSON.stringify([name, id])).toString("base64url");
}

export function decodePlace(text: string | undefined): { name: string; id: string } | null {
  if (!text || text.length > 1000) return null;
  try {
    const [name, id] = shape.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return name.includes("\0") || !name.isWellFormed() ? null : { name, id };
  } catch {
    return null;
  }
}
