import { formFiles } from "@/components/attachments/form-files";
import { Disclosure } from "@/components/ui/disclosure";
import { Panel } from "@/components/ui/panel";
import { invoiceLimits } from "@/lib/attachments/limits";
import type { AttachmentLimits } from "@/lib/attachments/types";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import type { ChargeView } from "@/lib/quotes/charge-types";
import { FieldForm, type FieldFormWords } from "../../../_components/field-form";
import { refusalWords } from "../../../_data/pair-words";
import { cancelAction, invoiceAction, payAction } from "../actions";

/** What can be done with the charge next: the one thing that comes now, and giving it up. */
export function ChargeForms({ charge, limits, address, now }: { charge: ChargeView; limits: AttachmentLimits; address: string; now: Temporal.Instant }) {
  const t = getTranslator("charges");
  const hidden = { chargeId: charge.id };
  return (
    <>
      {charge.can.invoice && (
        <Panel title={t("invoice.title")}>
          <p className="mb-4 max-w-prose text-sm text-muted">{t("invoice.files")}</p>
          <FieldForm
            formId="invoice"
            action={invoiceAction}
            permalink={address}
            hidden={hidden}
            fields={[
              { kind: "text", name: "folio", label: t("invoice.folio"), hint: t("invoice.folioHint"), maxLength: 60, isShort: true },
              { kind: "text", name: "uuid", label: t("invoice.uuid"), hint: t("invoice.uuidHint"), maxLength: 60 },
            ]}
            files={formFiles(invoiceLimits(limits))}
            words={wordsOf("invoice")}
          />
        </Panel>
      )}
      {charge.can.pay && (
        <Panel title={t("pay.title")}>
          <FieldForm
            formId="pay"
            action={payAction}
            permalink={address}
            hidden={hidden}
            fields={[
              { kind: "date", name: "paidOn", label: t("pay.paidOn"), value: now.toZonedDateTimeISO(DESK_TIME_ZONE).toPlainDate().toString(), isShort: true },
              { kind: "text", name: "note", label: t("pay.note"), hint: t("pay.noteHint"), optionalLabel: t("pay.optional"), maxLength: 500 },
            ]}
            words={wordsOf("pay")}
          />
        </Panel>
      )}
      {charge.can.cancel && (
        <Disclosure summary={t("cancel.title")}>
          <FieldForm
            formId="cancel"
            action={cancelAction}
            permalink={address}
            hidden={hidden}
            fields={[{ kind: "textarea", name: "reason", label: t("cancel.reason"), hint: t("cancel.hint"), rows: 2, maxLength: 2000 }]}
            variant="danger"
            words={wordsOf("cancel")}
          />
        </Disclosure>
      )}
    </>
  );
}

function wordsOf(of: "invoice" | "pay" | "cancel"): FieldFormWords {
  const t = getTranslator("charges");
  const agent = getTranslator("agent");
  return { submit: t(`${of}.submit`), pending: t(`${of}.pending`), done: t(`${of}.done`), invalid: agent("work.errorTitle"), offline: agent("compose.offline"), refusal: refusalWords() };
}
