import type { Metadata } from "next";
import { Preferences } from "@/app/_notifications/preferences";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("notifications")("preferences.title") };
}

export default async function PreferencesPage() {
  const ctx = contextOf(await requireStaff());
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow">
        <Preferences ctx={ctx} address="/agent/notifications" />
      </div>
    </div>
  );
}
