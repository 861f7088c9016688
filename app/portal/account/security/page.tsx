import type { Metadata } from "next";
import { SecurityPage } from "@/app/_security/security-page";
import { contextOf } from "@/lib/actions/context";
import { requireCustomer } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("security")("page.title") };
}

export default async function AccountSecurityPage() {
  const ctx = contextOf(await requireCustomer());
  return (
    <div className="mx-auto max-w-narrow">
      <SecurityPage ctx={ctx} address="/portal/account/security" />
    </div>
  );
}
