import { Scale } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { formatPlainDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { listPolicyDesk } from "@/lib/policies/desk-queries";
import { canEditPolicies } from "@/lib/policies/policy";
import type { PolicyDeskLine } from "@/lib/policies/types";
import { MoveForm } from "../../_components/move-form";
import { moveAction } from "./actions";
import { hrefOfPolicy, POLICIES } from "./_data/addresses";

export function generateMetadata(): Metadata {
  return { title: getTranslator("policies")("desk.title") };
}

/** The documents of the support policy, in the public's order. */
export default async function PoliciesDeskPage() {
  const ctx = contextOf(await requireStaff());
  const policies = await listPolicyDesk(ctx);
  const t = getTranslator("policies");
  const isEditor = canEditPolicies(ctx.actor);
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <PageHeader title={t("desk.title")} lead={t("desk.lead")} actions={isEditor ? <ButtonLink variant="primary" href={`${POLICIES}/new`}>{t("desk.add")}</ButtonLink> : undefined} />
        {policies.length === 0 ? (
          <EmptyState icon={<Scale aria-hidden="true" />} title={t("desk.empty")}>
            {t("desk.newLead")}
          </EmptyState>
        ) : (
          <Panel title={t("desk.list")} isFlush>
            <ul className="divide-y">
              {policies.map((policy, at) => (
                <li key={policy.id} className="flex items-start gap-3 px-4 py-3 sm:px-5">
                  <PolicyLine policy={policy} />
                  {isEditor && <Move policy={policy} isFirst={at === 0} isLast={at === policies.length - 1} />}
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </div>
    </div>
  );
}

function PolicyLine({ policy }: { policy: PolicyDeskLine }) {
  const t = getTranslator("policies");
  return (
    <div className="min-w-0 grow space-y-1">
      <Link href={hrefOfPolicy(policy.id)} prefetch={false} className="link inline-flex min-h-6 items-center font-medium break-words">
        {policy.title}
      </Link>
      <p className="text-sm text-muted">
        {policy.inForceSince ? t("desk.since", { day: formatPlainDate(policy.inForceSince) }) : t("desk.notYet")}
      </p>
      <p className="flex flex-wrap gap-1.5">
        {policy.announcedOn && <Badge tone="accent">{t("desk.announced", { day: formatPlainDate(policy.announcedOn) })}</Badge>}
        {policy.hasDraft && <Badge>{t("desk.draft")}</Badge>}
        {policy.requiresAcceptance && <Badge tone="success">{t("desk.asks")}</Badge>}
        {policy.isArchived && <Badge tone="warn">{t("desk.archived")}</Badge>}
      </p>
    </div>
  );
}

function Move({ policy, isFirst, isLast }: { policy: PolicyDeskLine; isFirst: boolean; isLast: boolean }) {
  const t = getTranslator("policies");
  const words = {
    up: t("desk.up", { title: policy.title }),
    down: t("desk.down", { title: policy.title }),
    done: t("desk.moved"),
    first: t("desk.first"),
    last: t("desk.last"),
    invalid: t("desk.notMoved"),
    offline: t("form.offline"),
    signIn: t("form.signIn"),
  };
  return <MoveForm action={moveAction} permalink={POLICIES} id={{ name: "policyId", value: policy.id }} isFirst={isFirst} isLast={isLast} words={words} />;
}
