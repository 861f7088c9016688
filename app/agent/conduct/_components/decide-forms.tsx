import { FieldForm } from "@/components/forms/field-form";
import { conductFormWords } from "@/components/conduct/conduct-words";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { SUSPENSION_SCOPES } from "@/lib/conduct/types";
import type { CaseView } from "@/lib/conduct/views";
import { getTranslator } from "@/lib/i18n/translator";
import { dismissAction, suspendAction, warnAction } from "../actions";

/** What this reviewer may decide; what they may not says why, and who may. */
export function DecideForms({ view, address, today, isPosted }: {
  view: CaseView;
  address: string;
  today: string;
  /** Without JavaScript: what was refused must not be folded away. */
  isPosted: boolean;
}) {
  const t = getTranslator("conduct");
  const note = { kind: "textarea", name: "note", label: t("case.note"), hint: t("case.noteHint") } as const;
  return (
    <div className="space-y-2">
      {view.state === "open" && !view.can.review && <Notice title={t("case.notYours")}>{t("case.notYoursLead")}</Notice>}
      {view.can.review && (
        <div className="divide-y">
          {view.warning ? (
            <Disclosure summary={t("case.warn")} id="warn" isOpen>
              <div className="space-y-3 pb-3">
                <p className="font-medium">{t("case.warnNumber", { number: view.warning.number })}</p>
                <p className="text-sm text-muted">{t(view.about.isStaff ? "case.warnStaffLead" : "case.warnLead")}</p>
                <FieldForm
                  action={warnAction}
                  permalink={address}
                  idPrefix="warn-"
                  hidden={{ caseId: view.id, number: String(view.warning.number) }}
                  fields={[{ kind: "textarea", name: "body", label: t("case.warnText"), rows: 10, value: view.warning.text }, { ...note, isOptional: true }]}
                  words={conductFormWords(t("case.warnSubmit"))}
                />
              </div>
            </Disclosure>
          ) : (
            <p className="py-3 text-sm text-muted">{t("case.warnNone")}</p>
          )}
          <Disclosure summary={t("case.dismiss")} id="dismiss" isOpen={isPosted}>
            <div className="space-y-3 pb-3">
              <p className="text-sm text-muted">{t("case.dismissLead")}</p>
              <FieldForm action={dismissAction} permalink={address} idPrefix="dismiss-" hidden={{ caseId: view.id }} fields={[note]} button="secondary" words={conductFormWords(t("case.dismissSubmit"))} />
            </div>
          </Disclosure>
        </div>
      )}
      {view.can.suspend && <SuspendForm view={view} address={address} today={today} isPosted={isPosted} />}
    </div>
  );
}

function SuspendForm({ view, address, today, isPosted }: { view: CaseView; address: string; today: string; isPosted: boolean }) {
  const t = getTranslator("conduct");
  const isEarly = view.warnings < 2;
  return (
    <Disclosure summary={t("case.suspend")} id="suspend" isOpen={isPosted}>
      <div className="space-y-3 pb-3">
        <p className="text-sm text-muted">{t("case.suspendLead")}</p>
        {isEarly && <Notice tone="warn">{t("case.suspendEarly", { warnings: view.warnings })}</Notice>}
        <FieldForm
          action={suspendAction}
          permalink={address}
          idPrefix="suspend-"
          hidden={{ caseId: view.id }}
          fieldOf={{ SUSPENSION_ENDS_BEFORE: "until", SUSPENSION_TOO_LONG: "until", SUSPENSION_IN_PAST: "from", SUSPENDED_ALREADY: "from", WARNINGS_FIRST: "justification" }}
          fields={[
            { kind: "textarea", name: "reason", label: t("case.reason"), hint: t("case.reasonHint"), rows: 4 },
            { kind: "date", name: "from", label: t("case.from"), value: today },
            { kind: "date", name: "until", label: t("case.until"), hint: t("case.untilHint") },
            { kind: "select", name: "scope", label: t("case.scope"), value: "all_but_essential", options: SUSPENSION_SCOPES.map((value) => ({ value, label: t(`scope.${value}`) })) },
            ...(isEarly
              ? ([
                  { kind: "checkbox", name: "isThreat", label: t("case.isThreat"), hint: t("case.isThreatHint") },
                  { kind: "textarea", name: "justification", label: t("case.justification"), hint: t("case.justificationHint"), isOptional: true },
                ] as const)
              : []),
          ]}
          button="danger"
          words={conductFormWords(t("case.suspendSubmit"))}
        />
      </div>
    </Disclosure>
  );
}
