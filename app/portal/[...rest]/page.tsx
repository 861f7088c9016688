import { notFound } from "next/navigation";
import { requireCustomer } from "@/lib/auth/gate";

/**
 * What is no page of the portal. Without this the framework would answer with its prerendered page, whose scripts carry no nonce and
 * are refused by the portal's policy.
 */
export default async function UnknownPage(): Promise<never> {
  await requireCustomer();
  notFound();
}
