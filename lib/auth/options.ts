import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { checkPassword } from "@/lib/auth/check-password";
import type { Device } from "@/lib/auth/device";
import type { AdmitStranger } from "@/lib/auth/identities";
import { openIdProviders } from "@/lib/auth/provider";
import { beginSession, endSession, SESSION_DAYS } from "@/lib/auth/sessions";
import { database } from "@/lib/db/database";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { ok, refuse } from "@/lib/result";

/** Not refused but broken: nobody knows whether the password was right. */
export const SIGN_IN_FAILED = "UNEXPECTED";

/**
 * Sessions are signed tokens that name a person and a row of user_session; the gate reads both afresh for each request.
 * @param headers of the request that may begin a session, for what is kept of its device
 * @param admit what becomes of whom an identity provider vouches for and the desk does not know
 */
export function authOptions(headers: Record<string, unknown> = {}, admit: AdmitStranger | null = null): NextAuthOptions {
  const { APP_SECRET, APP_URL } = env();
  // next-auth builds its own addresses from this alone, never from the Host header.
  process.env.NEXTAUTH_URL = APP_URL;
  return {
    secret: APP_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_DAYS * 24 * 3600 },
    useSecureCookies: APP_URL.startsWith("https://"),
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(credentials) {
          // next-auth's own address takes anything that can be posted, not only what our form sends.
          const { email, password } = z.object({ email: z.string().catch(""), password: z.string().catch("") }).parse(credentials ?? {});
          const device = deviceOf(headers);
          const checked = await signInWith({ email, password, device }).catch((error: unknown) => {
            log.error({ err: error }, "sign-in failed");
            return refuse(SIGN_IN_FAILED);
          });
          // next-auth puts the message into an address, as the reason: a code that the sign-in page words, never a bug's own words.
          if (!checked.ok) throw new Error(checked.code);
          return checked.data;
        },
      }),
      ...openIdProviders(deviceOf(headers), admit),
    ],
    logger: {
      // A provider that is away or misconfigured: its administrator's matter, and the person is told in words.
      error: (code, details) => log.error({ err: details instanceof Error ? details : "error" in details ? details.error : details, code }, "sign-in: the framework refused"),
      warn: (code) => log.warn({ code }, "sign-in"),
      debug() {},
    },
    callbacks: {
      signIn: ({ user }) => (user.refusal ? `/sign-in?error=${user.refusal}` : true),
      jwt({ token, user }) {
        return user ? { ...token, userId: user.id, sessionVersion: user.sessionVersion, sessionId: user.sessionId } : token;
      },
      session({ session, token }) {
        return { ...session, userId: token.userId, sessionVersion: token.sessionVersion, sessionId: token.sessionId };
      },
    },
    events: {
      // Whichever way one signs out: what this session has open elsewhere ends too.
      async signOut({ token }) {
        if (token?.userId && token.sessionId) await endSession(database(), { userId: token.userId, sessionId: token.sessionId, now: Temporal.Now.instant() });
      },
    },
  };
}

async function signInWith({ email, password, device }: { email: string; password: string; device: Device }) {
  const checked = await checkPassword({ db: database(), email, password, address: device.address });
  if (!checked.ok) return checked;
  const { id: userId, sessionVersion } = checked.data;
  return ok({ ...checked.data, sessionId: await beginSession(database(), { userId, sessionVersion, device, now: Temporal.Now.instant() }) });
}

function deviceOf(headers: Record<string, unknown>): Device {
  const text = (name: string) => (typeof headers[name] === "string" ? headers[name] : "");
  return { address: text("x-mesa-client-address") || "unknown", userAgent: text("user-agent") };
}
