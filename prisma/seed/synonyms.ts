import type { Db } from "@/lib/db/client";
import { checkExpressions } from "@/lib/synonyms/expressions";
import { insertGroup } from "@/lib/synonyms/record";
import { synonymGroups } from "./content/synonyms";

/** The groups that the product comes with, once: an operator who deletes them all has none, and keeps none. */
export async function seedSynonyms({ db, now }: { db: Db; now: Temporal.Instant }): Promise<void> {
  if ((await db.searchSynonymRevision.count()) > 0) return;
  await db.$transaction(async (tx) => {
    for (const group of synonymGroups) {
      const checked = checkExpressions(group);
      if (!checked.ok) throw new Error(`The group ${group.join(", ")} cannot be a group: ${checked.code}`);
      await insertGroup(tx, { ...checked.data, at: now, by: null });
    }
  });
}
