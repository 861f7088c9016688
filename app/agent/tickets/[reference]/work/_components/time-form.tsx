import { getTranslator } from "@/lib/i18n/translator";
import { DESK_TIME_ZONE, formatDuration } from "@/lib/i18n/format";
import type { WorkView } from "@/lib/quotes/work-types";
import { FieldForm } from "../../../../_components/field-form";
import { postTimeAction } from "../actions";
import { workFormWords } from "../_data/words";
import { WorkTimer } from "./work-timer";

/** Time as it is posted: billable only where something is authorised. */
export function TimeForm({ work, address }: { work: WorkView; address: string }) {
  const t = getTranslator("work");
  const { inForce } = work;
  const left = inForce?.leftMinutes ?? null;
  const billableHint = inForce && (left === null ? t("post.unbounded", { quote: inForce.reference }) : t("post.left", { quote: inForce.reference, left: formatDuration(left) }));
  return (
    <FieldForm
      formId="post-time"
      action={postTimeAction}
      permalink={address}
      hidden={{ ticketId: work.ticketId }}
      submissionKey={crypto.randomUUID()}
      isCleared
      fields={[
        { kind: "datetime-local", name: "startedAt", label: t("post.startedAt"), hint: t("post.startedAtHint"), optionalLabel: t("post.optional"), isShort: true },
        { kind: "text", name: "minutes", label: t("post.minutes"), hint: t("post.minutesHint"), maxLength: 20, isShort: true },
        { kind: "textarea", name: "description", label: t("post.description"), hint: t("post.descriptionHint"), maxLength: 2000 },
        ...(inForce && billableHint ? [{ kind: "checkbox" as const, name: "isBillable", label: t("post.isBillable"), hint: billableHint, isChecked: left !== 0 }] : []),
      ]}
      after={<WorkTimer formId="post-time" timeZone={DESK_TIME_ZONE} words={{ start: t("post.startNow"), stop: t("post.untilNow") }} />}
      words={workFormWords("post")}
    />
  );
}
