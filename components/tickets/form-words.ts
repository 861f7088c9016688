import type { CounterWords } from "@/components/tickets/composer-field";
import type { DraftWords } from "@/components/tickets/draft-status";
import type { ReplyWords } from "@/components/tickets/reply-form";
import { refusalMessage } from "@/lib/i18n/refusals";
import { getTranslator } from "@/lib/i18n/translator";
import { BODY_MAX } from "@/lib/tickets/types";

/** The words that forms on tickets take along to the browser, which has no catalogue. */

export function counterWords(max = BODY_MAX): CounterWords {
  const t = getTranslator("tickets");
  // The browser fills in the number as one types.
  return { left: t("composer.left", { count: "{count}" }), over: t("composer.over", { count: "{count}" }), near: t("composer.near", { max }) };
}

export function draftWords(): DraftWords {
  const t = getTranslator("tickets");
  return { saving: t("draft.saving"), saved: t("draft.saved"), failed: t("draft.failed"), signedOut: t("draft.signedOut"), signIn: t("draft.signIn") };
}

export function replyWords(own: Pick<ReplyWords, "label" | "submit"> & { hint?: string }): ReplyWords {
  const t = getTranslator("tickets");
  return {
    ...own,
    hint: [own.hint, t("composer.markdown")].filter(Boolean).join(" "),
    submitting: t("composer.sending"),
    notSent: t("composer.notSent"),
    offline: t("composer.offline"),
    missing: refusalMessage("field.missing"),
    tooLong: refusalMessage(`field.tooLong:${BODY_MAX}`),
    counter: counterWords(),
    draft: draftWords(),
  };
}
