import type { Metadata } from "next";
import { Preferences } from "@/app/_notifications/preferences";
import { contextOf } from "@/lib/actions/context";
import { requireCustomer } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("notifications")("preferences.title") };
}

export default async function PreferencesPage() {
  const ctx = contextOf(await requireCustomer());
  return (
    <div className="mx-auto max-w-narrow">
      <Preferences ctx={ctx} address="/portal/notifications" />
    </div>
  );
}
