import { ok, refuse, type Result } from "@/lib/result";

/** The body of a request as it comes, and no more of it than `max` bytes: what is longer is refused as soon as that is known. */
export async function readBounded(request: Request, max: number): Promise<Result<Uint8Array, "HOOK_TOO_LARGE" | "HOOK_CUT_OFF">> {
  if (Number(request.headers.get("content-length") ?? 0) > max) return refuse("HOOK_TOO_LARGE");
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.length;
      if (size > max) return refuse("HOOK_TOO_LARGE");
      chunks.push(chunk);
    }
  } catch {
    // Whoever was sending went away; there is nobody left to be told more.
    return refuse("HOOK_CUT_OFF");
  }
  return ok(new Uint8Array(Buffer.concat(chunks)));
}
