import type { Metadata } from "next";
import type { ReactNode } from "react";
import { StaffMaintenanceBar } from "@/app/_components/maintenance-bars";
import { Bell } from "@/app/_notifications/bell";
import { ServiceBanners } from "@/app/_components/service-banners";
import { NavReminders } from "@/components/appointments/reminders";
import { PushKeeper } from "@/components/notifications/push-keeper";
import { LiveEvents } from "@/components/realtime/live-events";
import { liveWords } from "@/components/realtime/live-words";
import { Announcer } from "@/components/ui/announcer";
import { contextOf } from "@/lib/actions/context";
import { countChats } from "@/lib/chat/queries";
import { listReminders } from "@/lib/appointments/queries";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { canEditNotices } from "@/lib/notices/policy";
import { countQueues } from "@/lib/tickets/staff-queries";
import { ChatPresence } from "./_components/chat-presence";
import { DeskHeader } from "./_components/desk-header";
import { DeskLive } from "./_components/desk-live";
import { QueueNav } from "./_components/queue-nav";
import { SettingsNav } from "./_components/settings-nav";
import { queueNavWords } from "./_data/queue-words";
import { settingsNavOf } from "./_data/settings-links";

export function generateMetadata(): Metadata {
  const t = getTranslator("agent");
  return { title: { default: t("area"), template: `%s | ${t("area")}` }, robots: { index: false } };
}

/**
 * Queues, list and ticket side by side where there is room; one of them at a time where there is not. Each page passes the gate by
 * itself: a layout is not rendered again when one goes from page to page.
 */
export default async function AgentLayout({ children }: { children: ReactNode }) {
  const person = await findPerson();
  if (person?.kind !== "staff") return <BareFrame>{children}</BareFrame>;
  const ctx = contextOf(person);
  const [counts, reminders, chats] = await Promise.all([countQueues(ctx), listReminders(ctx), countChats(ctx)]);
  const settings = settingsNavOf(person);
  return (
    <DeskLive counts={counts}>
      <ChatPresence initial={chats} words={{ waiting: getTranslator("chat")("agent.someoneWaits") }}>
        <div className="flex min-h-dvh flex-col lg:h-dvh">
          <DeskHeader name={person.name} bell={<Bell ctx={ctx} />} />
          <StaffMaintenanceBar settings={canEditNotices(person) ? "/agent/settings/maintenance" : undefined} />
          <ServiceBanners area="agent" className="border-b p-3" />
          <div className="grow lg:grid lg:min-h-0 lg:grid-cols-[14rem_minmax(0,1fr)] xl:grid-cols-[15rem_minmax(0,1fr)]">
            <div className="hidden border-r lg:block lg:overflow-y-auto">
              <NavReminders appointments={reminders} now={ctx.now} />
              <QueueNav words={queueNavWords(person)} initial={counts} idPrefix="desk" />
              {settings && <SettingsNav {...settings} />}
            </div>
            <main
              id="contenido"
              tabIndex={-1}
              className="min-w-0 outline-none lg:grid lg:min-h-0 lg:grid-cols-[20rem_minmax(0,1fr)] xl:grid-cols-[22rem_minmax(0,1fr)]"
            >
              {children}
            </main>
          </div>
        </div>
      </ChatPresence>
      <LiveEvents owner={person.userId} words={liveWords()} isDesk />
      <PushKeeper owner={person.userId} />
      <Announcer />
    </DeskLive>
  );
}

/** For whoever the page's own gate sends elsewhere, or shows what they typed when their session ended. */
function BareFrame({ children }: { children: ReactNode }) {
  return (
    <main id="contenido" tabIndex={-1} className="outline-none">
      {children}
    </main>
  );
}
