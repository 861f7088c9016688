import { MessageCircleHeart } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { Moment } from "@/components/tickets/moment";
import { SatisfactionBadge } from "@/components/tickets/satisfaction-badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { Table, Td, Th } from "@/components/ui/table";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { FIGURE_DAYS, getSatisfaction, type SatisfactionFigures } from "@/lib/satisfaction/queries";
import { SATISFACTIONS } from "@/lib/satisfaction/types";

export function generateMetadata(): Metadata {
  return { title: getTranslator("satisfaction")("desk.title") };
}

/** What customers said of how they were attended. */
export default async function SatisfactionPage() {
  const ctx = contextOf(await requireStaff());
  const figures = await getSatisfaction(ctx);
  const t = getTranslator("satisfaction");
  const count = totalOf(figures.given);
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <PageHeader title={t("desk.title")} lead={t("desk.lead", { days: FIGURE_DAYS })} />
        {count === 0 ? (
          <EmptyState icon={<MessageCircleHeart aria-hidden="true" />} title={t("desk.empty")}>
            {t("desk.emptyLead")}
          </EmptyState>
        ) : (
          <>
            <p>
              <span className="text-xl font-semibold tabular-nums">{t("desk.share", { share: Math.round((100 * figures.given.good) / count), count })}</span>
              <span className="block text-sm text-muted">{t("desk.asked", { count: figures.asked })}</span>
            </p>
            <Panel title={t("desk.byAssignee")} isFlush>
              <ByAssignee figures={figures} />
            </Panel>
            <Panel title={t("desk.latest")} isFlush>
              <Latest figures={figures} now={ctx.now} />
            </Panel>
          </>
        )}
      </div>
    </div>
  );
}

type Given = SatisfactionFigures["given"];

function totalOf(given: Given): number {
  return given.good + given.fair + given.bad;
}

function ByAssignee({ figures }: { figures: SatisfactionFigures }) {
  const t = getTranslator("satisfaction");
  const rows: { id: string; name: string; given: Given }[] = [...figures.byAssignee, { id: "total", name: t("desk.total"), given: figures.given }];
  return (
    <Table label={t("desk.byAssigneeLabel")} isDense>
      <thead>
        <tr>
          <Th>{t("desk.assignee")}</Th>
          {SATISFACTIONS.map((each) => (
            <Th key={each}>{t(`desk.short.${each}`)}</Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, given }) => (
          <tr key={id}>
            <Th scope="row">{name}</Th>
            {SATISFACTIONS.map((each) => (
              <Td key={each} className="tabular-nums">
                {given[each]}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Latest({ figures, now }: { figures: SatisfactionFigures; now: Temporal.Instant }) {
  const t = getTranslator("satisfaction");
  return (
    <ul className="divide-y">
      {figures.latest.map(({ ticket, requesterName, satisfaction, comment, ratedAt }) => (
        <li key={ticket.reference} className="space-y-1 px-4 py-3 text-sm sm:px-5">
          <p className="flex flex-wrap items-center gap-2">
            <SatisfactionBadge satisfaction={satisfaction} />
            <Link href={`/agent/tickets/${ticket.reference}`} prefetch={false} className="link inline-flex min-h-6 items-center">
              {ticket.reference}
            </Link>
            <span className="min-w-0 wrap-anywhere">{ticket.subject}</span>
          </p>
          <p className="wrap-anywhere whitespace-pre-line">{comment || <span className="text-muted">{t("desk.noComment")}</span>}</p>
          <p className="text-muted">
            {requesterName} · <Moment at={ratedAt} now={now} />
          </p>
        </li>
      ))}
    </ul>
  );
}
