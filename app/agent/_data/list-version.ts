import type { TicketListItem } from "@/lib/tickets/types";

/**
 * A short name for what a list shows. It differs when a ticket came, went, moved or changed; not when time passes.
 * FNV-1a: it only has to notice, not to resist anybody.
 */
export function listVersion(items: Pick<TicketListItem, "id" | "updatedAt">[]): string {
  let hash = 0x811c9dc5;
  for (const item of items) {
    for (const char of `${item.id}@${item.updatedAt};`) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
