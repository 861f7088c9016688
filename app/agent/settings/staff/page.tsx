import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { Moment } from "@/components/tickets/moment";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { requireAdmin } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { listStaff } from "@/lib/security/staff-queries";
import type { StaffRowView } from "@/lib/security/types";

export function generateMetadata(): Metadata {
  return { title: getTranslator("security")("staff.title") };
}

export default async function StaffPage() {
  const ctx = contextOf(await requireAdmin());
  const staff = await listStaff(ctx);
  const t = getTranslator("security");
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <PageHeader title={t("staff.title")} lead={t("staff.lead")} />
        <Panel isFlush>
          <ul className="divide-y">
            {staff.map((person) => (
              <Line key={person.id} person={person} now={ctx.now} />
            ))}
          </ul>
        </Panel>
      </div>
    </div>
  );
}

function Line({ person, now }: { person: StaffRowView; now: Temporal.Instant }) {
  const t = getTranslator("security");
  return (
    <li className="space-y-1 px-4 py-3 text-sm sm:px-5">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Link href={`/agent/settings/staff/${person.id}`} prefetch={false} className="link inline-flex min-h-6 items-center font-medium">
          {person.name}
        </Link>
        {person.isAdmin && <Badge tone="accent">{t("staff.admin")}</Badge>}
        {!person.isActive && <Badge>{t("staff.inactive")}</Badge>}
        {person.isActive && !person.hasFactor && <Badge tone="warn">{t("staff.noFactor")}</Badge>}
      </p>
      <p className="break-words text-muted">
        {person.email} · {t("staff.openTickets", { count: person.openTickets })}
      </p>
      <p className="text-xs text-muted">{person.lastSeenAt ? <>{t("staff.lastSeen")} <Moment at={person.lastSeenAt} now={now} /></> : t("staff.neverSeen")}</p>
    </li>
  );
}
