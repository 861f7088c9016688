import { Inbox } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { Moment } from "@/components/tickets/moment";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { TabLinks } from "@/components/ui/tab-links";
import { Table, Td, Th } from "@/components/ui/table";
import { contextOf } from "@/lib/actions/context";
import { requireAdmin } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { findDoors } from "@/lib/inbound/doors";
import { countInbound, listInbound } from "@/lib/inbound/queries";
import { INBOUND_VERDICTS, type InboundRow, type InboundVerdict } from "@/lib/inbound/types";
import type { Query } from "../../_data/list-address";
import { Doors } from "./_components/doors";
import { VerdictBadge } from "./_components/verdict-badge";

const INBOUND = "/agent/settings/inbound";

export function generateMetadata(): Metadata {
  return { title: getTranslator("inbound")("title") };
}

/** What people and programs wrote to the desk's address, and what was done with it. */
export default async function InboundPage({ searchParams }: { searchParams: Promise<Query> }) {
  const ctx = contextOf(await requireAdmin());
  const query = await searchParams;
  const verdict = INBOUND_VERDICTS.find((each) => each === query.verdict);
  const after = typeof query.after === "string" ? query.after : undefined;
  const [{ items, next }, counts, doors] = await Promise.all([listInbound(ctx, { ...(verdict ? { verdict } : {}), ...(after ? { after } : {}) }), countInbound(ctx), findDoors(ctx)]);
  const t = getTranslator("inbound");
  const address = verdict ? `${INBOUND}?verdict=${verdict}` : INBOUND;
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-5xl space-y-5">
        <PageHeader title={t("title")} lead={t("lead")} />
        {doors && <Doors doors={doors} now={ctx.now} />}
        <TabLinks label={t("list.verdicts")} items={tabs(counts, verdict)} />
        {items.length === 0 ? (
          <EmptyState icon={<Inbox aria-hidden="true" />} title={t("list.empty")}>
            {t("list.emptyLead")}
          </EmptyState>
        ) : (
          <Messages items={items} now={ctx.now} />
        )}
        <Pagination label={t("list.pages")} previous={after ? { href: address, label: t("list.first") } : null} next={next ? { href: `${address}${verdict ? "&" : "?"}after=${next}`, label: t("list.next") } : null} />
      </div>
    </div>
  );
}

/** Of seventeen verdicts those that there are, and the one that is looked at. */
function tabs(counts: Record<InboundVerdict, number>, current: InboundVerdict | undefined) {
  const t = getTranslator("inbound");
  const all = INBOUND_VERDICTS.reduce((sum, verdict) => sum + counts[verdict], 0);
  return [
    { href: INBOUND, label: t("list.all"), count: all, isCurrent: current === undefined },
    ...INBOUND_VERDICTS.filter((verdict) => counts[verdict] > 0 || verdict === current).map((verdict) => ({ href: `${INBOUND}?verdict=${verdict}`, label: t(`verdict.${verdict}`), count: counts[verdict], isCurrent: current === verdict })),
  ];
}

function Messages({ items, now }: { items: InboundRow[]; now: Temporal.Instant }) {
  const t = getTranslator("inbound");
  return (
    <div className="rounded-lg border bg-surface">
      <Table label={t("list.table")} isDense>
        <thead>
          <tr>
            <Th>{t("list.subject")}</Th>
            <Th>{t("list.sender")}</Th>
            <Th>{t("list.verdict")}</Th>
            <Th>{t("list.received")}</Th>
          </tr>
        </thead>
        <tbody>
          {items.map((letter) => (
            <tr key={letter.id}>
              <Th scope="row" className="min-w-56 wrap-anywhere">
                <Link href={`${INBOUND}/${letter.id}`} prefetch={false} className="link inline-flex min-h-6 items-center">
                  {letter.subject || t("list.noSubject")}
                </Link>
              </Th>
              <Td className="min-w-44 break-words">{letter.sender || <span className="text-muted">{t("list.noSender")}</span>}</Td>
              <Td>
                <VerdictBadge verdict={letter.verdict} />
              </Td>
              <Td>
                <Moment at={letter.receivedAt} now={now} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
