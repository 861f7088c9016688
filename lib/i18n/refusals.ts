import { getTranslator } from "@/lib/i18n/translator";

/**
 * The words of a refusal, from the catalogue `errors`: why, and what can be done now.
 * `code` may carry a number after a colon ("field.tooLong:150"), or a list ("field.foreignPictures:3, 7"); `details` fill the message's arguments.
 */
export function refusalMessage(code: string, details?: unknown): string {
  const [key = code, count] = code.split(":");
  const t = getTranslator("errors");
  const known = t.has(key as never) ? key : "UNEXPECTED_CODE";
  const values = { ...textValues(details), ...(count ? { count: Number(count), list: count } : {}), code };
  return (t as unknown as (key: string, values: Record<string, string | number>) => string)(known, values);
}

function textValues(details: unknown): Record<string, string | number> {
  if (typeof details !== "object" || details === null) return {};
  return Object.fromEntries(Object.entries(details).filter(([, value]) => typeof value === "string" || typeof value === "number"));
}
