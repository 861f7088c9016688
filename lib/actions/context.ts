import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Context, PublicContext } from "@/lib/auth/context";
import { database } from "@/lib/db/database";

/** The context of a page that anybody may read. */
export function publicContext(): PublicContext {
  return { db: database(), now: Temporal.Now.instant() };
}

export function contextOf<A extends Actor>(actor: A): Context<A> {
  return { ...publicContext(), actor };
}
