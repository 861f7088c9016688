/**
 * The files of a form, as its draft knows them: the ids of what was uploaded and not removed. What draws them and what keeps the draft stand
 * apart in a form, so they meet here.
 */
const FILL_EVENT = "mesa:fill-files";
const known = new WeakMap<HTMLFormElement, readonly string[]>();

/** For a draft: nothing at all where there are none, so that a draft without files is the same as one that knows of none. */
export function filesOfDraft(form: HTMLFormElement | null): { attachments?: string[] } {
  const ids = form ? (known.get(form) ?? []) : [];
  return ids.length > 0 ? { attachments: [...ids] } : {};
}

/** The form has these files from now on, as soon as the server has said what they are. */
export function fillFiles(form: HTMLFormElement | null, ids: readonly string[]): void {
  form?.dispatchEvent(new CustomEvent(FILL_EVENT, { detail: [...ids] }));
}

/** @returns whether they are others than before */
export function noteFiles(form: HTMLFormElement, ids: readonly string[]): boolean {
  const before = known.get(form);
  known.set(form, ids);
  return before !== undefined && before.join(" ") !== ids.join(" ");
}

export function onFillFiles(form: HTMLFormElement, fill: (ids: string[]) => void): () => void {
  const listener = (event: Event) => {
    const ids: string[] = event instanceof CustomEvent && Array.isArray(event.detail) ? event.detail : [];
    noteFiles(form, ids);
    fill(ids);
  };
  form.addEventListener(FILL_EVENT, listener);
  return () => form.removeEventListener(FILL_EVENT, listener);
}
