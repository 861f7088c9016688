import { NextResponse, type NextRequest } from "next/server";
import { contentSecurityPolicy } from "@/lib/http/security-headers";
import { uploadSources } from "@/lib/http/upload-sources";

/**
 * The private pages' policy: a nonce for each answer, which the framework puts on its scripts. Never the authorisation: that is the
 * gate's (lib/auth/gate.ts), which also learns from here which page was asked for.
 */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64");
  const policy = contentSecurityPolicy({
    scriptSources: [`'nonce-${nonce}'`, "'strict-dynamic'"],
    connectSources: uploadSources(process.env.UPLOADTHING_TOKEN),
    isHttps: (process.env.APP_URL ?? "").startsWith("https://"),
    isDevelopment: process.env.NODE_ENV === "development",
  });
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  headers.set("x-mesa-path", request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("cache-control", "private, no-store");
  return response;
}

export const config = { matcher: ["/portal/:path*", "/agent/:path*", "/sign-in", "/sign-in/:step", "/forgot-password", "/sign-up", "/sign-up/:token", "/invitations/:token", "/change-address/:token", "/set-password/:token", "/unsubscribe/:token", "/from-mail/:token"] };
