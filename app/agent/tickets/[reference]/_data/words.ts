import { getTranslator } from "@/lib/i18n/translator";
import { draftWords } from "@/components/tickets/form-words";
import { refusalMessage } from "@/lib/i18n/refusals";
import { refusalWords } from "../../../_data/pair-words";
import type { ComposeWords } from "../_components/compose-form";
import type { MergeWords } from "../_components/merge-ticket";
import type { MergeConfirmWords } from "../_components/merge-confirm";
import type { SealedReaderWords } from "../_components/sealed-reader";
import type { WorkWords } from "../_components/property-form";

/** The strings that the browser's components of this page take with them. */

export function composeWords({ kind, requesterName }: { kind: "reply" | "note"; requesterName: string }): ComposeWords {
  const t = getTranslator("agent");
  const isReply = kind === "reply";
  return {
    label: isReply ? t("compose.replyLabel", { name: requesterName }) : t("compose.noteLabel"),
    hint: isReply ? t("compose.replyHint") : t("compose.noteHint"),
    send: isReply ? t("compose.sendReply") : t("compose.sendNote"),
    sending: isReply ? t("compose.sending") : t("compose.saving"),
    sent: isReply ? t("compose.replySent") : t("compose.noteSaved"),
    shortcut: t("compose.shortcut"),
    errorTitle: t("compose.errorTitle"),
    offline: t("compose.offline"),
    closed: t("compose.closed"),
    closedHint: t("compose.closedHint"),
    closedText: t("compose.closedText"),
    draft: draftWords(),
    refusal: refusalWords(),
  };
}

export function sealedReaderWords(): SealedReaderWords {
  const t = getTranslator("secrets");
  return {
    show: t("sealed.show"),
    showing: t("sealed.showing"),
    showHint: t("sealed.showHint"),
    value: t("sealed.value"),
    copy: t("sealed.copy"),
    copied: t("sealed.copied"),
    copyFailed: t("sealed.copyFailed"),
    hide: t("sealed.hide"),
    hides: t("sealed.hides"),
    hidden: t("sealed.hidden"),
    errorTitle: t("sealed.errorTitle"),
    offline: t("sealed.offline"),
    refusal: refusalWords(),
  };
}

export function workWords(): WorkWords {
  const t = getTranslator("agent");
  return { save: t("work.save"), saving: t("work.saving"), errorTitle: t("work.errorTitle"), offline: t("compose.offline"), refusal: refusalWords() };
}

export function mergeWords(): MergeWords {
  const t = getTranslator("agent");
  return {
    label: t("merge.label"),
    hint: t("merge.hint"),
    continue: t("merge.continue"),
    checking: t("merge.checking"),
    missing: t("merge.missing"),
    notFound: refusalMessage("MERGE_TARGET_NOT_FOUND"),
    itself: refusalMessage("MERGE_INTO_ITSELF"),
    title: t("merge.confirmTitle"),
    close: t("merge.close"),
    confirm: mergeConfirmWords(),
  };
}

export function mergeConfirmWords(): MergeConfirmWords {
  const t = getTranslator("agent");
  // The names are filled in where they are known.
  const names = { from: "{from}", into: "{into}" };
  return {
    from: t("merge.from"),
    into: t("merge.into"),
    effects: t("merge.effects", names),
    confirm: t("merge.confirm", names),
    merging: t("merge.merging"),
    cancel: t("merge.cancel"),
    errorTitle: t("merge.errorTitle"),
    offline: t("compose.offline"),
    refusal: refusalWords(),
  };
}
