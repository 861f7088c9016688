import { UserCheck } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { accountFormWords } from "@/app/_account/form-words";
import { FieldForm } from "@/components/forms/field-form";
import { PageHeader } from "@/components/layout/page-header";
import { Moment } from "@/components/tickets/moment";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { isFormPost, isPlainFormPost } from "@/lib/actions/form-post";
import { listDecidedSignUps, listWaitingSignUps, type DecidedSignUp, type WaitingSignUp } from "@/lib/accounts/queries";
import { requireStaff } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { listOrganizationNames } from "@/lib/customers/queries";
import { getTranslator } from "@/lib/i18n/translator";
import { SignedOutForms } from "../../_components/signed-out-forms";
import type { Query } from "../../_data/list-address";
import { CustomersFrame } from "../_components/customers-frame";
import { CUSTOMERS, hrefOfCustomer, REQUESTS } from "../_data/addresses";
import { approveSignUpAction, refuseSignUpAction } from "./actions";

export function generateMetadata(): Metadata {
  return { title: getTranslator("accounts")("requests.title") };
}

/** Who signed up and waits for somebody to decide; below, what was decided. */
export default async function SignUpRequestsPage({ searchParams }: { searchParams: Promise<Query> }) {
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutForms address={REQUESTS} forms={[{ action: approveSignUpAction, names: ["organization"] }, { action: refuseSignUpAction, names: ["reason"] }]} />;
  const ctx = contextOf(await requireStaff());
  const [waiting, decided, names, isOpen] = await Promise.all([listWaitingSignUps(ctx), listDecidedSignUps(ctx), listOrganizationNames(ctx), isPlainFormPost()]);
  const t = getTranslator("accounts");
  return (
    <CustomersFrame>
      <PageHeader breadcrumbs={{ label: getTranslator("customers")("trail"), items: [{ label: getTranslator("customers")("title"), href: CUSTOMERS }, { label: t("requests.title") }] }} title={t("requests.title")} lead={t("requests.lead")} />
      {(await searchParams).done !== undefined && <Notice tone="success" live="polite" title={t("requests.done")} />}
      {waiting.length === 0 && (
        <EmptyState icon={<UserCheck aria-hidden="true" />} title={t("requests.none")}>
          {t("requests.noneHint")}
        </EmptyState>
      )}
      {waiting.map((signUp) => (
        <Waiting key={signUp.id} signUp={signUp} names={names} now={ctx.now} isOpen={isOpen} />
      ))}
      {decided.length > 0 && (
        <Panel title={t("requests.decided")} isFlush>
          <ul className="divide-y">
            {decided.map((signUp) => (
              <Decided key={signUp.id} signUp={signUp} now={ctx.now} />
            ))}
          </ul>
        </Panel>
      )}
    </CustomersFrame>
  );
}

/**
 * @param names of the organizations, to choose from
 * @param isOpen a form without a script was answered: its refusal must not be folded away
 */
function Waiting({ signUp: { id, name, email, confirmedAt, isFromProvider, invitedTo }, names, now, isOpen }: { signUp: WaitingSignUp; names: string[]; now: Temporal.Instant; isOpen: boolean }) {
  const t = getTranslator("accounts");
  return (
    <Panel title={name}>
      <div className="space-y-4">
        <p className="text-sm text-muted">
          <span className="break-all text-ink">{email}</span> · {isFromProvider ? t("requests.sinceProvider") : t("requests.since")} <Moment at={confirmedAt} now={now} />
        </p>
        {invitedTo.length > 0 && <p className="text-sm">{t("requests.invited", { organizations: invitedTo.join(", ") })}</p>}
        <FieldForm
          action={approveSignUpAction}
          permalink={REQUESTS}
          idPrefix={`approve-${id}-`}
          hidden={{ signUpId: id }}
          fields={[{ kind: "text", name: "organization", label: t("requests.organization"), hint: t("requests.organizationHint"), value: invitedTo.length === 1 ? (invitedTo[0] ?? "") : "", suggestions: names, isOptional: true }]}
          fieldOf={{ ORGANIZATION_UNKNOWN: "organization" }}
          buttonLabel={t("requests.approveLong", { name })}
          words={accountFormWords(t("requests.approve"), t("requests.approving"))}
        />
        <Disclosure summary={t("requests.refuseTitle")} isOpen={isOpen} className="border-t pt-2">
          <FieldForm
            action={refuseSignUpAction}
            permalink={REQUESTS}
            idPrefix={`refuse-${id}-`}
            hidden={{ signUpId: id }}
            fields={[{ kind: "textarea", name: "reason", label: t("requests.reason"), hint: t("requests.reasonHint") }]}
            button="secondary"
            buttonLabel={t("requests.refuseLong", { name })}
            words={accountFormWords(t("requests.refuse"), t("requests.refusing"))}
          />
        </Disclosure>
      </div>
    </Panel>
  );
}

function Decided({ signUp: { name, email, isApproved, decidedAt, decidedByName, reason, organization }, now }: { signUp: DecidedSignUp; now: Temporal.Instant }) {
  const t = getTranslator("accounts");
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 px-4 py-3 text-sm sm:px-5">
      <div className="min-w-0">
        <p className="font-medium break-words">{name}</p>
        <p className="break-all text-muted">{email}</p>
        {reason && <p className="break-words whitespace-pre-line">{reason}</p>}
        {organization && (
          <Link href={hrefOfCustomer(organization.slug)} prefetch={false} className="link inline-flex min-h-6 items-center">
            {organization.name}
          </Link>
        )}
      </div>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
        <Badge tone={isApproved ? "success" : "neutral"}>{isApproved ? t("requests.approved") : t("requests.refused")}</Badge>
        <span>{decidedByName ?? t("requests.byDomain")}</span>
        <Moment at={decidedAt} now={now} isRelativeFirst />
      </p>
    </li>
  );
}
