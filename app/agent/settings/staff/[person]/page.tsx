import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FieldForm } from "@/components/forms/field-form";
import { PageHeader } from "@/components/layout/page-header";
import { securityFormWords } from "@/components/security/security-words";
import { Moment } from "@/components/tickets/moment";
import { DescriptionList } from "@/components/ui/description-list";
import { Disclosure } from "@/components/ui/disclosure";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { isFormPost, isPlainFormPost } from "@/lib/actions/form-post";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { requireAdmin } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { findStaffMember } from "@/lib/security/staff-queries";
import type { StaffMemberView } from "@/lib/security/types";
import { listAssignees } from "@/lib/tickets/staff-queries";
import { AccessHistory } from "../../../_components/access-history";
import { ResetFactor } from "../../../_components/reset-factor";
import { SignedOutForms } from "../../../_components/signed-out-forms";
import { activateStaffAction, deactivateStaffAction, handOverAction, resetFactorAction } from "../actions";

const STAFF = "/agent/settings/staff";

export function generateMetadata(): Metadata {
  return { title: getTranslator("security")("staff.title") };
}

export default async function StaffMemberPage({ params }: { params: Promise<{ person: string }> }) {
  const { person: userId } = await params;
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutForms address={`${STAFF}/${encodeURIComponent(userId)}`} forms={[{ action: resetFactorAction, names: ["reason"] }]} />;
  const ctx = contextOf(await requireAdmin());
  const person = await findStaffMember(ctx, { userId });
  if (!person) notFound();
  const address = `${STAFF}/${person.id}`;
  const isOwn = person.id === ctx.actor.userId;
  const t = getTranslator("security");
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <PageHeader breadcrumbs={{ label: t("staff.title"), items: [{ label: t("staff.title"), href: STAFF }, { label: person.name }] }} title={person.isActive ? person.name : t("staff.inactiveName", { name: person.name })} lead={person.email} />
        <Access person={person} address={address} isOwn={isOwn} now={ctx.now} />
        <Tickets ctx={ctx} person={person} address={address} />
        <AccessHistory events={person.events} now={ctx.now} />
      </div>
    </div>
  );
}

async function Access({ person, address, isOwn, now }: { person: StaffMemberView; address: string; isOwn: boolean; now: Temporal.Instant }) {
  const t = getTranslator("security");
  const hidden = { userId: person.id };
  const isPosted = await isPlainFormPost();
  return (
    <Panel title={t("staff.access")}>
      <div className="space-y-4">
        <DescriptionList
          items={[
            { term: t("staff.role"), value: person.isAdmin ? t("staff.admin") : t("staff.agent") },
            { term: t("staff.state"), value: person.inactiveSince ? <>{t("staff.inactiveSince")} <Moment at={person.inactiveSince} now={now} /></> : t("staff.active") },
            { term: t("factor.title"), value: person.hasFactor ? t("factor.on") : t("factor.off") },
            { term: t("staff.lastSeenTerm"), value: person.lastSeenAt ? <Moment at={person.lastSeenAt} now={now} /> : t("staff.neverSeen") },
          ]}
        />
        {isOwn && (
          <p className="text-sm text-muted">
            <a href="/agent/account/security" className="link">
              {t("settings.own")}
            </a>
          </p>
        )}
        {!isOwn && person.hasFactor && <ResetFactor action={resetFactorAction} permalink={address} userId={person.id} />}
        {!isOwn && person.isActive && (
          <Disclosure summary={t("staff.deactivate")} isOpen={isPosted}>
            <p className="pb-3 text-sm text-muted">{t("staff.deactivateHint")}</p>
            <FieldForm action={deactivateStaffAction} permalink={address} idPrefix="deactivate-" hidden={hidden} fields={[]} button="danger" words={securityFormWords(t("staff.deactivateSubmit"))} />
          </Disclosure>
        )}
        {!person.isActive && <FieldForm action={activateStaffAction} permalink={address} idPrefix="activate-" hidden={hidden} fields={[]} button="secondary" words={securityFormWords(t("staff.activate"))} />}
      </div>
    </Panel>
  );
}

async function Tickets({ ctx, person, address }: { ctx: Context<StaffActor>; person: StaffMemberView; address: string }) {
  const t = getTranslator("security");
  const others = (await listAssignees(ctx)).filter(({ id }) => id !== person.id);
  return (
    <Panel title={t("staff.tickets")}>
      <div className="space-y-4">
        <p className="text-muted">{t("staff.openTickets", { count: person.openTickets })}</p>
        {person.tickets.length > 0 && (
          <>
            <ul className="divide-y text-sm">
              {person.tickets.map(({ reference, subject }) => (
                <li key={reference} className="py-2">
                  <a href={`/agent/tickets/${reference}`} className="link inline-flex min-h-6 items-center tabular-nums">
                    {reference}
                  </a>{" "}
                  <span className="break-words">{subject}</span>
                </li>
              ))}
            </ul>
            <FieldForm
              action={handOverAction}
              permalink={address}
              idPrefix="hand-over-"
              hidden={{ userId: person.id }}
              fields={[{ kind: "select", name: "to", label: t("staff.handOver"), hint: t("staff.handOverHint"), options: [{ value: "", label: t("staff.nobody") }, ...others.map(({ id, name }) => ({ value: id, label: name }))], isOptional: true }]}
              fieldOf={{ UNKNOWN_ASSIGNEE: "to" }}
              button={person.isActive ? "secondary" : "primary"}
              words={securityFormWords(t("staff.handOverSubmit", { count: person.openTickets }))}
            />
          </>
        )}
      </div>
    </Panel>
  );
}
