import { courtesyWords } from "@/components/conduct/courtesy-words";
import { guardWords } from "@/components/secrets/guard-words";
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
  // The browser fills in times, and what was sent.
  const time = { time: "{time}" };
  return {
    saving: t("draft.saving"),
    saved: t("draft.saved", time),
    restored: t("draft.restored"),
    updated: t("draft.updated"),
    offline: t("draft.offline"),
    failed: t("draft.failed"),
    signedOut: t("draft.signedOut"),
    signIn: t("draft.signIn"),
    leave: t("draft.leave"),
    choice: {
      changedTitle: t("draft.changedTitle"),
      changedLead: t("draft.changedLead"),
      theirs: t("draft.theirs", time),
      keepMine: t("draft.keepMine"),
      takeTheirs: t("draft.takeTheirs"),
      joinBoth: t("draft.joinBoth"),
      answers: t("draft.otherAnswers"),
      noAnswer: t("draft.noAnswer"),
      filesThere: t("draft.filesThere", { names: "{names}" }),
      filesHere: t("draft.filesHere", { count: "{count}" }),
      filesJoined: t("draft.filesJoined"),
      sentTitle: t("draft.sentTitle", { reference: "{reference}" }),
      sentLead: t("draft.sentLead"),
      goneTitle: t("draft.goneTitle"),
      goneLead: t("draft.goneLead"),
      goOn: t("draft.goOn"),
      empty: t("draft.empty"),
    },
  };
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
    secrets: guardWords(),
    courtesy: courtesyWords(),
  };
}
