import "server-only";
import type { User } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import type { Device } from "@/lib/auth/device";
import { signInWithIdentity, type AdmitStranger, type ProviderClaims } from "@/lib/auth/identities";
import { database } from "@/lib/db/database";
import { env } from "@/lib/env";
import { getTranslator } from "@/lib/i18n/translator";

export const PROVIDER_ID = "oidc";

const claimsSchema = z.object({
  iss: z.string().min(1),
  sub: z.string().min(1).max(255),
  email: z.string().nullable().catch(null).default(null),
  // Some providers write it as a text; nothing but true is true.
  email_verified: z.union([z.literal(true), z.literal("true").transform(() => true as const)]).or(z.unknown().transform(() => false)).default(false),
  name: z.string().catch("").default(""),
  amr: z.array(z.string()).catch([]).default([]),
});

/** As people know it. */
export function providerName(): string {
  return env().OIDC_LABEL ?? getTranslator("auth")("provider.name");
}

/** The provider of the environment, by the name that people know it by; null where there is none. */
export function configuredProvider(): { issuer: string; clientId: string; clientSecret: string; name: string } | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null;
  return { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET, name: providerName() };
}

/** OpenID Connect with code, PKCE, state and nonce. Whoever is refused has a code in `refusal`, for the page to word. @param admit what becomes of whom the desk does not know */
export function openIdProviders(device: Device, admit: AdmitStranger | null): OAuthConfig<Record<string, unknown>>[] {
  const configured = configuredProvider();
  if (!configured) return [];
  const { issuer, clientId, clientSecret, name } = configured;
  return [
    {
      id: PROVIDER_ID,
      name,
      type: "oauth",
      wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
      issuer,
      clientId,
      clientSecret,
      authorization: { params: { scope: "openid email profile" } },
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      userinfo: {
        // The token says who and how; many providers say the address only when asked, and the library refuses another subject's.
        async request({ client, tokens }) {
          const signed = (tokens as { claims: () => Record<string, unknown> }).claims();
          return signed.email === undefined ? { ...(await client.userinfo(tokens as never)), ...signed } : signed;
        },
      },
      async profile(given): Promise<User> {
        const signedIn = await signInWithIdentity(database(), { claims: readClaims(given), device, providerName: name, admit, now: Temporal.Now.instant() });
        return signedIn.ok ? signedIn.data : { id: "refused", refusal: signedIn.code, sessionVersion: 0, sessionId: "" };
      },
    },
  ];
}

function readClaims(given: Record<string, unknown>): ProviderClaims {
  const { iss, sub, email, email_verified: isEmailVerified, name, amr } = claimsSchema.parse(given);
  return { issuer: iss, subject: sub, email, isEmailVerified, name, methods: amr };
}
