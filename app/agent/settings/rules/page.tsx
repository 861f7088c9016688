import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { requireAdmin } from "@/lib/auth/gate";
import { listRules } from "@/lib/automation/queries";
import { findRoutines } from "@/lib/automation/settings";
import { getTranslator } from "@/lib/i18n/translator";
import { RoutinesForm } from "./_components/routines-form";
import { RuleList } from "./_components/rule-list";
import { NEW_RULE } from "./_data/addresses";

export function generateMetadata(): Metadata {
  return { title: getTranslator("automation")("title") };
}

/** What the desk does by itself: the rules that an administrator wrote, and what it does without any. */
export default async function RulesPage() {
  const ctx = contextOf(await requireAdmin());
  const [rules, routines] = await Promise.all([listRules(ctx), findRoutines(ctx)]);
  if (!routines) notFound();
  const t = getTranslator("automation");
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <PageHeader
          title={t("title")}
          lead={t("lead")}
          actions={
            <ButtonLink variant="primary" href={NEW_RULE}>
              {t("new")}
            </ButtonLink>
          }
        />
        <RuleList rules={rules} />
        <Panel title={t("routines.title")}>
          <RoutinesForm routines={routines} now={ctx.now} />
        </Panel>
      </div>
    </div>
  );
}
