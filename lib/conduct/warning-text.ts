/** What stands in a template for what is known when it is sent. */
export const PLACEHOLDERS = ["nombre", "referencia", "fecha", "dias"] as const;
export type WarningFacts = Record<(typeof PLACEHOLDERS)[number], string>;

/** The template with its facts; any other braces stay as they were typed. A name that looks like a placeholder is not filled again. */
export function fillWarning(template: string, facts: WarningFacts): string {
  return template.replaceAll(/\{(nombre|referencia|fecha|dias)\}/g, (_whole, name: keyof WarningFacts) => facts[name]);
}
