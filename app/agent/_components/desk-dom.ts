/** The places of the desk that keys and actions lead to, found by their marks in the page. */

export const COMPOSE_EVENT = "desk:compose";
export type ComposeKind = "reply" | "note";

export function moveInList(by: 1 | -1): void {
  const rows = visibleRows();
  if (rows.length === 0) return;
  const at = rows.findIndex((row) => row === document.activeElement);
  const from = at === -1 ? rows.findIndex((row) => row.ariaCurrent === "page") : at;
  // With nothing to start from, j goes to the first row and k to the last.
  const next = from === -1 ? (by === 1 ? 0 : rows.length - 1) : Math.min(Math.max(from + by, 0), rows.length - 1);
  focusAt(rows[next]);
}

/** Opens the row that has the focus. */
export function openRow(): void {
  const row = document.activeElement;
  if (row instanceof HTMLElement && row.matches("[data-desk-row]")) row.click();
}

/** To the row of the open ticket; on a narrow screen the list is a page of its own, so by its link. */
export function goToList(): void {
  const rows = visibleRows();
  if (rows.length === 0) return document.querySelector<HTMLElement>("[data-desk-back]")?.click();
  focusAt(rows.find((row) => row.ariaCurrent === "page") ?? rows[0]);
}

export function compose(kind: ComposeKind): void {
  window.dispatchEvent(new CustomEvent(COMPOSE_EVENT, { detail: kind }));
}

export function takeTicket(): void {
  document.querySelector<HTMLButtonElement>("[data-desk-take]")?.click();
}

export function focusSearch(): void {
  const box = document.getElementById("desk-search");
  if (!(box instanceof HTMLInputElement)) return;
  box.focus();
  box.select();
}

function visibleRows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-desk-row]")].filter((row) => row.getClientRects().length > 0);
}

function focusAt(element: HTMLElement | undefined): void {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: "nearest" });
}

let landedOn: string | null = typeof location === "undefined" ? null : location.pathname;

/** Whether the page in sight was reached from another one of the desk. On the page that was loaded the browser's own order stands. */
export function hasNavigated(): boolean {
  if (landedOn !== null && location.pathname !== landedOn) landedOn = null;
  return landedOn === null;
}
