import { getTranslator } from "@/lib/i18n/translator";
import type { UploadWords } from "./upload-texts";

export function uploadWords(): UploadWords {
  const t = getTranslator("uploads");
  const open = { count: "{count}", size: "{size}", most: "{most}", kinds: "{kinds}", name: "{name}" };
  return {
    title: t("title"),
    ways: t("ways"),
    hint: t("hint", open),
    kinds: t("kinds", open),
    choose: t("choose"),
    photo: t("photo"),
    dropHere: t("dropHere"),
    list: t("list"),
    pasted: t("pasted"),
    status: { waiting: t("status.waiting"), uploading: t("status.uploading"), paused: t("status.paused"), done: t("status.done") },
    progress: t("progress", open),
    pause: t("pause", open),
    resume: t("resume", open),
    retry: t("retry", open),
    remove: t("remove", open),
    edit: t("edit", open),
    refusal: {
      empty: t("refusal.empty"),
      tooLarge: t("refusal.tooLarge", open),
      wrongType: t("refusal.wrongType", open),
      tooMany: t("refusal.tooMany", open),
    },
    problem: {
      offline: t("problem.offline"),
      busy: t("problem.busy"),
      signedOut: t("problem.signedOut"),
      refused: t("problem.refused"),
      server: t("problem.server"),
    },
    folder: t("folder", open),
    cannotEdit: t("cannotEdit"),
    sendsWhenDone: t("sendsWhenDone"),
    stopped: t("stopped"),
    done: t("done", open),
    keptHint: t("keptHint"),
  };
}
