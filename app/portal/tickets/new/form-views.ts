import type { GuideWords } from "@/app/portal/tickets/new/_components/use-guide";
import type { NewTicketOptionViews } from "@/app/portal/tickets/new/_components/new-ticket-form";
import type { NewTicketWords } from "@/app/portal/tickets/new/_components/new-ticket-words";
import { entitlementViews, serviceOptions } from "@/app/portal/tickets/new/entitlement-views";
import { topicSplitWords } from "@/app/portal/tickets/new/topic-words";
import { courtesyWords } from "@/components/conduct/courtesy-words";
import { acceptanceWords } from "@/components/policies/acceptance-words";
import { guardWords } from "@/components/secrets/guard-words";
import { standingText } from "@/components/customers/standing-words";
import { amountText } from "@/components/sla/amount-words";
import { counterWords, draftWords } from "@/components/tickets/form-words";
import { formatDateTime } from "@/lib/i18n/format";
import { refusalMessage } from "@/lib/i18n/refusals";
import { getTranslator } from "@/lib/i18n/translator";
import { addBusinessMinutes } from "@/lib/sla/business-time";
import type { SlaInForce } from "@/lib/sla/queries";
import { BODY_MAX, SUBJECT_MAX, type NewTicketOptions, type PromisedPriority } from "@/lib/tickets/types";

/** The choices of the form in words; each priority with what is promised for it, and the date if it were sent now. */
export function optionViews({ options, sla, now }: { options: NewTicketOptions; sla: SlaInForce; now: Temporal.Instant }): NewTicketOptionViews {
  const t = getTranslator("portal");
  return {
    departments: options.departments.map(({ id, name, description }) => ({ value: id, label: name, description })),
    products: options.products.map(({ id, name, standing, hasEnded }) => ({ value: id, label: hasEnded ? t("new.productStands", { name, standing: standingText(standing, options.today) }) : name })),
    openDepartments: options.departments.filter(({ isOpenToAll }) => isOpenToAll).map(({ id }) => id),
    entitlement: entitlementViews(options),
    services: serviceOptions(options, promise),
    priorities: options.priorities.map((promised) => ({ value: promised.priority, label: getTranslator("tickets")(`priority.${promised.priority}`), description: promise(promised) })),
  };

  function promise({ minutes, clock }: PromisedPriority): string {
    return t("new.promise", { amount: amountText({ minutes, clock }), at: formatDateTime(addBusinessMinutes(sla.calendar, now, minutes, clock), { now }) });
  }
}

/** The browser fills in the department and the number. */
export function guideWords(): GuideWords {
  const t = getTranslator("portal");
  return {
    title: t("new.questions", { department: "{department}" }),
    hint: t("new.questionsHint"),
    appeared: t("new.questionsAppeared", { department: "{department}" }),
    show: t("new.questionsShow"),
    none: t("new.choiceNone"),
    optional: getTranslator("ui")("optional"),
    missing: refusalMessage("field.missing"),
    choose: refusalMessage("field.unknownChoice"),
    date: refusalMessage("field.date"),
    unreadable: refusalMessage("field.unreadable"),
    tooLong: refusalMessage("field.tooLong:0").replace("0", "{count}"),
  };
}

export function newTicketWords(): NewTicketWords {
  const t = getTranslator("portal");
  const s = getTranslator("tickets");
  return {
    department: t("new.department"),
    departmentHint: t("new.departmentHint"),
    product: t("new.product"),
    productHint: t("new.productHint"),
    productNone: t("new.productNone"),
    service: t("new.service"),
    optional: getTranslator("ui")("optional"),
    subject: t("new.subject"),
    subjectHint: t("new.subjectHint"),
    body: t("new.body"),
    bodyHint: `${t("new.bodyHint")} ${s("composer.markdown")}`,
    priority: t("new.priority"),
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
    topics: topicSplitWords(),
    secrets: guardWords(),
    courtesy: courtesyWords(),
    policies: acceptanceWords(),
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
