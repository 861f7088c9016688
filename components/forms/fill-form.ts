/**
 * Puts texts into the fields of a form as if a person had typed them, so that whatever listens hears of it. Hidden fields, and names
 * that the form has no field for, are left alone.
 */
export function fillForm(form: HTMLFormElement | null, values: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(values)) {
    const field = form?.elements.namedItem(name);
    if (typeof value === "string" && field) fillField(field, value);
  }
}

function fillField(field: Element | RadioNodeList, value: string): void {
  if (field instanceof RadioNodeList) {
    const choice = [...field].find((each): each is HTMLInputElement => each instanceof HTMLInputElement && each.value === value);
    if (choice && !choice.checked) choice.click();
    return;
  }
  if (field instanceof HTMLSelectElement) return set(field, HTMLSelectElement.prototype, value, "change");
  if (field instanceof HTMLTextAreaElement) return set(field, HTMLTextAreaElement.prototype, value, "input");
  if (field instanceof HTMLInputElement && field.type !== "hidden") set(field, HTMLInputElement.prototype, value, "input");
}

/** By the browser's own setter: React notices a change only when its own was not used. */
function set(field: HTMLElement & { value: string }, prototype: object, value: string, event: "input" | "change"): void {
  if (field.value === value) return;
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, value);
  field.dispatchEvent(new Event(event, { bubbles: true }));
}
