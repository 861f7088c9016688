import { Bell, SlidersHorizontal } from "lucide-react";
import { FieldForm } from "@/components/forms/field-form";
import { PageHeader } from "@/components/layout/page-header";
import { Moment } from "@/components/tickets/moment";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { getTranslator } from "@/lib/i18n/translator";
import { countUnread, listNotifications } from "@/lib/notifications/queries";
import type { NotificationView } from "@/lib/notifications/rows";
import { markAllAction, markReadAction } from "./actions";
import { smallFormWords } from "./words";

/** What one was told, newest first, page by page; of either area. @param address of the page */
export async function NotificationList({ ctx, address, after }: { ctx: Context<PersonActor>; address: string; after: string | undefined }) {
  const [{ items, next }, unread] = await Promise.all([listNotifications(ctx, after ? { after } : {}), countUnread(ctx)]);
  const t = getTranslator("notifications");
  return (
    <div className="space-y-5">
      <PageHeader
        title={t("list.title")}
        lead={ctx.actor.kind === "customer" ? t("list.lead") : t("list.leadStaff")}
        actions={
          <ButtonLink href={`${address}/preferences`}>
            <SlidersHorizontal aria-hidden="true" />
            {t("list.preferences")}
          </ButtonLink>
        }
      />
      {unread > 0 && (
        <FieldForm action={markAllAction} permalink={address} idPrefix="all-" hidden={{ until: ctx.now.toString({ smallestUnit: "millisecond" }) }} fields={[]} button="secondary" isInline words={smallFormWords(t("list.markAll"), t("list.marking"))} />
      )}
      {items.length === 0 ? (
        <EmptyState icon={<Bell aria-hidden="true" />} title={t("list.empty")}>
          {t("list.emptyLead")}
        </EmptyState>
      ) : (
        <Panel isFlush>
          <ul className="divide-y">
            {items.map((item) => (
              <Line key={item.id} item={item} now={ctx.now} address={address} />
            ))}
          </ul>
        </Panel>
      )}
      <Pagination label={t("list.pages")} previous={after ? { href: address, label: t("list.first") } : null} next={next ? { href: `${address}?after=${next}`, label: t("list.next") } : null} />
    </div>
  );
}

function Line({ item, now, address }: { item: NotificationView; now: Temporal.Instant; address: string }) {
  const t = getTranslator("notifications");
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 py-3 text-sm sm:px-5">
      <div className="min-w-0 grow basis-64 space-y-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <a href={item.href} className={item.isRead ? "link inline-flex min-h-6 items-center" : "link inline-flex min-h-6 items-center font-semibold"}>
            {item.sentence}
          </a>
          {!item.isRead && (
            <Badge tone="accent" dot>
              {t("list.unread")}
            </Badge>
          )}
        </p>
        {item.ticket && (
          <p className="break-words text-muted">
            <span className="tabular-nums">{item.ticket.reference}</span> · {item.ticket.subject}
          </p>
        )}
        <p className="text-xs text-muted">
          <Moment at={item.at} now={now} />
        </p>
      </div>
      {!item.isRead && (
        <FieldForm
          action={markReadAction}
          permalink={address}
          idPrefix={`${item.id}-`}
          hidden={{ notificationId: item.id }}
          fields={[]}
          button="quiet"
          buttonLabel={t("list.markReadLong", { sentence: `${item.sentence} ${item.ticket?.reference ?? ""}`.trim() })}
          isInline
          words={smallFormWords(t("list.markRead"), t("list.marking"))}
        />
      )}
    </li>
  );
}
