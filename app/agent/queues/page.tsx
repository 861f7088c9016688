import type { Metadata } from "next";
import { NavReminders } from "@/components/appointments/reminders";
import { contextOf } from "@/lib/actions/context";
import { listReminders } from "@/lib/appointments/queries";
import { requireStaff } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { countQueues } from "@/lib/tickets/staff-queries";
import { EmptyPane } from "../_components/empty-pane";
import { QueueNav } from "../_components/queue-nav";
import { SettingsNav } from "../_components/settings-nav";
import { queueNavWords } from "../_data/queue-words";
import { settingsNavOf } from "../_data/settings-links";

export function generateMetadata(): Metadata {
  return { title: getTranslator("agent")("titles.queues") };
}

/** The first of the three panes on a screen that shows one; a wide screen has it at the side anyway. */
export default async function QueuesPage() {
  const actor = await requireStaff();
  const ctx = contextOf(actor);
  const [counts, reminders] = await Promise.all([countQueues(ctx), listReminders(ctx)]);
  const settings = settingsNavOf(actor);
  const t = getTranslator("agent");
  return (
    <>
      <section className="bg-surface lg:border-r">
        <h1 className="flex min-h-12 items-center border-b px-5 text-base font-semibold lg:px-3">{t("titles.queues")}</h1>
        <div className="lg:hidden">
          <NavReminders appointments={reminders} now={ctx.now} />
        </div>
        <QueueNav words={queueNavWords(actor)} initial={counts} idPrefix="page" label={t("titles.queues")} />
        {settings && (
          <div className="lg:hidden">
            <SettingsNav {...settings} />
          </div>
        )}
      </section>
      <EmptyPane />
    </>
  );
}
