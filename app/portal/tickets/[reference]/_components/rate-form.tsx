import { rateAction } from "@/app/portal/tickets/[reference]/actions";
import { FieldForm } from "@/components/forms/field-form";
import { getTranslator } from "@/lib/i18n/translator";
import { SATISFACTIONS, type RatingView } from "@/lib/satisfaction/types";

/** One question about how it was attended. Without a ticket: to somebody whose session ended meanwhile, with what they typed. */
export function RateForm({ reference, ticketId, rating }: { reference: string; ticketId: string | null; rating: RatingView | null }) {
  const t = getTranslator("satisfaction");
  return (
    <FieldForm
      action={rateAction}
      permalink={`/portal/tickets/${reference}`}
      idPrefix="rate-"
      {...(ticketId ? { hidden: { ticketId } } : { carried: ["ticketId"] })}
      fields={[
        { kind: "radios", name: "satisfaction", label: t("question"), hint: t("lead"), value: rating?.satisfaction ?? "", options: SATISFACTIONS.map((value) => ({ value, label: t(`choice.${value}`) })) },
        { kind: "textarea", name: "comment", label: t("comment"), hint: t("commentHint"), value: rating?.comment ?? "", isOptional: true },
      ]}
      words={{ submit: t("send"), submitting: t("sending"), invalid: t("invalid"), offline: t("offline"), signIn: t("signIn"), optional: getTranslator("ui")("optional"), saved: t("sent") }}
    />
  );
}
