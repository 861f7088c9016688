import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { publicContext } from "@/lib/actions/context";
import { findPolicyOn } from "@/lib/policies/queries";
import { policyDay, policySlug } from "@/lib/policies/schema";

/** What a document says on the day of the address; once a request for the metadata and the page. */
export const getPolicyOn = cache(async (slug: string, day: string) => {
  const isReadable = policySlug.safeParse(slug).success && policyDay.safeParse(day).success;
  return (isReadable ? await findPolicyOn(publicContext(), { slug, day }) : null) ?? notFound();
});
