import "server-only";
import type { Db } from "@/lib/db/client";
import type { Audience } from "@/lib/kb/audience";
import { CUSTOMERS_TEXTS, PUBLIC_TEXTS, STAFF_TEXTS } from "@/lib/search/collections";
import type { Collection } from "@/lib/search/live-index";

/**
 * The smallest index that holds all that these readers may find. Where nothing is written for customers or for the desk alone, that is
 * everybody's: a desk without private texts keeps no second index in memory.
 */
export async function textsFor(db: Db, audiences: readonly Audience[]): Promise<Collection> {
  if (!audiences.includes("customers")) return PUBLIC_TEXTS;
  const [row] = await db.$queryRaw<Array<{ customers: boolean; staff: boolean }>>`
    SELECT EXISTS (SELECT FROM search_document WHERE kind = 'article_customers' AND NOT is_removed) AS customers,
      EXISTS (SELECT FROM search_document WHERE kind = 'article_staff' AND NOT is_removed) AS staff`;
  if (row?.staff && audiences.includes("staff")) return STAFF_TEXTS;
  return row?.customers ? CUSTOMERS_TEXTS : PUBLIC_TEXTS;
}
