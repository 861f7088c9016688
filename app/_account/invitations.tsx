import { MailPlus } from "lucide-react";
import { accountFormWords, slipWords } from "@/app/_account/form-words";
import { FieldForm, type FieldSpec } from "@/components/forms/field-form";
import { Moment } from "@/components/tickets/moment";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { ActionResult } from "@/lib/actions/result";
import { INVITATION_DAYS, type InvitationView } from "@/lib/accounts/invitations";
import { ORGANIZATION_ROLES } from "@/lib/customers/types";
import { getTranslator } from "@/lib/i18n/translator";

type Action = (previous: ActionResult, form: FormData) => Promise<ActionResult>;
type Actions = Record<"invite" | "resend" | "withdraw", Action>;
type Props = { invitations: InvitationView[]; actions: Actions; address: string; organizationId: string; mayChooseRole: boolean; done: string | undefined; now: Temporal.Instant };

/** Who is invited into an organization, and who was and did not answer yet; of either area. @param done what was just done */
export function Invitations({ invitations, actions, address, organizationId, mayChooseRole, done, now }: Props) {
  const t = getTranslator("accounts");
  return (
    <>
      {(done === "sent" || done === "resent" || done === "withdrawn") && <Notice tone="success" live="polite" title={t(`invite.${done}`)} />}
      <Panel title={t("invite.new")}>
        <InviteForm action={actions.invite} address={address} hidden={{ organizationId }} mayChooseRole={mayChooseRole} />
      </Panel>
      <Panel title={t("invite.open")} isFlush>
        {invitations.length === 0 && (
          <EmptyState icon={<MailPlus aria-hidden="true" />} title={t("invite.none")}>
            {t("invite.noneHint")}
          </EmptyState>
        )}
        <ul className="divide-y">
          {invitations.map((invitation) => (
            <Open key={invitation.id} invitation={invitation} actions={actions} address={address} now={now} />
          ))}
        </ul>
      </Panel>
    </>
  );
}

/** @param carried hidden fields of a form that is shown to somebody whose session ended */
export function InviteForm({ action, address, hidden = {}, carried = [], mayChooseRole }: { action: Action; address: string; hidden?: Record<string, string>; carried?: string[]; mayChooseRole: boolean }) {
  const t = getTranslator("accounts");
  const role: FieldSpec = { kind: "radios", name: "role", label: t("invite.role"), options: ORGANIZATION_ROLES.map((value) => ({ value, label: t(`invite.${value}`) })), value: "member" };
  return (
    <FieldForm
      action={action}
      permalink={address}
      hidden={hidden}
      carried={carried}
      fields={[
        { kind: "text", name: "name", label: t("invite.name") },
        { kind: "email", name: "email", label: t("invite.email"), slip: slipWords() },
        ...(mayChooseRole ? [role] : []),
      ]}
      fieldOf={{ INVITATION_IS_MEMBER: "email", INVITATION_IS_STAFF: "email", INVITATION_SUSPENDED: "email", INVITATION_ELSEWHERE: "email" }}
      words={accountFormWords(t("invite.submit"), t("invite.submitting"))}
    >
      <p className="text-sm text-muted">{t("invite.hint", { days: INVITATION_DAYS })}</p>
    </FieldForm>
  );
}

function Open({ invitation: { id, name, email, role, invitedByName, sentAt, expiresAt, isExpired }, actions, address, now }: { invitation: InvitationView; actions: Actions; address: string; now: Temporal.Instant }) {
  const t = getTranslator("accounts");
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 py-3 text-sm sm:px-5">
      <div className="min-w-0 space-y-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-base">
          <span className="font-medium break-words">{name}</span>
          {role === "manager" && <Badge tone="accent">{t("invite.managerBadge")}</Badge>}
        </p>
        <p className="break-all text-muted">{email}</p>
        <p className="text-muted">
          {t("invite.by", { name: invitedByName })} <Moment at={sentAt} now={now} />
        </p>
        <p className={isExpired ? "text-warn" : "text-muted"}>
          {isExpired ? t("invite.expired") : t("invite.until")} <Moment at={expiresAt} now={now} />
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <FieldForm action={actions.resend} permalink={address} idPrefix={`resend-${id}-`} hidden={{ invitationId: id }} fields={[]} button="secondary" buttonLabel={t("invite.resendLong", { name })} isInline words={accountFormWords(t("invite.resend"), t("invite.resending"))} />
        <FieldForm action={actions.withdraw} permalink={address} idPrefix={`withdraw-${id}-`} hidden={{ invitationId: id }} fields={[]} button="quiet" buttonLabel={t("invite.withdrawLong", { name })} isInline words={accountFormWords(t("invite.withdraw"), t("invite.withdrawing"))} />
      </div>
    </li>
  );
}
