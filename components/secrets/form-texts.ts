import type { AnswerName, SecretField } from "@/lib/secrets/types";

/** Reads and writes the texts of a form, whoever keeps their state; those of the parts that a message was split into too. */

type TextControl = HTMLInputElement | HTMLTextAreaElement;
export type FormText = { field: SecretField; control: TextControl; text: string };

/** `answers`: whatever is typed in words to a department's questions. */
export type GuardField = "subject" | "body" | "answers";

export function readTexts(form: HTMLFormElement, fields: readonly GuardField[]): FormText[] {
  const controls = [...form.elements].filter((control): control is TextControl => control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === "text"));
  return fields.flatMap((guarded) =>
    controls.flatMap((control): FormText[] => {
      const field = fieldOf(control.name);
      return field && guardOf(field) === guarded ? [{ field, control, text: control.value }] : [];
    }),
  );
}

function fieldOf(name: string): SecretField | null {
  if (name === "subject" || name === "partSubject") return "subject";
  if (name === "body" || name === "partBody") return "body";
  return name.startsWith("answer_") ? (name as AnswerName) : null;
}

function guardOf(field: SecretField): GuardField {
  return field === "subject" || field === "body" ? field : "answers";
}

/** As if it had been typed: counters, drafts and validation hear of it. */
export function writeText(control: TextControl, text: string): void {
  if (control.value === text) return;
  // React watches the element's own property; the prototype's setter goes past it, so that the event counts as a change.
  const prototype = control instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(control, text);
  control.dispatchEvent(new Event("input", { bubbles: true }));
}
