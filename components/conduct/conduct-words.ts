import type { FieldFormWords } from "@/components/forms/field-form";
import { shownEnd } from "@/lib/conduct/suspension-rules";
import { DESK_TIME_ZONE, formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";

/** What the forms of conduct say, but for their button. */
export function conductFormWords(submit: string): FieldFormWords {
  const t = getTranslator("conduct");
  return { submit, submitting: t("form.submitting"), invalid: t("form.invalid"), offline: t("form.offline"), signIn: t("form.signIn"), optional: getTranslator("ui")("optional") };
}

export function momentText(at: string, now: Temporal.Instant): string {
  return formatDateTime(Temporal.Instant.from(at), { now });
}

/** The end of a suspension: of one that lasts whole days, the last minute of the last one. */
export function endText(at: string, now: Temporal.Instant): string {
  return formatDateTime(shownEnd(Temporal.Instant.from(at), DESK_TIME_ZONE), { now });
}
