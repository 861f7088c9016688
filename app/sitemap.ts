import type { MetadataRoute } from "next";
import { publicContext } from "@/lib/actions/context";
import { env } from "@/lib/env";
import { listAddresses } from "@/lib/kb/queries";
import { listPolicies } from "@/lib/policies/queries";

export const revalidate = 600;

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const ctx = publicContext();
  const [{ categories, articles }, policies] = await Promise.all([listAddresses(ctx), listPolicies(ctx)]);
  const page = (path: string, updatedAt?: Temporal.Instant) => ({
    url: `${env().APP_URL}${path}`,
    ...(updatedAt ? { lastModified: updatedAt.toString() } : {}),
  });
  return [
    ...["/", "/kb", "/faq", "/policies"].map((path) => page(path)),
    ...categories.map((slug) => page(`/kb/${slug}`)),
    ...articles.map(({ slug, updatedAt }) => page(`/kb/articles/${slug}`, updatedAt)),
    ...policies.map(({ slug, publishedAt }) => page(`/policies/${slug}`, publishedAt)),
  ];
}
