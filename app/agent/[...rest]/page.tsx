import { notFound } from "next/navigation";
import { requireStaff } from "@/lib/auth/gate";

/**
 * What is no page of the desk. Without this the framework would answer with its prerendered page, whose scripts carry no nonce and are
 * refused by the desk's policy.
 */
export default async function UnknownPage(): Promise<never> {
  await requireStaff();
  notFound();
}
