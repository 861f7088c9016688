import { ChevronLeft, PhoneCall, Plus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, Td, Th } from "@/components/ui/table";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { formatRelative } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { listNoted } from "@/lib/off-channel/queries";
import type { NotedView } from "@/lib/off-channel/types";
import { hrefOfNewNote, NOTED, type RawQuery } from "./_data/addresses";
import { WithdrawForm } from "./_components/withdraw-form";
import { withdrawAction } from "./actions";

const TITLE_ID = "anotado";

export function generateMetadata(): Metadata {
  return { title: getTranslator("offChannel")("desk.title") };
}

/** What was noted for customers and waits for their word. */
export default async function NotedListPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const ctx = contextOf(await requireStaff());
  const query = await searchParams;
  const cursor = typeof query.after === "string" ? query.after : undefined;
  const { items, nextCursor } = await listNoted(ctx, { cursor });
  const t = getTranslator("offChannel");
  return (
    <div className="min-w-0 space-y-5 p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="space-y-1">
        <Link href="/agent/queues" prefetch={false} className="-ml-2 inline-flex min-h-11 items-center gap-1 rounded-md px-2 text-sm text-accent lg:hidden">
          <ChevronLeft aria-hidden="true" className="size-4" />
          {getTranslator("agent")("list.queues")}
        </Link>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h1 id={TITLE_ID} tabIndex={-1} className="text-lg font-semibold outline-none">
            {t("desk.title")}
          </h1>
          <ButtonLink size="sm" variant="primary" href={hrefOfNewNote()}>
            <Plus aria-hidden="true" />
            {t("desk.add")}
          </ButtonLink>
        </div>
        <p className="max-w-prose text-sm text-muted">{t("desk.lead")}</p>
      </div>
      {query.done === "1" && <Notice tone="success" live="polite" title={t("desk.done")} />}
      {items.length > 0 ? (
        <NotedTable items={items} now={ctx.now} />
      ) : (
        <EmptyState icon={<PhoneCall aria-hidden="true" />} title={t("desk.none")}>
          {t("desk.noneHint")}
        </EmptyState>
      )}
      <Pagination
        label={t("desk.pages")}
        previous={cursor ? { href: NOTED, label: t("desk.first") } : null}
        next={nextCursor ? { href: `${NOTED}?${new URLSearchParams({ after: nextCursor })}`, label: t("desk.next") } : null}
      />
    </div>
  );
}

function NotedTable({ items, now }: { items: NotedView[]; now: Temporal.Instant }) {
  const t = getTranslator("offChannel");
  return (
    <Table label={t("desk.list")} isDense className="rounded-lg border bg-surface">
      <thead>
        <tr>
          <Th>{t("desk.columns.subject")}</Th>
          <Th className="max-sm:hidden">{t("desk.columns.channel")}</Th>
          <Th className="max-sm:hidden">{t("desk.columns.agent")}</Th>
          <Th>{t("desk.columns.until")}</Th>
          <Th>
            <span className="sr-only">{t("desk.withdraw")}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {items.map((note) => (
          <tr key={note.id}>
            <Th scope="row" className="break-words">
              <span className="block py-1">{note.subject}</span>
              <span className="block pb-1 text-xs font-normal text-muted">
                {note.customer.name}
                {note.customer.organizationName && `, ${note.customer.organizationName}`} · {note.department.name}
              </span>
            </Th>
            <Td className="max-sm:hidden">
              <span className="inline-block py-1">{t(`channel.${note.channel}`)}</span>
            </Td>
            <Td className="max-sm:hidden">
              <span className="inline-block py-1">{note.agentName}</span>
            </Td>
            <Td>
              <RelativeTime at={note.expiresAt} initial={formatRelative(Temporal.Instant.from(note.expiresAt), { now })} className="inline-block py-1 whitespace-nowrap" />
            </Td>
            <Td className="text-right">
              <WithdrawForm
                action={withdrawAction}
                permalink={NOTED}
                notedId={note.id}
                subject={note.subject}
                focusId={TITLE_ID}
                words={{ label: t("desk.withdraw"), longLabel: t("desk.withdrawThis", { subject: "{subject}" }), pending: t("desk.withdrawing"), question: t("desk.withdrawQuestion", { subject: "{subject}" }), errorTitle: t("desk.withdrawError"), offline: t("desk.offline"), signIn: t("desk.signIn") }}
              />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
