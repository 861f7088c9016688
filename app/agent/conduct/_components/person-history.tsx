import { FieldForm } from "@/components/forms/field-form";
import { conductFormWords, endText, momentText } from "@/components/conduct/conduct-words";
import { Badge } from "@/components/ui/badge";
import { DescriptionList } from "@/components/ui/description-list";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import type { PersonConduct, SuspensionView } from "@/lib/conduct/views";
import { getTranslator } from "@/lib/i18n/translator";
import { decideAppealAction, liftAction } from "../actions";
import { hrefOfCase } from "../_data/addresses";

/** Suspensions with what can be done about them, then warnings and cases, newest first. `hasOtherAdmin` where an appeal may wait for one. */
export function PersonHistory({ history, now, address, current, hasOtherAdmin = true, isPosted = false }: { history: PersonConduct; now: Temporal.Instant; address: string; current?: string; hasOtherAdmin?: boolean; isPosted?: boolean }) {
  const t = getTranslator("conduct");
  const { cases, warnings, suspensions } = history;
  if (cases.length + warnings.length + suspensions.length === 0) return <p className="text-sm text-muted">{t("history.none")}</p>;
  return (
    <div className="space-y-4">
      {suspensions.map((suspension) => (
        <SuspensionPart key={suspension.id} suspension={suspension} name={history.name} now={now} address={address} hasOtherAdmin={hasOtherAdmin} isPosted={isPosted} />
      ))}
      <ul className="divide-y text-sm">
        {warnings.map((warning) => (
          <li key={warning.caseId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <a href={hrefOfCase(warning.caseId)} className="link">
              {t("history.warning", { number: warning.number, name: warning.byName })}
            </a>
            <span className="flex flex-wrap items-center gap-2 text-muted">
              <Badge tone={warning.counts ? "warn" : "neutral"}>{t(warning.counts ? "history.counts" : "history.old")}</Badge>
              {momentText(warning.sentAt, now)}
            </span>
          </li>
        ))}
        {cases.map((each) => (
          <li key={each.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            {each.id === current ? <span>{caseName(each.reference)}</span> : <a href={hrefOfCase(each.id)} className="link">{caseName(each.reference)}</a>}
            <span className="flex flex-wrap items-center gap-2 text-muted">
              <Badge>{t(`case.state.${each.state}`)}</Badge>
              {momentText(each.openedAt, now)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function caseName(reference: string | null): string {
  const t = getTranslator("conduct");
  return reference ? t("history.case", { reference }) : t("history.chatCase");
}

function SuspensionPart({ suspension, name, now, address, hasOtherAdmin, isPosted }: { suspension: SuspensionView; name: string; now: Temporal.Instant; address: string; hasOtherAdmin: boolean; isPosted: boolean }) {
  const t = getTranslator("conduct");
  const state = suspension.isRunning ? "running" : suspension.isOpen ? "later" : "over";
  const { lifted, appeal } = suspension;
  return (
    <section className="space-y-3 rounded-md border p-3 sm:p-4">
      <h3 className="flex flex-wrap items-center gap-2 font-semibold">
        {t("history.suspension")}
        <Badge tone={suspension.isOpen ? "danger" : "neutral"}>{t(`history.${state}`)}</Badge>
      </h3>
      <DescriptionList
        items={[
          { term: t("history.reason"), value: <span className="whitespace-pre-line break-words">{suspension.reason}</span> },
          { term: t("history.from"), value: momentText(suspension.startsAt, now) },
          { term: t("history.until"), value: endText(suspension.endsAt, now) },
          { term: t("history.scope"), value: t(`scope.${suspension.scope}`) },
        ]}
      />
      <p className="text-sm text-muted">{t("history.by", { name: suspension.imposedByName })}</p>
      {lifted && <p className="text-sm text-muted">{t("history.lifted", { name: lifted.byName })}. {lifted.note && t("history.liftedNote", { note: lifted.note })}</p>}
      {appeal && (
        <div className="space-y-2 border-t pt-3">
          <h4 className="font-semibold">{t("appeal.says", { name })}</h4>
          <p className="whitespace-pre-line break-words">{appeal.body}</p>
          {appeal.decided && (
            <Notice title={t(`appeal.results.${appeal.decided.outcome}`)}>
              <p className="whitespace-pre-line break-words">{appeal.decided.answer}</p>
              <p className="text-sm text-muted">{t("appeal.decidedBy", { name: appeal.decided.byName })}</p>
            </Notice>
          )}
          {suspension.can.decide && <AppealForm suspension={suspension} address={address} />}
          {!appeal.decided && !suspension.can.decide && <Notice tone="warn" title={t("appeal.otherNeeded")}>{hasOtherAdmin ? t("appeal.otherNeededLead") : t("appeal.noOther")}</Notice>}
        </div>
      )}
      {suspension.can.lift && (
        <Disclosure summary={t("history.lift")} isOpen={isPosted} className="text-sm">
          <FieldForm
            action={liftAction}
            permalink={address}
            idPrefix={`lift-${suspension.id}-`}
            hidden={{ suspensionId: suspension.id }}
            fields={[{ kind: "textarea", name: "note", label: t("history.liftNote"), hint: t("history.liftHint") }]}
            button="secondary"
            words={conductFormWords(t("history.liftSubmit"))}
          />
        </Disclosure>
      )}
    </section>
  );
}

function AppealForm({ suspension, address }: { suspension: SuspensionView; address: string }) {
  const t = getTranslator("conduct");
  return (
    <div className="space-y-3">
      <h4 className="font-semibold">{t("appeal.decide")}</h4>
      <FieldForm
        action={decideAppealAction}
        permalink={address}
        idPrefix={`appeal-${suspension.id}-`}
        hidden={{ suspensionId: suspension.id }}
        fieldOf={{ SHORTEN_TO_EARLIER: "until" }}
        fields={[
          { kind: "select", name: "outcome", label: t("appeal.outcome"), placeholder: t("appeal.choose"), options: (["upheld", "shortened", "lifted"] as const).map((value) => ({ value, label: t(`appeal.results.${value}`) })) },
          { kind: "date", name: "until", label: t("appeal.until"), hint: t("appeal.untilHint"), isOptional: true },
          { kind: "textarea", name: "answer", label: t("appeal.answer"), hint: t("appeal.answerHint"), rows: 4 },
        ]}
        words={conductFormWords(t("appeal.submit"))}
      />
    </div>
  );
}
