import { Megaphone } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { FieldForm } from "@/components/forms/field-form";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { requireAdmin } from "@/lib/auth/gate";
import { formatFullDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { listNotices } from "@/lib/notices/queries";
import type { ServiceMessageLine } from "@/lib/notices/types";
import type { Query } from "../../_data/list-address";
import { DoneNotice } from "../synonyms/_components/done-notice";
import { endAction } from "./actions";
import { NOTICES } from "./_data/addresses";

const TONES = { coming: "accent", shown: "success", over: "neutral" } as const;

export function generateMetadata(): Metadata {
  return { title: getTranslator("notices")("list.title") };
}

/** What the desk says above its pages: shown, coming and over. */
export default async function NoticesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const ctx = contextOf(await requireAdmin());
  const [notices, { done }] = await Promise.all([listNotices(ctx), searchParams]);
  const t = getTranslator("notices");
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <PageHeader title={t("list.title")} lead={t("list.lead")} actions={<ButtonLink variant="primary" href={`${NOTICES}/new`}>{t("list.add")}</ButtonLink>} />
        {(done === "saved" || done === "ended") && <DoneNotice text={t(`done.${done}`)} />}
        {notices.length === 0 ? (
          <EmptyState icon={<Megaphone aria-hidden="true" />} title={t("list.empty")}>
            {t("list.emptyHint")}
          </EmptyState>
        ) : (
          <Panel title={t("list.heading")} isFlush>
            <ul className="divide-y">
              {notices.map((notice) => (
                <NoticeLine key={notice.id} notice={notice} />
              ))}
            </ul>
          </Panel>
        )}
      </div>
    </div>
  );
}

function NoticeLine({ notice }: { notice: ServiceMessageLine }) {
  const t = getTranslator("notices");
  const from = formatFullDateTime(notice.startsAt);
  return (
    <li className="space-y-1 px-4 py-3 text-sm sm:px-5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link href={`${NOTICES}/${notice.id}`} prefetch={false} className="link inline-flex min-h-6 min-w-0 items-center font-medium break-words">
          {notice.title}
        </Link>
        <Badge tone={TONES[notice.state]}>{t(`state.${notice.state}`)}</Badge>
        <Badge>{t(`tone.${notice.tone}`)}</Badge>
      </p>
      <p>{notice.endsAt === null ? t("list.from", { from }) : t("list.between", { from, to: formatFullDateTime(notice.endsAt) })}</p>
      <p className="text-muted">{notice.areas.map((area) => t(`area.${area}`)).join(" · ")}</p>
      <p className="text-muted">{t("list.edited", { name: notice.updatedBy })}</p>
      {notice.state !== "over" && (
        <FieldForm
          action={endAction}
          permalink={NOTICES}
          idPrefix={`${notice.id}-`}
          hidden={{ noticeId: notice.id }}
          fields={[]}
          button="secondary"
          buttonLabel={`${t("end.submit")}: ${notice.title}`}
          isInline
          words={{ submit: t("end.submit"), submitting: t("end.submitting"), invalid: t("end.invalid"), offline: t("form.offline"), signIn: t("form.signIn"), optional: t("form.optional") }}
        />
      )}
    </li>
  );
}
