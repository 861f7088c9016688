import { Check, Clock } from "lucide-react";
import { accountFormWords, slipWords } from "@/app/_account/form-words";
import { askAddressChangeAction, askOwnPasswordAction, changeNameAction, changePasswordAction, withdrawAddressChangeAction } from "@/app/_account/own-actions";
import { FieldForm } from "@/components/forms/field-form";
import { PageHeader } from "@/components/layout/page-header";
import { Moment } from "@/components/tickets/moment";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { getOwnAccount, type AddressChangeView, type OwnAccountView } from "@/lib/accounts/own-account";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { PASSWORD_MIN } from "@/lib/auth/password-rules";
import { getTranslator } from "@/lib/i18n/translator";

/** One's name, address and password; of either area. @param area its first part of addresses */
export async function OwnAccountPage({ ctx, area }: { ctx: Context<PersonActor>; area: "/portal" | "/agent" }) {
  const account = await getOwnAccount(ctx);
  const address = `${area}/account`;
  const t = getTranslator("accounts");
  return (
    <div className="space-y-5">
      <PageHeader title={t("own.title")} lead={t("own.lead")} />
      <Panel title={t("own.nameTitle")}>
        <FieldForm
          action={changeNameAction}
          permalink={address}
          idPrefix="name-"
          fields={[{ kind: "text", name: "name", label: t("own.name"), hint: t("own.nameHint"), value: account.name, autoComplete: "name" }]}
          button="secondary"
          words={accountFormWords(t("own.saveName"), t("own.savingName"), t("own.nameSaved"))}
        />
      </Panel>
      <Panel title={t("own.addressTitle")}>
        <Address account={account} address={address} now={ctx.now} />
      </Panel>
      <Panel title={t("own.passwordTitle")}>{account.hasPassword ? <Password email={account.email} address={address} /> : <NoPassword email={account.email} address={address} />}</Panel>
      <Panel title={t("own.moreTitle")} isFlush>
        <ul className="divide-y">
          <More href={`${address}/security`} label={t("own.security")} hint={t("own.securityHint")} />
          <More href={`${area}/notifications/preferences`} label={t("own.notifications")} hint={t("own.notificationsHint")} />
        </ul>
      </Panel>
    </div>
  );
}

function Address({ account: { email, change }, address, now }: { account: OwnAccountView; address: string; now: Temporal.Instant }) {
  const t = getTranslator("accounts");
  return (
    <div className="space-y-5">
      <p className="break-words">{t("own.address", { email })}</p>
      {change?.state === "open" && <Pending email={email} change={change} address={address} now={now} />}
      {change && change.state !== "open" && <Notice tone="warn">{t(`own.${change.state}`, { email: change.to })}</Notice>}
      {change?.state !== "open" && (
        <FieldForm
          action={askAddressChangeAction}
          permalink={address}
          idPrefix="address-"
          fields={[{ kind: "email", name: "email", label: t("own.newAddress"), hint: t("own.newAddressHint"), autoComplete: "email", slip: slipWords() }]}
          fieldOf={{ ADDRESS_SAME: "email" }}
          button="secondary"
          words={accountFormWords(t("own.ask"), t("own.asking"))}
        />
      )}
    </div>
  );
}

/** Each of both addresses, and what is still wanted of it. */
function Pending({ email, change: { to, isOldAllowed, isNewConfirmed, until }, address, now }: { email: string; change: AddressChangeView; address: string; now: Temporal.Instant }) {
  const t = getTranslator("accounts");
  return (
    <div className="space-y-4">
      <Notice tone="accent" live="polite" title={<span className="break-words">{t("own.pending", { email: to })}</span>}>
        <p>{t("own.pendingLead")}</p>
        <ul className="space-y-1">
          <Side isDone={isOldAllowed} text={t(isOldAllowed ? "own.oldAllowed" : "own.oldMissing", { email })} />
          <Side isDone={isNewConfirmed} text={t(isNewConfirmed ? "own.newConfirmed" : "own.newMissing", { email: to })} />
        </ul>
      </Notice>
      <p className="text-sm text-muted">
        {t("own.until")} <Moment at={until} now={now} />
      </p>
      <FieldForm action={withdrawAddressChangeAction} permalink={address} idPrefix="withdraw-" fields={[]} button="secondary" isInline words={accountFormWords(t("own.withdraw"), t("own.withdrawing"))} />
    </div>
  );
}

function Side({ isDone, text }: { isDone: boolean; text: string }) {
  const Icon = isDone ? Check : Clock;
  return (
    <li className="flex items-start gap-2">
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0 break-words">{text}</span>
    </li>
  );
}

function Password({ email, address }: { email: string; address: string }) {
  const t = getTranslator("accounts");
  return (
    <div className="space-y-4">
      <p className="text-sm text-muted">{t("own.passwordLead")}</p>
      <FieldForm
        action={changePasswordAction}
        permalink={address}
        idPrefix="password-"
        fields={[
          { kind: "password", name: "currentPassword", label: t("own.currentPassword"), autoComplete: "current-password" },
          { kind: "password", name: "password", label: t("own.password"), hint: t("own.passwordHint", { min: PASSWORD_MIN }), autoComplete: "new-password" },
          { kind: "password", name: "passwordAgain", label: t("own.passwordAgain"), autoComplete: "new-password" },
        ]}
        fieldOf={{ WRONG_PASSWORD: "currentPassword", PASSWORD_MISMATCH: "passwordAgain" }}
        isClearedWhenDone
        button="secondary"
        words={accountFormWords(t("own.savePassword"), t("own.savingPassword"), t("own.passwordSaved"))}
      >
        {/* Password managers keep a password under the name that stands with it. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
      </FieldForm>
      <a href="/forgot-password" className="link inline-flex min-h-6 items-center text-sm">
        {t("own.forgot")}
      </a>
    </div>
  );
}

function NoPassword({ email, address }: { email: string; address: string }) {
  const t = getTranslator("accounts");
  return (
    <div className="space-y-4">
      <p className="break-words text-muted">{t("own.noPassword", { email })}</p>
      <FieldForm action={askOwnPasswordAction} permalink={address} idPrefix="make-password-" fields={[]} button="secondary" words={accountFormWords(t("own.makePassword"), t("own.makingPassword"), t("own.passwordSent"))} />
    </div>
  );
}

function More({ href, label, hint }: { href: string; label: string; hint: string }) {
  return (
    <li className="px-4 py-3 sm:px-5">
      <a href={href} className="link inline-flex min-h-6 items-center font-medium">
        {label}
      </a>
      <p className="text-sm text-muted">{hint}</p>
    </li>
  );
}
