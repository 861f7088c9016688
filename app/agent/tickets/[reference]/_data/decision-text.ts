import { getTranslator } from "@/lib/i18n/translator";
import type { DecisionView } from "@/lib/tickets/types";

/** Who decided what, as a sentence about the ticket whose page it is. The other ticket is named beside it. */
export function decisionText({ verdict, side, by, isStaff, other, subject }: DecisionView): string {
  const t = getTranslator("agent");
  const values = { by, subject };
  switch (verdict) {
    case "merged":
      return t(side === "text" ? "decision.merged" : "decision.absorbed", values);
    case "added":
      return t(subject === "" ? "decision.addedUntitled" : "decision.added", values);
    case "different":
      if (isStaff) return t("decision.differentStaff", values);
      return t(side === "text" ? "decision.different" : "decision.differentFromThis", values);
    case "opened":
      if (side === "text") return t("decision.opened", values);
      if (other) return t("decision.openedThis", values);
      return t(subject === "" ? "decision.openedUntitled" : "decision.openedWriting", values);
    default:
      return verdict satisfies never;
  }
}
