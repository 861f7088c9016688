import type { Metadata } from "next";
import type { ReactNode } from "react";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { countQueues } from "@/lib/tickets/staff-queries";
import { Announcer } from "./_components/announcer";
import { DeskHeader } from "./_components/desk-header";
import { DeskLive } from "./_components/desk-live";
import { QueueNav } from "./_components/queue-nav";
import { queueNavWords } from "./_data/queue-words";

export function generateMetadata(): Metadata {
  const t = getTranslator("agent");
  return { title: { default: t("area"), template: `%s | ${t("area")}` }, robots: { index: false } };
}

/** Queues, list and ticket side by side where there is room; one of them at a time where there is not. */
export default async function AgentLayout({ children }: { children: ReactNode }) {
  const actor = await requireStaff();
  const counts = await countQueues(contextOf(actor));
  return (
    <DeskLive counts={counts}>
      <div className="flex min-h-dvh flex-col lg:h-dvh">
        <DeskHeader name={actor.name} />
        <div className="grow lg:grid lg:min-h-0 lg:grid-cols-[14rem_minmax(0,1fr)] xl:grid-cols-[15rem_minmax(0,1fr)]">
          <div className="hidden border-r lg:block lg:overflow-y-auto">
            <QueueNav words={queueNavWords()} initial={counts} idPrefix="desk" />
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
      <Announcer />
    </DeskLive>
  );
}
