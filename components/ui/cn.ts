/** Joins class names; what is falsy is left out. Later names do not override earlier ones: give components props for that. */
export function cn(...names: Array<string | false | null | undefined>): string {
  return names.filter(Boolean).join(" ");
}
