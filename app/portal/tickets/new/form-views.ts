import type { NewTicketOptionViews, NewTicketWords } from "@/app/portal/tickets/new/_components/new-ticket-form";
import { amountText } from "@/components/sla/amount-words";
import { counterWords, draftWords } from "@/components/tickets/form-words";
import { formatDateTime } from "@/lib/i18n/format";
import { refusalMessage } from "@/lib/i18n/refusals";
import { getTranslator } from "@/lib/i18n/translator";
import { addBusinessMinutes } from "@/lib/sla/business-time";
import type { SlaInForce } from "@/lib/sla/queries";
import { BODY_MAX, SUBJECT_MAX, type NewTicketOptions } from "@/lib/tickets/types";

/** The choices of the form in words; each priority with what is promised for it, and the date if it were sent now. */
export function optionViews({ options, sla, now }: { options: NewTicketOptions; sla: SlaInForce; now: Temporal.Instant }): NewTicketOptionViews {
  const t = getTranslator("portal");
  return {
    departments: options.departments.map(({ id, name, description }) => ({ value: id, label: name, description })),
    products: options.products.map(({ id, name, hasEnded }) => ({ value: id, label: hasEnded ? t("new.productEnded", { name }) : name, hasEnded })),
    priorities: options.priorities.map(({ priority, minutes, clock }) => ({
      value: priority,
      label: getTranslator("tickets")(`priority.${priority}`),
      description: t("new.promise", {
        amount: amountText({ minutes, clock }),
        at: formatDateTime(addBusinessMinutes(sla.calendar, now, minutes, clock), { now }),
      }),
    })),
  };
}

/** @param sla null when the priorities are not shown */
export function newTicketWords(sla: SlaInForce | null): NewTicketWords {
  const t = getTranslator("portal");
  const s = getTranslator("tickets");
  return {
    department: t("new.department"),
    departmentHint: t("new.departmentHint"),
    product: t("new.product"),
    productHint: t("new.productHint"),
    productNone: t("new.productNone"),
    productEndedNote: t("new.productEndedNote"),
    optional: getTranslator("ui")("optional"),
    subject: t("new.subject"),
    subjectHint: t("new.subjectHint"),
    body: t("new.body"),
    bodyHint: `${t("new.bodyHint")} ${s("composer.markdown")}`,
    priority: t("new.priority"),
    priorityHint: sla
      ? t("new.priorityHigh", { amount: amountText({ minutes: sla.policy.response.high, clock: sla.policy.clock }) })
      : "",
    submit: t("new.submit"),
    submitting: t("new.submitting"),
    notSent: s("composer.notSent"),
    offline: s("composer.offline"),
    draftFound: t("new.draftFound"),
    draftDiscard: t("new.draftDiscard"),
    check: s("suggestions.check"),
    missing: refusalMessage("field.missing"),
    choose: refusalMessage("field.unknownChoice"),
    subjectTooLong: refusalMessage(`field.tooLong:${SUBJECT_MAX}`),
    bodyTooLong: refusalMessage(`field.tooLong:${BODY_MAX}`),
    subjectCounter: counterWords(SUBJECT_MAX),
    bodyCounter: counterWords(),
    draft: draftWords(),
    suggestions: {
      title: s("suggestions.title"),
      empty: s("suggestions.empty"),
      none: s("suggestions.none"),
      searching: s("suggestions.searching"),
      failed: s("suggestions.failed"),
      articles: s("suggestions.articles"),
      tickets: s("suggestions.tickets"),
      newTab: s("suggestions.newTab"),
      review: s("suggestions.review"),
      reviewed: s("suggestions.reviewed"),
      // The browser fills in the ticket.
      open: s("suggestions.open", { reference: "{reference}" }),
      add: s("suggestions.add"),
      adding: s("suggestions.adding"),
      different: s("suggestions.different"),
      why: s("suggestions.why"),
    },
  };
}
