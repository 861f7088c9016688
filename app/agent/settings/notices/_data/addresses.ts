import { withQuery } from "../../../_data/list-address";

export const NOTICES = "/agent/settings/notices";

export function hrefOfNotices(done: "saved" | "ended" | null = null): string {
  return withQuery(NOTICES, { done });
}
