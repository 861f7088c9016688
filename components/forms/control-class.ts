/** 16 px text below `sm`, or telephones zoom in on focus. */
export const CONTROL_TEXT = "text-base sm:text-sm";

/** The look shared by what one types or chooses in, without the size of the text. */
export const CONTROL_CLASS =
  "block w-full rounded-md border border-line-strong bg-surface px-3 text-ink transition-colors " +
  "hover:border-muted focus-visible:border-accent focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-accent " +
  "aria-invalid:border-danger disabled:bg-sunken disabled:text-muted";
