import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import type pg from "pg";
import { BENCH_SECRET } from "../throw-away-desk";

export type Person = { id: string; name: string; email: string };

/** The cookie of a signed-in person, as next-auth writes it, and its session: hundreds of them without hashing a password for each. */
export async function sessionCookie(client: pg.Client, { id, name, email }: Person): Promise<string> {
  const sessionId = randomUUID();
  await client.query("INSERT INTO user_session (id, user_id, session_version, created_at, last_seen_at, awaits_factor, confirmed_at) VALUES ($1, $2, 1, now(), now(), false, now())", [sessionId, id]);
  const token = await encode({ secret: BENCH_SECRET, token: { sub: id, name, email, userId: id, sessionVersion: 1, sessionId } });
  return `next-auth.session-token=${token}`;
}
