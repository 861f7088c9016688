export const CONDUCT = "/agent/conduct";
export const CONDUCT_SETTINGS = "/agent/settings/conduct";

export function hrefOfCase(id: string): string {
  return `${CONDUCT}/${id}`;
}
