import { encode } from "next-auth/jwt";
import { BENCH_SECRET } from "../throw-away-desk";

export type Person = { id: string; name: string; email: string };

/** The cookie of a signed-in person, as next-auth writes it: hundreds of them without hashing a password for each. */
export async function sessionCookie({ id, name, email }: Person): Promise<string> {
  const token = await encode({ secret: BENCH_SECRET, token: { sub: id, name, email, userId: id, sessionVersion: 1 } });
  return `next-auth.session-token=${token}`;
}
