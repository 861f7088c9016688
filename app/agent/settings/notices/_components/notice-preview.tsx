"use client";

import { FormPreview, type FormPreviewWords } from "@/components/forms/form-preview";
import { useFormPreview, type FormPreviewAction } from "@/components/forms/use-form-preview";
import { ServiceBanner, type BannerView } from "@/components/notices/service-banner";

const NAMES = ["tone", "title", "body"];

/** The message of the form around it, as its pages will show it. */
export function NoticePreview({ action, initial, words }: { action: FormPreviewAction<BannerView | null>; initial: BannerView | null; words: FormPreviewWords & { dismiss: string } }) {
  const { ref, view, ...state } = useFormPreview({ action, names: NAMES, initial });
  return (
    <FormPreview sheet={ref} state={state} words={words}>
      {view && <ServiceBanner view={view} dismiss={words.dismiss} />}
    </FormPreview>
  );
}
