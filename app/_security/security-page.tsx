import { ShieldCheck } from "lucide-react";
import { FieldForm } from "@/components/forms/field-form";
import { PageHeader } from "@/components/layout/page-header";
import { CodesForm } from "@/components/security/codes-form";
import { FactorSetUpSteps } from "@/components/security/factor-set-up";
import { codesFormWords, securityFormWords } from "@/components/security/security-words";
import { Moment } from "@/components/tickets/moment";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { isPlainFormPost } from "@/lib/actions/form-post";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { findCurrentSession } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { findFactorSetUp, getFactor, listOwnSessions } from "@/lib/security/queries";
import type { FactorState, FactorView, SessionView } from "@/lib/security/types";
import { beginFactorAction, endOthersAction, endSessionAction, recoveryCodesAction, removeFactorAction } from "./actions";

/** One's second factor and one's open sessions; of either area. @param address of the page */
export async function SecurityPage({ ctx, address }: { ctx: Context<PersonActor>; address: string }) {
  const issuer = getTranslator("public")("brand.name");
  const session = await findCurrentSession();
  const [factor, setUp, sessions] = await Promise.all([getFactor(ctx), findFactorSetUp(ctx, { issuer }), listOwnSessions(ctx, { currentId: session?.id ?? null })]);
  const t = getTranslator("security");
  const own = getTranslator("accounts");
  return (
    <div className="space-y-5">
      <PageHeader breadcrumbs={{ label: own("own.title"), items: [{ label: own("own.title"), href: address.replace(/\/security$/, "") }, { label: t("page.title") }] }} title={t("page.title")} lead={t("page.lead")} />
      <Panel title={t("factor.title")} actions={<FactorBadge state={factor.state} />}>
        <div className="space-y-5">
          <p className="max-w-prose text-muted">{ctx.actor.kind === "staff" ? t("factor.leadStaff") : t("factor.lead")}</p>
          {factor.state === "none" && <Begin address={address} />}
          {factor.activeSince && (
            <p className="flex flex-wrap items-center gap-x-2">
              <ShieldCheck aria-hidden="true" className="size-4 text-success" />
              <span>
                {t("factor.since")} <Moment at={factor.activeSince} now={ctx.now} />
              </span>
            </p>
          )}
          {factor.state !== "none" && (
            <CodesForm
              action={recoveryCodesAction}
              permalink={address}
              next={address}
              {...(factor.state === "active" ? { button: "secondary" as const } : {})}
              after={factor.state === "begun" && <Begin address={address} isAgain />}
              words={factor.state === "active" ? codesFormWords(t("recovery.renew"), t("recovery.renewHint")) : codesFormWords(t("setUp.submit"), t("setUp.hint"))}
            >
              {setUp && <FactorSetUpSteps setUp={setUp} />}
              {factor.state === "active" && <p>{t("recovery.left", { count: factor.codesLeft })}</p>}
            </CodesForm>
          )}
          {factor.state === "active" && <Remove factor={factor} address={address} />}
        </div>
      </Panel>
      <Sessions sessions={sessions} now={ctx.now} address={address} />
    </div>
  );
}

/** None while it is being set up: the codes are shown before the page is read anew. */
function FactorBadge({ state }: { state: FactorState }) {
  const t = getTranslator("security");
  if (state === "begun") return null;
  return state === "active" ? (
    <Badge tone="success" dot>
      {t("factor.on")}
    </Badge>
  ) : (
    <Badge>{t("factor.off")}</Badge>
  );
}

function Begin({ address, isAgain = false }: { address: string; isAgain?: boolean }) {
  const t = getTranslator("security");
  return (
    <FieldForm
      action={beginFactorAction}
      permalink={address}
      idPrefix="begin-"
      fields={[]}
      button={isAgain ? "quiet" : "primary"}
      {...(isAgain ? { isInline: true } : {})}
      words={securityFormWords(isAgain ? t("factor.beginAgain") : t("factor.begin"))}
    />
  );
}

async function Remove({ factor, address }: { factor: FactorView; address: string }) {
  const t = getTranslator("security");
  if (factor.isRequired) return <Notice>{t("factor.required")}</Notice>;
  return (
    <Disclosure summary={t("factor.remove")} isOpen={await isPlainFormPost()}>
      <FieldForm
        action={removeFactorAction}
        permalink={address}
        idPrefix="remove-"
        fields={[{ kind: "text", name: "code", label: t("form.anyCode"), hint: t("form.anyCodeHint") }]}
        fieldOf={{ WRONG_CODE: "code" }}
        button="danger"
        words={securityFormWords(t("factor.removeSubmit"))}
      />
    </Disclosure>
  );
}

function Sessions({ sessions, now, address }: { sessions: SessionView[]; now: Temporal.Instant; address: string }) {
  const t = getTranslator("security");
  const others = sessions.filter(({ isThis }) => !isThis).length;
  return (
    <Panel
      title={t("sessions.title")}
      isFlush
      actions={others > 0 && <FieldForm action={endOthersAction} permalink={address} idPrefix="others-" fields={[]} button="secondary" isInline words={securityFormWords(t("sessions.endOthers"))} />}
    >
      <ul className="divide-y">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 py-3 text-sm sm:px-5">
            <div className="min-w-0 space-y-1">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
                {session.device}
                {session.isThis && <Badge tone="accent">{t("sessions.this")}</Badge>}
              </p>
              <p className="text-muted">
                {session.address !== "" && `${t("sessions.network", { address: session.address })} · `}
                {t("sessions.since")} <Moment at={session.since} now={now} />
              </p>
              <p className="text-muted">
                {t("sessions.lastSeen")} <Moment at={session.lastSeenAt} now={now} />
              </p>
            </div>
            {!session.isThis && (
              <FieldForm
                action={endSessionAction}
                permalink={address}
                idPrefix={`${session.id}-`}
                hidden={{ sessionId: session.id }}
                fields={[]}
                button="quiet"
                buttonLabel={t("sessions.endLong", { device: session.device })}
                isInline
                words={securityFormWords(t("sessions.end"))}
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
