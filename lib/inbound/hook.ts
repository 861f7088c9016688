import "server-only";
import { countWithin, hasPointsLeft, type Limit } from "@/lib/auth/limits";
import type { PublicContext } from "@/lib/auth/context";

export type HookRefusal = "HOOK_OFF" | "HOOK_SECRET" | "HOOK_TOO_MANY" | "HOOK_KIND" | "HOOK_TOO_LARGE" | "HOOK_CUT_OFF" | "MAIL_UNREADABLE" | "UNEXPECTED";

/** What one mail server may hand over in a minute: far more than people write. */
const MESSAGES: Limit = { name: "inbound-hook", points: 300, seconds: 60 };
/** Wrong secrets from one network address. */
const WRONG: Limit = { name: "inbound-hook-wrong", points: 20, seconds: 15 * 60 };

/** Counts one more request. @returns whether it may go on: not too many at once, and not too many wrong secrets before */
export async function mayHandIn({ db }: PublicContext, { network }: { network: string }): Promise<boolean> {
  return (await hasPointsLeft(db, WRONG, network.slice(0, 200))) && countWithin(db, MESSAGES, network);
}

export async function countHookTry({ db }: PublicContext, { network }: { network: string }): Promise<void> {
  await countWithin(db, WRONG, network);
}
