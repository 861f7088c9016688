/** The attribute under which an element of a pasted text has its style. */
export const STYLE = "data-pasted-style";

export function styleText(element: Element): string {
  return element.getAttribute(STYLE) ?? "";
}
