/**
 * Scrolls `scroller` as little as shows `target`, an element in it. Unlike `scrollIntoView`, the keyboard still begins at the top of the
 * page afterwards: browsers take what was scrolled to for the place where Tab goes on.
 */
export function showInside(scroller: Element, target: Element | null): void {
  if (!target) return;
  const [around, box] = [scroller.getBoundingClientRect(), target.getBoundingClientRect()];
  scroller.scrollLeft += beyond(box.left - around.left, box.right - around.right);
  scroller.scrollTop += beyond(box.top - around.top, box.bottom - around.bottom);
}

function beyond(start: number, end: number): number {
  if (start < 0) return start;
  return Math.max(end, 0);
}
