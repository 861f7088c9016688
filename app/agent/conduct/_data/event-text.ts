import { endText } from "@/components/conduct/conduct-words";
import type { CaseView } from "@/lib/conduct/views";
import { getTranslator } from "@/lib/i18n/translator";

/** A step of the case as a sentence. */
export function conductEventText({ type, actorName, data }: CaseView["events"][number], now: Temporal.Instant): string {
  const t = getTranslator("conduct");
  const actor = actorName ?? "";
  const { endsAt, justification = "", number = "", outcome } = data;
  const until = endsAt ? endText(endsAt, now) : "";
  switch (type) {
    case "conduct.marked":
      return actorName === null ? t("events.conduct_marked-rule") : t("events.conduct_marked", { actor });
    case "conduct.dismissed":
      return t("events.conduct_dismissed", { actor });
    case "conduct.warned":
      return t("events.conduct_warned", { actor, number });
    case "conduct.suspended":
      return justification ? t("events.conduct_suspended-threat", { actor, until, justification }) : t("events.conduct_suspended", { actor, until });
    case "conduct.lifted":
      return t("events.conduct_lifted", { actor });
    case "conduct.appealed":
      return t("events.conduct_appealed", { actor });
    case "conduct.appeal-decided":
      return t("events.conduct_appeal-decided", { actor, outcome: outcome === "upheld" || outcome === "shortened" || outcome === "lifted" ? t(`appeal.results.${outcome}`) : "" });
    default:
      return type satisfies never;
  }
}
