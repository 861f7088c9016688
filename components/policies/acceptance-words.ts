import { refusalMessage } from "@/lib/i18n/refusals";
import { getTranslator } from "@/lib/i18n/translator";
import type { AcceptanceWords } from "./acceptance-field";

export function acceptanceWords(): AcceptanceWords {
  const t = getTranslator("policies");
  return {
    title: t("accept.title"),
    lead: t("accept.lead"),
    again: t("accept.again"),
    changes: t("accept.changes"),
    newTab: t("accept.newTab"),
    box: t("accept.box"),
    missing: refusalMessage("field.mustAccept"),
  };
}
