import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { checkPassword } from "@/lib/auth/check-password";
import { database } from "@/lib/db/database";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { tell } from "@/lib/realtime/tell";
import { refuse } from "@/lib/result";

/** Not refused but broken: nobody knows whether the password was right. */
export const SIGN_IN_FAILED = "UNEXPECTED";

/** Sessions are signed tokens that name a person and a session version; the gate reads the person afresh for each request. */
export function authOptions(): NextAuthOptions {
  const { APP_SECRET, APP_URL } = env();
  // next-auth builds its own addresses from this alone, never from the Host header.
  process.env.NEXTAUTH_URL = APP_URL;
  return {
    secret: APP_SECRET,
    session: { strategy: "jwt", maxAge: 14 * 24 * 3600 },
    useSecureCookies: APP_URL.startsWith("https://"),
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(credentials, request) {
          // next-auth's own address takes anything that can be posted, not only what our form sends.
          const { email, password } = z.object({ email: z.string().catch(""), password: z.string().catch("") }).parse(credentials ?? {});
          const checked = await checkPassword({ db: database(), email, password, address: addressOf(request.headers) }).catch((error: unknown) => {
            log.error({ err: error }, "sign-in failed");
            return refuse(SIGN_IN_FAILED);
          });
          // next-auth puts the message into an address, as the reason: a code that the sign-in page words, never a bug's own words.
          if (!checked.ok) throw new Error(checked.code);
          return checked.data;
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        return user ? { ...token, userId: user.id, sessionVersion: user.sessionVersion, sessionId: randomUUID() } : token;
      },
      session({ session, token }) {
        return { ...session, userId: token.userId, sessionVersion: token.sessionVersion };
      },
    },
    events: {
      // Whichever way one signs out: what this session has open elsewhere ends too.
      async signOut({ token }) {
        if (token?.userId) await tell(database(), { topic: "person", kind: "session.ended", subjectId: token.userId, detailId: token.sessionId ?? null });
      },
    },
  };
}

function addressOf(headers: Record<string, unknown> | undefined): string {
  const forwarded = headers?.["x-mesa-client-address"];
  return typeof forwarded === "string" ? forwarded : "unknown";
}
