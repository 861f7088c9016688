"use client";

import { FormPreview, type FormPreviewWords } from "@/components/forms/form-preview";
import { useFormPreview, type FormPreviewAction } from "@/components/forms/use-form-preview";
import { MaintenanceText, type MaintenanceTextView } from "@/components/notices/maintenance-text";

const NAMES = ["message", "expectedUntil"];

/** What customers will read, of the form around it. */
export function MaintenancePreview({ action, initial, title, words }: { action: FormPreviewAction<MaintenanceTextView>; initial: MaintenanceTextView; title: string; words: FormPreviewWords }) {
  const { ref, view, ...state } = useFormPreview({ action, names: NAMES, initial });
  return (
    <FormPreview sheet={ref} state={state} words={words}>
      <div className="space-y-3">
        <p className="text-xl font-semibold">{title}</p>
        <MaintenanceText {...view} />
      </div>
    </FormPreview>
  );
}
