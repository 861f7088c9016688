import type { FormEvent } from "react";
import { topicFieldsOf } from "@/app/portal/tickets/new/_components/use-topics";
import { filesOfDraft } from "@/components/attachments/form-attachments";
import { ACCEPTED_FIELD } from "@/components/policies/acceptance-field";
import { placeOfSecrets } from "@/components/secrets/place-of-secrets";
import type { SuggestFields } from "@/components/tickets/use-suggestions";
import type { ActionResult } from "@/lib/actions/result";

/** What is read from the new-ticket form as it stands. */

/** What a refusal is about when it is no field: the list of suggestions, the questions, what looks like a secret. */
export function elsewhere(code: string, state: ActionResult): string | undefined {
  if (code === "POLICIES_NOT_ACCEPTED") return ACCEPTED_FIELD;
  if (code === "QUESTIONS_SHOWN") return "preguntas";
  if (code === "SECRETS_NOT_REVIEWED") return placeOfSecrets(state);
  if (code.startsWith("PRODUCT_")) return "productId";
  if (code.startsWith("NOT_ENTITLED_")) return "departmentId";
  if (code === "CONTRACT_NOT_USABLE") return "service";
  return code === "DUPLICATE_NOT_REVIEWED" || code === "NOT_SENT_YET" ? "parecidos" : undefined;
}

export function buttonOf(event: FormEvent<HTMLFormElement>): HTMLButtonElement | null {
  const { submitter } = event.nativeEvent as SubmitEvent;
  return submitter instanceof HTMLButtonElement ? submitter : null;
}

export function draftOf(form: HTMLFormElement | null, answers: string) {
  const fields = fieldsOf(form);
  return fields && { ...fields, ...(answers === "" ? {} : { answers }), ...filesOfDraft(form) };
}

export function suggestFieldsOf(form: HTMLFormElement | null, formSearch: string): SuggestFields | null {
  const fields = fieldsOf(form);
  return fields && (formSearch ? { ...fields, formSearch } : fields);
}

export function fieldsOf(form: HTMLFormElement | null) {
  if (!form) return null;
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? "");
  return {
    departmentId: text("departmentId"),
    productId: text("productId"),
    subject: text("subject"),
    body: text("body"),
    service: text("service"),
    priority: text("priority"),
    submissionKey: text("submissionKey"),
    ...topicFieldsOf(data),
  };
}
