import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { checkPassword } from "@/lib/auth/check-password";
import { database } from "@/lib/db/database";
import { env } from "@/lib/env";

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
          const checked = await checkPassword({
            db: database(),
            email: credentials?.email ?? "",
            password: credentials?.password ?? "",
            address: addressOf(request.headers),
          });
          // next-auth hands the message on as the reason; the sign-in page puts it into words.
          if (!checked.ok) throw new Error(checked.code);
          return checked.data;
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        return user ? { ...token, userId: user.id, sessionVersion: user.sessionVersion } : token;
      },
      session({ session, token }) {
        return { ...session, userId: token.userId, sessionVersion: token.sessionVersion };
      },
    },
  };
}

function addressOf(headers: Record<string, unknown> | undefined): string {
  const forwarded = headers?.["x-mesa-client-address"];
  return typeof forwarded === "string" ? forwarded : "unknown";
}
