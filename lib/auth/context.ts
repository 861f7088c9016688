import type { Actor } from "@/lib/auth/actor";
import type { Db } from "@/lib/db/client";

/** What a read of public data takes: no actor, so it can only be used where the `where` is "published". */
export type PublicContext = { db: Db; now: Temporal.Instant };

/** What every command and query of a domain takes first. */
export type Context<A extends Actor = Actor> = PublicContext & { actor: A };
