import { safeNextPath } from "@/lib/auth/next-path";

export type NextQuery = Promise<Record<"next", string | string[] | undefined>>;

/** Where one was going before a step of signing in stood in the way. */
export async function nextOf(query: NextQuery): Promise<string> {
  const { next } = await query;
  return safeNextPath(typeof next === "string" ? next : null);
}

export function stepAddress(step: "code" | "second-factor", next: string): string {
  return `/sign-in/${step}?next=${encodeURIComponent(next)}`;
}
