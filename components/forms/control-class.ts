/** The look shared by what one types or chooses in. 16 px text below `sm`, or telephones zoom in on focus. */
export const CONTROL_CLASS =
  "block w-full rounded-md border border-line-strong bg-surface px-3 text-base text-ink transition-colors sm:text-sm " +
  "hover:border-muted focus-visible:border-accent focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-accent " +
  "aria-invalid:border-danger disabled:bg-sunken disabled:text-muted read-only:bg-sunken";
