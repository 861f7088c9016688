import { redirect } from "next/navigation";
import { requireCustomer } from "@/lib/auth/gate";

export default async function PortalPage(): Promise<never> {
  await requireCustomer();
  redirect("/portal/tickets");
}
