import type { MetadataRoute } from "next";
import { env } from "@/lib/env";

export const revalidate = 600;

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/agent", "/api/", "/change-address", "/earlier", "/forgot-password", "/invitations", "/kb/search", "/portal", "/set-password", "/sign-in", "/sign-up", "/verify"] },
    sitemap: `${env().APP_URL}/sitemap.xml`,
  };
}
