import "server-only";
import type { Tx } from "@/lib/db/client";
import { toDate } from "@/lib/time/instants";
import type { CheckedExpressions } from "./expressions";

type Edited = CheckedExpressions & { at: Temporal.Instant; by: string | null };

/** One editor at a time: what is checked stays so until it is written. */
export async function lockSynonyms(tx: Tx): Promise<void> {
  await tx.$executeRaw`INSERT INTO search_synonym_revision (revision) VALUES (gen_random_uuid()) ON CONFLICT (id) DO UPDATE SET id = 1`;
}

/** The group of somebody else that has one of these expressions, and the one it has. */
export async function findOtherGroup(tx: Tx, { keys, except }: { keys: readonly string[]; except: string | null }) {
  const taken = await tx.searchSynonymKey.findFirst({
    where: { key: { in: [...keys] }, ...(except === null ? {} : { groupId: { not: except } }) },
    orderBy: { key: "asc" },
    select: { key: true, group: { select: { id: true, expressions: true } } },
  });
  return taken && { position: keys.indexOf(taken.key), id: taken.group.id, expressions: taken.group.expressions };
}

/** @returns the id of the new group */
export async function insertGroup(tx: Tx, { expressions, keys, at, by }: Edited): Promise<string> {
  const { id } = await tx.searchSynonymGroup.create({ data: { expressions, updatedAt: toDate(at), updatedById: by }, select: { id: true } });
  await writeKeys(tx, id, keys);
  return id;
}

export async function rewriteGroup(tx: Tx, id: string, { expressions, keys, at, by }: Edited): Promise<void> {
  await tx.searchSynonymGroup.update({ where: { id }, data: { expressions, version: { increment: 1 }, updatedAt: toDate(at), updatedById: by } });
  await tx.searchSynonymKey.deleteMany({ where: { groupId: id } });
  await writeKeys(tx, id, keys);
}

async function writeKeys(tx: Tx, groupId: string, keys: readonly string[]): Promise<void> {
  await tx.searchSynonymKey.createMany({ data: keys.map((key) => ({ key, groupId })) });
}
