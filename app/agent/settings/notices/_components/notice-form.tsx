import { bannerOf } from "@/app/_components/service-banners";
import { FieldForm, type FieldSpec } from "@/components/forms/field-form";
import { getTranslator } from "@/lib/i18n/translator";
import { SERVICE_AREAS, SERVICE_TONES, type ServiceMessageLine } from "@/lib/notices/types";
import { wallTime } from "@/lib/notices/wall-time";
import { previewAction, saveAction } from "../actions";
import { NoticePreview } from "./notice-preview";

/** A new message, or the one that is edited. */
export function NoticeForm({ permalink, notice }: { permalink: string; notice?: ServiceMessageLine }) {
  const t = getTranslator("notices");
  const fields: FieldSpec[] = [
    { kind: "select", name: "tone", label: t("form.tone"), hint: t("form.toneHint"), value: notice?.tone ?? "info", options: SERVICE_TONES.map((value) => ({ value, label: t(`tone.${value}`) })) },
    { kind: "text", name: "title", label: t("form.title"), value: notice?.title ?? "" },
    { kind: "textarea", name: "body", label: t("form.body"), hint: t("form.bodyHint"), value: notice?.body ?? "", isOptional: true },
    { kind: "datetime", name: "startsAt", label: t("form.startsAt"), hint: t("form.startsAtHint"), value: wallTime(notice?.startsAt), isOptional: true },
    { kind: "datetime", name: "endsAt", label: t("form.endsAt"), hint: t("form.endsAtHint"), value: wallTime(notice?.endsAt), isOptional: true },
    ...SERVICE_AREAS.map((area): FieldSpec => ({ kind: "checkbox", name: area, label: t("form.area", { area: t(`area.${area}`) }), value: notice?.areas.includes(area) ? "on" : "" })),
  ];
  return (
    <FieldForm
      action={saveAction}
      permalink={permalink}
      hidden={notice ? { noticeId: notice.id, version: String(notice.version) } : {}}
      fields={fields}
      fieldOf={{ NOTICE_NOWHERE: "home", NOTICE_ENDS_FIRST: "endsAt" }}
      words={{ submit: t("form.submit"), submitting: t("form.submitting"), invalid: t("form.invalid"), offline: t("form.offline"), signIn: t("form.signIn"), optional: t("form.optional") }}
    >
      <NoticePreview
        action={previewAction}
        initial={notice ? { ...bannerOf(notice), key: null } : null}
        words={{ title: t("form.preview"), empty: t("form.previewEmpty"), loading: t("form.previewLoading"), failed: t("form.previewFailed"), dismiss: t("dismiss") }}
      />
    </FieldForm>
  );
}
