import type { Metadata } from "next";
import { conductFormWords, endText, momentText } from "@/components/conduct/conduct-words";
import { FieldForm, type FieldSpec } from "@/components/forms/field-form";
import { PageHeader } from "@/components/layout/page-header";
import { Moment } from "@/components/tickets/moment";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { requireCustomer } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { findOwnSuspension, type OwnSuspension } from "@/lib/conduct/person-queries";
import { getTranslator } from "@/lib/i18n/translator";
import { appealAction } from "./actions";

const ADDRESS = "/portal/suspension";

export function generateMetadata(): Metadata {
  return { title: getTranslator("conduct")("suspension.title") };
}

/** Why, until when, what still works, and how to appeal; afterwards what came of it. */
export default async function SuspensionPage() {
  const t = getTranslator("conduct");
  if ((await isFormPost()) && !(await findPerson())) {
    return (
      <div className="max-w-narrow space-y-6">
        <h1 className="text-xl font-semibold">{t("suspension.title")}</h1>
        <AppealForm />
      </div>
    );
  }
  const ctx = contextOf(await requireCustomer());
  const suspension = await findOwnSuspension(ctx);
  return (
    <div className="mx-auto max-w-narrow space-y-6">
      <PageHeader title={t("suspension.title")} />
      {suspension ? (
        <Details suspension={suspension} now={ctx.now} />
      ) : (
        <Notice title={t("suspension.none")} actions={<ButtonLink href="/portal/tickets">{getTranslator("portal")("nav.tickets")}</ButtonLink>}>
          {t("suspension.noneLead")}
        </Notice>
      )}
    </div>
  );
}

function Details({ suspension, now }: { suspension: OwnSuspension; now: Temporal.Instant }) {
  const t = getTranslator("conduct");
  const [from, until] = [momentText(suspension.startsAt, now), endText(suspension.endsAt, now)];
  return (
    <>
      {suspension.isOver && (
        <Notice tone="success" title={t("suspension.over")}>
          {t("suspension.overLead")}
        </Notice>
      )}
      {!suspension.isOver && !suspension.isRunning && <Notice tone="warn" title={t("suspension.later", { from })} />}
      <Panel title={t("suspension.why")}>
        <p className="whitespace-pre-line break-words">{suspension.reason}</p>
      </Panel>
      <Panel title={t("suspension.when")}>
        <p>{t("suspension.period", { from, until })}</p>
        {suspension.liftNote && (
          <p className="mt-2 whitespace-pre-line break-words">
            <span className="font-medium">{t("suspension.note")}:</span> {suspension.liftNote}
          </p>
        )}
      </Panel>
      {!suspension.isOver && <WhatWorks suspension={suspension} />}
      <Appeal suspension={suspension} now={now} />
    </>
  );
}

function WhatWorks({ suspension: { scope, essential } }: { suspension: OwnSuspension }) {
  const t = getTranslator("conduct");
  const departments = scope === "all_but_essential" ? essential.join(", ") : "";
  return (
    <>
      <Panel title={t("suspension.works")}>
        <ul className="list-disc space-y-1 pl-5">
          {departments && <li className="font-medium">{t("suspension.worksEssential", { departments })}</li>}
          <li>{t("suspension.worksRead")}</li>
          <li>{t("suspension.worksQuotes")}</li>
          <li>{t("suspension.worksAppointments")}</li>
          <li>{t("suspension.worksClose")}</li>
          <li>{t("suspension.worksDrafts")}</li>
        </ul>
      </Panel>
      <Panel title={t("suspension.stopped")}>
        <p>{t(departments ? "suspension.stoppedOther" : "suspension.stoppedAll")}</p>
      </Panel>
    </>
  );
}

function Appeal({ suspension, now }: { suspension: OwnSuspension; now: Temporal.Instant }) {
  const t = getTranslator("conduct");
  const { appeal } = suspension;
  if (!appeal && suspension.isOver) return null;
  if (!appeal) {
    return (
      <Panel id="appeal" title={t("suspension.appeal")}>
        <div className="space-y-4">
          <p className="text-muted">{t("suspension.appealLead")}</p>
          <AppealForm suspensionId={suspension.id} />
        </div>
      </Panel>
    );
  }
  return (
    <Panel id="appeal" title={t("suspension.appealSent")}>
      <div className="space-y-3">
        <Moment at={appeal.sentAt} now={now} className="text-sm text-muted" />
        <p className="whitespace-pre-line break-words">{appeal.body}</p>
        {appeal.decided ? (
          <Notice tone="accent" title={t("suspension.appealResult", { outcome: t(`appeal.results.${appeal.decided.outcome}`) })}>
            <p className="whitespace-pre-line break-words">{appeal.decided.answer}</p>
          </Notice>
        ) : (
          <Notice title={t("suspension.appealWaits")} />
        )}
      </div>
    </Panel>
  );
}

/** Without the suspension's id to somebody who is signed out: it is the one of the form that they posted. */
function AppealForm({ suspensionId }: { suspensionId?: string }) {
  const t = getTranslator("conduct");
  const fields: FieldSpec[] = [{ kind: "textarea", name: "body", label: t("suspension.appealBody"), rows: 8 }];
  return <FieldForm action={appealAction} permalink={ADDRESS} {...(suspensionId ? { hidden: { suspensionId } } : { carried: ["suspensionId"] })} fields={fields} words={conductFormWords(t("suspension.appealSubmit"))} />;
}
