/*
 * Closing the page, loading it anew or leaving the site asks whenever a text was typed and not sent. Going on inside the site asks only
 * while the text is not safe: it is saved on the way, and waits where one left it.
 */

/** One answer serves every form of the page, and the browser's own question after it. */
let letGoUntil = 0;
const LET_GO_MS = 1500;

/** The page is about to be loaded anew for its own sake. */
export function letGo(): void {
  letGoUntil = Date.now() + LET_GO_MS;
}

export function guardLeaving({ question, hasUnsent, isInDanger }: { question: string; hasUnsent: () => boolean; isInDanger: () => boolean }): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  window.addEventListener(
    "beforeunload",
    (event) => {
      if (hasUnsent() && Date.now() > letGoUntil) event.preventDefault();
    },
    { signal },
  );
  document.addEventListener(
    "click",
    (event) => {
      if (!leadsWithin(event)) return;
      if (isInDanger() && Date.now() > letGoUntil && !window.confirm(question)) {
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      letGoUntil = Date.now() + LET_GO_MS;
    },
    { signal, capture: true },
  );
  // A search or another form of the page leads on inside the site too.
  document.addEventListener(
    "submit",
    () => {
      if (!isInDanger()) letGoUntil = Date.now() + LET_GO_MS;
    },
    { signal, capture: true },
  );
  return () => ending.abort();
}

/** A press on a link that shows another page of this site in this tab. */
function leadsWithin(event: MouseEvent): boolean {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || (link.target && link.target !== "_self") || link.hasAttribute("download")) return false;
  if (link.origin !== location.origin || link.getAttribute("role") === "tab") return false;
  return link.pathname !== location.pathname || link.search !== location.search;
}
