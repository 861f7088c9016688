/** Stands on the script of the pages that need none of the framework's; see app/(public)/layout.tsx. */
const MARK = "data-still";

const SCRIPT = /<script\b([^>]*)>[\s\S]*?<\/script>/g;
const SCRIPT_PRELOAD = /<link\b[^>]*\bas="script"[^>]*>/g;

/**
 * A page whose components do nothing in the browser, without the scripts that would make them ready for it: 150 kB less to fetch and
 * nothing inline to allow. Structured data and scripts with the mark stay. Pages without the mark come back as they are.
 */
export function stillPage(html: string): string {
  if (!hasMark(html)) return html;
  return html
    .replace(SCRIPT, (script: string, attributes: string) => (isKept(attributes) ? script : ""))
    .replace(SCRIPT_PRELOAD, "");
}

function hasMark(html: string): boolean {
  return [...html.matchAll(SCRIPT)].some(([, attributes = ""]) => attributes.includes(MARK));
}

function isKept(attributes: string): boolean {
  return attributes.includes(MARK) || attributes.includes('type="application/ld+json"');
}
