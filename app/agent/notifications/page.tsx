import type { Metadata } from "next";
import { NotificationList } from "@/app/_notifications/notification-list";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("notifications")("list.title") };
}

export default async function NotificationsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = contextOf(await requireStaff());
  const { after } = await searchParams;
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow">
        <NotificationList ctx={ctx} address="/agent/notifications" after={typeof after === "string" ? after : undefined} />
      </div>
    </div>
  );
}
