import { FlaskConical } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { PageHeader } from "@/components/layout/page-header";
import { Moment } from "@/components/tickets/moment";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { Table, Td, Th } from "@/components/ui/table";
import { contextOf } from "@/lib/actions/context";
import { requireAdmin } from "@/lib/auth/gate";
import { findRule, type RuleView } from "@/lib/automation/queries";
import { tryRule, type Trial } from "@/lib/automation/try-rule";
import { getTranslator } from "@/lib/i18n/translator";
import { SwitchForm } from "../../_components/switch-form";
import { hrefOfRule, hrefOfTrial, RULES } from "../../_data/addresses";
import { outcomeWords, ruleSentence } from "../../_data/rule-words";

type Props = { params: Promise<{ rule: string }> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("automation")("try.title") };
}

/** What a rule would have done with past tickets, and the button that has it act from now on. */
export default async function TrialPage({ params }: Props) {
  const { rule: id } = await params;
  const ctx = contextOf(await requireAdmin());
  const isId = z.uuid().safeParse(id).success;
  const [rule, trial] = isId ? await Promise.all([findRule(ctx, id), tryRule(ctx, id)]) : [null, null];
  if (!rule || !trial) notFound();
  const t = getTranslator("automation");
  const count = trial.matches.length;
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-5xl space-y-5">
        <PageHeader
          breadcrumbs={{ label: t("title"), items: [{ label: t("title"), href: RULES }, { label: rule.name, href: hrefOfRule(rule.id) }, { label: t("try.title") }] }}
          title={t("try.title")}
          lead={t("try.lead", { name: rule.name, count: trial.looked })}
        />
        <p className="text-sm wrap-anywhere">{ruleSentence(rule)}</p>
        {count === 0 ? (
          <EmptyState icon={<FlaskConical aria-hidden="true" />} title={t("try.none")}>
            {t("try.noneLead")}
          </EmptyState>
        ) : (
          <section className="space-y-2">
            <h2 className="text-base font-semibold">{trial.isMore ? t("try.more", { count }) : t("try.found", { count })}</h2>
            <p className="text-sm text-muted">{t("try.caveat")}</p>
            <Matches rule={rule} matches={trial.matches} now={ctx.now} />
          </section>
        )}
        <Panel title={t("switch.title")}>{rule.state === "on" ? <p className="text-sm">{t("try.isOn")}</p> : <SwitchForm rule={rule} to="on" permalink={hrefOfTrial(rule.id)} />}</Panel>
      </div>
    </div>
  );
}

function Matches({ rule, matches, now }: { rule: RuleView; matches: Trial["matches"]; now: Temporal.Instant }) {
  const t = getTranslator("automation");
  return (
    <div className="rounded-lg border bg-surface">
      <Table label={t("try.label")} isDense>
        <thead>
          <tr>
            <Th>{t("try.ticket")}</Th>
            <Th>{t("try.would")}</Th>
            <Th>{t("try.when")}</Th>
          </tr>
        </thead>
        <tbody>
          {matches.map(({ ticket, at, planned }) => (
            <tr key={`${ticket.reference} ${at}`}>
              <Th scope="row" className="min-w-36 break-words">
                <Link href={`/agent/tickets/${ticket.reference}`} prefetch={false} className="link inline-flex min-h-6 items-center">
                  {ticket.reference}
                </Link>
                <br />
                <span className="font-normal text-muted">{ticket.subject}</span>
              </Th>
              <Td className="min-w-44">
                <ul>
                  {planned.map((outcome, index) => (
                    <li key={index}>{outcomeWords(outcome, rule, "would")}</li>
                  ))}
                </ul>
              </Td>
              <Td>
                <Moment at={at} now={now} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
