import { Moment } from "@/components/tickets/moment";
import { ButtonLink } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { formatDuration } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import type { AuthorisedView } from "@/lib/quotes/work-types";
import { FieldForm } from "../../../../_components/field-form";
import { closeWorkAction, releaseWorkAction } from "../actions";
import { workFormWords } from "../_data/words";

/** The end of the work under an authorisation: how it ended, or the way to end it. */
export function ClosingPart({ authorised, address, now }: { authorised: AuthorisedView; address: string; now: Temporal.Instant }) {
  return <div className="mt-4 space-y-3 border-t pt-4 text-sm">{authorised.closing ? <Closed authorised={authorised} now={now} /> : <CloseForms authorised={authorised} address={address} />}</div>;
}

function Closed({ authorised: { closing, charge }, now }: { authorised: AuthorisedView; now: Temporal.Instant }) {
  const t = getTranslator("work");
  if (!closing) return null;
  return (
    <>
      <h3 className="font-semibold">{t("close.statement")}</h3>
      <p className="whitespace-pre-line break-words">{closing.statement}</p>
      <p className="text-muted">
        {t("close.by", { name: closing.closedByName })} <Moment at={closing.closedAt} now={now} />
      </p>
      {charge && (
        <ButtonLink size="sm" isBlock href={`/agent/charges/${charge.reference}`}>
          {t("close.charge", { charge: charge.reference, state: getTranslator("charges")(`state.${charge.state}`) })}
        </ButtonLink>
      )}
    </>
  );
}

function CloseForms({ authorised, address }: { authorised: AuthorisedView; address: string }) {
  const t = getTranslator("work");
  const { quoteId, usedMinutes, basis } = authorised;
  const used = formatDuration(usedMinutes);
  return (
    <>
      <Disclosure summary={t("close.title")}>
        <FieldForm
          formId={`close-${quoteId}`}
          action={closeWorkAction}
          permalink={address}
          hidden={{ quoteId }}
          fields={[{ kind: "textarea", name: "statement", label: t("close.statement"), hint: basis === "contract" ? t("close.hintContract", { used }) : t("close.hintEvent", { used }), rows: 4, maxLength: 10_000 }]}
          words={workFormWords("close")}
        />
      </Disclosure>
      {usedMinutes === 0 && (
        <Disclosure summary={t("release.title")}>
          <FieldForm
            formId={`release-${quoteId}`}
            action={releaseWorkAction}
            permalink={address}
            hidden={{ quoteId }}
            fields={[{ kind: "textarea", name: "reason", label: t("release.reason"), hint: basis === "contract" ? t("release.hintContract") : t("release.hintEvent"), rows: 2, maxLength: 2000 }]}
            variant="danger"
            words={workFormWords("release")}
          />
        </Disclosure>
      )}
    </>
  );
}
