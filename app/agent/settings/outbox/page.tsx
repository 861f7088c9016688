import { MailX } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { Moment } from "@/components/tickets/moment";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { TabLinks } from "@/components/ui/tab-links";
import { Table, Td, Th } from "@/components/ui/table";
import { contextOf } from "@/lib/actions/context";
import { requireAdmin } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { countMail, listMail, type MailRow } from "@/lib/mail/queries";
import { mailRoute } from "@/lib/mail/sender";
import { MAIL_STATES, type MailState } from "@/lib/mail/types";
import type { Query } from "../../_data/list-address";
import { StateBadge } from "./_components/state-badge";

const OUTBOX = "/agent/settings/outbox";

export function generateMetadata(): Metadata {
  return { title: getTranslator("mail")("outbox.title") };
}

/** Every message that the desk writes, and what became of it. */
export default async function OutboxPage({ searchParams }: { searchParams: Promise<Query> }) {
  const ctx = contextOf(await requireAdmin());
  const query = await searchParams;
  const state = MAIL_STATES.find((each) => each === query.state);
  const after = typeof query.after === "string" ? query.after : undefined;
  const [{ items, next }, counts] = await Promise.all([listMail(ctx, { ...(state ? { state } : {}), ...(after ? { after } : {}) }), countMail(ctx)]);
  const t = getTranslator("mail");
  const address = state ? `${OUTBOX}?state=${state}` : OUTBOX;
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-5xl space-y-5">
        <PageHeader title={t("outbox.title")} lead={t("outbox.lead")} />
        <Route />
        <TabLinks label={t("outbox.states")} items={tabs(counts, state)} />
        {items.length === 0 ? (
          <EmptyState icon={<MailX aria-hidden="true" />} title={t("outbox.empty")}>
            {t("outbox.emptyLead")}
          </EmptyState>
        ) : (
          <Messages items={items} now={ctx.now} />
        )}
        <Pagination label={t("outbox.pages")} previous={after ? { href: address, label: t("outbox.first") } : null} next={next ? { href: `${address}${state ? "&" : "?"}after=${next}`, label: t("outbox.next") } : null} />
      </div>
    </div>
  );
}

/** Which way messages go, or that there is none. */
function Route() {
  const t = getTranslator("mail");
  const route = mailRoute();
  if (route) return <p className="text-sm text-muted">{t("outbox.server", route)}</p>;
  return (
    <Notice tone="warn" title={t("outbox.noServer")}>
      {t("outbox.noServerLead")}
    </Notice>
  );
}

function tabs(counts: Record<MailState, number>, current: MailState | undefined) {
  const t = getTranslator("mail");
  const all = MAIL_STATES.reduce((sum, state) => sum + counts[state], 0);
  return [
    { href: OUTBOX, label: t("outbox.all"), count: all, isCurrent: current === undefined },
    ...MAIL_STATES.map((state) => ({ href: `${OUTBOX}?state=${state}`, label: t(`state.${state}`), count: counts[state], isCurrent: current === state })),
  ];
}

function Messages({ items, now }: { items: MailRow[]; now: Temporal.Instant }) {
  const t = getTranslator("mail");
  return (
    <div className="rounded-lg border bg-surface">
      <Table label={t("outbox.tableLabel")} isDense>
        <thead>
          <tr>
            <Th>{t("outbox.subject")}</Th>
            <Th>{t("outbox.to")}</Th>
            <Th>{t("outbox.state")}</Th>
            <Th>{t("outbox.created")}</Th>
          </tr>
        </thead>
        <tbody>
          {items.map((mail) => (
            <tr key={mail.id}>
              <Th scope="row" className="min-w-56 break-words">
                <Link href={`${OUTBOX}/${mail.id}`} prefetch={false} className="link inline-flex min-h-6 items-center">
                  {mail.subject || t("outbox.noSubject")}
                </Link>
              </Th>
              <Td className="min-w-44 break-words">
                {mail.name}
                <br />
                <span className="text-muted">{mail.address}</span>
              </Td>
              <Td>
                <StateBadge state={mail.state} />
              </Td>
              <Td>
                <Moment at={mail.createdAt} now={now} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
