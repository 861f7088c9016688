export const RULES = "/agent/settings/rules";
export const NEW_RULE = `${RULES}/new`;

export function hrefOfRule(ruleId: string): string {
  return `${RULES}/${ruleId}`;
}

export function hrefOfTrial(ruleId: string): string {
  return `${RULES}/${ruleId}/try`;
}
