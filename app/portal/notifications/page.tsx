import type { Metadata } from "next";
import { NotificationList } from "@/app/_notifications/notification-list";
import { contextOf } from "@/lib/actions/context";
import { requireCustomer } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("notifications")("list.title") };
}

export default async function NotificationsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = contextOf(await requireCustomer());
  const { after } = await searchParams;
  return (
    <div className="mx-auto max-w-narrow">
      <NotificationList ctx={ctx} address="/portal/notifications" after={typeof after === "string" ? after : undefined} />
    </div>
  );
}
