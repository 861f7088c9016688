import { fillFiles } from "@/components/attachments/form-attachments";
import { fillForm } from "@/components/forms/fill-form";
import type { DraftData } from "@/lib/drafts/schema";

/** Puts a draft into its form: texts, choices and files. */
export function fillDraft(form: HTMLFormElement | null, data: DraftData): void {
  fillForm(form, data);
  fillFiles(form, data.attachments ?? []);
}
