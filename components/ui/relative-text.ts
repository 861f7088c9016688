/** "hace 5 min", "en 3 días", from epoch milliseconds; the browser's twin of formatRelative, which needs Temporal. */
export function relativeText({ at, now, locale }: { at: number; now: number; locale: string }): string {
  const seconds = Math.round((at - now) / 1000);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" });
  const distance = Math.abs(seconds);
  if (distance < 60) return format.format(seconds, "second");
  if (distance < 3600) return format.format(Math.trunc(seconds / 60), "minute");
  if (distance < 86_400) return format.format(Math.trunc(seconds / 3600), "hour");
  return format.format(Math.trunc(seconds / 86_400), "day");
}
