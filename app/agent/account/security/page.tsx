import type { Metadata } from "next";
import { SecurityPage } from "@/app/_security/security-page";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("security")("page.title") };
}

export default async function AccountSecurityPage() {
  const ctx = contextOf(await requireStaff());
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow">
        <SecurityPage ctx={ctx} address="/agent/account/security" />
      </div>
    </div>
  );
}
