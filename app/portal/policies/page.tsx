import { FileCheck2 } from "lucide-react";
import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { acceptanceWords } from "@/components/policies/acceptance-words";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { requireCustomer } from "@/lib/auth/gate";
import { formatFullDateTime, formatPlainDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { dueOf } from "@/lib/policies/acceptances";
import { listOwnAcceptances } from "@/lib/policies/desk-queries";
import { AcceptForm } from "./_components/accept-form";
import { acceptAction } from "./actions";

export function generateMetadata(): Metadata {
  return { title: getTranslator("policies")("own.title") };
}

/** What the customer accepted and when, and what is asked of them now. */
export default async function OwnPoliciesPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = contextOf(await requireCustomer());
  const [due, accepted, { done }] = await Promise.all([dueOf(ctx), listOwnAcceptances(ctx), searchParams]);
  const t = getTranslator("policies");
  return (
    <div className="max-w-narrow space-y-6">
      <PageHeader title={t("own.title")} lead={t("own.lead")} />
      {done === "accepted" && due.length === 0 && <Notice tone="success" live="polite" title={t("accept.done")} />}
      {due.length > 0 && (
        <section aria-labelledby="falta" className="space-y-3">
          <h2 id="falta" className="text-lg font-semibold">
            {t("own.due")}
          </h2>
          <p className="text-sm text-muted">{t("own.dueLead")}</p>
          <AcceptForm
            action={acceptAction}
            policies={due}
            words={{ ...acceptanceWords(), submit: t("accept.submit"), submitting: t("accept.submitting"), notDone: t("accept.notDone"), offline: t("accept.offline") }}
          />
        </section>
      )}
      {accepted.length === 0 ? (
        <EmptyState icon={<FileCheck2 aria-hidden="true" />} title={t("own.empty")}>
          {t("own.emptyHint")}
        </EmptyState>
      ) : (
        <Panel isFlush>
          <ul className="divide-y">
            {accepted.map((each) => (
              <li key={`${each.slug} ${each.number}`} className="space-y-1 px-4 py-3 text-sm sm:px-5">
                <a href={`/policies/${each.slug}/versions/${each.effectiveOn}`} className="link font-medium">
                  {each.title}
                </a>
                <p>{t("own.version", { number: each.number, day: formatPlainDate(each.effectiveOn) })}</p>
                <p className="text-muted">
                  <time dateTime={each.acceptedAt.toString()}>{t("own.acceptedAt", { at: formatFullDateTime(each.acceptedAt) })}</time>
                </p>
                <p className="text-xs break-all text-muted">
                  {t("own.hash")}: <code>{each.sha256}</code>
                </p>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}
