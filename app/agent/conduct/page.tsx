import { CheckCheck } from "lucide-react";
import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { Moment } from "@/components/tickets/moment";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { listOpenAppeals, listOpenCases } from "@/lib/conduct/case-queries";
import { listOwnWarnings } from "@/lib/conduct/person-queries";
import type { CaseListItem } from "@/lib/conduct/views";
import { getTranslator } from "@/lib/i18n/translator";
import { CONDUCT, hrefOfCase } from "./_data/addresses";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("conduct")("nav") };
}

/** What waits for a person's judgement, oldest first; to one of the desk also what was said to them. */
export default async function ConductPage({ searchParams }: Props) {
  const ctx = contextOf(await requireStaff());
  const { after } = await searchParams;
  const from = typeof after === "string" ? after : undefined;
  const [{ items, next }, appeals, own] = await Promise.all([listOpenCases(ctx, from ? { after: from } : {}), listOpenAppeals(ctx), listOwnWarnings(ctx)]);
  const t = getTranslator("conduct");
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-page space-y-6">
        <PageHeader title={t("nav")} lead={t("list.lead")} />
        {own.map(({ body, sentAt }) => (
          <Notice key={sentAt} tone="warn" title={t("list.own")}>
            <p>{t("list.ownLead")}</p>
            <p className="whitespace-pre-line break-words">{body}</p>
            <Moment at={sentAt} now={ctx.now} className="text-sm text-muted" />
          </Notice>
        ))}
        {appeals.length > 0 && (
          <Panel title={t("list.appeals")}>
            <ul className="divide-y">
              {appeals.map(({ caseId, name, sentAt }) => (
                <li key={caseId} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
                  <a href={hrefOfCase(caseId)} className="link">
                    {t("list.appeal", { name })}
                  </a>
                  <Moment at={sentAt} now={ctx.now} className="text-sm text-muted" />
                </li>
              ))}
            </ul>
          </Panel>
        )}
        <Panel title={t("list.open")} isFlush>
          {items.length === 0 ? (
            <EmptyState icon={<CheckCheck aria-hidden="true" />} title={t("list.empty")}>
              <p>{t("list.emptyHint")}</p>
            </EmptyState>
          ) : (
            <ul className="divide-y">
              {items.map((item) => (
                <CaseRow key={item.id} item={item} now={ctx.now} />
              ))}
            </ul>
          )}
        </Panel>
        <Pagination label={t("list.pages")} previous={from ? { href: CONDUCT, label: t("list.first") } : null} next={next ? { href: `${CONDUCT}?after=${next}`, label: t("list.next") } : null} />
      </div>
    </div>
  );
}

function CaseRow({ item, now }: { item: CaseListItem; now: Temporal.Instant }) {
  const t = getTranslator("conduct");
  return (
    <li className="space-y-1 px-4 py-3 sm:px-5">
      <div className="flex flex-wrap items-center gap-2">
        <a href={hrefOfCase(item.id)} className="link min-w-0 font-medium break-words">
          {item.subject}
        </a>
        {item.hasThreat && <Badge tone="danger">{t("list.threat")}</Badge>}
        {item.isAboutStaff && <Badge tone="accent">{t("list.staff")}</Badge>}
        {item.sources.map((source) => (
          <Badge key={source}>{t(`list.source.${source}`)}</Badge>
        ))}
      </div>
      <p className="flex flex-wrap gap-x-2 text-sm text-muted">
        <span>{t("list.about", { name: item.aboutName })}</span>
        {item.organization && <span>· {item.organization}</span>}
        {item.reference && <span className="tabular-nums">· {item.reference}</span>}
        <span>
          · <Moment at={item.openedAt} now={now} />
        </span>
        {!item.isYours && <span>· {t("list.notYours")}</span>}
      </p>
    </li>
  );
}
