/** Whether a person wrote in the form before its script ran: a slow page can be typed in at once, and nobody is told of it. */
export function wasTypedEarly(form: HTMLFormElement | null): boolean {
  return [...(form?.elements ?? [])].some((field) => (field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === "text")) && field.value !== field.defaultValue);
}
